using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Family;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Edge.Dhcp.Tests;

/// <summary>
/// Goal: 32 toys have an address each and keep it, over real sockets, whoever floods the hub; what is not for the hub, or of nobody who is here, changes nothing.
/// Method: clients that speak DHCP byte by byte; storms of made-up stations, listed ones, and noise.
/// </summary>
[TestClass]
public sealed class DhcpServerTests
{
    private const int ShortMs = 300;

    [TestMethod]
    [Req("EGR-10")]
    public void Join_ThirtyTwoToysAtOnce_HaveThirtyTwoAddresses()
    {
        using DhcpLab lab = new();
        Dictionary<int, int> offered = [];
        Dictionary<int, int> leased = [];

        for (int toy = 1; toy <= 32; toy++)
        {
            lab.Come(toy, toy);
        }

        for (int toy = 1; toy <= 32; toy++)
        {
            lab.Send(DhcpLab.Discover(toy).Broadcast().End(), isBroadcast: true);
        }

        while (offered.Count < 32)
        {
            Assert.AreEqual(DhcpType.Offer, lab.Take());
            offered[lab.Station] = lab.Given;
        }

        foreach ((int toy, int address) in offered)
        {
            lab.Send(DhcpLab.Select(toy, address).Broadcast().End(), isBroadcast: true);
        }

        while (leased.Count < 32)
        {
            Assert.AreEqual(DhcpType.Ack, lab.Take());
            leased[lab.Station] = lab.Given;
        }

        CollectionAssert.AreEquivalent(offered, leased);
        Assert.HasCount(32, leased.Values.Distinct());
        Assert.IsTrue(leased.All(pair => lab.Toys.ToyAt([127, 0, 0, (byte)pair.Value]) == pair.Key), "each is its toy");
        Assert.AreEqual(DhcpType.None, lab.Take(ShortMs), "and nobody is told anything twice");
    }

    [TestMethod]
    public void Renew_ToTheHubAlone_IsAnsweredAtItsAddress_AndRebindingToAll()
    {
        using DhcpLab lab = new();
        lab.Come(1, 1);
        int address = lab.Join(1);
        using Socket toy = lab.At(address);
        Assert.AreEqual(address, Renewed(lab, toy, address, isBroadcast: false));
        Assert.AreEqual(address, Renewed(lab, toy, address, isBroadcast: true));
        Assert.AreEqual(DhcpType.Nak, lab.Ask(DhcpLab.Renew(1, address + 1)), "not its own: told to all");
        Assert.AreEqual(address, Renewed(lab, toy, address, isBroadcast: false), "which changed nothing");
    }

    [TestMethod]
    public void Join_WhenEveryLeaseIsOver_HasTheOneThatEndedFirst()
    {
        using DhcpLab lab = new();
        long nowMs = Environment.TickCount64;

        for (int place = 0; place < lab.Table.Count; place++)
        {
            // The tenth ended first.
            lab.Table.Lease(place, [2, 0, 0x5E, 0, 0x54, (byte)place], false, nowMs - (place == 10 ? 5000 : 1000));
        }

        lab.Come(1, 1);
        Assert.AreEqual((int)(lab.Table.AddressOf(10) & 255), lab.Join(1));
    }

    [TestMethod]
    [Req("EGR-11")]
    public void AnybodyWhoIsNotListed_OrCameByARelay_ChangesNothing()
    {
        using DhcpLab lab = new();
        lab.Come(1, 1);
        int address = lab.Join(1);
        int steps = lab.Flash.Steps;

        foreach (DhcpBuilder message in new[]
        {
            DhcpLab.Discover(9), DhcpLab.Select(9, 9), DhcpLab.Renew(9, address), DhcpLab.Discover(1).Set(24, 127, 0, 0, 1), DhcpLab.Discover(1).Set(3, 1),
            DhcpLab.Renew(1, address).Set(24, 10, 0, 0, 1), DhcpBuilder.Of(2, 1), DhcpBuilder.Of(5, 1), DhcpBuilder.Of(1, 1).Set(0, 2),
        })
        {
            lab.Send(message.End());
        }

        Assert.AreEqual(DhcpType.None, lab.Take(ShortMs));
        Assert.AreEqual(steps, lab.Flash.Steps);
        Assert.AreEqual(1, Enumerable.Range(0, lab.Table.Count).Count(place => lab.Table.StateOf(place) != LeaseState.None));
    }

    [TestMethod]
    [Req("RES-01")]
    public void Storm_OfMadeUpStations_CostsNoToyItsAddress_AndNoWrite()
    {
        using DhcpLab lab = new();
        lab.Come(1, 1);
        lab.Come(2, 0);
        bool isOver = false;
        int sent = 0;
        Thread storm = new(() =>
        {
            Random random = new(20261123);
            byte[] message = DhcpLab.Discover(0).End();

            while (!Volatile.Read(ref isOver))
            {
                random.NextBytes(message.AsSpan(28, 6));
                message[28] = 2;
                message[32] = 0x54;

                if (sent++ % 3 == 0)
                {
                    random.NextBytes(message.AsSpan(0, 20));
                }
                else
                {
                    DhcpLab.Discover(0).End().AsSpan(0, 20).CopyTo(message);
                }

                lab.Send(message);
            }
        });
        storm.Start();

        try
        {
            DhcpLab.Until(() => Volatile.Read(ref sent) > 5000, "a storm");
            DhcpLab.Until(() => lab.Ask(DhcpLab.Discover(1), waitMs: ShortMs) == DhcpType.Offer && lab.Ask(DhcpLab.Select(1, lab.Given), waitMs: ShortMs) == DhcpType.Ack, "the toy has its address");
            Assert.IsNotNull(lab.Server.At(0), "and the page sees it meanwhile");
            Assert.AreEqual(2, lab.Flash.WritesOf(FlashLayout.LeasesA) + lab.Flash.WritesOf(FlashLayout.LeasesB), "its own lease, and nothing else");
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            storm.Join();
        }
    }

