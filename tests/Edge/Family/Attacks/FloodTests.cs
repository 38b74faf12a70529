using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>Goal: who keeps the door busy, or guesses codes without end, neither gets in nor keeps the parent out. Method: slow visitors and wrong claims from many addresses while a phone claims.</summary>
[TestClass]
public sealed class FloodTests
{
    private const int PatienceMs = 60_000;

    [TestMethod]
    [Req("WEB-04")]
    public void Claim_UnderFloodAndSlowVisitors_Succeeds()
    {
        using FamilyRig rig = new(true);
        rig.Joined().Press();
        FamilyRig.Until(() => rig.Code.Length > 0, "a code");
        using ManualResetEventSlim isOver = new();
        int guesses = 0;

        Thread[] attackers =
        {
            Start(() => Trickle(rig.Page, "127.0.1.61"), isOver),
            Start(() => Trickle(rig.Page, "127.0.1.62"), isOver),
            Start(() => Trickle(rig.Page, "127.0.1.63"), isOver),
            Start(() => guesses += Guess(rig, "127.0.1." + (100 + guesses % 50)), isOver),
        };

        // What the page does: a refused handshake is begun anew, for up to a minute.
        PhoneWire home = rig.Wire();
        TestPhone phone = new(message => Patiently(home, message));
        Stopwatch watch = Stopwatch.StartNew();
        bool isClaimed = false;

        while (!isClaimed && watch.ElapsedMilliseconds < PatienceMs)
        {
            isClaimed = phone.Open(1, rig.ShownLast, 1) && phone.SetPin(FamilyRig.Pin) is { IsOk: true } && phone.Keep();
        }

        isOver.Set();
        Array.ForEach(attackers, attacker => attacker.Join());

        Assert.IsTrue(isClaimed, "the claim, after " + guesses + " wrong ones");
        Assert.IsTrue(guesses > 0);
        Assert.IsTrue(rig.Host.IsPaired);
        FamilyRig.Until(() => phone.SignIn(true), "the session");
        Assert.AreEqual(1, phone.Ask(new { op = "phones" })!.Json.GetProperty("phones").GetArrayLength());
        Assert.AreEqual(0, rig.Faults);
    }

    // Once more when nothing came at all: the place was taken, or given up for somebody.
    private static byte[]? Patiently(PhoneWire home, byte[] message)
    {
        PhoneExchange exchange = Post();

        for (int i = 0; i < 20 && exchange.Status == 0; i++)
        {
            Thread.Sleep(50);
            exchange = Post();
        }

        return exchange.Status == 200 ? exchange.Body : null;

        PhoneExchange Post()
        {
            return home.Post("/door", "application/octet-stream", message);
        }
    }

    private static Thread Start(Action attack, ManualResetEventSlim isOver)
    {
        Thread thread = new(() =>
        {
            while (!isOver.Wait(5))
            {
                attack();
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return thread;
    }

    // A head that never ends.
    private static void Trickle(IPEndPoint page, string from)
    {
        try
        {
            using Socket slow = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            slow.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            slow.Connect(page);

            for (int i = 0; i < 20; i++)
            {
                slow.Send(Encoding.ASCII.GetBytes("P"));
                Thread.Sleep(20);
            }
        }
        catch (SocketException)
        {
            // Put out, as it should be.
        }
    }

    private static int Guess(FamilyRig rig, string from)
    {
        PhoneWire wire = rig.Wire(from);
        TestPhone guesser = new(wire.Door);
        byte[] code = RandomNumberGenerator.GetBytes(10);
        Assert.IsFalse(guesser.Open(1, ToyGuard.Core.Crypto.Base32.Write(code), 1));
        return 1;
    }
}
