using ToyGuard.Page.Routes;

namespace ToyGuard.Page.Tests.Routes;

/// <summary>
/// Goal: a site that gets our address under a name of its own (DNS rebinding) gets nothing but 421, and a parent who types a name of ours gets the page.
/// Method: every spelling of ours beside its nearest foreign one.
/// </summary>
[TestClass]
public class OwnHostTests
{
    [TestMethod]
    [Req("WEB-01")]
    [DataRow("toyguard-k7m2p9qx")]
    [DataRow("toyguard-k7m2p9qx.")]
    [DataRow("TOYGUARD-K7M2P9QX")]
    [DataRow("toyguard-k7m2p9qx:80")]
    [DataRow("toyguard-k7m2p9qx.local")]
    [DataRow("toyguard-k7m2p9qx.local.")]
    [DataRow("toyguard-k7m2p9qx.local:80")]
    [DataRow("ToyGuard-K7M2P9QX.Local")]
    [DataRow("toyguard-k7m2p9qx.lan")]
    [DataRow("toyguard-k7m2p9qx.home")]
    [DataRow("toyguard-k7m2p9qx.internal")]
    [DataRow("toyguard-k7m2p9qx.localdomain")]
    [DataRow("toyguard-k7m2p9qx.home.arpa")]
    [DataRow("toyguard-k7m2p9qx.router.test")]
    [DataRow("toyguard-k7m2p9qx.router.test.")]
    [DataRow("toyguard-k7m2p9qx.Router.TEST:80")]
    [DataRow("192.0.2.1")]
    [DataRow("192.0.2.1:80")]
    public void Judge_OwnHost_IsAnswered(string host)
    {
        Assert.AreEqual(200, StatusOf(host, 80), host);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("evil.example")]
    [DataRow("localhost")]
    [DataRow("local")]
    [DataRow("toyguard")]
    [DataRow("toyguard-k7m2p9q")]
    [DataRow("toyguard-k7m2p9qy")]
    [DataRow("toyguard-k7m2p9qxx")]
    [DataRow("xtoyguard-k7m2p9qx")]
    [DataRow("toyguard-k7m2p9qx.evil.example")]
    [DataRow("toyguard-k7m2p9qx.local.evil.example")]
    [DataRow("toyguard-k7m2p9qx.evil.example.local")]
    [DataRow("evil.toyguard-k7m2p9qx.local")]
    [DataRow("toyguard-k7m2p9qxlocal")]
    [DataRow("toyguard-k7m2p9qx.locale")]
    [DataRow("toyguard-k7m2p9qx.loca")]
    [DataRow("toyguard-k7m2p9qx-local")]
    [DataRow("toyguard-k7m2p9qx.router.tes")]
    [DataRow("toyguard-k7m2p9qx.router.test.evil.example")]
    [DataRow("toyguard-k7m2p9qx.test")]
    [DataRow("192.0.2.2")] // another device
    [DataRow("192.0.2.10")]
    [DataRow("192.0.2.")]
    [DataRow("192.0.2.1.evil.example")]
    [DataRow("127.0.0.1")]
    [DataRow("3221225985")] // our address in one number
    [DataRow("192.0.513")]
    [DataRow("0300.0.2.1")]
    [DataRow("192.000.002.001")]
    [DataRow("0xc0000201")]
    [DataRow("toyguard-k7m2p9qx.local:8080")]
    [DataRow("toyguard-k7m2p9qx.local:443")]
    [DataRow("192.0.2.1:8080")]
    public void Judge_ForeignHost_Is421WithoutContent(string host)
    {
        Asked asked = Asked.Of("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", NewIdentity(), 80);

        Assert.AreEqual(421, asked.Status, host);
        Assert.AreEqual("", asked.Content, host);
        Assert.AreEqual("0", asked.Field("Content-Length"), host);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("toyguard-k7m2p9qx.local:8080", 200)]
    [DataRow("192.0.2.1:8080", 200)]
    [DataRow("toyguard-k7m2p9qx.local", 421)] // without a port it means 80
    [DataRow("192.0.2.1", 421)]
    [DataRow("toyguard-k7m2p9qx.local:80", 421)]
    [DataRow("toyguard-k7m2p9qx.local:808", 421)]
    [DataRow("toyguard-k7m2p9qx.local:18080", 421)]
    public void Judge_AtAnotherPort_WantsThatPort(string host, int status)
    {
        Assert.AreEqual(status, StatusOf(host, 8080), host);
    }

    [TestMethod]
    [Req("WEB-01")]
    [DataRow("")] // none at all
    [DataRow("Host:\r\n")]
    [DataRow("Host: \r\n")]
    [DataRow("Host: .\r\n")]
    [DataRow("Host: :80\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local\r\nHost: toyguard-k7m2p9qx.local\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local\r\nHost: evil.example\r\n")]
    [DataRow("Host: evil.example\r\nHost: toyguard-k7m2p9qx.local\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local, evil.example\r\n")]
    [DataRow("Host: evil.example@toyguard-k7m2p9qx.local\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local..\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx..local\r\n")]
    [DataRow("Host: 192.0.2.1.\r\n")]
    [DataRow("Host: [::ffff:192.0.2.1]\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local:080\r\n")]
    [DataRow("Host: toyguard-k7m2p9qx.local:65616\r\n")]
    public void Judge_NoOneHost_IsRefusedWithoutContent(string fields)
    {
        Asked asked = Asked.Of("GET / HTTP/1.1\r\n" + fields + "\r\n", NewIdentity(), 80);

        Assert.IsTrue(asked.Status == 400 || asked.Status == 421, fields + " got " + asked.Status.ToString());
        Assert.AreEqual("", asked.Content, fields);
    }

    [TestMethod]
    [Req("WEB-01")]
    public void Judge_AbsoluteTarget_CountsAsHost()
    {
        Assert.AreEqual(200, Asked.Of("GET http://192.0.2.1/ HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n").Status);
        Assert.AreEqual(421, Asked.Of("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n").Status);
        Assert.AreEqual(400, Asked.Of("GET http://evil.example/ HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n").Status);
        Assert.AreEqual(400, Asked.Of("GET http://192.0.2.1/ HTTP/1.1\r\nHost: evil.example\r\n\r\n").Status);
    }

    [TestMethod]
    [Req("WEB-01")]
    public void Judge_RouterDomainNotKnown_IsForeign()
    {
        Assert.AreEqual(421, Asked.Of("GET / HTTP/1.1\r\nHost: toyguard-k7m2p9qx.router.test\r\n\r\n").Status);
    }

    [TestMethod]
    [Req("WEB-01")]
    public void Judge_DeviceWithoutAName_HasItsAddressOnly()
    {
        PageIdentity nameless = new PageIdentity("Bear", "", PageMode.Toy);

        Assert.AreEqual(200, Asked.Of("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n", nameless, 80).Status);
        Assert.AreEqual(421, Asked.Of("GET / HTTP/1.1\r\nHost: x.local\r\n\r\n", nameless, 80).Status);
    }

    private static int StatusOf(string host, int port)
    {
        return Asked.Of("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", NewIdentity(), port).Status;
    }

    private static PageIdentity NewIdentity()
    {
        PageIdentity identity = Asked.NewIdentity();
        identity.RouterDomain = "router.test";

        return identity;
    }
}
