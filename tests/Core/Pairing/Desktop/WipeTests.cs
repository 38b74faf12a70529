using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>A wipe erases everything and never unlocks: by the button it leaves the owner code's hash for 72 powered hours (DEL-01).</summary>
[TestClass]
public class WipeTests
{
    [TestMethod]
    [Req("DEL-01")]
    public void Button_HeldThenPressed_ErasesAndOldAccessStopsWorking()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        TestPhone helper = rig.Invited(phone, Role.Helper);
        Assert.IsTrue(helper.SignIn(full: true));
        rig.Desk.HoldWipe(rig.Now);
        Assert.AreEqual(30, rig.Desk.View(rig.Now).WipeLeft);
        Assert.IsTrue(phone.SignIn(full: true), "nothing happened yet");
        Assert.AreEqual(PressUse.Wipe, rig.Press());
        Assert.IsNull(helper.Ask(new { op = "look" }));
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.IsFalse(phone.SignIn(full: false));
        DeskView view = rig.Desk.View(rig.Now);
        Assert.IsFalse(view.IsPaired);
        Assert.IsTrue(view.IsResetByButton);
        rig.Start();
        Assert.IsFalse(phone.SignIn(full: false));
        Assert.AreEqual(0, rig.Desk.PhoneCount);
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Button_HeldWithoutThePress_ErasesNothing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Desk.HoldWipe(rig.Now);
        rig.Wait(30);
        Assert.AreEqual(PressUse.Open, rig.Press());
        Assert.IsTrue(phone.SignIn(full: true));
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Button_ThenAClaim_NeedsTheOwnerCodeOfBeforeFor72PoweredHours()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        WipeByButton(rig);

        for (int day = 0; day < 3; day++)
        {
            rig.Press();
            TestPhone thief = rig.Phone("thief");
            Assert.IsFalse(Claim(rig, thief, ""), "day " + day);
            Assert.AreEqual("owner-code", thief.SetPin("730264", Base32.Write(new byte[10]))!.Why);
            Assert.IsFalse(thief.Keep());
            rig.Wait(86_400 - 1200);

            // The plug gives no time, and takes none but the last minutes.
            rig.Start();
            rig.Wait(600);
        }

        Assert.IsTrue(rig.Desk.View(rig.Now).IsResetByButton);
        rig.Press();
        Assert.IsTrue(Claim(rig, rig.Phone("parent"), phone.OwnerCode), "the code of before");
        Assert.IsFalse(rig.Desk.View(rig.Now).IsResetByButton);
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Button_ThenThreeDays_AClaimNeedsNoOwnerCode()
    {
        DeskRig rig = new();
        rig.Claimed();
        WipeByButton(rig);
        rig.Wait((3 * 86_400) + 1200);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsResetByButton);
        rig.Press();
        Assert.IsTrue(Claim(rig, rig.Phone(), ""));
    }

    // A second wipe in that time is no way round.
    [TestMethod]
    [Req("DEL-01")]
    public void Button_Twice_IsNotLooser()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        WipeByButton(rig);
        rig.Wait(2 * 86_400);
        WipeByButton(rig);
        rig.Wait(2 * 86_400);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsResetByButton);
        rig.Press();
        Assert.IsFalse(Claim(rig, rig.Phone(), ""));
        Assert.IsTrue(Claim(rig, rig.Phone(), phone.OwnerCode));
    }

    [TestMethod]
    [Req("DEL-01")]
    [DataRow("wipe")]
    [DataRow("give-away")]
    public void Page_ByAGuardian_ErasesAndLeavesNothing(string op)
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.IsTrue(phone.Loosen(new { op })!.IsOk);
        Assert.IsNull(phone.Ask(new { op = "look" }), "from that moment on");
        rig.Desk.Turn(rig.Now);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsPaired);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsResetByButton);

        DeskRig fresh = new();

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            CollectionAssert.AreEqual(fresh.Flash.Held(area), rig.Flash.Held(area), FlashLayout.NameOf(area));
        }

        rig.Press();
        Assert.IsTrue(Claim(rig, rig.Phone(), ""));
    }

    // What could not be erased is nobody's, and nobody can claim it.
    [TestMethod]
    [Req("DEL-01")]
    public void Button_FlashDoesNotErase_NobodyIsLetInAndNobodyClaims()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.IsEraseFailing = true;
        WipeByButton(rig);

        for (int start = 0; start < 2; start++)
        {
            Assert.IsTrue(rig.Desk.View(rig.Now).IsUnreadable);
            Assert.IsFalse(phone.SignIn(full: true));
            Assert.AreEqual(PressUse.None, rig.Press());
            Assert.IsFalse(rig.Phone().Open(1, "0123456789ABCDEF", 1));
            rig.Start();
        }

        rig.IsEraseFailing = false;
        WipeByButton(rig);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsResetByButton, "the code's hash is in the mark of the wipe that failed");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void Book_Damaged_IsNobodysUntilAWipe(int how)
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        byte[] whole = rig.Flash.Held(FlashLayout.FamilyA);

        // Nothing but rubbish; two whole copies that differ; a version of tomorrow.
        byte[] other = (byte[])whole.Clone();
        other[how == 2 ? 12 : 60] ^= 0x55;
        LittleEndian.WriteUInt32(other, other.Length - 4, Crc32.Of(other, 0, other.Length - 4));
        rig.Flash.Put(FlashLayout.FamilyA, how == 0 ? new byte[] { 1 } : other);
        rig.Flash.Put(FlashLayout.FamilyB, how == 0 ? new byte[] { 2 } : how == 1 ? whole : other);
        rig.Start();
        Assert.IsTrue(rig.Desk.View(rig.Now).IsUnreadable);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsPaired);
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.AreEqual(PressUse.None, rig.Press());
        WipeByButton(rig);
        Assert.IsFalse(rig.Desk.View(rig.Now).IsPaired);
        Assert.AreEqual(PressUse.Claim, rig.Press());
    }

    private static void WipeByButton(DeskRig rig)
    {
        rig.Desk.HoldWipe(rig.Now);
        Assert.AreEqual(PressUse.Wipe, rig.Press());
    }

    private static bool Claim(DeskRig rig, TestPhone phone, string owner)
    {
        return phone.Open(1, rig.Code, 1) && phone.SetPin("730264", owner)!.IsOk && phone.Keep();
    }
}
