using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;

using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>
/// Goal: real multicast packets go out on each link under the address of that link, and nothing crosses from one to the other.
/// Method: the loopback interface is both links, as in the Emulator; a port of our own keeps the machine's real multicast DNS out of it.
/// </summary>
[TestClass]
public class MdnsServiceTests
{
    private const string Label = "toyguard-k7m2p9qx";
    private const int A = 1;

    private static readonly byte[] s_own = { 127, 0, 0, 1 };
    private static readonly byte[] s_home = { 127, 0, 1, 1 };

    [TestMethod]
    public void Question_OnEachSide_IsAnsweredWithTheAddressOfThatSide()
    {
        using MdnsRun run = new(Label, LastingPort.Next());
        run.Service.SetSide(MdnsService.OwnSide, s_own, Subnet.Parse("127.0.0.0/24")!);
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);

        CheckLegacy(run.Ask(new byte[] { 127, 0, 0, 9 }, Label + ".local"), s_own);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".LOCAL"), s_home);
        Assert.IsFalse(run.Service.IsInConflict);
    }

    [TestMethod]
    [Req("ATT-03")]
    public void Announcements_OfBothSides_HoldTheNameAndTheAddressAndNothingElse()
    {
        int port = LastingPort.Next();
        using Socket ear = Listen(port);
        using MdnsRun run = new(Label, port);
        run.Service.SetSide(MdnsService.OwnSide, s_own, Subnet.Parse("127.0.0.0/24")!);
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);
        HashSet<string> expected = [Hex(Probe(s_own)), Hex(Answer(s_own)), Hex(Probe(s_home)), Hex(Answer(s_home))];
        HashSet<string> heard = [];

        run.Until(() => Hear(ear, heard) && heard.IsSupersetOf(expected), "not all were sent");
        Assert.IsTrue(heard.SetEquals(expected), string.Join(' ', heard));
    }

    // A phone looks for its printer: neither side is told, nothing goes anywhere else.
    [TestMethod]
    [DataRow("printer.local")]
    [DataRow("_googlecast._tcp.local")]
    [DataRow("toyguard-00000000.local")]
    public void Question_ForAnotherName_LeavesNoTrace(string name)
    {
        int port = LastingPort.Next();
        using Socket ear = Listen(port);
        using MdnsRun run = new(Label, port);
        run.Service.SetSide(MdnsService.OwnSide, s_own, Subnet.Parse("127.0.0.0/24")!);
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 0, 9 }, Label + ".local"), s_own);
        byte[] question = DnsBuilder.Query(7, name, A, false);
        HashSet<string> ours = [Hex(Probe(s_own)), Hex(Answer(s_own)), Hex(Probe(s_home)), Hex(Answer(s_home)), Hex(question)];

        using Socket phone = MdnsRun.Bound(new byte[] { 127, 0, 0, 9 });
        MdnsRun.Send(phone, question, port);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 0, 9 }, Label + ".local"), s_own);

        Assert.AreEqual(0, phone.Available, "an answer");

        for (HashSet<string> heard = []; Hear(ear, heard);)
        {
            heard.RemoveWhere(h => ours.Contains(h) || h.Contains(Hex(Encoding.ASCII.GetBytes(Label)), StringComparison.Ordinal));
            Assert.IsEmpty(heard);
        }
    }

    [TestMethod]
    public void Question_AfterTheLinkIsGone_IsSilent()
    {
        int port = LastingPort.Next();
        using MdnsRun run = new(Label, port);
        run.Service.SetSide(MdnsService.OwnSide, s_own, Subnet.Parse("127.0.0.0/24")!);
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 0, 9 }, Label + ".local"), s_own);

        run.Service.ClearSide(MdnsService.OwnSide);

        using Socket phone = MdnsRun.Bound(new byte[] { 127, 0, 0, 9 });
        MdnsRun.Send(phone, DnsBuilder.Query(7, Label + ".local", A, false), port);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"), s_home);
        Assert.AreEqual(0, phone.Available);
    }

    // A new address is probed for and announced like the first.
    [TestMethod]
    public void Question_AfterANewAddress_IsAnsweredWithThat()
    {
        using MdnsRun run = new(Label, LastingPort.Next());
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"), s_home);

        byte[] other = { 127, 0, 1, 77 };
        run.Service.SetSide(MdnsService.HomeSide, other, Subnet.Parse("127.0.1.0/24")!);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"), other);
    }

    [TestMethod]
    public void Conflict_IsToldOnce()
    {
        int port = LastingPort.Next();
        using MdnsRun run = new(Label, port);
        run.Service.SetSide(MdnsService.HomeSide, s_home, Subnet.Parse("127.0.1.0/24")!);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"), s_home);

        using Socket rival = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        rival.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        rival.Bind(new IPEndPoint(new IPAddress(new byte[] { 127, 0, 1, 66 }), port));
        rival.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, new byte[] { 127, 0, 1, 66 });
        run.Until(
            () =>
            {
                MdnsRun.Send(rival, Answer(new byte[] { 127, 0, 1, 66 }), port);
                return run.Service.IsInConflict;
            },
            "no conflict");

        run.Until(() => run.Heard.Length > 0, "nobody was told");
        Assert.AreEqual("True", run.Heard);
        CheckLegacy(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"), s_home);
    }

    private static void CheckLegacy(byte[] answer, byte[] address)
    {
        byte[] expected = new DnsBuilder().Header(0xBEEF, 0x8400, 1, 1, 0, 0).Question(Label + ".local", A).Jump(12).RecordTail(A, 10, 4)
            .U8(address[0]).U8(address[1]).U8(address[2]).U8(address[3]).Bytes();

        Assert.AreEqual(Hex(expected), Hex(answer));
    }

    private static byte[] Probe(byte[] address)
    {
        return new DnsBuilder().Header(0, 0, 1, 0, 1, 0).Name(Label + ".local").U16(255).U16(0x8001).Jump(12).RecordTail(A, 120, 4)
            .U8(address[0]).U8(address[1]).U8(address[2]).U8(address[3]).Bytes();
    }

    private static byte[] Answer(byte[] address)
    {
        return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 1).Name(Label + ".local").U16(A).U16(0x8001).U16(0).U16(120).U16(4)
            .U8(address[0]).U8(address[1]).U8(address[2]).U8(address[3]).Jump(12).U16(47).U16(0x8001).U16(0).U16(120).U16(5).Jump(12).U8(0).U8(1).U8(0x40).Bytes();
    }

    // False when nothing came for a moment.
    private static bool Hear(Socket ear, HashSet<string> heard)
    {
        if (!ear.Poll(300_000, SelectMode.SelectRead))
        {
            return false;
        }

        byte[] packet = new byte[600];
        int length = ear.Receive(packet);
        heard.Add(Hex(packet.AsSpan(0, length).ToArray()));
        return true;
    }

    private static Socket Listen(int port)
    {
        Socket ear = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        ear.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        ear.Bind(new IPEndPoint(MdnsRun.Group, port));
        ear.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(MdnsRun.Group, IPAddress.Loopback));
        return ear;
    }

    private static string Hex(byte[] bytes)
    {
        return Convert.ToHexString(bytes);
    }
}
