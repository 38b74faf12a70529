using System;
using System.Linq;
using System.Threading;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.SetUp;

/// <summary>
/// Goal: the thread and the radio do what the machine says, and a person is told of it by signs.
/// Method: a fake radio; order and counts, with generous waits.
/// </summary>
[TestClass]
public sealed class SetupServiceTests
{
    private const string Key = SetupServiceRig.Key;

    [TestMethod]
    [Req("PAIR-05")]
    [DataRow("")]
    [DataRow("1234567")]
    [DataRow("1234567\u00e4")]
    public void OwnWifi_WithoutAKey_CannotBeMade(string key)
    {
        using SetupServiceRig rig = new(false);
        Assert.ThrowsExactly<ArgumentException>(() => new SetupService(rig.Wifi, rig, rig.Flash, rig, SetupServiceRig.OwnSsid, key, false));
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void Unpaired_OwnWifiOpensWithItsOwnKey_AndClosesWhenPaired()
    {
        using SetupServiceRig rig = new SetupServiceRig(false).Run();
        SetupServiceRig.Until(() => rig.Wifi.IsOwnOpen, "open");
        Assert.AreEqual("open " + SetupServiceRig.OwnSsid + " " + SetupServiceRig.OwnKey, rig.Wifi.Calls[0]);
        SetupServiceRig.Until(() => rig.Signs.Contains(HostSign.SetupOpen), "sign");
        rig.Service.SetPaired(true);
        SetupServiceRig.Until(() => !rig.Wifi.IsOwnOpen, "closed");
        SetupServiceRig.Until(() => rig.Signs[^1] == HostSign.None, "sign");
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void Paired_OwnWifiStaysClosed_UntilAPress()
    {
        using SetupServiceRig rig = new SetupServiceRig(true).Run();
        Thread.Sleep(700);
        Assert.AreEqual(0, rig.Wifi.Calls.Length);
        rig.Service.OnPress();
        SetupServiceRig.Until(() => rig.Wifi.IsOwnOpen, "open");
        SetupServiceRig.Until(() => rig.Signs.Contains(HostSign.WifiAgainOpen), "sign");
        Assert.IsTrue(rig.View.SecondsLeft is > 590 and <= 600);
    }

    [TestMethod]
    [Req("PAIR-03")]
    public void HalfOne_PressChooseJoin()
    {
        using SetupServiceRig rig = new SetupServiceRig(false).Run();
        rig.UntilStep(SetupStep.Press);
        Assert.IsFalse(rig.Service.Ask("Hut", Key));
        rig.Service.OnPress();
        rig.UntilStep(SetupStep.Choose);
        SetupServiceRig.Until(() => rig.View.Networks.Length == 2, "list");
        Assert.IsFalse(rig.Service.AskSealed("Hut", Key));
        Assert.IsTrue(rig.Service.Ask("Hut", Key));
        rig.UntilStep(SetupStep.Joined);
        Assert.IsTrue(rig.Service.IsJoined);
        CollectionAssert.AreEqual(new[] { "Hut" }, rig.Service.Remembered());
        SetupServiceRig.Until(() => rig.Signs.Contains(HostSign.Joined), "sign");
        CollectionAssert.AreEqual(new[] { HostSign.SetupOpen, HostSign.Trying, HostSign.Joined }, rig.Signs);
        Assert.IsFalse(rig.Service.Ask("Barn", Key), "closed by success");
        rig.Service.OnFetched();
        Assert.IsTrue(rig.View.SecondsLeft <= 20);
    }

    [TestMethod]
    [DataRow(WifiFault.WrongKey)]
    [DataRow(WifiFault.NoAddress)]
    [DataRow(WifiFault.SignIn)]
    [DataRow(WifiFault.Failed)]
    public void Failure_IsShown_AndCanBeTriedAgain(WifiFault fault)
    {
        using SetupServiceRig rig = new SetupServiceRig(false).Run();
        rig.Wifi.OnJoin = (_, key) => key == Key ? WifiFault.None : fault;
        rig.UntilStep(SetupStep.Press);
        rig.Service.OnPress();
        Assert.IsTrue(rig.Service.Ask("Hut", "wrong-key-1"));
        rig.UntilStep(SetupStep.Failed);
        Assert.AreEqual(fault, rig.View.Fault);
        Assert.AreEqual("Hut", rig.View.Ssid);
        SetupServiceRig.Until(() => rig.Signs.Contains(HostSign.JoinFailed), "sign");
        Assert.AreEqual(0, rig.Service.Remembered().Length);
        Assert.IsTrue(rig.Service.Ask("Hut", Key));
        rig.UntilStep(SetupStep.Joined);
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void NameThatLooksRight_IsNeverJoined()
    {
        using SetupServiceRig rig = new(Remembering("Hut"), HutFlash(), true);
        rig.Wifi.Air = [new("Hut", 3, WifiKind.Open), new("hut", 3, WifiKind.Wpa2), new("Hut 2", 3, WifiKind.Wpa2)];
        rig.Run();
        rig.Service.OnPress();
        SetupServiceRig.Until(() => rig.View.Networks.Length == 3, "list");
        Assert.IsTrue(rig.Service.AskSealed("Hut", ""));
        rig.UntilStep(SetupStep.Failed);
        Assert.IsTrue(rig.Service.AskSealed("Hut", Key));
        rig.UntilStep(SetupStep.Failed);
        Thread.Sleep(600);
        Assert.IsFalse(rig.Wifi.Calls.Any(call => call.StartsWith("join", StringComparison.Ordinal)), string.Join(", ", rig.Wifi.Calls));
    }

    // The old network is given up for the try, and joined again when it failed.
    [TestMethod]
    public void FailedTry_RejoinsTheNetworkThatWorked()
    {
        using SetupServiceRig rig = new(Remembering("Hut"), HutFlash(), true);
        rig.Wifi.OnJoin = (ssid, _) => ssid == "Hut" ? WifiFault.None : WifiFault.WrongKey;
        rig.Run();
        SetupServiceRig.Until(() => rig.Service.IsJoined, "joined at the start");
        rig.Service.OnPress();
        Assert.IsTrue(rig.Service.AskSealed("Barn", "wrong-key-1"));
        rig.UntilStep(SetupStep.Failed);
        SetupServiceRig.Until(() => rig.Wifi.Joined == "Hut", "joined again");
        CollectionAssert.AreEqual(
            new[] { "join Hut " + Key, "join Barn wrong-key-1", "join Hut " + Key },
            rig.Wifi.Calls.Where(call => call.StartsWith("join", StringComparison.Ordinal)).ToArray());
        CollectionAssert.AreEqual(new[] { "Hut" }, rig.Service.Remembered());
    }

    // The plug is pulled while the radio is at it.
    [TestMethod]
    [Req("RES-02")]
    public void PowerCutInATry_TheNextStartTriesAgain()
    {
        FlashModel left = new();

        using (SetupServiceRig rig = new(false))
        {
            rig.Wifi.OnJoin = (_, _) =>
            {
                left.CopyFrom(rig.Flash);
                return WifiFault.WrongKey;
            };

            rig.Run();
            rig.Service.OnPress();
            Assert.IsTrue(rig.Service.Ask("Hut", Key));
            rig.UntilStep(SetupStep.Failed);
        }

        using SetupServiceRig next = new SetupServiceRig(new FakeWifi(), left, false).Run();
        next.UntilStep(SetupStep.Joined);
        Assert.AreEqual("Hut", next.Wifi.Joined);
        Assert.AreEqual("", next.View.Ssid);
    }

    [TestMethod]
    public void RadioThatThrows_IsUsedAnew()
    {
        int tries = 0;
        using SetupServiceRig rig = new(false);
        rig.Wifi.OnJoin = (_, _) => ++tries == 1 ? throw new InvalidOperationException("no radio") : WifiFault.None;
        rig.Run();
        rig.Service.OnPress();
        Assert.IsTrue(rig.Service.Ask("Hut", Key));
        rig.UntilStep(SetupStep.Joined);
        Assert.AreEqual(2, tries);
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Forget_DuringATry_LeavesNothingJoinedAndNoKey()
    {
        using ManualResetEventSlim isJoining = new();
        using ManualResetEventSlim mayJoin = new();
        using SetupServiceRig rig = new(false);
        rig.Wifi.OnJoin = (_, _) =>
        {
            isJoining.Set();
            mayJoin.Wait();
            return WifiFault.None;
        };

        rig.Run();
        rig.Service.OnPress();
        Assert.IsTrue(rig.Service.Ask("Hut", Key));
        Assert.IsTrue(isJoining.Wait(10_000));
        bool isGone = false;
        Thread forgetting = new(() => isGone = rig.Service.Forget());
        forgetting.Start();
        SetupServiceRig.Until(() => rig.View.Step == SetupStep.Off, "forgotten");
        mayJoin.Set();
        Assert.IsTrue(forgetting.Join(10_000));
        Assert.IsTrue(isGone);
        SetupServiceRig.Until(() => !rig.Wifi.IsOwnOpen, "closed");
        Assert.IsFalse(rig.Service.IsJoined);
        Assert.AreEqual(0, rig.Flash.Held(FlashLayout.SetupA).Length + rig.Flash.Held(FlashLayout.SetupB).Length);
        Assert.IsFalse(rig.Service.AddNetwork("Farm", Key));
        rig.Service.SetPaired(false);
        rig.UntilStep(SetupStep.Press);
        Assert.AreEqual(0, rig.Service.Remembered().Length);
    }

    [TestMethod]
    public void AddNetwork_IsRememberedAndNotTried()
    {
        using SetupServiceRig rig = new SetupServiceRig(Remembering("Hut"), HutFlash(), true).Run();
        SetupServiceRig.Until(() => rig.Service.IsJoined, "joined");
        Assert.IsTrue(rig.Service.AddNetwork("Farm", Key));
        Assert.IsFalse(rig.Service.AddNetwork("Hut", "another-key"));
        CollectionAssert.AreEqual(new[] { "Hut", "Farm" }, rig.Service.Remembered());
        SetupServiceRig.Until(() => rig.Service.Heard().Length == 2, "heard");
        Assert.AreEqual(1, rig.Wifi.Calls.Length);
    }

    [TestMethod]
    [Req("RES-02")]
    public void LostNetwork_IsJoinedAgain()
    {
        using SetupServiceRig rig = new SetupServiceRig(Remembering("Hut"), HutFlash(), true).Run();
        SetupServiceRig.Until(() => rig.Service.IsJoined, "joined");
        rig.Wifi.Leave();
        SetupServiceRig.Until(() => rig.Service.IsJoined, "joined again");
        Assert.AreEqual(2, rig.Wifi.Calls.Length);
    }

    private static FakeWifi Remembering(string ssid)
    {
        return new FakeWifi { Air = [new(ssid, 3, WifiKind.Wpa2), new("Barn", 2, WifiKind.Wpa2)] };
    }

    private static FlashModel HutFlash()
    {
        FlashModel flash = new();
        SetupBook book = new(flash);
        book.Open();
        Assert.IsTrue(book.Add(new KnownNetwork("Hut", Key), ""));
        return flash;
    }
}
