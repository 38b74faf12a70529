using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Time;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>Goal: toys get the hub's time, others silence, and nothing that is sent ends the service. Method: real sockets on loopback.</summary>
[TestClass]
public class SntpServerTests
{
    private const long Set = 1800000000000;
    private const int WaitMs = 5000;
    private const int SilenceMs = 300;

    [TestMethod]
    public void Serve_Toy_GetsTheTime()
    {
        using SntpRig rig = new();
        using UdpClient toy = ClientAt("127.0.0.1");
        SntpPacket told = new();

        byte[] answer = Ask(toy, rig, Request(), WaitMs)!;
        Assert.IsTrue(told.Read(answer, 0, answer.Length));
        Assert.IsLessThan(4 * WaitMs, SntpTime.ToUnixMs(told.TransmitTime, Set) - Set);
        Assert.AreEqual(0x0102030405060708, told.OriginTime);
    }

    [TestMethod]
    [Req("ATT-01")]
    public void Serve_FromOutsideTheToySide_IsSilent()
    {
        using SntpRig rig = new();
        using UdpClient stranger = ClientAt("127.0.1.1");
        using UdpClient unknown = ClientAt("127.0.0.7");
        using UdpClient toy = ClientAt("127.0.0.1");

        Assert.IsNull(Ask(stranger, rig, Request(), SilenceMs), "not of the toy side");
        Assert.IsNull(Ask(unknown, rig, Request(), SilenceMs), "of no toy");
        Assert.IsNotNull(Ask(toy, rig, Request(), WaitMs));
    }

    [TestMethod]
    [Req("PCTL-03")]
    public void Serve_ClockForgotten_IsSilent()
    {
        using SntpRig rig = new();
        using UdpClient toy = ClientAt("127.0.0.1");
        rig.Clock.Forget();
        Assert.IsNull(Ask(toy, rig, Request(), SilenceMs));

        rig.Clock.SetUtc(Set, 0);
        Assert.IsNotNull(Ask(toy, rig, Request(), WaitMs));
    }

    [TestMethod]
    [Req("WEB-04")]
    public void Serve_TenThousandRandomDatagrams_StillAnswers()
    {
        using SntpRig rig = new();
        using UdpClient junk = ClientAt("127.0.0.2");
        using UdpClient toy = ClientAt("127.0.0.1");
        Random random = new(20261121);

        for (int i = 0; i < 10_000; i++)
        {
            byte[] packet = new byte[random.Next(3) == 0 ? 48 : random.Next(600)];
            random.NextBytes(packet);

            if (packet.Length > 0)
            {
                packet[0] = random.Next(2) == 0 ? (byte)0x23 : packet[0];
            }

            junk.Send(packet, rig.EndPoint);
        }

        // A flood may cost a question; a service that ended answers none.
        byte[]? answer = null;

        for (int i = 0; i < 10 && answer == null; i++)
        {
            answer = Ask(toy, rig, Request(), 1000);
        }

        Assert.IsNotNull(answer);
        Assert.IsNull(rig.Thrown);
    }

    [TestMethod]
    public void Stop_WhileWaiting_ReturnsAtOnceAndForGood()
    {
        using SntpRig rig = new();
        rig.Service.Stop();
        Assert.IsTrue(rig.Thread.Join(WaitMs));
        Assert.IsNull(rig.Thrown);

        rig.Service.Run();
        new Datagrams(SntpRig.Loopback, rig.Service.Port).Close();
    }

    [TestMethod]
    public void Open_PortTaken_Throws()
    {
        using SntpRig rig = new();
        SntpServer second = new(rig.Gate, new ToyAddresses(), Subnet.Parse("127.0.0.0/24")!, rig.Clock, SntpRig.Loopback, rig.Service.Port);

        Assert.ThrowsExactly<SocketException>(second.Open);
        Assert.ThrowsExactly<SocketException>(second.Run);
    }

    private static byte[] Request()
    {
        byte[] request = new byte[SntpPacket.Length];
        SntpWriter.WriteRequest(request, 0x0102030405060708);

        return request;
    }

    private static UdpClient ClientAt(string address)
    {
        return new UdpClient(new IPEndPoint(IPAddress.Parse(address), 0));
    }

    private static byte[]? Ask(UdpClient client, SntpRig rig, byte[] request, int waitMs)
    {
        try
        {
            client.Send(request, rig.EndPoint);
            client.Client.ReceiveTimeout = waitMs;
            IPEndPoint? from = null;

            return client.Receive(ref from);
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
