using System.Linq;

using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Loosening takes a PIN and two messages, four of them a press as well; tightening takes one (DEF-04).</summary>
[TestClass]
public class LooseningTests
{
    private static readonly Operation[] All = System.Enum.GetValues<Operation>();

    // Each operation by each role, quick and full, through the sealed door: only what the table says is done, and a loosening only behind its second message.
    [TestMethod]
    [Req("DEF-04")]
    [Req("AUTH-06")]
    public void Door_EveryOperationRoleAndSession_DoesWhatTheTableSays()
    {
        foreach (Role role in new[] { Role.Guardian, Role.Helper, Role.Viewer })
        {
            DeskRig rig = new();
            TestPhone guardian = rig.Claimed();
            TestPhone phone = role == Role.Guardian ? guardian : rig.Invited(guardian, role);
            TestPhone other = rig.Invited(guardian, Role.Viewer);

            foreach (Operation op in All.Where(op => op is not (Operation.None or Operation.Confirm or Operation.Wipe or Operation.GiveAway or Operation.PinSet)))
            {
                foreach (bool isFull in new[] { false, true })
                {
                    rig.Wait(20);
                    Assert.IsTrue(phone.SignIn(isFull), "sign in");
                    rig.Door.Done.Clear();
                    bool may = RoleTable.May(role, isFull, op);
                    string what = op + " by " + role + (isFull ? " full" : " quick");
                    PhoneAnswer first = phone.Ask(new { op = Name(op), n = op is Operation.PinReset or Operation.Remove ? 99 : 0, role = 3, days = 0, notice = 99 })!;

                    if (op is Operation.PinReset or Operation.Remove or Operation.Seen)
                    {
                        Assert.AreEqual(may ? "unknown" : RoleTable.May(role, true, op) ? "pin" : "role", first.Why, what);
                        continue;
                    }

                    Assert.AreEqual(may, first.IsOk, what);

                    if (!may)
                    {
                        Assert.AreEqual(RoleTable.May(role, true, op) ? "pin" : "role", first.Why, what);
                    }
                    else if (RoleTable.IsLoosening(op))
                    {
                        Assert.AreEqual(0, rig.Door.Done.Count, what + ": nothing behind the first message");
                        Confirm(rig, phone, first, op);
                    }

                    Assert.IsTrue(may || rig.Door.Done.Count == 0, what);
                }
            }

            Assert.IsTrue(other.SignIn(full: false));
        }
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Confirm_WithoutTheRightToken_DoesNothing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        string token = phone.Ask(new { op = "resume" })!["confirm"];
        Assert.AreEqual(32, token.Length);

        foreach (string wrong in new[] { "", "00", new string('0', 32), token[2..], token + "00" })
        {
            Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token = wrong })!.Why);
        }

        Assert.AreEqual(0, rig.Door.Done.Count);
        Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);
        Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token })!.Why, "once");
        Assert.AreEqual(1, rig.Door.Done.Count);
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Confirm_InAnotherSessionTooLateOrReplaced_DoesNothing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        PhoneChannel tab = phone.Channel!;
        string token = phone.Ask(new { op = "resume" })!["confirm"];
        Assert.IsTrue(phone.SignIn(full: true));
        Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token })!.Why, "another tab");
        phone.Channel = tab;
        string second = phone.Ask(new { op = "resume" })!["confirm"];
        Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token })!.Why, "replaced");
        rig.Wait(120);
        Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token = second })!.Why, "two minutes later");
        Assert.AreEqual(0, rig.Door.Done.Count);
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Confirm_OfTheFour_NeedsThePressWithinAMinute()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();

        foreach (Operation op in All.Where(RoleTable.NeedsPress))
        {
            Assert.IsTrue(phone.SignIn(full: true));
            rig.Door.Done.Clear();
            PhoneAnswer first = phone.Ask(new { op = Name(op), role = 3, days = 0 })!;
            Assert.IsTrue(first.Json.GetProperty("press").GetBoolean());
            string token = first["confirm"];
            Assert.AreEqual("press", phone.Ask(new { op = "confirm", token })!.Why);
            Assert.IsTrue(rig.Desk.View(rig.Now).IsPressWanted);
            rig.Wait(59);
            Assert.AreEqual("press", phone.Ask(new { op = "confirm", token })!.Why);
            rig.Wait(1);
            Assert.AreEqual(PressUse.Open, rig.Press(), "it waits no longer: the press serves something else");
            Assert.AreEqual("expired", phone.Ask(new { op = "confirm", token })!.Why);
            Assert.AreEqual(0, rig.Door.Done.Count);

            token = phone.Ask(new { op = Name(op), role = 3, days = 0 })!["confirm"];
            Assert.AreEqual(PressUse.Loosening, rig.Press());
            Assert.IsFalse(rig.Desk.View(rig.Now).IsPressWanted);
            rig.Wait(59);
            Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);
            Assert.AreEqual(1, rig.Door.Done.Count);
            rig.Wait(600);
        }
    }

    // A press before it is asked for is of no use, and one press serves one thing.
    [TestMethod]
    [Req("DEF-04")]
    public void Press_ServesExactlyOneThing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Press();
        Assert.IsTrue(phone.SignIn(full: true));
        string token = phone.Ask(new { op = "agree" })!["confirm"];
        Assert.AreEqual("press", phone.Ask(new { op = "confirm", token })!.Why, "the press of before");
        PhoneChannel tab = phone.Channel!;
        Assert.IsTrue(phone.SignIn(full: true));
        string second = phone.Ask(new { op = "plain" })!["confirm"];
        rig.Desk.HoldWipe(rig.Now);
        Assert.AreEqual(PressUse.Loosening, rig.Press());
        Assert.AreEqual("press", phone.Ask(new { op = "confirm", token = second })!.Why, "it was the first one's");
        phone.Channel = tab;
        Assert.IsTrue(phone.Ask(new { op = "confirm", token })!.IsOk);
        Assert.IsTrue(rig.Desk.View(rig.Now).IsPaired, "and no wipe");
    }

    // What is confirmed is what was asked for: the second message can carry nothing else.
    [TestMethod]
    [Req("DEF-04")]
    public void Invite_OtherThanConfirmed_GivesNoCode()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        byte[] code;
        Assert.AreEqual(Why.Role, rig.Desk.Invite(Role.Guardian, 0, out code), "outside of a call");
        Assert.AreEqual(Why.Role, rig.Desk.ResetPin(1));
        Assert.AreEqual(0, code.Length);
    }

    [TestMethod]
    public void PinReset_OfAnother_LetsItSetANewOneInAQuickSessionForADay()
    {
        DeskRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper);
        Assert.IsTrue(helper.SignIn(full: true));
        Assert.IsTrue(guardian.SignIn(full: true));
        Assert.AreEqual("unknown", guardian.Ask(new { op = "pin-reset", n = 1 })!.Why, "not the own one");
        Assert.IsTrue(guardian.Loosen(new { op = "pin-reset", n = 2 })!.IsOk);
        Assert.IsNull(helper.Ask(new { op = "look" }), "its sessions are over");
        Assert.IsFalse(helper.SignIn(full: true));
        Assert.AreEqual(3, helper.Status);
        rig.Start();
        Assert.IsTrue(helper.SignIn(full: false));
        Assert.AreEqual("pin-sequence", helper.SetPin("123456", op: "pin-set")!.Why);
        Assert.IsTrue(helper.SetPin("640281", op: "pin-set")!.IsOk);
        Assert.IsTrue(helper.SignIn(full: true));
        Assert.IsTrue(helper.SignIn(full: false));
        Assert.AreEqual("pin", helper.SetPin("640282", op: "pin-set")!.Why, "only that once");
        Assert.IsTrue(guardian.SignIn(full: true));
        Assert.IsTrue(guardian.Loosen(new { op = "pin-reset", n = 2 })!.IsOk);
        rig.Wait(86_400);
        Assert.IsTrue(helper.SignIn(full: false));
        Assert.AreEqual("expired", helper.SetPin("640283", op: "pin-set")!.Why);
    }

    internal static string Name(Operation op)
    {
        return string.Concat(op.ToString().Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
    }

    private static void Confirm(DeskRig rig, TestPhone phone, PhoneAnswer first, Operation op)
    {
        if (RoleTable.NeedsPress(op))
        {
            Assert.AreEqual("press", phone.Ask(new { op = "confirm", token = first["confirm"] })!.Why, op.ToString());
            Assert.AreEqual(0, rig.Door.Done.Count);
            Assert.AreEqual(PressUse.Loosening, rig.Press());
        }

        Assert.IsTrue(phone.Ask(new { op = "confirm", token = first["confirm"] })!.IsOk, op.ToString());
        Assert.AreEqual(op, rig.Door.Done.Single().Op);
    }
}
