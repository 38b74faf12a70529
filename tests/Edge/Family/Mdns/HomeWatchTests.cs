using System.Net.Sockets;

using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>
/// Goal: when the home's router gives another address, the lasting name is told there and no longer where we were, and the platform hears of it once.
/// Method: a link whose lease a test changes; questions come from loopback addresses of either network.
/// </summary>
[TestClass]
public class HomeWatchTests
{
    private const string Label = "toyguard-k7m2p9qx";

    private static readonly byte[] s_mask = { 255, 255, 255, 0 };

    [TestMethod]
    [Req("EGR-04")]
    public void AnotherLease_MovesTheNameAndTheHome_AndIsToldOnce()
    {
        using MdnsRun run = new(Label, LastingPort.Next());
        HomeNetwork home = new(Subnet.Parse("127.0.0.0/24")!, new byte[] { 127, 0, 0, 1 });
        PlayedLink link = new();
        HomeWatch watch = new(link, home, run.Service);

        watch.Look();
        Assert.AreEqual(0, link.Changes);

        link.Address = new byte[] { 127, 0, 1, 1 };
        watch.Look();
        watch.Look();
        Assert.AreEqual(1, link.Changes);
        Assert.IsNotEmpty(run.Ask(new byte[] { 127, 0, 1, 9 }, Label + ".local"));
        Assert.IsTrue(home.Contains(new byte[] { 127, 0, 1, 9 }));

        link.Address = new byte[] { 127, 0, 2, 1 };
        watch.Look();
        Assert.AreEqual(2, link.Changes);
        Assert.IsNotEmpty(run.Ask(new byte[] { 127, 0, 2, 9 }, Label + ".local"));
        Assert.IsFalse(home.Contains(new byte[] { 127, 0, 1, 9 }));
        CheckSilence(run, new byte[] { 127, 0, 1, 9 });

        link.Address = new byte[4];
        watch.Look();
        Assert.AreEqual(3, link.Changes);
        Assert.IsNull(home.Side);
        CheckSilence(run, new byte[] { 127, 0, 2, 9 });
    }

    // A router that gives an address of our own Wi-Fi is no home: phones there are not told a second address.
    [TestMethod]
    [Req("ATT-01")]
    public void LeaseAmongTheToys_IsNoHome()
    {
        using MdnsRun run = new(Label, LastingPort.Next());
        HomeNetwork home = new(Subnet.Parse("127.0.0.0/24")!, new byte[] { 127, 0, 0, 1 });
        PlayedLink link = new() { Address = new byte[] { 127, 0, 0, 20 } };

        new HomeWatch(link, home, run.Service).Look();

        Assert.AreEqual(0, link.Changes);
        CheckSilence(run, new byte[] { 127, 0, 0, 9 });
    }

    private static void CheckSilence(MdnsRun run, byte[] asker)
    {
        using Socket phone = MdnsRun.Bound(asker);
        MdnsRun.Send(phone, DnsBuilder.Query(7, Label + ".local", 1, false), run.Service.Port);
        Assert.IsFalse(phone.Poll(400_000, SelectMode.SelectRead), "an answer");
    }

    private sealed class PlayedLink : IHomeLink
    {
        public byte[] Address { get; set; } = new byte[4];

        public int Changes { get; private set; }

        public void Read(byte[] address, byte[] mask, byte[] resolver)
        {
            Address.CopyTo(address, 0);
            s_mask.CopyTo(mask, 0);
            new byte[] { Address[0], Address[1], Address[2], 1 }.CopyTo(resolver, 0);
        }

        public void OnChange()
        {
            Changes++;
        }
    }
}
