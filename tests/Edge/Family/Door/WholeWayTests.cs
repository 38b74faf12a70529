using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: from a press to Today and to the end of a family, over real sockets, and what a toy may do at each step.
/// Method: the phone of tests/Fakes, the real server, the gate asked as a toy would ask it.
/// </summary>
[TestClass]
public sealed class WholeWayTests
{
    [TestMethod]
    [Req("DEF-02")]
    public void Claim_PinKeepSessionLook_OpensTheMakersPlaceAndNothingBefore()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.NewPhone();

        Assert.AreEqual(Reason.NotPaired, rig.Held());
        Assert.IsFalse(phone.Claim("00000000000000000", FamilyRig.Pin), "no press, no claim");
        rig.Press();
        Assert.IsTrue(rig.Link.EndsWith("/#c=" + rig.Code, System.StringComparison.Ordinal), rig.Link);
        Assert.IsTrue(phone.Open(1, rig.Code, 1));
        Assert.IsTrue(phone.SetPin(FamilyRig.Pin)!.IsOk);
        Assert.AreEqual(Reason.NotPaired, rig.Held(), "a PIN alone opens nothing");
        Assert.IsTrue(phone.Keep());
        Assert.AreNotEqual("", phone.OwnerCode);
        Assert.AreEqual("", rig.Code, "the display shows it no longer");
        Assert.AreEqual(Reason.Allowed, rig.Held());
        Assert.IsTrue(rig.Identity.IsPaired);

