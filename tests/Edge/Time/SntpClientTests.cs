using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Time;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>Goal: only the server that was asked moves the clock, by an answer to this very question. Method: a right reply, and each of its bytes and circumstances spoilt; the clock is looked at afterwards.</summary>
[TestClass]
public class SntpClientTests
{
    private const long Known = 1800000000000;
    private const int ShortMs = 250;
    private const int HalfTheWaitMs = (TimeLab.LongMs / 2) + 1;

    // The bytes of a packet that the rows spoil.
    private const int First = 0;
    private const int Stratum = 1;
    private const int Origin = 24;
    private const int Receive = 32;
    private const int Transmit = 40;

    [TestMethod]
    public void Ask_RightReply_IsTheServersTime()
    {
        using TimeLab lab = new(TimeLab.Right) { ServerMs = Known };

        Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out long utcMs));
        Assert.IsLessThan(HalfTheWaitMs, utcMs - Known, "half the round trip is added");
        Assert.IsGreaterThanOrEqualTo(Known, utcMs);
        Assert.AreEqual(1, lab.Requests);
    }

    // Whatever came before it and however much, the reply that answers the question wins.
    [TestMethod]
    [Req("PCTL-03")]
    public void Ask_JunkBeforeTheRightReply_DoesNotWin()
    {
        using TimeLab lab = new((l, packet, client) =>
        {
            byte[] late = (byte[])packet.Clone();
            late[Transmit] ^= 0x10;
            late[Receive] ^= 0x10;

            for (int i = 0; i < 50; i++)
            {
                l.SendAsStranger(late, client);
                byte[] forged = (byte[])late.Clone();
                forged[Origin + (i % 8)] ^= (byte)(i + 1);
                l.Send(forged, client);
                l.Send(forged.AsSpan(0, i % 48).ToArray(), client);
            }

            l.Send(packet, client);
        });

        Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out long utcMs));
        Assert.IsLessThan(HalfTheWaitMs, utcMs - lab.ServerMs);
    }

    // Not an answer to our question: as if it had not come.
    [TestMethod]
    [Req("PCTL-03")]
    [DataRow("spoofed: another sender")]
    [DataRow("wrong origin, first bit")]
    [DataRow("wrong origin, last bit")]
    [DataRow("origin of zeros")]
    [DataRow("mode: a client's")]
    [DataRow("mode: broadcast")]
    [DataRow("version 0")]
    [DataRow("a byte short")]
    [DataRow("three bytes too long")]
    [DataRow("nothing")]
    [DataRow("too late")]
    public void Refine_ReplyThatIsNone_IsIgnored(string kind)
    {
        using TimeLab lab = new((l, packet, client) => SendAsNone(l, packet, client, kind), ShortMs);

        Assert.AreEqual(Reason.ServerSilent, lab.Client.Ask(SntpClient.AboutMs, out long none));
        Assert.AreEqual(0, none);
        AssertChangesNothing(lab);
    }

    // The server's own answer, and no time in it that could be taken.
    [TestMethod]
    [Req("PCTL-03")]
    [DataRow("not synchronised")]
    [DataRow("kiss of death")]
    [DataRow("stratum 16")]
    [DataRow("no transmit time")]
    [DataRow("no receive time")]
    [DataRow("left before the question came")]
    [DataRow("thought for longer than we waited")]
    public void Refine_AnswerWithoutATime_ChangesNothing(string kind)
    {
        using TimeLab lab = new((l, packet, client) => SendWithoutTime(l, packet, client, kind));

        Assert.AreEqual(Reason.ServerUnreachable, lab.Client.Ask(SntpClient.AboutMs, out long none));
        Assert.AreEqual(0, none);
        AssertChangesNothing(lab);
    }

    // The same bytes once more are no answer to the next question, which has its own.
    [TestMethod]
    [Req("PCTL-03")]
    public void Ask_ReplayedReply_IsIgnored()
    {
        byte[]? first = null;
        using TimeLab lab = new((l, packet, client) =>
        {
            first ??= packet;
            l.Send(first, client);
            l.Send(packet, client);
        });
        Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out _));

        lab.ServerMs = Known + 3_600_000;
        Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out long utcMs));
        Assert.IsGreaterThanOrEqualTo(lab.ServerMs, utcMs);
    }

    [TestMethod]
    public void Ask_TwoQuestions_DrawOtherNoncesAndPorts()
    {
        HashSet<string> seen = new();
        using TimeLab lab = new((l, packet, client) =>
        {
            seen.Add(client.Port.ToString(CultureInfo.InvariantCulture));
            seen.Add(Convert.ToHexString(packet, Origin, 8));
            l.Send(packet, client);
        });

        for (int i = 0; i < 8; i++)
        {
            Assert.AreEqual(Reason.None, lab.Client.Ask(SntpClient.AboutMs, out _));
        }

        Assert.AreEqual(8, seen.Count(word => word.Length == 16), "a nonce each");
        Assert.IsGreaterThan(4, seen.Count(word => word.Length < 6), "ports drawn anew");
    }

    [TestMethod]
    [Req("EGR-04")]
    [Req("DEF-02")]
    [DataRow("not paired", (int)Reason.NotPaired)]
    [DataRow("everything paused", (int)Reason.EverythingPaused)]
    public void Ask_Held_AsksNeitherResolverNorServer(string rule, int reason)
    {
        using TimeLab lab = new(TimeLab.Right);
        lab.Gate.SetPaired(rule != "not paired");
        lab.Gate.PauseEverything(rule == "everything paused");

        Assert.AreEqual((Reason)reason, lab.Client.Ask(SntpClient.AboutMs, out _));
        Assert.AreEqual(0, lab.Lookups);
        Assert.AreEqual(0, lab.Requests);
    }

    [TestMethod]
    [Req("EGR-03")]
    [Req("EGR-11")]
    [DataRow("10.0.0.1", (int)Reason.AddressPrivate)]
    [DataRow("127.0.0.1", (int)Reason.AddressLoopback)]
    [DataRow("169.254.1.1", (int)Reason.AddressLinkLocal)]
    [DataRow("224.0.1.1", (int)Reason.AddressMulticast)]
    public void Ask_OneAddressNotGlobal_AsksNobody(string bad, int reason)
    {
        using TimeLab lab = new(TimeLab.Right);
        lab.Address = new byte[] { 192, 0, 2, 123 }.Concat(IPAddress.Parse(bad).GetAddressBytes()).ToArray();

        Assert.AreEqual((Reason)reason, lab.Client.Ask(SntpClient.AboutMs, out _));
        Assert.AreEqual(0, lab.Requests);
    }

    [TestMethod]
    [Req("RES-01")]
    [DataRow((int)Reason.ResolverSilent)]
    [DataRow((int)Reason.NameNotFound)]
    public void Ask_NameNotFound_SaysWhy(int reason)
    {
        using TimeLab lab = new(TimeLab.Right) { Found = (Reason)reason };

        Assert.AreEqual((Reason)reason, lab.Client.Ask(SntpClient.AboutMs, out _));
        Assert.AreEqual(0, lab.Requests);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Ask_NobodyThere_IsSilent()
    {
        using TimeLab lab = new(TimeLab.Right, ShortMs) { Port = 9 };

        Assert.AreEqual(Reason.ServerSilent, lab.Client.Ask(SntpClient.AboutMs, out _));
    }

    // 2036-02-07: the counter begins again, and the time known here says which round it is.
    [TestMethod]
    public void Ask_AfterTheEra_IsReadNearTheKnownTime()
    {
        const long In2040 = 2208988800000;
        using TimeLab lab = new(TimeLab.Right) { ServerMs = In2040 };

        Assert.AreEqual(Reason.None, lab.Client.Ask(In2040 - 1000, out long utcMs));
        Assert.IsLessThan(HalfTheWaitMs, utcMs - In2040);
    }

    private static void AssertChangesNothing(TimeLab lab)
    {
        Assert.IsFalse(lab.Refiner.RefineOnce());
        Assert.IsFalse(lab.Clock.TryUtcMs(out _), "unknown stays unknown");

        lab.Clock.SetUtc(Known - 60_000, 0);
        Assert.IsFalse(lab.Refiner.RefineOnce());
        Assert.IsTrue(lab.Clock.TryUtcMs(out long utcMs));
        Assert.IsLessThan(Known - 30_000, utcMs, "known stays what it was");
        Assert.IsTrue(SpinWait.SpinUntil(() => lab.Requests == 3, 10_000));
    }

    private static void SendAsNone(TimeLab lab, byte[] packet, IPEndPoint client, string kind)
    {
        switch (kind)
        {
            case "spoofed: another sender":
                lab.SendAsStranger(packet, client);
                return;
            case "wrong origin, first bit":
                packet[Origin] ^= 0x80;
                break;
            case "wrong origin, last bit":
                packet[Origin + 7] ^= 1;
                break;
            case "origin of zeros":
                packet.AsSpan(Origin, 8).Clear();
                break;
            case "mode: a client's":
                packet[First] = (4 << 3) | 3;
                break;
            case "mode: broadcast":
                packet[First] = (4 << 3) | 5;
                break;
            case "version 0":
                packet[First] = 4;
                break;
            case "a byte short":
                packet = packet.AsSpan(0, 47).ToArray();
                break;
            case "three bytes too long":
                packet = packet.Concat(new byte[3]).ToArray();
                break;
            case "too late":
                Thread.Sleep(ShortMs + 150);
                break;
            default:
                return;
        }

        lab.Send(packet, client);
    }

    private static void SendWithoutTime(TimeLab lab, byte[] packet, IPEndPoint client, string kind)
    {
        switch (kind)
        {
            case "not synchronised":
                packet[First] |= 0xC0;
                break;
            case "kiss of death":
                packet[Stratum] = 0;
                break;
            case "stratum 16":
                packet[Stratum] = 16;
                break;
            case "no transmit time":
                packet.AsSpan(Transmit, 8).Clear();
                break;
            case "no receive time":
                packet.AsSpan(Receive, 8).Clear();
                break;
            case "left before the question came":
                packet[Receive + 3] += 2;
                break;
            default:
                packet[Transmit + 3] += 3;
                break;
        }

        lab.Send(packet, client);
    }
}
