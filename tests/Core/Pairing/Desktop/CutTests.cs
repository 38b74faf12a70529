using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>The plug is pulled at every step of every write: what the next start finds is the family of before or of after, never a looser or a third one.</summary>
/// <remarks>Each act is lived through once to count its steps, and then once for each cut: the device starts again, and the phones try what they know.</remarks>
[TestClass]
public class CutTests
{
    private const int Places = 8;

    private static readonly FlashCut[] Cuts = { FlashCut.Prefix, FlashCut.TornByte, FlashCut.OldOrNew, FlashCut.Emptied };

    [TestMethod]
    [Req("PAIR-02")]
    public void Keep_OfAClaim_CutAnywhere_IsAGuardianOrNobody()
    {
        Everywhere(
            rig =>
            {
                rig.Press();
                TestPhone phone = rig.Phone();
                Assert.IsTrue(phone.Open(1, rig.Code, 1) && phone.SetPin(DeskRig.Pin)!.IsOk);
                return phone;
            },
            (_, phone) => phone.Ask(new { op = "keep" }),
            (rig, phone) =>
            {
                rig.Wait(1);
                bool isIn = rig.Book.HasPhones;
                Assert.IsFalse(rig.Book.IsUnreadable, "a cut locks nobody out");
                Assert.AreEqual(isIn, phone.SignIn(full: true));
                Assert.AreEqual(isIn, rig.IsSettled, "the settings say what the book says");
                return isIn ? "in" : "out";
            });
    }

    [TestMethod]
    public void Open_OfTheFirstStart_CutAnywhere_LocksNobodyOut()
    {
        FlashModel whole = new();
        new FamilyBook(whole, new ManagedHmac(), new DeskRig()).Open();
        Assert.IsGreaterThan(2, whole.Steps);

        foreach (FlashCut cut in Cuts)
        {
            for (int steps = 0; steps <= whole.Steps; steps++)
            {
                FlashModel flash = new() { Cut = cut, Seed = steps };
                flash.CutAfter(steps);
                new FamilyBook(flash, new ManagedHmac(), new DeskRig()).Open();
                flash.PowerOn();
                FamilyBook book = new(flash, new ManagedHmac(), new DeskRig());
                book.Open();
                Assert.IsFalse(book.IsUnreadable, $"{cut} after {steps}");
                Assert.IsFalse(book.HasPhones);
            }
        }
    }

    [TestMethod]
    public void Keep_OfAWelcome_CutAnywhere_IsTheOldKeyOrTheNew()
    {
        TestPhone? old = null;
        Everywhere(
            rig =>
            {
                old = rig.Claimed();
                rig.Press();
                return rig.Phone("back");
            },
            (rig, back) => back.ComeBack(rig.Code, DeskRig.Pin),
            (_, back) =>
            {
                bool isNew = back.SignIn(full: true);
                Assert.AreNotEqual(isNew, old!.SignIn(full: true), "one of both, never both");
                return isNew ? "in" : "out";
            });
    }

    [TestMethod]
    [Req("AUTH-06")]
    public void Remove_CutAnywhere_IsInOrOut()
    {
        TestPhone? guardian = null;
        Everywhere(
            rig =>
            {
                guardian = rig.Claimed();
                TestPhone phone = rig.Invited(guardian, Role.Helper);
                Assert.IsTrue(guardian.SignIn(full: true));
                return phone;
            },
            (_, _) => guardian!.Ask(new { op = "remove", n = 2 }),
            (rig, phone) =>
            {
                Assert.IsTrue(guardian!.SignIn(full: true), "the guardian stays whatever happens");
                Assert.AreEqual(Role.Guardian, rig.Desk.PhoneAt(0)!.Role);
                return phone.SignIn(full: true) ? "in" : "out";
            });
    }

    // A plug in the middle of a try gives no second one: what was compared was counted.
    [TestMethod]
    [Req("AUTH-02")]
    public void PinCount_CutAnywhere_NeverForgetsATryThatWasCompared()
    {
        Everywhere(
            rig =>
            {
                TestPhone phone = rig.Claimed();
                phone.Pin = "999111";

                for (int i = 0; i < 4; i++)
                {
                    Assert.IsFalse(phone.SignIn(full: true));
                }

                return phone;
            },
            (_, phone) => phone.SignIn(full: true),
            (rig, phone) =>
            {
                // The status of a wrong PIN was sent only if the count was kept.
                bool wasCompared = phone.Status == 1;
                rig.Desk.Turn(rig.Now);
                int wait = rig.Desk.WaitOf(1);
                Assert.IsTrue(!wasCompared || wait == 60, "compared and forgotten");
                return wait == 60 ? "in" : "out";
            });
    }

    // Also the wipe itself: then the family is there as it was, or it is nobody's; the owner code is asked for in both cases.
    [TestMethod]
    [Req("DEL-01")]
    public void Wipe_CutAnywhere_IsTheFamilyOrNobodysAndNeverUnlocked()
    {
        TestPhone? phone = null;
        Everywhere(
            rig =>
            {
                phone = rig.Claimed();
                rig.Desk.HoldWipe(rig.Now);
                return phone;
            },
            (rig, _) => rig.Press(),
            (rig, _) =>
            {
                // What the start of the whole device does first.
                FlashEraser eraser = new(rig.Flash, rig, rig);

                if (eraser.IsUnfinished)
                {
                    Assert.IsTrue(rig.Desk.View(rig.Now).IsUnreadable, "before the wipe is over nothing is read");
                    Assert.IsTrue(eraser.Run());
                    rig.Start();
                }

                if (phone!.SignIn(full: true))
                {
                    return "in";
                }

                Assert.IsFalse(rig.Book.HasPhones);
                Assert.IsTrue(rig.Desk.View(rig.Now).IsResetByButton, "the hash outlived the cut");
                return "out";
            });
    }

    // Lives through it once to count the steps, then once for every cut: at the ends of the act and at places all over it.
    private static void Everywhere(Func<DeskRig, TestPhone> begin, Action<DeskRig, TestPhone> act, Func<DeskRig, TestPhone, string> judge)
    {
        DeskRig whole = new();
        TestPhone first = begin(whole);
        int before = whole.Flash.Steps;
        act(whole, first);
        int steps = whole.Flash.Steps - before;
        Assert.IsTrue(steps > 10, "nothing was written");
        HashSet<string> found = new();
        Chance chance = new(steps);

        foreach (FlashCut cut in Cuts)
        {
            for (int i = 0; i < Places; i++)
            {
                int step = i == 0 ? 0 : i == 1 ? steps - 1 : i == 2 ? steps : (steps * (i - 3) / (Places - 3)) + chance.Below(1 + (steps / (Places - 3)));
                DeskRig rig = new();
                TestPhone phone = begin(rig);
                rig.Flash.Cut = cut;
                rig.Flash.Seed = step;
                rig.Flash.CutAfter(step);
                act(rig, phone);
                rig.Start();
                found.Add(judge(rig, phone));
            }
        }

        Assert.AreEqual("in out", string.Join(" ", found.Order()), "both must be met");
    }
}
