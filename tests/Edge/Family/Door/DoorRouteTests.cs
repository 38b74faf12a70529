using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: without a session nobody learns or changes anything, whatever they send and wherever it comes from.
/// Method: every route of the table over real sockets, before and after a family exists, with everything that is private marked.
/// </summary>
[TestClass]
public sealed class DoorRouteTests
{
    [TestMethod]
    [Req("AUTH-01")]
    [Req("WEB-02")]
    public void PostedRoutes_WithoutExpiredOrForgedSession_GetTheOneRefusal()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        byte[] live = phone.Channel!.Question("{\"op\":\"pause\",\"toy\":0}");
        byte[] forged = (byte[])live.Clone();
        forged[^1] ^= 1;
        uint before = rig.Home.Sequence;
        HashSet<string> refusals = [];
        PhoneWire wire = rig.Wire();

        foreach (byte[] body in new[] { Encoding.ASCII.GetBytes("{}"), new byte[96], new byte[4096], forged, live[..^1] })
        {
            refusals.Add(Latin(wire.Post("/door", "application/octet-stream", body)));
        }

        refusals.Add(Latin(wire.Post("/setup", "application/json", Encoding.ASCII.GetBytes("{\"ssid\":\"Home\",\"key\":\"12345678\"}"))));
        refusals.Add(Latin(rig.Wire(isHomeSide: false).Post("/setup", "application/json", Encoding.ASCII.GetBytes("{\"ssid\":\"Home\",\"key\":\"12345678\"}"))));

        // The session's own question, but from another site, from no site, or on the device's own Wi-Fi.
        refusals.Add(Latin(wire.Send(wire.Request("POST", "/door", "application/octet-stream", live, origin: "http://evil.example"))));
        refusals.Add(Latin(wire.Send(wire.Request("POST", "/door", "application/octet-stream", live, origin: ""))));
        refusals.Add(Latin(wire.Send(wire.Request("POST", "/door", "application/octet-stream", live, more: "Sec-Fetch-Site: cross-site\r\n"))));
        refusals.Add(Latin(wire.Send(wire.Request("POST", "/door", "text/plain", live))));
        refusals.Add(Latin(rig.Wire(isHomeSide: false).Post("/door", "application/octet-stream", live)));

        Assert.AreEqual(before, rig.Home.Sequence, "nothing was changed");
        Assert.IsFalse(rig.Home.Settings.IsEverythingPaused);

        Assert.AreEqual(200, wire.Post("/door", "application/octet-stream", live).Status, "no counter moved");
        Assert.IsTrue(rig.Home.Settings.IsEverythingPaused);
        Assert.IsTrue(phone.SignIn(full: false));
        byte[] old = phone.Channel!.Question("{\"op\":\"look\"}");
        phone.Channel.Counter--;
        Assert.IsTrue(phone.Ask(new { op = "sign-out" })!.IsOk);
        refusals.Add(Latin(wire.Post("/door", "application/octet-stream", old)));