    [TestMethod]
    [Req("RES-01")]
    public void Storm_OfOneListedStation_HasAFewAnswers_AndTheOthersTheirs()
    {
        using DhcpLab lab = new();
        lab.Come(1, 0);
        lab.Come(2, 2);
        byte[] message = DhcpLab.Discover(1).End();
        Stopwatch watch = Stopwatch.StartNew();

        for (int i = 0; i < 5000; i++)
        {
            lab.Send(message);
        }

        lab.Send(DhcpLab.Discover(2).End());
        int answers = 0;
        bool isOther = false;

        while (lab.Take(ShortMs) == DhcpType.Offer)
        {
            answers += lab.Station == 1 ? 1 : 0;
            isOther |= lab.Station == 2;
        }

        Assert.IsLessThanOrEqualTo(AnswerPace.StationBurst + (watch.ElapsedMilliseconds / AnswerPace.StationEveryMs) + 1, answers);
        Assert.IsGreaterThan(0, answers);

        // What the socket had no room for is asked again.
        DhcpLab.Until(() => isOther || lab.Ask(DhcpLab.Discover(2), waitMs: ShortMs) == DhcpType.Offer, "the other one");
        Assert.AreEqual(0, lab.Flash.Writes, "an offer writes nothing");
    }

    [TestMethod]
    public void EveryPrefixOfAMessage_AndNoise_LeaveTheServiceRunning()
    {
        using DhcpLab lab = new();
        lab.Come(1, 1);
        byte[] whole = DhcpLab.Discover(1).Option(12, [.. "Story-Bear"u8]).End();

        for (int count = 0; count < whole.Length; count++)
        {
            lab.Send(whole[..count]);
        }

        Random random = new(20261123);

        for (int i = 0; i < 300; i++)
        {
            byte[] noise = new byte[random.Next(1400)];
            random.NextBytes(noise);
            lab.Send(noise);
        }

        // Prefixes that are in its name count as said by it.
        Thread.Sleep(2 * AnswerPace.StationEveryMs);

        while (lab.Take(ShortMs) != DhcpType.None)
        {
        }

        Assert.AreEqual(DhcpType.Offer, lab.Ask(DhcpLab.Discover(1)));
    }

    [TestMethod]
    [Req("EGR-10")]
    public void At_SaysWhoIsHere_AndWhichToyItIs()
    {
        using DhcpLab lab = new();
        DhcpServer seen = lab.Server;
        lab.Come(1, 0);
        Assert.AreEqual(DhcpType.Offer, lab.Ask(DhcpLab.Discover(1)));
        Assert.AreEqual(DhcpType.Ack, lab.Ask(DhcpLab.Select(1, lab.Given).Option(12, [.. "Story-Bear"u8]).Option(161, [.. "https://toys.test/m"u8])));
        SeenThing thing = Seen(seen).Single();
        CollectionAssert.AreEqual(new byte[] { 2, 0, 0x5E, 0, 0x53, 1 }, thing.Hardware);
        Assert.AreEqual("Story-Bear https://toys.test/m 0", $"{thing.Name} {thing.MudUrl} {thing.Toy}");

        // A guardian makes it a toy: within a second it is one, without asking for an address again.
        lab.Come(1, 7);
        DhcpLab.Until(() => Seen(seen).Single().Toy == 7, "it is a toy");
        Assert.AreEqual(7, lab.Toys.ToyAt([127, 0, 0, (byte)lab.Given]));
        lab.Go(1);
        DhcpLab.Until(() => lab.Toys.Count == 0, "gone");
        Assert.IsNull(seen.At(-1));
        Assert.IsNull(seen.At(seen.Places));
    }

    [TestMethod]
    public void Open_WhereThePortIsTaken_SaysSo()
    {
        using DhcpLab lab = new();
        DhcpServer second = new(null!, [127, 0, 0, 1], lab.Port, 68);
        Assert.ThrowsExactly<SocketException>(second.Open);
    }

    private static SeenThing[] Seen(DhcpServer seen)
    {
        return [.. Enumerable.Range(0, seen.Places).Select(seen.At).OfType<SeenThing>()];
    }

    // The last byte of the address that was given again, heard at that address.
    private static int Renewed(DhcpLab lab, Socket toy, int address, bool isBroadcast)
    {
        byte[] buffer = new byte[1500];
        lab.SendFrom(toy, DhcpLab.Renew(1, address).End(), isBroadcast);
        toy.ReceiveTimeout = 5000;
        int count = toy.Receive(buffer);
        Assert.IsTrue(lab.Answer.Read(buffer, 0, count));
        Assert.AreEqual(DhcpType.Ack, lab.Answer.Type);
        return lab.Given;
    }
}
