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
        int guessers = 0;
        int wins = 0;

        void GuessOnce()
        {
            // From fifty addresses: no one of them is asked to wait for long.
            TestPhone guesser = new(rig.Wire("127.0.1." + (100 + (Interlocked.Increment(ref guessers) % 50))).Door);
            bool isOpen = guesser.Open(1, ToyGuard.Core.Crypto.Base32.Write(RandomNumberGenerator.GetBytes(10)), 1);
            Interlocked.Add(ref wins, isOpen ? 1 : 0);

            // The second thing that it says is the code; it comes to that where the page had a place for it.
            Interlocked.Add(ref guesses, guesser.Said.Count - 1);
        }

        // True once so many more came to say a code.
        bool AwaitGuesses(int more, string what)
        {
            int wanted = Volatile.Read(ref guesses) + more;

            for (Stopwatch watch = Stopwatch.StartNew(); Volatile.Read(ref guesses) < wanted; Thread.Sleep(5))
            {
                Assert.IsTrue(watch.ElapsedMilliseconds < PatienceMs, "never: " + what);
            }

            return true;
        }

        Thread[] attackers =
        {
            Start(() => Trickle(rig.Page, "127.0.1.61"), isOver),
            Start(() => Trickle(rig.Page, "127.0.1.62"), isOver),
            Start(() => Trickle(rig.Page, "127.0.1.63"), isOver),
            Start(GuessOnce, isOver),
            Start(GuessOnce, isOver),
            Start(GuessOnce, isOver),
        };

        PhoneWire home = rig.Wire();
        TestPhone phone = new(message => Patiently(home, message));
        bool isClaimed = false;

        try
        {
            AwaitGuesses(10, "a flood");

            // What the page does: a refused handshake is begun anew, for up to a minute. More codes are guessed between its steps.
            for (Stopwatch watch = Stopwatch.StartNew(); !isClaimed && watch.ElapsedMilliseconds < PatienceMs;)
            {
                isClaimed = phone.Open(1, rig.ShownLast, 1) && AwaitGuesses(5, "guesses after the code")
                    && phone.SetPin(FamilyRig.Pin) is { IsOk: true } && AwaitGuesses(5, "guesses after the PIN")
                    && phone.Keep();
            }
        }
        finally
        {
            isOver.Set();
            Array.ForEach(attackers, attacker => attacker.Join());
        }

        Assert.AreEqual(0, wins, "guesses that were right");
        Assert.IsTrue(isClaimed, "the claim, after " + guesses + " wrong ones");
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
}
