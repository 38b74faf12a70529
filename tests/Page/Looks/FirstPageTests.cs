using ToyGuard.Page.Routes;
using ToyGuard.Page.Tests.Routes;

namespace ToyGuard.Page.Tests.Looks;

/// <summary>Goal: the first page says whose it is, what that is and whether it is paired, and nothing else of the device.</summary>
[TestClass]
public class FirstPageTests
{
    private const string Request = "GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n";

    [TestMethod]
    public void Write_NotPaired_SaysSo()
    {
        Asked asked = Asked.Of(Request);

        Assert.IsTrue(asked.Says("<title>Story Bear</title>"));
        Assert.IsTrue(asked.Says("<h1><bdi>Story Bear</bdi></h1><p>A toy with ToyGuard inside</p>"));
        Assert.IsTrue(asked.Says("<h2>Not paired yet</h2>"));
        Assert.IsFalse(asked.Says("<h2>Paired</h2>"));
    }

    [TestMethod]
    public void Write_PairedHub_SaysSo()
    {
        PageIdentity hub = new PageIdentity("Hall", Asked.Label, PageMode.Hub);
        hub.IsPaired = true;
        Asked asked = Asked.Of(Request, hub, 80);

        Assert.IsTrue(asked.Says("<h1><bdi>Hall</bdi></h1><p>The hub between toys and the Internet</p>"));
        Assert.IsTrue(asked.Says("<h2>Paired</h2>"));
        Assert.IsFalse(asked.Says("Not paired"));
    }

    [TestMethod]
    [Req("ATT-03")]
    public void Write_AnyState_ShowsNoLastingName()
    {
        Asked asked = Asked.Of(Request);

        // Who came by address, or by rebinding, does not learn the name that keys are kept under.
        Assert.IsFalse(asked.Says(Asked.Label));
        Assert.IsTrue(asked.Head.IndexOf(Asked.Label) < 0);
    }

    [TestMethod]
    [Req("WEB-03")]
    public void Write_NameOfMarkup_IsText()
    {
        PageIdentity hostile = new PageIdentity("<script>\"a\"&'b'</script>", Asked.Label, PageMode.Toy);
        Asked asked = Asked.Of(Request, hostile, 80);

        Assert.IsFalse(asked.Says("<script"));
        Assert.IsTrue(asked.Says("<title>&lt;script&gt;&quot;a&quot;&amp;&#39;b&#39;&lt;/script&gt;</title>"));
        Assert.IsTrue(asked.Says("<h1><bdi>&lt;script&gt;"));
    }

    [TestMethod]
    [Req("WEB-03")]
    public void Write_EveryPage_LoadsNothing()
    {
        Asked page = Asked.Of(Request);
        Asked none = Asked.Of("GET /nothing HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");

        foreach (Asked asked in new Asked[] { page, none })
        {
            Assert.IsFalse(asked.Says("<script"));
            Assert.IsFalse(asked.Says("src="));
            Assert.IsFalse(asked.Says("url("));
            Assert.IsFalse(asked.Says("@import"));
            Assert.IsFalse(asked.Says("https:"));
            Assert.IsFalse(asked.Says(" style="));
            Assert.IsTrue(asked.Says("<link rel=\"icon\" href=\"data:image/svg+xml,"));
        }

        Assert.IsTrue(none.Says("There is no page at this address."));
        Assert.IsTrue(none.Says("<a href=\"/\">"));
    }
}