        Assert.AreEqual(1, refusals.Count, string.Join("\n---\n", refusals));
        StringAssert.StartsWith(refusals.Single(), "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n");
    }

    [TestMethod]
    [Req("WEB-02")]
    public void ReadRoutes_Twice_ChangeNothing()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Press();
        string code = rig.Code;
        rig.PowerOff();
        rig.PowerOn();
        string flash = rig.FlashPrint();
        uint sequence = rig.Home.Sequence;

        foreach (PhoneWire wire in new[] { rig.Wire(), rig.Wire(isHomeSide: false) })
        {
            for (int i = 0; i < RouteTable.Count; i++)
            {
                string first = Latin(wire.Get(RouteTable.PathAt(i)));
                Assert.AreEqual(first, Latin(wire.Get(RouteTable.PathAt(i))), RouteTable.PathAt(i));
            }
        }

        Assert.AreEqual(flash, rig.FlashPrint());
        Assert.AreEqual(sequence, rig.Home.Sequence);
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.AreNotEqual("", code);
    }

    [TestMethod]
    [Req("ATT-03")]
    [Req("WEB-03")]
    public void EveryUnauthenticatedAnswer_Crawled_HoldsNothingPrivate()
    {
        using FamilyRig rig = new();
        List<string> heard = [];
        Crawl(rig, heard);
        rig.Press();
        Crawl(rig, heard);
        string claim = rig.Code;
        TestPhone phone = rig.Claimed();
        string owner = phone.OwnerCode;
        TestPhone helper = rig.Invited(phone, Role.Helper);
        rig.Press();
        string welcome = rig.Code;
        Crawl(rig, heard);

        string[] markers = ["marker-7f3a", FamilyRig.Pin, claim, welcome, owner, System.Convert.ToHexString(phone.PhoneKey), System.Convert.ToHexString(helper.PhoneId), "Server:", "Set-Cookie", "X-Powered-By", "http://evil"];

        foreach (string answer in heard)
        {
            foreach (string marker in markers)
            {
                Assert.IsFalse(answer.Contains(marker, System.StringComparison.OrdinalIgnoreCase), marker + " in " + answer);
            }
        }

        Assert.IsTrue(heard.Any(answer => answer.Contains("\"paired\":true", System.StringComparison.Ordinal)));
        Assert.IsTrue(heard.Any(answer => answer.Contains("\"claim\":{\"open\":true", System.StringComparison.Ordinal)));
    }

    [TestMethod]
    [Req("WEB-01")]
    public void EveryRoute_UnderAForeignHost_IsMisdirected()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        PhoneWire wire = rig.Wire();
        byte[] live = phone.Channel!.Question("{\"op\":\"pause\",\"toy\":0}");

        foreach (string host in new[] { "evil.example", "192.0.2.7", rig.Identity.HostLabel + ".local.evil.example", rig.Identity.HostLabel + ".local:1", "localhost" })
        {
            for (int i = 0; i < RouteTable.Count; i++)
            {
                Assert.AreEqual(421, wire.Send(wire.Request("GET", RouteTable.PathAt(i), "", [], host)).Status, host);
                Assert.AreEqual(421, wire.Send(wire.Request("POST", RouteTable.PathAt(i), "application/octet-stream", live, host)).Status, host);
            }
        }

        Assert.IsFalse(rig.Home.Settings.IsEverythingPaused);
    }

    [TestMethod]
    [Req("WEB-03")]
    public void PackedPages_OverRealSockets_ComeWholeAndLoadNothingForeign()
    {
        using FamilyRig rig = new();
        PhoneWire wire = rig.Wire();

        foreach (string path in new[] { "/", "/part/inside", "/help" })
        {
            PhoneExchange exchange = wire.Send(wire.Request("GET", path, "", [], more: "Accept-Encoding: gzip, deflate\r\nAccept-Language: ar\r\n"));
            using GZipStream unpacked = new(new MemoryStream(exchange.Body), CompressionMode.Decompress);
            using StreamReader reader = new(unpacked, Encoding.UTF8);
            string page = reader.ReadToEnd();

            Assert.AreEqual(200, exchange.Status);
            Assert.IsTrue(page.Length > 200, path);
            Assert.IsFalse(page.Contains("src=\"http", System.StringComparison.Ordinal) || page.Contains("href=\"http", System.StringComparison.Ordinal), path);
        }
    }

    [TestMethod]
    [Req("WEB-01")]
    public void Probes_OnTheOwnWifiDuringSetUp_AreTheOneForeignHost()
    {
        using FamilyRig rig = new();
        PhoneWire own = rig.Wire(isHomeSide: false);
        byte[] apple = own.Request("GET", "/hotspot-detect.html", "", [], "captive.apple.com");
        byte[] android = own.Request("GET", "/generate_204", "", [], "connectivitycheck.gstatic.com");

        StringAssert.Contains(own.Send(apple).Text, "Success");
        PhoneExchange led = own.Send(android);
        Assert.AreEqual(302, led.Status);
        StringAssert.Contains(Latin(led), $"\r\nLocation: http://127.0.0.1:{own.Host[(own.Host.IndexOf(':', System.StringComparison.Ordinal) + 1)..]}/\r\n");
        Assert.AreEqual(421, rig.Wire().Send(apple).Status, "not in the home");
        Assert.AreEqual(421, own.Send(own.Request("GET", "/", "", [], "evil.example")).Status);
        Assert.AreEqual(421, own.Send(own.Request("POST", "/generate_204", "text/plain", [], "connectivitycheck.gstatic.com")).Status);

        rig.Claimed();
        Assert.AreEqual(421, own.Send(apple).Status, "set-up is over");
        Assert.AreEqual(421, own.Send(android).Status);
    }

    private static void Crawl(FamilyRig rig, List<string> heard)
    {
        foreach (PhoneWire wire in new[] { rig.Wire(), rig.Wire(isHomeSide: false) })
        {
            for (int i = 0; i < RouteTable.Count; i++)
            {
                heard.Add(Latin(wire.Get(RouteTable.PathAt(i))));
                heard.Add(Latin(wire.Post(RouteTable.PathAt(i), "application/octet-stream", new byte[96])));
            }

            heard.Add(Latin(wire.Get("/nothing")));
        }

        // What a begin is answered is public as well.
        TestPhone stranger = rig.NewPhone("stranger");
        stranger.Open(1, "00000000000000000", 1);
        heard.AddRange(stranger.Said.Where(said => said.Heard is not null).Select(said => Encoding.Latin1.GetString(said.Heard!)));
    }

    private static string Latin(PhoneExchange exchange)
    {
        return Encoding.Latin1.GetString(exchange.Answer);
    }
}
