using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

/// <summary>Goal: a model that could open the gate by mistake cannot be made. What a manifest may say is the manifest reader's matter.</summary>
[TestClass]
public class ModelTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(65536)]
    public void NewEndpoint_NoSuchPort_Throws(int port)
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Home.Place("x", Home.Stories, port, Scheme.Https));
    }

    [TestMethod]
    public void NewEndpoint_FirstAndLastPort_AreFine()
    {
        Assert.AreEqual(1, Home.Place("x", Home.Stories, 1, Scheme.Https).Port);
        Assert.AreEqual(65535, Home.Place("x", Home.Stories, 65535, Scheme.Https).Port);
    }

    [TestMethod]
    public void NewEndpoint_NothingToMatch_Throws()
    {
        Check.Throws(
            typeof(ArgumentNullException),
            () => Assert.IsNotNull(new Endpoint("x", null!, 443, Scheme.Https, "", Party.First, "", new string[0], 0, null)));
        Check.Throws(
            typeof(ArgumentOutOfRangeException),
            () => Assert.IsNotNull(new Endpoint("x", Home.Pattern(Home.Stories), 443, Scheme.Https, "", Party.First, "", new string[0], -1, null)));
    }

    [TestMethod]
    public void NewManifest_Impossible_Throws()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Home.ManifestOf((AgeBand)4, new Endpoint[0]));
        Check.Throws(typeof(ArgumentNullException), () => Home.ManifestOf(AgeBand.Under9, new Endpoint[1]));
    }

    [TestMethod]
    public void NewManifest_Says_WhatItWasGiven()
    {
        Manifest manifest = Home.SampleManifest();
        Endpoint stories = manifest.Endpoints[0];

        Assert.AreEqual("story-bear-2", manifest.Model);
        Assert.AreEqual("Story Bear", manifest.Name);
        Assert.AreEqual("Example Toys", manifest.Maker);
        Assert.AreEqual("https://toys.example/contact", manifest.Contact);
        Assert.AreEqual("mailto:security@toys.example", manifest.SecurityContact);
        Assert.AreEqual("2031-12-31", manifest.SupportUntil);
        Assert.AreEqual(0, manifest.Roots.Length);
        Assert.AreEqual("microphone", manifest.Sensors[0].Kind);
        Assert.AreEqual("talk", manifest.Sensors[0].Purpose);
        Assert.AreEqual("push-to-talk", manifest.Sensors[0].Mode);
        Assert.AreEqual("stories", stories.Id);
        Assert.AreEqual("Example Toys", stories.Owner);
        Assert.AreEqual("stories", stories.Purpose);
        Assert.AreEqual("chosen-story", stories.Data[0]);
        Assert.AreEqual((int)Party.First, (int)stories.Party);
        Assert.AreEqual((long)Home.StoriesDailyBytes, stories.DailyBytes);
        Assert.IsNull(stories.Hours);
    }

    [TestMethod]
    public void ChildBand_NoSuchBand_Throws()
    {
        ToyState toy = Home.SampleToy();
        Check.Throws(typeof(ArgumentOutOfRangeException), () => toy.ChildBand = (AgeBand)4);
        Assert.AreEqual((int)AgeBand.From9To12, (int)toy.ChildBand);
    }

    [TestMethod]
    [Req("EGR-06")]
    public void NewToy_EveryEndpoint_IsUnapprovedAndUnused()
    {
        ToyState toy = new ToyState("bear", Home.SampleManifest());

        for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
        {
            Assert.IsNotNull(toy.EndpointAt(number));
            Assert.IsFalse(toy.EndpointAt(number)!.IsApproved);
            Assert.AreEqual(0L, toy.EndpointAt(number)!.BytesToday);
            Assert.AreEqual(0, toy.EndpointAt(number)!.NamesToday);
        }

        Assert.IsNull(toy.EndpointAt(0));
        Assert.IsNull(toy.EndpointAt(toy.Manifest.Endpoints.Length + 1));
    }

    [TestMethod]
    public void NewGate_WithoutItsParts_Throws()
    {
        Check.Throws(typeof(ArgumentNullException), () => Assert.IsNotNull(new Gate(null!, new VerdictCounters())));
        Check.Throws(typeof(ArgumentNullException), () => Assert.IsNotNull(new Gate(Home.SampleState(), null!)));
    }
}
