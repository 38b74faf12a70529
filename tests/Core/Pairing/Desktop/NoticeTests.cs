using System;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Goal: whatever changed, every guardian is told exactly once, with the toy and who did it, until each has seen it (INFO-03).</summary>
[TestClass]
public class NoticeTests
{
    [TestMethod]
    [Req("INFO-03")]
    public void EveryKind_IsOneNotice_ThatSurvivesAStart_UntilEachGuardianSawIt()
    {
        DeskRig rig = new();
        TestPhone first = rig.Claimed();
        TestPhone second = rig.Invited(first, Role.Guardian);
        Clear(rig, first);
        Clear(rig, second);

        foreach (NoticeKind kind in Enum.GetValues<NoticeKind>().Where(kind => kind != NoticeKind.None))
        {
            rig.Desk.Note(kind, 2, 7);
            rig.Desk.Note(kind, 2, 7);
            string told = $"{(int)kind}:2:7";

            foreach (TestPhone phone in new[] { first, second })
            {
                Assert.AreEqual(told, Told(phone), "once, though it was said twice");
                rig.Start();
                Assert.AreEqual(told, Told(phone), "behind a start");
                Clear(rig, phone);
                Assert.AreEqual("", Told(phone));
            }
        }
    }

    [TestMethod]
    public void Note_OfAnotherToyOrPhone_IsAnotherNotice()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Clear(rig, phone);
        rig.Desk.Note(NoticeKind.PlaceOpened, 1, 1);
        rig.Desk.Note(NoticeKind.PlaceOpened, 1, 2);
        rig.Desk.Note(NoticeKind.PlaceOpened, 2, 2);
        rig.Desk.Note(NoticeKind.RuleLoosened, 2, 2);
        Assert.AreEqual("10:2:2 11:2:2 11:1:2 11:1:1", Told(phone));
    }

    // What version 1 wrote had no toys: the family and its notices stay.
    [TestMethod]
    public void VersionOne_IsReadWithoutToys()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Clear(rig, phone);
        rig.Desk.Note(NoticeKind.WifiAdded, 1, 0);
        rig.Desk.Note(NoticeKind.WrongPins, 2, 0);
        TwoSlotStore store = new(rig.Flash, FlashLayout.FamilyA, FlashLayout.FamilyB);
        store.Open();
        byte[] now = store.Payload!;
        int noticesAt = now.Length - (2 * 13);
        byte[] old = new byte[] { 1 }.Concat(now[1..(noticesAt + 12)]).Concat(now[(noticesAt + 13)..^1]).ToArray();
        Assert.IsTrue(store.Save(old));
        rig.Start();
        Assert.AreEqual("9:2:0 7:1:0", Told(phone));
    }

    private static string Told(TestPhone phone)
    {
        Assert.IsTrue(phone.SignIn(full: false));
        return string.Join(' ', Notices(phone).Select(notice => $"{notice.GetProperty("kind")}:{notice.GetProperty("who")}:{notice.GetProperty("toy")}"));
    }

    private static void Clear(DeskRig rig, TestPhone phone)
    {
        Assert.IsTrue(phone.SignIn(full: false), "session " + rig.Now);

        foreach (System.Text.Json.JsonElement notice in Notices(phone))
        {
            Assert.IsTrue(phone.Ask(new { op = "seen", notice = notice.GetProperty("n").GetInt32() })!.IsOk);
        }
    }

    private static System.Text.Json.JsonElement[] Notices(TestPhone phone)
    {
        return phone.Ask(new { op = "phones" })!.Json.GetProperty("notices").EnumerateArray().ToArray();
    }
}
