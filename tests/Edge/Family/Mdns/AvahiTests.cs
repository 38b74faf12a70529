using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>
/// Goal: whoever speaks multicast DNS finds the device by its lasting name, and nobody takes that name from it.
/// Method: a real avahi-daemon at the other end of a virtual cable.
/// </summary>
[TestClass]
public class AvahiTests
{
    private const string Label = "toyguard-k7m2p9qx";

    [TestMethod]
    public void AvahiResolve_FindsTheLastingName()
    {
        using AvahiPeer peer = new();
        using MdnsRun run = new(Label, MdnsService.DefaultPort);
        run.Service.SetSide(MdnsService.HomeSide, peer.Address, Subnet.Parse(peer.Link)!);
        peer.Start("peer");

        Assert.AreEqual(Label + ".local\t" + AvahiPeer.Text(peer.Address), peer.ResolveUntilFound("-n", Label + ".local"));
        Assert.IsFalse(run.Service.IsInConflict);
    }

    // The other one is to go by another name: ours was there first, and stands on the label.
    [TestMethod]
    public void AvahiDaemon_OfTheSameName_TakesAnother()
    {
        using AvahiPeer peer = new();
        using MdnsRun run = new(Label, MdnsService.DefaultPort);
        run.Service.SetSide(MdnsService.HomeSide, peer.Address, Subnet.Parse(peer.Link)!);
        run.Ask(peer.Address, Label + ".local");
        peer.Start(Label);

        Assert.AreEqual(Label + "-2.local\t" + AvahiPeer.Text(peer.PeerAddress), peer.ResolveUntilFound("-n", Label + "-2.local"));
        Assert.AreEqual(Label + ".local\t" + AvahiPeer.Text(peer.Address), peer.ResolveUntilFound("-n", Label + ".local"));
    }

    // It was there first; ours is kept all the same, and a grown-up hears of it.
    [TestMethod]
    public void AvahiDaemon_ThatHasTheNameAlready_IsAConflict()
    {
        using AvahiPeer peer = new();
        peer.Start(Label);
        peer.ResolveUntilFound("-n", Label + ".local");

        using MdnsRun run = new(Label, MdnsService.DefaultPort);
        run.Service.SetSide(MdnsService.HomeSide, peer.Address, Subnet.Parse(peer.Link)!);

        run.Until(() => run.Service.IsInConflict, "no conflict");
        run.Until(() => run.Heard == "True", "nobody was told: " + run.Heard);
    }
}
