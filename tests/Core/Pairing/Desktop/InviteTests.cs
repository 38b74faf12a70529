using System.Linq;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>More phones: only by a guardian's invitation with a press, and every guardian hears of it (PAIR-06). Tickets, passes, the last guardian.</summary>
[TestClass]
public class InviteTests
{
    [TestMethod]
    [Req("PAIR-06")]
    public void Join_WithoutAnInvitation_IsRefused()
    {
        DeskRig rig = new();
        rig.Claimed();
        rig.Press();

        for (int role = 0; role <= 3; role++)
        {
            Assert.IsFalse(rig.Phone().Open(2, rig.Code, role), "the code of a press invites nobody");
            Assert.IsFalse(rig.Phone().Open(1, rig.Code, role), "nor claims twice");
        }
    }

    [TestMethod]
    [Req("PAIR-06")]
    public void Join_ByInvitation_EveryGuardianIsToldUntilEachHasSeenIt()
    {
        DeskRig rig = new();
        TestPhone first = rig.Claimed();
        TestPhone second = rig.Invited(first, Role.Guardian);
        Assert.AreEqual(2, rig.Desk.PhoneCount);

        foreach (TestPhone phone in new[] { first, second })
        {
            Assert.IsTrue(phone.SignIn(full: false));
            Assert.AreEqual("1 2", Notices(phone));
            rig.Start();
            Assert.IsTrue(phone.SignIn(full: false));
            Assert.AreEqual("1 2", Notices(phone), "also behind a restart");
            int n = phone.Ask(new { op = "phones" })!.Json.GetProperty("notices")[0].GetProperty("n").GetInt32();
            Assert.IsTrue(phone.Ask(new { op = "seen", notice = n })!.IsOk);
            Assert.AreEqual("", Notices(phone));
        }

        Assert.AreEqual(0, rig.Book.IsUnreadable ? -1 : rig.Desk.NoticeCount);
    }

