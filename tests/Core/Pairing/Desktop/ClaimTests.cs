using ToyGuard.Core.Pairing;
using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>The first guardian: press, code, PIN, keep. The phone is <see cref="TestPhone"/>, which shares no line with the desk.</summary>
[TestClass]
public class ClaimTests
{
    [TestMethod]
    public void Claim_PressCodePin_IsKeptAndSignsInAfterARestart()
    {
        DeskRig rig = new();
        Assert.AreEqual(PressUse.Claim, rig.Press());
        Assert.AreEqual(180, rig.Desk.View(rig.Now).ClaimLeft);
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Claim(rig.Code, DeskRig.Pin));
        Assert.AreEqual(17, phone.OwnerCode.Length);
        Assert.IsTrue(rig.IsSettled);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsPaired);
        Assert.AreEqual("", rig.Shown);

        rig.Start();
        Assert.IsTrue(phone.SignIn(full: false));
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        Assert.AreEqual("pin", phone.Ask(new { op = "remove", n = 1 })!.Why);
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("last-guardian", phone.Ask(new { op = "remove", n = 1 })!.Why);
    }

    // Without a press nothing works, whatever is known: a card's code is for ever.
    [TestMethod]
    [Req("PAIR-03")]
    public void Claim_WithoutAPress_IsRefused()
    {
        DeskRig rig = new(hasDisplay: false);
        Assert.IsFalse(rig.Phone().Claim(rig.Code, DeskRig.Pin));
        rig.IsJoined = false;
        Assert.AreEqual(PressUse.SetUp, rig.Press());
        Assert.IsFalse(rig.Phone().Claim(rig.Code, DeskRig.Pin), "half one opens nothing here");
        rig.IsJoined = true;
        rig.Press();
        Assert.IsTrue(rig.Phone().Claim(rig.Code, DeskRig.Pin));
    }

    [TestMethod]
    [Req("PAIR-03")]
    public void Claim_WindowOfThreeMinutes_ClosesAndItsCodeIsDead()
    {
        DeskRig rig = new();
        rig.Press();
        string code = rig.Code;
        rig.Wait(179);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsClaimOpen);
        rig.Wait(1);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsClaimOpen);
        Assert.AreEqual("", rig.Shown);
        Assert.IsFalse(rig.Phone().Open(1, code, 1));
        rig.Press();
        Assert.AreNotEqual(code, rig.Code);
        Assert.IsFalse(rig.Phone().Open(1, code, 1), "the code of before");
        Assert.IsTrue(rig.Phone().Open(1, rig.Code, 1));
    }

    [TestMethod]
    [Req("PAIR-03")]
    public void Claim_OnceBegun_HasTenMinutesAndNotMore()
    {
        DeskRig rig = new();
        rig.Press();
        rig.Wait(100);
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Open(1, rig.Code, 1));
        rig.Wait(499);
        Assert.IsTrue(phone.SetPin(DeskRig.Pin)!.IsOk);
        rig.Wait(1);
        Assert.IsFalse(phone.Keep(), "ten minutes after the press");
        Assert.IsFalse(rig.Desk.View(rig.Now).IsPaired);
    }

    [TestMethod]
    [Req("PAIR-03")]
    public void Claim_OneSuccess_ClosesTheWindowForAllOthers()
    {
        DeskRig rig = new();
        rig.Press();
        string code = rig.Code;
        TestPhone first = rig.Phone("first", 1);
        TestPhone second = rig.Phone("second", 2);
        Assert.IsTrue(first.Open(1, code, 1) && second.Open(1, code, 1), "both saw the display");
        Assert.IsTrue(first.SetPin(DeskRig.Pin)!.IsOk && second.SetPin("730264")!.IsOk);
        Assert.IsTrue(second.Keep());
        Assert.IsFalse(first.Keep());
        Assert.IsFalse(rig.Phone("third", 3).Open(1, code, 1));
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsWelcomeOpen);
    }

    // There is no way to a guardian past the PIN, and none with a bad one.
    [TestMethod]
    [Req("PAIR-02")]
    [DataRow("", "pin-empty")]
    [DataRow("12345", "pin-short")]
    [DataRow("123456", "pin-sequence")]
    [DataRow("cloudpets", "pin-common")]
    public void Claim_BadPinOrNone_LeavesItUnpaired(string pin, string why)
    {
        DeskRig rig = new();
        rig.Press();
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Open(1, rig.Code, 1));
        Assert.IsFalse(phone.Keep(), "no PIN was set");
        Assert.AreEqual(why, phone.SetPin(pin)!.Why);
        Assert.IsFalse(phone.Keep());
        Assert.IsFalse(rig.Desk.View(rig.Now).IsPaired);
        rig.Start();
        Assert.IsFalse(rig.Book.HasPhones);
        Assert.IsFalse(rig.IsSettled);
    }

    [TestMethod]
    public void Claim_KeepLostOnTheWay_GivesTheVerySameAnswerAgain()
    {
        DeskRig rig = new();
        rig.Press();
        TestPhone phone = rig.Phone();
        Assert.IsTrue(phone.Open(1, rig.Code, 1) && phone.SetPin(DeskRig.Pin)!.IsOk);
        phone.OnTheWayDown = _ => null;
        Assert.IsNull(phone.Ask(new { op = "keep" }));
        phone.OnTheWayDown = message => message;
        string owner = phone.AskAgain()!["ownerCode"];
        Assert.AreEqual(owner, phone.AskAgain()!["ownerCode"]);
        Assert.AreEqual("bad", phone.Ask(new { op = "keep" })!.Why);
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.IsTrue(phone.SignIn(full: true));
    }

    // The settings did not take it, or the power went in between: the guardian is there, the gate is shut, and it is made good.
    [TestMethod]
    public void Claim_SettingsFail_AreTriedAgain()
    {
        DeskRig rig = new() { IsSettleFailing = true };
        TestPhone phone = rig.Claimed();
        Assert.IsFalse(rig.IsSettled);
        rig.Start();
        rig.IsSettleFailing = false;
        rig.Wait(1);
        Assert.IsTrue(rig.IsSettled);
        rig.IsSettled = false;
        rig.Start();
        rig.Wait(61);
        Assert.IsFalse(rig.IsSettled, "once it is settled, nobody sets it again");
        Assert.IsTrue(phone.SignIn(full: true));
    }

    [TestMethod]
    public void Claim_WrongSide_IsRefused()
    {
        DeskRig rig = new();
        rig.Press();
        Assert.IsFalse(rig.Phone("on its own Wi-Fi", isHome: false).Open(1, rig.Code, 1));
        Assert.IsTrue(rig.Phone().Open(1, rig.Code, 1));
    }

    // A second press while the window is open leaves the code as it is: the parent has scanned it.
    [TestMethod]
    public void Press_WhileOpen_KeepsTheCodeAndTheTime()
    {
        DeskRig rig = new();
        rig.Press();
        string code = rig.Code;
        rig.Wait(150);
        Assert.AreEqual(PressUse.Claim, rig.Press());
        Assert.AreEqual(code, rig.Code);
        Assert.AreEqual(180, rig.Desk.View(rig.Now).ClaimLeft);
    }

    [TestMethod]
    public void Claim_WrongCodes_AreOneRecordAWindow()
    {
        DeskRig rig = new();
        rig.Press();

        for (int i = 0; i < 4; i++)
        {
            Assert.IsFalse(rig.Phone().Open(1, "0123456789ABCDEF", 1));
            rig.Wait(1);
        }

        rig.Wait(180);
        Assert.AreEqual(1, rig.CountOf(RecordKind.TryFailed));
        Assert.AreEqual((RecordKind.TryFailed, 1, 4), rig.Noted[^1]);
    }
}
