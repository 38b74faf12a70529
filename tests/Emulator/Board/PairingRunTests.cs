using System;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>
/// Goal: a run is brought home, claimed and used as a device is, by presses and a phone alone, and its plug may be pulled at any byte of that.
/// Method: the real program with its air played quickly, the board's API for presses and plug, and a phone that has no line of ours.
/// </summary>
[TestClass]
public sealed class PairingRunTests
{
    private const string Pin = "481516";
    private const string Probe = "captive.apple.com";

    [TestMethod]
    [Req("PAIR-03")]
    [DataRow("hub")]
    [DataRow("toy")]
    public void Device_ThroughBothHalves_IsClaimedAndKnowsThePhoneAfterThePlug(string mode)
    {
        using EmulatorRun run = SetUpWalk.Start(mode);
        using BoardClient board = BoardClient.Of(run);
        TestPhone phone = SetUpWalk.PhoneAtHome(run, board);
        SetUpWalk.BringHome(run, board);

        // Nothing was pressed for it: whatever the code, no claim.
        Assert.IsFalse(phone.Claim("00000000000000000", Pin));

        JsonElement shown = SetUpWalk.PressForTheCode(board);
        string code = shown.GetProperty("display").GetProperty("code").GetString()!;
        string label = shown.GetProperty("label").GetString()!;
        Assert.AreEqual("claim-open", shown.GetProperty("sign").GetString());
        Assert.AreEqual($"http://{label}.local/#c={code}", DisplayReader.Read([.. shown.GetProperty("display").GetProperty("rows").EnumerateArray().Select(row => row.GetString()!)]));
        Assert.AreEqual(run.UrlOf("page-phone").Replace("127.0.0.1", label + ".localhost", StringComparison.Ordinal) + "#c=" + code, shown.GetProperty("links").GetProperty("home").GetString());
        run.Line(line => line == "code " + code);
        run.Line(line => line.StartsWith("link http://", StringComparison.Ordinal) && line.EndsWith("#c=" + code, StringComparison.Ordinal));

        // Half one is in the air still: a phone on the device's own Wi-Fi finds what it probes for.
        Assert.AreEqual("NOERROR", DigStatus(run, Probe));
        Assert.IsTrue(phone.Claim(code, Pin));
        board.Until(state => state.GetProperty("paired").GetBoolean() && state.GetProperty("display").GetProperty("code").GetString() == "");
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);

        // Once it is somebody's and half one is over, a stranger has no names here: a hub says so, a toy says nothing.
        board.Until(_ => DigStatus(run, Probe) == (mode == "hub" ? "REFUSED" : ""));
        board.Do("power", """{"on":false}""");
        board.Do("power", """{"on":true}""");
        board.Until(state => state.GetProperty("joined").GetString() == "Home");
        Assert.IsTrue(board.State().GetProperty("paired").GetBoolean());
        Assert.IsNull(phone.Ask(new { op = "look" }));
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("PAIR-03")]
    [DataRow(1)]
    public void Plug_PulledWhileAClaimIsSaved_IsNeverLooser(int afterBytes)
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        TestPhone phone = SetUpWalk.PhoneAtHome(run, board);
        SetUpWalk.BringHome(run, board);
        Assert.IsTrue(phone.Open(1, SetUpWalk.PressForTheCode(board).GetProperty("display").GetProperty("code").GetString()!, 1));
        Assert.IsTrue(phone.SetPin(Pin)!.IsOk);

        board.Do("power", $$"""{"on":false,"afterBytes":{{afterBytes}}}""");
        Assert.IsFalse(phone.Keep(), "a device without power says nothing");
        board.Until(state => !state.GetProperty("power").GetBoolean());
        board.Do("power", """{"on":true}""");
        board.Until(state => state.GetProperty("joined").GetString() == "Home");

        bool isPaired = board.State().GetProperty("paired").GetBoolean();

        // A first page of the family's book that is torn cannot be read: then it is held as paired until a wipe by the button, and lets nobody in.
        Assert.IsTrue(isPaired || !phone.SignIn(full: true), "nobody signs in where nobody is paired");

        if (!isPaired)
        {
            TestPhone second = SetUpWalk.PhoneAtHome(run, board);
            Assert.IsTrue(second.Claim(SetUpWalk.PressForTheCode(board).GetProperty("display").GetProperty("code").GetString()!, Pin));
        }
    }

    [TestMethod]
    [Req("PAIR-01")]
    [Req("DEF-02")]
    public void Flash_Forgotten_IsADeviceOutOfItsBox()
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        TestPhone phone = SetUpWalk.PhoneAtHome(run, board);
        SetUpWalk.BringHome(run, board);
        JsonElement before = SetUpWalk.PressForTheCode(board);
        Assert.IsTrue(phone.Claim(before.GetProperty("display").GetProperty("code").GetString()!, Pin));

        board.Do("forget");
        JsonElement after = board.Until(state => state.GetProperty("ap").GetBoolean());

        Assert.IsFalse(after.GetProperty("paired").GetBoolean());
        Assert.AreEqual("", after.GetProperty("joined").GetString());
        Assert.AreEqual("unknown", after.GetProperty("clock").GetString());
        Assert.AreEqual(before.GetProperty("label").GetString(), after.GetProperty("label").GetString());
        Assert.AreEqual(before.GetProperty("apKey").GetString(), after.GetProperty("apKey").GetString());
        SetUpWalk.BringHome(run, board);
        Assert.IsFalse(phone.SignIn(full: true));
    }

    [TestMethod]
    [Req("PAIR-01")]
    [Req("DEL-01")]
    public void Button_HeldAndPressed_WipesAllButWhatTheDeviceIs()
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        TestPhone phone = SetUpWalk.PhoneAtHome(run, board);
        SetUpWalk.BringHome(run, board);
        JsonElement before = SetUpWalk.PressForTheCode(board);
        Assert.IsTrue(phone.Claim(before.GetProperty("display").GetProperty("code").GetString()!, Pin));

        board.Do("hold", """{"seconds":15}""");
        board.Until(state => state.GetProperty("sign").GetString() == "wipe-warning");
        board.Do("press");
        JsonElement after = board.Until(state => !state.GetProperty("paired").GetBoolean() && state.GetProperty("joined").GetString() == "");

        Assert.AreEqual(before.GetProperty("label").GetString(), after.GetProperty("label").GetString());
        Assert.AreEqual(before.GetProperty("apKey").GetString(), after.GetProperty("apKey").GetString());
        board.Until(state => state.GetProperty("ap").GetBoolean());
        Assert.IsFalse(phone.SignIn(full: true));
    }

    [TestMethod]
    [DataRow("no-address")]
    [DataRow("gone")]
    public void Wifi_ThatFails_IsToldOnTheDevicesOwnWifi(string fault)
    {
        using EmulatorRun run = SetUpWalk.Start("hub");
        using BoardClient board = BoardClient.Of(run);
        SetUpWalk.Choose(run, board, () => board.Do("wifi", $$"""{"network":"Home","fault":"{{fault}}"}"""));

        board.Until(_ => SetUpWalk.State(run) is JsonElement state && state.GetProperty("fault").GetString() == (fault == "gone" ? "not-heard" : fault));
        Assert.AreEqual("", board.State().GetProperty("joined").GetString());
    }

    // The response code for who is at an address of no toy's; empty for silence.
    private static string DigStatus(EmulatorRun run, string name)
    {
        Match status = Regex.Match(DnsTests.DigAt(run, "127.0.0.9", name, "A").Output, "status: ([A-Z]+)");
        return status.Groups[1].Value;
    }
}