    [TestMethod]
    [Req("PAIR-06")]
    public void Join_TenMinutesLater_IsRefused()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        string code = Invitation(rig, guardian, Role.Helper);
        rig.Wait(599);
        Assert.IsTrue(rig.Phone().Open(2, code, 2));
        rig.Wait(1);
        Assert.IsFalse(rig.Phone().Open(2, code, 2));
    }

    [TestMethod]
    [Req("PAIR-06")]
    public void Join_CodeUsed_IsRefused()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        string code = Invitation(rig, guardian, Role.Helper);
        TestPhone slow = rig.Phone("slow");
        Assert.IsTrue(slow.Open(2, code, 2) && slow.SetPin("730264")!.IsOk);
        Assert.IsTrue(rig.Phone("quick").Join(code, 2, "730265"));
        Assert.AreEqual("expired", slow.Ask(new { op = "keep" })!.Why);
        Assert.IsFalse(rig.Phone("late").Open(2, code, 2));
        Assert.AreEqual(2, rig.Desk.PhoneCount);
    }

    // The role is the device's: a link that was changed on its way opens nothing.
    [TestMethod]
    [Req("PAIR-06")]
    [Req("AUTH-06")]
    public void Join_RoleChangedInTheLink_IsRefused()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        string code = Invitation(rig, guardian, Role.Viewer);
        Assert.IsFalse(rig.Phone().Open(2, code, 1));
        Assert.IsFalse(rig.Phone().Open(2, code, 2));
        Assert.IsFalse(rig.Phone().Open(2, code, 0));
        TestPhone viewer = rig.Phone();
        Assert.IsTrue(viewer.Join(code, 3, "730264"));
        Assert.AreEqual(Role.Viewer, rig.Desk.PhoneAt(1)!.Role);
    }

    [TestMethod]
    public void Invite_UnfitRolesAndPasses_AreRefused()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        Assert.IsTrue(guardian.SignIn(full: true));

        foreach ((int role, int days) in new[] { (0, 0), (4, 0), (1, 1), (2, 8), (3, -1), (255, 0), (257, 0) })
        {
            Assert.AreEqual("bad", guardian.Ask(new { op = "invite", role, days })!.Why, role + " for " + days);
        }
    }

    // By powered time, and by the clock where it is known.
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Pass_Over_TheSessionEndsAndThePhoneIsGone(bool isClockKnown)
    {
        DeskRig rig = new() { UtcSeconds = isClockKnown ? 1_800_000_000 : 0 };
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper, days: 2);
        rig.Wait((2 * 86_400) - 600);
        Assert.IsTrue(helper.SignIn(full: true));
        rig.Wait(600);
        rig.Wait(isClockKnown ? 0 : 600);
        Assert.IsNull(helper.Ask(new { op = "look" }));
        Assert.IsFalse(helper.SignIn(full: false));
        rig.Wait(1);
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.IsTrue(guardian.SignIn(full: true));
    }

    // A plug does not make a pass longer where somebody knows the time.
    [TestMethod]
    public void Pass_DeviceOff_EndsByTheClock()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper, days: 1);
        rig.Start();
        rig.UtcSeconds += 86_401;
        Assert.IsFalse(helper.SignIn(full: false));
        rig.Flash.Put(FlashLayout.TriesA, new byte[0]);
        rig.Flash.Put(FlashLayout.TriesB, new byte[0]);
        rig.UtcSeconds = 0;
        rig.Start();
        Assert.IsFalse(helper.SignIn(full: false), "and when nobody knows how long it had, at once");
    }

    [TestMethod]
    public void Invite_EightPhones_IsFull()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        string spare = Invitation(rig, guardian, Role.Viewer);

        for (int i = 0; i < 7; i++)
        {
            rig.Wait(30);
            rig.Invited(guardian, Role.Viewer);
        }

        Assert.AreEqual(8, rig.Desk.PhoneCount);
        Assert.IsTrue(guardian.SignIn(full: true));
        Assert.AreEqual("full", guardian.Loosen(new { op = "invite", role = 3, days = 0 }, () => rig.Press())!.Why);
        TestPhone ninth = rig.Phone();
        Assert.IsTrue(ninth.Open(2, spare, 3) && ninth.SetPin("730264")!.IsOk);
        Assert.AreEqual("full", ninth.Ask(new { op = "keep" })!.Why);
        Assert.IsTrue(guardian.Ask(new { op = "remove", n = 5 })!.IsOk);
        Assert.IsTrue(ninth.Keep());
        rig.Start();
        Assert.AreEqual(8, rig.Desk.PhoneCount);
    }

    [TestMethod]
    public void Invite_FourOpen_IsFull()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();

        for (int i = 0; i < 4; i++)
        {
            Invitation(rig, guardian, Role.Viewer);
        }

        Assert.AreEqual("full", guardian.Loosen(new { op = "invite", role = 3, days = 0 }, () => rig.Press())!.Why);
    }

    [TestMethod]
    public void Remove_EndsSessionsCodesAndTheWaysBack()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone other = rig.Invited(guardian, Role.Guardian);
        Assert.IsTrue(other.SignIn(full: true));
        string ticket = Base32.Write(other.Ask(new { op = "ticket" })!.BytesOf("code"));
        string code = Invitation(rig, other, Role.Viewer);
        rig.Press();
        TestPhone back = rig.Phone("back");
        Assert.IsTrue(back.Open(3, rig.Code));
        back.Remember(back.Entry(2)!.Value, other.Pin);
        Assert.IsTrue(back.Ask(new { op = "adopt", n = 2, proof = back.PinProof(), label = "x" })!.IsOk);
        Assert.IsTrue(guardian.SignIn(full: true));
        Assert.IsTrue(guardian.Ask(new { op = "remove", n = 2 })!.IsOk);
        Assert.IsNull(other.Ask(new { op = "look" }));
        Assert.IsFalse(other.SignIn(full: false));
        Assert.IsFalse(rig.Phone().Open(5, ticket));
        Assert.IsFalse(rig.Phone().Open(2, code, 3));
        Assert.IsFalse(back.Keep());
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.AreEqual("last-guardian", guardian.Ask(new { op = "remove", n = 1 })!.Why);
        Assert.AreEqual("unknown", guardian.Ask(new { op = "remove", n = 2 })!.Why);
        Assert.AreEqual("unknown", guardian.Ask(new { op = "remove", n = 9 })!.Why);
    }

    [TestMethod]
    public void Remove_OneselfOfTwoGuardians_AnswersAndEnds()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        rig.Invited(guardian, Role.Guardian);
        Assert.IsTrue(guardian.Ask(new { op = "remove", n = 1 })!.IsOk);
        Assert.IsNull(guardian.Ask(new { op = "look" }));
        Assert.AreEqual(2, rig.Desk.PhoneAt(0)!.Number);
    }

    [TestMethod]
    public void Ticket_MovesThePhoneOnce_AndTheOldKeyIsDead()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: false));
        string lost = Base32.Write(phone.Ask(new { op = "ticket" })!.BytesOf("code"));
        string ticket = Base32.Write(phone.Ask(new { op = "ticket" })!.BytesOf("code"));
        TestPhone icon = rig.Phone("icon");
        Assert.IsFalse(icon.Open(5, lost), "a new one takes the place of the last");
        rig.Wait(3600);
        icon.Pin = DeskRig.Pin;
        Assert.IsTrue(icon.MoveIn(ticket));
        Assert.IsTrue(icon.SignIn(full: true));
        Assert.IsFalse(phone.SignIn(full: false));
        Assert.AreEqual(1, rig.Desk.PhoneCount);
        Assert.AreEqual("Blue phone", rig.Desk.PhoneAt(0)!.Label);
        Assert.IsFalse(rig.Phone().Open(5, ticket));
        rig.Start();
        Assert.IsTrue(icon.SignIn(full: true));
    }

    [TestMethod]
    public void Ticket_ADayLaterOrAfterARestart_IsOver()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: false));
        string ticket = Base32.Write(phone.Ask(new { op = "ticket" })!.BytesOf("code"));
        rig.Wait(86_400);
        Assert.IsFalse(rig.Phone().Open(5, ticket));
        Assert.IsTrue(phone.SignIn(full: false));
        ticket = Base32.Write(phone.Ask(new { op = "ticket" })!.BytesOf("code"));
        rig.Start();
        Assert.IsFalse(rig.Phone().Open(5, ticket));
    }

    private static string Invitation(DeskRig rig, TestPhone guardian, Role role)
    {
        Assert.IsTrue(guardian.SignIn(full: true));
        return Base32.Write(guardian.Loosen(new { op = "invite", role = (int)role, days = 0 }, () => rig.Press())!.BytesOf("code"));
    }

    // Kind and phone of each.
    private static string Notices(TestPhone phone)
    {
        return string.Join(", ", phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind") + " " + notice.GetProperty("who")));
    }
}