        Assert.IsTrue(phone.SignIn(full: true));
        PhoneAnswer today = phone.Ask(new { op = "look" })!;
        Assert.AreEqual("2", today.Json.GetProperty("toys").GetArrayLength().ToString());
        Assert.AreEqual("Bear", today.Json.GetProperty("toys")[0].GetProperty("name").GetString(), "as its maker calls it, not as its file is called");
        Assert.AreEqual("1", today["role"]);
        Assert.AreEqual("True", today["full"]);
        Assert.AreEqual("0", today["more"]);
        CollectionAssert.Contains(rig.Signs, HostSign.ClaimOpen);
    }

    [TestMethod]
    public void Restart_FamilyAndSettings_ComeBack()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.Ask(new { op = "pause", toy = 2 })!.IsOk);
        rig.Restart();

        Assert.IsNull(phone.Ask(new { op = "look" }), "sessions end with the power");
        TestPhone again = rig.NewPhone();
        (again.DeviceId, again.PhoneId, again.PhoneKey) = (phone.DeviceId, phone.PhoneId, phone.PhoneKey);
        Assert.IsTrue(again.SignIn(full: false));
        Assert.IsTrue(again.Ask(new { op = "look" })!.IsOk);
        Assert.AreEqual(Reason.Allowed, rig.Held(1));
        Assert.AreEqual(Reason.ToyPaused, rig.Held(2));
    }

    [TestMethod]
    public void Remove_Phone_EndsItsSessionAtOnce()
    {
        using FamilyRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper);
        Assert.IsTrue(helper.SignIn(full: true));
        Assert.IsTrue(helper.Ask(new { op = "look" })!.IsOk);

        Assert.AreEqual("last-guardian", guardian.Ask(new { op = "remove", n = 1 })!.Why);
        Assert.IsTrue(guardian.Ask(new { op = "remove", n = 2 })!.IsOk);
        Assert.IsNull(helper.Ask(new { op = "look" }));
        Assert.IsFalse(helper.SignIn(full: false));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_ByAGuardian_HoldsEverythingAndForgetsEverybody()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        PhoneAnswer first = phone.Ask(new { op = "wipe" })!;
        Assert.AreEqual(Reason.Allowed, rig.Held(), "the first of two messages does nothing");
        Assert.IsTrue(phone.Ask(new { op = "confirm", token = first["confirm"] })!.IsOk);

        FamilyRig.Until(() => !rig.Host.IsPaired, "wiped");
        Assert.AreEqual(Reason.NotPaired, rig.Held());
        Assert.IsNull(phone.Ask(new { op = "look" }));
        Assert.IsFalse(phone.SignIn(full: false));
        Assert.IsFalse(rig.Identity.IsPaired);
        rig.Restart();
        Assert.IsFalse(rig.Host.IsPaired);
        Assert.AreEqual(Reason.NotPaired, rig.Held());
        Assert.IsTrue(rig.Claimed().Ask(new { op = "look" })!.IsOk, "the next family's");
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_ByButton_TakesTheHoldAndASecondPress()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Host.OnButton(ButtonAct.WipeWarning, System.Environment.TickCount64);
        CollectionAssert.Contains(rig.Signs, HostSign.WipeWarning);
        Assert.AreEqual(Reason.Allowed, rig.Held());
        rig.Press();

        Assert.AreEqual(Reason.NotPaired, rig.Held());
        Assert.IsFalse(rig.Host.IsPaired);
        Assert.IsNull(phone.Ask(new { op = "look" }));
        CollectionAssert.Contains(rig.Signs, HostSign.Wiped);
    }

    [TestMethod]
    public void Book_Damaged_HoldsEverythingAndSaysSo()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.PowerOff();

        foreach (string file in System.IO.Directory.GetFiles(rig.FlashFolder, "family-*"))
        {
            System.IO.File.WriteAllText(file, "garbage garbage garbage");
        }

        rig.PowerOn();
        Assert.AreEqual(Reason.NotPaired, rig.Held());
        Assert.IsTrue(rig.Host.IsPaired, "nobody may claim it: only a wipe helps");
        StringAssert.Contains(rig.Wire().Get("/state").Text, "\"notice\":\"unreadable\"");
        rig.Press();
        Assert.AreEqual("", rig.Code);
        Assert.IsFalse(phone.SignIn(full: false));

        rig.Host.OnButton(ButtonAct.WipeWarning, System.Environment.TickCount64);
        rig.Press();
        Assert.IsFalse(rig.Host.IsPaired);
        Assert.IsTrue(rig.Claimed().Ask(new { op = "look" })!.IsOk);
    }

    [TestMethod]
    public void Book_Lost_HoldsEverything()
    {
        using FamilyRig rig = new();
        rig.Claimed();
        rig.PowerOff();

        foreach (string file in System.IO.Directory.GetFiles(rig.FlashFolder, "family-*"))
        {
            System.IO.File.Delete(file);
        }

        rig.PowerOn();
        Assert.AreEqual(Reason.NotPaired, rig.Held());
        rig.Restart();
        Assert.AreEqual(Reason.NotPaired, rig.Held());
    }

    [TestMethod]
    public void Settings_Damaged_StayHeldUntilAGuardianResumes()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.PowerOff();

        foreach (string file in System.IO.Directory.GetFiles(rig.FlashFolder, "settings-*"))
        {
            System.IO.File.WriteAllText(file, "garbage garbage garbage");
        }

        rig.PowerOn();
        FamilyRig.Until(() => rig.Held() != Reason.Allowed, "held");
        TestPhone again = rig.NewPhone();
        (again.DeviceId, again.PhoneId, again.PhoneKey, again.Pin) = (phone.DeviceId, phone.PhoneId, phone.PhoneKey, phone.Pin);
        (again.PhoneSalt, again.DeviceSalt) = (phone.PhoneSalt, phone.DeviceSalt);
        Assert.IsTrue(again.SignIn(full: true));
        Assert.IsTrue(again.Ask(new { op = "look" })!.IsOk);
        Assert.AreNotEqual(Reason.Allowed, rig.Held());
    }

    [TestMethod]
    public void Look_FromAToy_LeavesOutThoseBefore()
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        PhoneAnswer second = phone.Ask(new { op = "look", from = 2 })!;

        Assert.AreEqual(2, second.Json.GetProperty("toys").EnumerateArray().Single().GetProperty("n").GetInt32());
        Assert.AreEqual("bad", phone.Ask(new { op = "look", from = 0 })!.Why);
    }
}
