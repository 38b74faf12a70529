using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>
/// Goal: who records everything, and sends it again, has nothing and changes nothing. Method: one family's set-up, pairing and settings over real sockets;
/// every byte of it searched, sent again, and sent again with a bit turned.
/// </summary>
[TestClass]
public sealed class CaptureTests
{
    [TestMethod]
    [Req("AUTH-04")]
    public void Capture_OfSetUpPairingAndSettings_HoldsNothing()
    {
        using FamilyRig rig = new(true);
        PhoneWire own = rig.Wire(FamilyRig.OwnSide);
        PhoneWire home = rig.Wire();
        Walk walk = new(rig);
        walk.SetUp(own);
        Assert.AreEqual(200, home.Get("/").Status);
        Assert.AreEqual(200, home.Get("/state").Status);
        walk.Pair(home.Door, home.Door);

        byte[] everything = All(own.Heard.Concat(home.Heard));
        Dictionary<string, byte[]> secrets = new()
        {
            ["claim code"] = PhoneBytes.CodeOf(walk.Code),
            ["invitation"] = PhoneBytes.CodeOf(walk.Invitation),
            ["owner code"] = PhoneBytes.CodeOf(walk.First.OwnerCode),
            ["base"] = walk.FirstBase,
            ["check"] = walk.FirstCheck,
            ["new base"] = walk.First.PinBase,
            ["new check"] = walk.First.PinCheck,
            ["second base"] = walk.Second.PinBase,
            ["second check"] = walk.Second.PinCheck,
            ["first key"] = walk.First.PhoneKey,
            ["second key"] = walk.Second.PhoneKey,
        };

        foreach ((string name, byte[] bytes) in secrets)
        {
            AssertNowhere(everything, bytes, name);
            AssertNowhere(everything, Encoding.ASCII.GetBytes(Hex.Text(bytes)), name + " in hex");
            AssertNowhere(everything, Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)), name + " in hex");
            AssertNowhere(everything, Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes).TrimEnd('=')), name + " in base 64");
            Array.ForEach(Base32.All(bytes), text => AssertNowhere(everything, Encoding.ASCII.GetBytes(text), name + " as " + text));
        }

        string[] texts =
        {
            walk.Code, walk.Invitation, walk.First.OwnerCode, FamilyRig.Pin, Walk.NewPin, Walk.SecondPin, FamilyRig.Toy, walk.First.Label, walk.Second.Label, rig.Factory.ApKey,
        };

        foreach (string text in texts)
        {
            AssertNowhere(everything, Encoding.UTF8.GetBytes(text), text);
            AssertNowhere(everything, Encoding.UTF8.GetBytes(Hex.Text(Encoding.UTF8.GetBytes(text))), text + " in hex");
            AssertNowhere(everything, Encoding.UTF8.GetBytes(text.ToLowerInvariant()), text + " in small letters");
        }

        // What is asked and answered at the door is no text at all; and the home's key stands in the one request that brings it.
        byte[] door = All(home.Heard.Where(IsDoor));
        Array.ForEach(new[] { "\"op\"", "\"ok\"", "pause", "bonus", "toy\"", "minutes" }, word => AssertNowhere(door, Encoding.ASCII.GetBytes(word), word));
        byte[] key = Encoding.ASCII.GetBytes(Walk.WifiKey);
        PhoneExchange brought = own.Heard.Single(e => e.Request.AsSpan().IndexOf(key) >= 0);
        Assert.IsTrue(Encoding.ASCII.GetString(brought.Request).StartsWith("POST /setup ", StringComparison.Ordinal));
        AssertNowhere(All(home.Heard), key, "Wi-Fi key");
        AssertNowhere(All(own.Heard.Select(e => new PhoneExchange(Array.Empty<byte>(), e.Answer))), key, "Wi-Fi key in an answer");

        // The search can find: what is public stands there.
        Assert.IsTrue(everything.AsSpan().IndexOf(walk.First.DeviceId) >= 0);
        Assert.IsTrue(home.Heard.Count(IsDoor) >= 20, home.Heard.Count + " exchanges");
        CollectionAssert.Contains(Base32.All(PhoneBytes.CodeOf(walk.Code)), walk.Code[..16]);
    }

    // Twice: as the family left it, and after a press, with the windows of a paired device open. Each on the side where it was heard, and on the other.
    [TestMethod]
    [Req("AUTH-04")]
    public void Replay_OfEachRequest_ChangesNothing()
    {
        using FamilyRig rig = new(true);
        PhoneWire own = rig.Wire(FamilyRig.OwnSide);
        PhoneWire home = rig.Wire();
        Walk walk = new(rig);
        walk.SetUp(own);
        walk.Pair(home.Door, home.Door);

        byte[][] fromOwn = own.Heard.Select(e => e.Request).ToArray();
        byte[][] fromHome = home.Heard.Select(e => e.Request).ToArray();
        string before = rig.State;

        for (int round = 0; round < 2; round++)
        {
            Array.ForEach(fromOwn, request => own.Send(request));
            Array.ForEach(fromHome, request => AssertNothingNew(home, request, before, rig));
            Array.ForEach(fromHome, request => own.Send(request));
            Array.ForEach(fromOwn, request => home.Send(request));
            Assert.AreEqual(before, rig.State, "round " + round);
            rig.Press();
        }

        // The phone's own next question is taken still: nothing of all that moved its counter.
        Assert.AreEqual(true, walk.First.Ask(new { op = "look" })?.IsOk);
        Assert.AreEqual(0, rig.Faults);
    }

    [TestMethod]
    [Req("AUTH-04")]
    [Req("WEB-04")]
    public void Replay_WithABitTurnedOverSockets_ChangesNothing()
    {
        using FamilyRig rig = new(true);
        PhoneWire home = rig.Wire();
        Walk walk = new(rig);
        walk.Pair(home.Door, home.Door);
        PhoneExchange[] heard = home.Heard.ToArray();
        string before = rig.State;
        Chance chance = new(20261122);

        for (int i = 0; i < 30; i++)
        {
            byte[] request = (byte[])heard[chance.Below(heard.Length)].Request.Clone();
            int bit = chance.Below(request.Length * 8);
            request[bit / 8] ^= (byte)(1 << (bit % 8));
            home.Send(request);
            Assert.AreEqual(before, rig.State, "try " + i + ", bit " + bit);
        }

        Assert.AreEqual(true, walk.First.Ask(new { op = "look" })?.IsOk);
        Assert.AreEqual(0, rig.Faults);
    }

    private static void AssertNothingNew(PhoneWire home, byte[] request, string before, FamilyRig rig)
    {
        home.Send(request);
        Assert.AreEqual(before, rig.State, Encoding.Latin1.GetString(request));
    }

    private static bool IsDoor(PhoneExchange exchange)
    {
        return Encoding.ASCII.GetString(exchange.Request).StartsWith("POST /door ", StringComparison.Ordinal);
    }

    private static byte[] All(IEnumerable<PhoneExchange> exchanges)
    {
        return exchanges.SelectMany(e => e.Request.Concat(e.Answer)).ToArray();
    }

    private static void AssertNowhere(byte[] everything, byte[] secret, string name)
    {
        Assert.IsTrue(secret.Length > 2, name);
        Assert.IsTrue(everything.AsSpan().IndexOf(secret) < 0, name + " was sent");
    }
}
