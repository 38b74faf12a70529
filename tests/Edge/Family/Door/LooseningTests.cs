using System;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: what is looser takes a full session and two messages, what is stricter one in a quick session (DEF-04).
/// Method: every setting of today through the real door, with what is in force and in flash looked at in between.
/// </summary>
[TestClass]
public sealed class LooseningTests
{
    [TestMethod]
    [Req("DEF-04")]
    [DataRow("{'op':'resume','toy':0}", false)]
    [DataRow("{'op':'resume','toy':1}", false)]
    [DataRow("{'op':'approve','toy':1,'endpoint':2}", false)]
    [DataRow("{'op':'agree','toy':1,'sensor':1,'until':UNTIL}", true)]
    public void Setting_Loosened_TakesTheTokenOfThisVeryQuestion(string question, bool isPressed)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Home.Change(rig.Home.Settings.WithEverythingPaused(true).WithToy(rig.Home.Settings.Of(FamilyRig.Bear).WithPaused(true)));
        FamilySettings strict = rig.Home.Settings;
        string text = question.Replace('\'', '"').Replace("UNTIL", (rig.Clock.Now().Minute + 60).ToString(), StringComparison.Ordinal);

        string token = phone.AskText(text)!["confirm"];
        string other = (token[0] == '0' ? '1' : '0') + token[1..];
        Assert.AreSame(strict, rig.Home.Settings, "asked is not done");
        Assert.IsFalse(phone.Ask(new { op = "confirm", token = other })!.IsOk);
        Assert.IsFalse(phone.Ask(new { op = "confirm", token = new string('0', 32) })!.IsOk);
        Assert.AreSame(strict, rig.Home.Settings, "another token is none");

        PhoneAnswer confirmed = phone.Ask(new { op = "confirm", token })!;

        if (isPressed)
        {
            Assert.AreEqual("press", confirmed.Why);
            Assert.AreSame(strict, rig.Home.Settings, "not before the press");
            rig.Press();
            confirmed = phone.Ask(new { op = "confirm", token })!;
        }

        Assert.IsTrue(confirmed.IsOk, confirmed.Text);
        Assert.AreEqual(Ranking.Looser, Strictness.Compare(rig.Home.Settings, strict));
        Assert.IsFalse(phone.Ask(new { op = "confirm", token })!.IsOk, "once");

        phone.SignIn(full: false);
        Assert.AreEqual("pin", phone.AskText(text)!.Why, "not in a quick session");
    }

    [TestMethod]
    [Req("DEF-04")]
    [DataRow("{'op':'pause','toy':0}")]
    [DataRow("{'op':'pause','toy':1}")]
    [DataRow("{'op':'withdraw','toy':1,'endpoint':1}")]
    [DataRow("{'op':'withdraw','toy':1,'sensor':1}")]
    public void Setting_Tightened_TakesOneQuestionInAQuickSession(string question)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        rig.Home.Change(Household.Agree(rig.Home.Settings, rig.Toys[0], 1, rig.Clock.Now().Minute + 60));
        FamilySettings before = rig.Home.Settings;
        Assert.IsTrue(phone.SignIn(full: false));

        Assert.IsTrue(phone.AskText(question.Replace('\'', '"'))!.IsOk);
        Assert.AreEqual(Ranking.Stricter, Strictness.Compare(rig.Home.Settings, before));
        rig.Restart();
        Assert.AreEqual(Ranking.Stricter, Strictness.Compare(rig.Home.Settings, before), "kept");
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Bonus_GivenTwiceByALostAnswer_CountsOnce()
    {
        using FamilyRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper);
        Assert.IsTrue(helper.SignIn(full: true));
        rig.Home.Change(rig.Home.Settings.WithToy(rig.Home.Settings.Of(FamilyRig.Bear).WithPlayMinutes(0)));
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Held());

        string token = helper.Ask(new { op = "bonus", toy = 1, minutes = 15 })!["confirm"];
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Held());
        Assert.IsTrue(helper.Ask(new { op = "confirm", token })!.IsOk);
        Assert.IsTrue(helper.AskAgain()!.IsOk, "the same answer");
        Assert.AreEqual(Reason.Allowed, rig.Held());
        Assert.AreEqual("15", helper.Ask(new { op = "look" })!.Json.GetProperty("toys")[0].GetProperty("minutesLeft").ToString());

        rig.Restart();
        Assert.AreEqual(Reason.PlayTimeUsedUp, rig.Held(), "for today only, and gone with the power");
    }

    [TestMethod]
    [Req("DEF-04")]
    public void Invite_WithoutAPress_GivesNoCode()
    {
        using FamilyRig rig = new();
        TestPhone guardian = rig.Claimed();
        PhoneAnswer first = guardian.Ask(new { op = "invite", role = 2, days = 7 })!;
        Assert.AreEqual("True", first["press"]);
        Assert.AreEqual("press", guardian.Ask(new { op = "confirm", token = first["confirm"] })!.Why);
        rig.Press();
        PhoneAnswer given = guardian.Ask(new { op = "confirm", token = first["confirm"] })!;

        Assert.IsTrue(given.IsOk, given.Text);
        StringAssert.EndsWith(given["link"], "/#i=2." + given["code"]);
        Assert.IsTrue(rig.NewPhone().Join(given["code"], 2, "marker-helper-5"));
        Assert.IsFalse(rig.NewPhone().Join(given["code"], 2, "marker-helper-5"), "once");
    }
}
