namespace ToyGuard.Emulator.Tests.Network;

/// <summary>
/// Goal: whoever speaks multicast DNS at home opens the device's page by its lasting name, without anybody having told it where that is.
/// Method: namespaces; a real avahi-daemon, the system's own name service switch, and Chromium without a rule of ours.
/// </summary>
[TestClass]
public class LocalNameTests
{
    private const string Other = "toyguard-00000000.local";

    [TestMethod]
    [Req("PAIR-01")]
    public void Chromium_AtTheLastingName_ShowsThePage()
    {
        using NamedHome home = new("--lan");

        Assert.AreEqual(Namespaces.HubAtHome, home.Lookup(home.Label + ".local", isThere: true));
        string page = home.Browse($"http://{home.Label}.local/");
        Assert.Contains("<title>ToyGuard", page);

        // Its scripts came too, and ran: the document as it is sent has no screen.
        Assert.Contains("<main id=\"app\" data-screen=", page);

        Assert.AreEqual("", home.Lookup(Other, isThere: false));
        Assert.DoesNotContain("<title>ToyGuard", home.Browse($"http://{Other}/"));
    }
}
