using System;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Web;
using ToyGuard.Fakes;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>
/// Goal: who is at home and who is asked for names are what the home's router says now, and nobody before it says anything that can be so.
/// Method: leases that come, change, go and lie; the page's door and the name client look on.
/// </summary>
[TestClass]
public sealed class HomeNetworkTests
{
    private static readonly byte[] s_none = new byte[4];
    private static readonly byte[] s_mask24 = { 255, 255, 255, 0 };
    private static readonly byte[] s_own = { 192, 168, 4, 1 };
    private static readonly byte[] s_router = { 10, 0, 0, 1 };
    private static readonly Subnet s_toySide = Subnet.Parse("192.168.4.0/24")!;

    [TestMethod]
    [Req("EGR-04")]
    public void BeforeThereIsOne_NobodyIsAtHome_AndNobodyIsAsked()
    {
        HomeNetwork home = new(s_toySide, s_own);

        Assert.IsNull(home.Side);
        Assert.IsFalse(home.Contains([10, 0, 0, 7]));
        CollectionAssert.AreEqual(s_none, home.Resolver);
        Assert.IsFalse(home.Set(s_none, s_none, s_none), "nothing became another");
        Assert.IsFalse(home.Set(s_none, s_mask24, s_router));
        CollectionAssert.AreEqual(s_none, home.Resolver, "a resolver without a network");
    }

    [TestMethod]
    public void AnotherAddress_MovesTheHome()
    {
        HomeNetwork home = new(s_toySide, s_own);

        Assert.IsTrue(home.Set([10, 0, 0, 7], s_mask24, s_router));
        Assert.IsTrue(home.Contains([10, 0, 0, 200]));
        Assert.IsFalse(home.Set([10, 0, 0, 7], s_mask24, s_router), "the same again");

        Assert.IsTrue(home.Set([192, 168, 178, 20], s_mask24, [192, 168, 178, 1]));
        Assert.IsFalse(home.Contains([10, 0, 0, 200]));
        Assert.IsTrue(home.Contains([192, 168, 178, 9]));
        CollectionAssert.AreEqual(new byte[] { 192, 168, 178, 1 }, home.Resolver);
        CollectionAssert.AreEqual(new byte[] { 192, 168, 178, 20 }, home.Address);

        Assert.IsTrue(home.Set([192, 168, 178, 20], s_mask24, [192, 168, 178, 2]), "another resolver alone");
        Assert.IsTrue(home.Set([192, 168, 178, 20], [255, 255, 254, 0], [192, 168, 178, 2]), "a larger network alone");
        Assert.IsTrue(home.Contains([192, 168, 179, 1]));

        Assert.IsTrue(home.Set(s_none, s_none, s_none), "it is gone");
        Assert.IsFalse(home.Contains([192, 168, 178, 9]));
        CollectionAssert.AreEqual(s_none, home.Resolver);
        Assert.IsFalse(home.Set(s_none, s_none, s_none));
    }

    [TestMethod]
    [Req("ATT-01")]
    [DataRow("192.168.4.20", "255.255.255.0", "our own address's neighbours")]
    [DataRow("192.168.4.1", "255.255.255.0", "our own address")]
    [DataRow("192.168.0.20", "255.255.0.0", "a network around the toys")]
    [DataRow("192.168.4.130", "255.255.255.128", "half of the toys")]
    [DataRow("10.0.0.7", "0.0.0.0", "no mask")]
    [DataRow("10.0.0.7", "254.0.0.0", "half the Internet")]
    [DataRow("10.0.0.7", "255.0.255.0", "a mask with a hole")]
    [DataRow("10.0.0.7", "255.255.255.254", "no room for a router")]
    [DataRow("10.0.0.7", "255.255.255.255", "nobody but us")]
    public void WhatCannotBeSo_IsNoHome(string address, string mask, string why)
    {
        HomeNetwork home = new(s_toySide, s_own);
        home.Set([10, 0, 0, 7], s_mask24, s_router);

        Assert.IsTrue(home.Set(Bytes(address), Bytes(mask), s_router), why);
        Assert.IsNull(home.Side, why);
        Assert.IsFalse(home.Contains([10, 0, 0, 200]), why);
        CollectionAssert.AreEqual(s_none, home.Resolver, why);
        CollectionAssert.AreEqual(s_none, home.Address, why);
    }

    [TestMethod]
    public void TheCallersArrays_AreCopied()
    {
        HomeNetwork home = new(s_toySide, s_own);
        byte[] address = [10, 0, 0, 7];
        byte[] resolver = [10, 0, 0, 1];
        home.Set(address, s_mask24, resolver);

        Array.Clear(address);
        Array.Clear(resolver);

        CollectionAssert.AreEqual(new byte[] { 10, 0, 0, 7 }, home.Address);
        CollectionAssert.AreEqual(new byte[] { 10, 0, 0, 1 }, home.Resolver);
    }

    [TestMethod]
    [Req("ATT-01")]
    public void ThePagesDoor_FollowsTheHome_AndToysStayToys()
    {
        HomeNetwork home = new(s_toySide, s_own);
        WebListener door = new(s_none, 80, s_toySide, []) { Home = home };

        Assert.IsFalse(door.IsHome([10, 0, 0, 9]));
        home.Set([10, 0, 0, 7], s_mask24, s_router);
        Assert.IsTrue(door.IsHome([10, 0, 0, 9]));
        Assert.IsFalse(door.IsHome([192, 168, 4, 9]));
        Assert.IsTrue(door.IsToy([192, 168, 4, 9]));
        home.Set([172, 16, 0, 7], s_mask24, [172, 16, 0, 1]);
        Assert.IsFalse(door.IsHome([10, 0, 0, 9]));
        Assert.IsTrue(door.IsHome([172, 16, 0, 9]));
    }

    [TestMethod]
    [Req("EGR-04")]
    public void Names_AreAskedOfTheResolverThatThereIs()
    {
        using FakeResolver resolver = FakeResolver.Honest();
        HomeNetwork home = new(s_toySide, s_own);
        DnsClient client = new(home, resolver.Port, new SecureRandom());

        Assert.AreEqual(Reason.ResolverSilent, Ask(client, "first.example"));
        Assert.IsEmpty(resolver.Questions);

        home.Set([127, 0, 0, 7], s_mask24, [127, 0, 0, 1]);
        Assert.AreEqual(Reason.None, Ask(client, "second.example"));

        home.Set(s_none, s_none, s_none);
        Assert.AreEqual(Reason.ResolverSilent, Ask(client, "third.example"));
        Assert.HasCount(1, resolver.Questions);
    }

    private static Reason Ask(DnsClient client, string name)
    {
        HostName host = new();
        host.Read(name);
        return client.Lookup(host, new byte[32], out _);
    }

    private static byte[] Bytes(string address)
    {
        return System.Net.IPAddress.Parse(address).GetAddressBytes();
    }
}
