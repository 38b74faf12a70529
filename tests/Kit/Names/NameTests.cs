using System;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Names;

/// <summary>
/// Goal: a connection goes to exactly the address that was judged, and to none when one of them is not for the Internet.
/// Method: a real resolver over UDP whose answers a test writes, and a map of addresses that notes all that is dialled.
/// </summary>
[TestClass]
public class NameTests
{
    private const string Url = "https://" + KitLab.Stories + "/";

    [TestMethod]
    [Req("EGR-03")]
    [Req("EGR-12")]
    public void Name_ThatLeadsElsewhereAMomentLater_IsDialledAsJudged()
    {
        using KitLab lab = new();

        // Good to the judge, and inside the home to whoever asks once more.
        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses(KitLab.StoriesAddress));
        lab.Resolver.Add(KitLab.Stories, LabResolver.Addresses("192.168.1.1"));

        using (GuardedResponse response = lab.Http.Get(Url))
        {
            Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
            Assert.IsTrue(response.TryReadBody(out _));
        }

        Assert.AreEqual(1, lab.Resolver.Asked.Count);
        Assert.AreEqual(KitLab.StoriesAddress + ":443", lab.Dialled.Single());

        // The next call is judged by what the name says then.
        using GuardedResponse second = lab.Http.Get(Url);
        Assert.AreEqual(Reason.AddressPrivate, second.Reason);
        Assert.AreEqual(1, lab.Dialled.Count);
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Name_ThatLeadsElsewhereAtARedirect_IsHeld()
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses(KitLab.StoriesAddress));
        lab.Resolver.Add(KitLab.Stories, LabResolver.Addresses("169.254.169.254"));
        lab.Server.Answer = static visit => visit.SendText("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.AreEqual(Reason.AddressLinkLocal, response.Reason);
        Assert.AreEqual(1, lab.Server.Visits.Count);
        Assert.IsTrue(lab.Strays.IsEmpty);
    }

    [TestMethod]
    [Req("EGR-03")]
    [DataRow("10.1.2.3", (int)Reason.AddressPrivate)]
    [DataRow("172.16.0.1", (int)Reason.AddressPrivate)]
    [DataRow("192.168.0.1", (int)Reason.AddressPrivate)]
    [DataRow("127.0.0.1", (int)Reason.AddressLoopback)]
    [DataRow("169.254.169.254", (int)Reason.AddressLinkLocal)]
    [DataRow("224.0.0.251", (int)Reason.AddressMulticast)]
    [DataRow("255.255.255.255", (int)Reason.AddressMulticast)]
    [DataRow("0.0.0.0", (int)Reason.AddressUnspecified)]
    public void Name_WithOneAddressOfTheHome_IsHeldWhole(string bad, int reason)
    {
        string[][] mixes = [[bad], [KitLab.StoriesAddress, bad], [bad, KitLab.StoriesAddress], [KitLab.StoriesAddress, KitLab.PicturesAddress, bad]];
        using KitLab lab = new();

        foreach (string[] mix in mixes)
        {
            lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses(mix));
            using GuardedResponse response = lab.Http.Get(Url);
            Assert.AreEqual((Reason)reason, response.Reason, string.Join(" ", mix));
        }

        Assert.IsTrue(lab.Dialled.IsEmpty, "something was dialled");
        Assert.AreEqual(0, lab.Connections);
        Assert.IsTrue(lab.Verdicts.All(verdict => verdict == Reason.Allowed || verdict == (Reason)reason));
    }

    [TestMethod]
    [Req("EGR-03")]
    public void Name_BehindAliases_IsJudgedByItsAddresses()
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Chain(["a.cdn.example", "b.cdn.example", "c.cdn.example"], KitLab.StoriesAddress));

        using (GuardedResponse response = lab.Http.Get(Url))
        {
            Assert.AreEqual(Reason.Allowed, response.Reason, response.Words);
            Assert.IsTrue(response.TryReadBody(out _));
        }

        lab.Resolver.Set(KitLab.Stories, LabResolver.Chain(["a.cdn.example", "router.home.arpa"], "192.168.1.1"));

        using GuardedResponse held = lab.Http.Get(Url);
        Assert.AreEqual(Reason.AddressPrivate, held.Reason);

        // An alias is never asked for by itself: it is no name of the manifest.
        Assert.IsTrue(lab.Resolver.Asked.All(static name => name == KitLab.Stories));
        Assert.AreEqual(1, lab.Dialled.Count);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Name_WhoseAliasesLeadNowhere_IsHeld(int kind)
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, kind == 0
            ? LabResolver.Chain(["a.cdn.example", KitLab.Stories])
            : LabResolver.Chain(Enumerable.Range(0, 40).Select(static i => "a" + i + ".cdn.example").ToArray()));

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.IsTrue(response.Reason is Reason.ResolverFailed or Reason.NameWithoutAddress or Reason.NameNotFound, response.Reason.ToString());
        Assert.IsTrue(lab.Dialled.IsEmpty);
    }

    [TestMethod]
    [Req("EGR-04")]
    [DataRow(3, (int)Reason.NameNotFound)]
    [DataRow(2, (int)Reason.ResolverFailed)]
    [DataRow(5, (int)Reason.ResolverFailed)]
    [DataRow(0, (int)Reason.NameWithoutAddress)]
    public void Name_ThatTheResolverRefuses_HasItsReason(int code, int reason)
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Code(code));

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.AreEqual((Reason)reason, response.Reason);
        Assert.IsTrue(lab.Dialled.IsEmpty);
    }

    [TestMethod]
    [Req("RES-01")]
    public void Offline_ResolverSilent_IsHeldWithItsReason()
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Silence);

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.IsTrue(response.IsHeld);
        Assert.AreEqual(Reason.ResolverSilent, response.Reason);
        Assert.IsTrue(response.Words.Contains("online", StringComparison.Ordinal), response.Words);
        Assert.IsTrue(lab.Dialled.IsEmpty);

        // Back online, nothing has to be restarted; that the resolver was silent is only known for a moment.
        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses(KitLab.StoriesAddress));
        KitLab.Until(() => IsServed(lab), "not served again");
    }

    [TestMethod]
    [Req("RES-01")]
    public void Offline_NoRoute_IsHeldWithItsReason()
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses("198.51.100.9"));

        using (GuardedResponse response = lab.Http.Get(Url))
        {
            Assert.AreEqual(Reason.ServerUnreachable, response.Reason);
            Assert.AreEqual("198.51.100.9:443", lab.Strays.Single());
        }

        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses(KitLab.StoriesAddress));
        lab.StillServes();
    }

    [TestMethod]
    [Req("EGR-12")]
    public void Name_WithTwoAddresses_GoesToOneOfTheJudged()
    {
        using KitLab lab = new();
        lab.Resolver.Set(KitLab.Stories, LabResolver.Addresses("198.51.100.9", KitLab.StoriesAddress));

        using GuardedResponse response = lab.Http.Get(Url);

        Assert.IsTrue(lab.Dialled.All(static place => place is "198.51.100.9:443" or KitLab.StoriesAddress + ":443"));
        Assert.IsTrue(response.Reason is Reason.Allowed or Reason.ServerUnreachable, response.Words);
    }

    private static bool IsServed(KitLab lab)
    {
        using GuardedResponse response = lab.Http.Get(Url);
        System.Threading.Thread.Sleep(response.IsHeld ? 100 : 0);

        return !response.IsHeld;
    }
}
