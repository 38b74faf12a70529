using ToyGuard.Guard.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>What a station says of itself is shown only if it can be shown as it is; the URL of a description is shown and nothing else is done with it.</summary>
[TestClass]
public class SeenStationTests
{
    [TestMethod]
    [Req("EGR-10")]
    public void SeenAt_OfALease_IsWhatTheStationSaid()
    {
        DhcpRig rig = new DhcpRig(1);
        Assert.IsNull(rig.Responder.SeenAt(0, rig.NowMs));
        rig.Discover(1);
        Assert.IsNull(rig.Responder.SeenAt(0, rig.NowMs), "only offered");
        Ask(rig, "bear-7", "https://maker.example/mud.json later words");

        SeenStation seen = rig.Responder.SeenAt(0, rig.NowMs)!;
        Assert.AreEqual("02:00:5e:00:53:01", seen.Hardware);
        Assert.AreEqual(0xC0000202u, seen.Address);
        Assert.AreEqual("bear-7", seen.Name);
        Assert.AreEqual("https://maker.example/mud.json", seen.MudUrl);
        rig.Wait(DhcpResponder.ToySeconds);
        Assert.IsNull(rig.Responder.SeenAt(0, rig.NowMs), "over");
        Assert.IsNull(rig.Responder.SeenAt(-1, rig.NowMs));
        Assert.IsNull(rig.Responder.SeenAt(64, rig.NowMs));
    }

    [TestMethod]
    [DataRow("bear", true)]
    [DataRow("Bear-2", true)]
    [DataRow("12345678901234567890123456789012", true)]
    [DataRow("123456789012345678901234567890123", false)]
    [DataRow("a bear", false)]
    [DataRow("bear.lan", false)]
    [DataRow("<b>", false)]
    [DataRow("b\u00e4r", false)]
    public void SeenAt_AName_IsShownAsItIsOrNot(string name, bool isShown)
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Discover(1);
        Ask(rig, name, "x");
        Assert.AreEqual(isShown ? name : "", rig.Responder.SeenAt(0, rig.NowMs)!.Name);
    }

    [TestMethod]
    [DataRow("https://m.example/", true)]
    [DataRow("https://m", true)]
    [DataRow("https://", false)]
    [DataRow("http://m.example/", false)]
    [DataRow("HTTPS://m.example/", false)]
    [DataRow("javascript:alert(1)", false)]
    [DataRow(" https://m.example/", false)]
    [DataRow("https://m.ex\u0001mple/", false)]
    [DataRow("https://m.ex\u00e4mple/", false)]
    public void SeenAt_AUrl_IsHttpsInAsciiOrNotShown(string url, bool isShown)
    {
        DhcpRig rig = new DhcpRig(1);
        rig.Discover(1);
        Ask(rig, "x", url);
        Assert.AreEqual(isShown ? url : "", rig.Responder.SeenAt(0, rig.NowMs)!.MudUrl);
    }

    [TestMethod]
    public void SeenAt_AUrlsLength_HasABound()
    {
        for (int count = 126; count <= 131; count++)
        {
            DhcpRig rig = new DhcpRig(1);
            string url = "https://";

            while (url.Length < count)
            {
                url += "m";
            }

            rig.Discover(1);
            Ask(rig, "x", url);
            Assert.AreEqual(count <= 128 ? count : 0, rig.Responder.SeenAt(0, rig.NowMs)!.MudUrl.Length);
        }
    }

    private static void Ask(DhcpRig rig, string name, string url)
    {
        rig.Send(DhcpBuilder.Of(3, 1).OptionAddress(54, DhcpRig.Hub).OptionAddress(50, 2).Option(12, Chars(name)).Option(161, Chars(url)).End());
    }

    // One byte a character, whatever it is.
    private static byte[] Chars(string text)
    {
        byte[] bytes = new byte[text.Length];

        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)text[i];
        }

        return bytes;
    }
}
