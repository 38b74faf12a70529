using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Welcome back, a forgotten PIN, own Wi-Fi again: each takes the press and the code, and nothing loosens by it.</summary>
[TestClass]
public class WayBackTests
{
    [TestMethod]
    [Req("AUTH-02")]
    public void Welcome_PressCodeAndPin_TheEntryHasANewKeyAndGuardiansAreTold()
    {
        DeskRig rig = new();
        TestPhone old = rig.Claimed();
        TestPhone second = rig.Invited(old, Role.Guardian);
        Assert.IsTrue(old.SignIn(full: true));
        TestPhone back = rig.Phone("New browser");
        Assert.AreEqual(PressUse.Open, rig.Press());
        Assert.IsTrue(back.ComeBack(rig.Code, DeskRig.Pin));
        Assert.IsNull(old.Ask(new { op = "look" }), "the old browser's session");
        Assert.IsFalse(old.SignIn(full: false), "and its key");
        Assert.IsTrue(back.SignIn(full: true));
        Assert.AreEqual(2, rig.Desk.PhoneCount);
        Assert.AreEqual("New browser", rig.Desk.PhoneAt(0)!.Label);
        Assert.IsTrue(second.SignIn(full: false));
        Assert.IsTrue(second.Ask(new { op = "phones" })!.Text.Contains("\"kind\":2,\"who\":1", System.StringComparison.Ordinal));
        Assert.IsFalse(rig.Desk.View(rig.Now).IsWelcomeOpen, "one success");
        Assert.IsTrue(rig.Desk.View(rig.Now).IsWifiOpen);
        Assert.IsFalse(rig.Phone().Open(3, rig.Code));
    }

    [TestMethod]
    public void Welcome_WithoutPressCodeOrPin_IsRefused()
    {
        DeskRig rig = new(hasDisplay: false);
        TestPhone phone = rig.Claimed();
        rig.Wait(700);
        Assert.IsFalse(rig.Phone().ComeBack(rig.Code, DeskRig.Pin), "no press");
        rig.Press();
        Assert.IsFalse(rig.Phone().ComeBack("0123456789ABCDEF", DeskRig.Pin), "no code");
        Assert.IsFalse(rig.Phone().ComeBack(rig.Code, "999111"), "no PIN");
        TestPhone none = rig.Phone();
        Assert.IsTrue(none.Open(3, rig.Code));
        Assert.IsFalse(none.Keep(), "no entry was chosen");
        Assert.AreEqual("bad", none.SetPin("730264")!.Why, "a PIN is not set here");
        Assert.AreEqual("unknown", none.Ask(new { op = "adopt", n = 2, proof = none.PinProof(), label = "" })!.Why);
        Assert.IsTrue(phone.SignIn(full: true));
    }

    // The list with its salts is shown behind the right code only, and each wrong PIN counts against the entry that was chosen.
    [TestMethod]
    [Req("AUTH-02")]
    public void Welcome_WrongPins_CountAgainstThatEntry()
    {
        DeskRig rig = new();
        TestPhone first = rig.Claimed();
        TestPhone second = rig.Invited(first, Role.Helper);
        rig.Press();
        TestPhone back = rig.Phone();

        for (int i = 0; i < 5; i++)
        {
            Assert.IsFalse(back.ComeBack(rig.Code, "999111", 2));
            rig.Wait(1);
        }

        Assert.IsFalse(back.ComeBack(rig.Code, second.Pin, 2), "now it waits");
        Assert.IsFalse(second.SignIn(full: true));
        Assert.AreEqual(2, second.Status);
        Assert.IsTrue(first.SignIn(full: true));
        rig.Wait(60);
        Assert.IsTrue(back.ComeBack(rig.Code, "730264", 2));
    }

