using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Fakes;
using ToyGuard.Guard.Dns;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>Goal: a toy's own Wi-Fi has a DNS that answers while set-up is open, and is silent otherwise. Method: real datagrams on loopback.</summary>
[TestClass]
public class SetupDnsTests
{
    private const int WaitMs = 20_000;

    [TestMethod]
    public void Question_IsAnsweredWhileSetUpIsOpen()
    {
        SetupNames names = new("toyguard-k7m2p9qx", new byte[] { 127, 0, 0, 1 }, new[] { "probe.example" });
        SetupDns service = new(names, Subnet.Parse("127.0.0.0/24")!, new byte[] { 127, 0, 0, 1 }, 0);
        service.Open();
        Thread thread = new(service.Run) { IsBackground = true };
        thread.Start();
        using UdpClient phone = new(new IPEndPoint(IPAddress.Loopback, 0));
        phone.Connect(IPAddress.Loopback, service.Port);

        byte[] known = DnsBuilder.Query(1, "probe.example", 1, false);
        phone.Send(known);
        Assert.IsFalse(phone.Client.Poll(300_000, SelectMode.SelectRead), "set-up is not open");

        names.IsOpen = true;
        phone.Send(known);
        Assert.AreEqual(known.Length + 16, Receive(phone).Length);
        phone.Send(DnsBuilder.Query(2, "other.example", 1, false));
        Assert.AreEqual(3, Receive(phone)[3] & 0x0F, "there is no such name");

        service.Stop();
        Assert.IsTrue(thread.Join(WaitMs));
    }

    private static byte[] Receive(UdpClient phone)
    {
        Assert.IsTrue(phone.Client.Poll(10_000_000, SelectMode.SelectRead), "no answer");
        IPEndPoint from = new(IPAddress.Any, 0);
        return phone.Receive(ref from);
    }
}