    [TestMethod]
    public void Forgot_ADayWithPower_ThenANewPinAndKey()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.AreEqual(86_400, Forgot(rig, out TestPhone channel));
        Assert.AreEqual("bad", channel.SetPin("730264")!.Why, "not yet");
        Assert.IsTrue(rig.Desk.View(rig.Now).IsForgotRunning);
        Assert.IsTrue(phone.SignIn(full: true), "the old PIN is not gone meanwhile");
        rig.Wait(43_200);
        rig.Start();
        rig.Wait(42_000);
        int left = Forgot(rig, out _);
        Assert.IsTrue(left is > 600 and < 3000, left + ": the hours without power do not count");
        rig.Wait(left);
        Assert.AreEqual(0, Forgot(rig, out channel));
        PhoneAnswer answer = channel.SetPin("730264")!;
        Assert.IsTrue(answer.IsOk);
        channel.PhoneId = answer.BytesOf("phone");
        Assert.IsTrue(channel.Keep());
        Assert.IsFalse(rig.Desk.View(rig.Now).IsForgotRunning);
        Assert.IsFalse(phone.SignIn(full: false), "the key of before is dead");
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.AreEqual(2, rig.Noted.Count(noted => noted.Kind is Records.RecordKind.ForgotBegun or Records.RecordKind.PhoneMoved));
    }

    [TestMethod]
    public void Forgot_StoppedByAGuardian_IsOver()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Forgot(rig, out _);
        rig.Wait(86_400 + 600);
        Assert.AreEqual(0, Forgot(rig, out TestPhone channel));
        Assert.IsTrue(channel.SetPin("730264")!.IsOk);
        Assert.IsTrue(phone.SignIn(full: false), "a quick session is enough");
        Assert.IsTrue(phone.Ask(new { op = "forgot-stop" })!.IsOk);
        Assert.IsNull(channel.Ask(new { op = "keep" }));
        Assert.IsFalse(rig.Desk.View(rig.Now).IsForgotRunning);
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual(86_400, Forgot(rig, out _), "it begins anew");
    }

    [TestMethod]
    public void Forgot_OfAnotherPhoneMeanwhile_IsBusy_AndNotSetInTimeIsOver()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Invited(phone, Role.Helper);
        Forgot(rig, out _);
        rig.Wait(1);
        TestPhone other = rig.Phone();
        rig.Press();
        Assert.IsTrue(other.Open(6, rig.Code));
        Assert.AreEqual("busy", other.Ask(new { op = "forgot", n = 2 })!.Why);
        Assert.AreEqual("unknown", other.Ask(new { op = "forgot", n = 3 })!.Why);
        rig.Wait((3 * 86_400) + 1200);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsForgotRunning);
    }

    // On the device's own Wi-Fi, with a guardian's or a helper's PIN.
    [TestMethod]
    public void Wifi_PressCodeAndPin_OfAGuardianOrHelper()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper);
        TestPhone viewer = rig.Invited(guardian, Role.Viewer, pin: "640281");
        rig.Wait(700);
        rig.Press();
        Assert.IsFalse(rig.Phone().Open((int)Purpose.Wifi, rig.Code), "not over the home's network");

        foreach ((TestPhone phone, int n, string why) in new[] { (guardian, 1, ""), (helper, 2, ""), (viewer, 3, "role") })
        {
            TestPhone at = rig.Phone("at the toy", isHome: false);
            Assert.IsTrue(at.Open((int)Purpose.Wifi, rig.Code));
            at.Remember(at.Entry(n)!.Value, phone.Pin);
            Assert.AreEqual(why, at.Ask(new { op = "wifi", n, proof = at.PinProof() })!.Why);
            at.Pin = "999111";
            Assert.AreEqual(why == "" ? "wrong-pin" : why, at.Ask(new { op = "wifi", n, proof = at.PinProof() })!.Why);
            Assert.AreEqual("bad", at.Ask(new { op = "keep" })!.Why, "and nothing else");
        }

        rig.Wait(300);
        Assert.IsFalse(rig.Phone().Open(3, rig.Code), "the other window is over");
        Assert.IsTrue(rig.Phone("x", isHome: false).Open((int)Purpose.Wifi, rig.Code));
        rig.Wait(300);
        Assert.IsFalse(rig.Phone("x", isHome: false).Open((int)Purpose.Wifi, rig.Code));
    }

    // Seconds that are left.
    private static int Forgot(DeskRig rig, out TestPhone phone)
    {
        rig.Press();
        phone = rig.Phone();
        Assert.IsTrue(phone.Open((int)Purpose.Forgot, rig.Code));
        return phone.Ask(new { op = "forgot", n = 1 })!.Json.GetProperty("left").GetInt32();
    }
}
