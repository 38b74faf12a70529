using System;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>Goal: a phone on a bad Wi-Fi asks again and gets one thing, not two. Method: answers and questions that are lost at each step of giving more minutes.</summary>
[TestClass]
public sealed class LostAnswerTests
{
    private const int Bonus = 15;

    [TestMethod]
    [Req("AUTH-04")]
    [DataRow(true)]
    [DataRow(false)]
    public void Confirm_LostAndAskedAgain_GivesOneBonus(bool isAnswerLost)
    {
        using FamilyRig rig = new(false);
        TestPhone phone = rig.Claimed(message => rig.Take(message));
        rig.LimitPlay();
        Assert.IsTrue(phone.SignIn(true));
        PhoneAnswer first = phone.Ask(new { op = "bonus", toy = 1, minutes = Bonus })!;
        Assert.AreEqual(FamilyRig.PlayMinutes, Left(rig));

        if (isAnswerLost)
        {
            phone.OnTheWayDown = _ => null;
        }
        else
        {
            phone.OnTheWayUp = _ => null;
        }

        Assert.IsNull(phone.Ask(new { op = "confirm", token = first["confirm"] }));
        Assert.AreEqual(FamilyRig.PlayMinutes + (isAnswerLost ? Bonus : 0), Left(rig));

        phone.OnTheWayDown = message => message;
        phone.OnTheWayUp = message => message;

        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(true, phone.AskAgain()?.IsOk);
            Assert.AreEqual(FamilyRig.PlayMinutes + Bonus, Left(rig));
        }

        // The same token in a new question is another matter, and over.
        Assert.AreEqual(false, phone.Ask(new { op = "confirm", token = first["confirm"] })?.IsOk);
        Assert.AreEqual(FamilyRig.PlayMinutes + Bonus, Left(rig));
    }

    // A copy of a question that is late, and one that is early.
    [TestMethod]
    [Req("AUTH-04")]
    public void Door_QuestionsOutOfOrder_AreRefused()
    {
        using FamilyRig rig = new(false);
        TestPhone phone = rig.Claimed(message => rig.Take(message));
        Assert.IsTrue(phone.SignIn(true));

        byte[] one = phone.Channel!.Question("{\"op\":\"pause\",\"toy\":1}");
        byte[] two = phone.Channel.Question("{\"op\":\"look\"}");
        byte[] three = phone.Channel.Question("{\"op\":\"look\"}");
        string before = rig.State;

        Assert.IsNull(rig.Take(two));
        Assert.IsNull(rig.Take(three));
        Assert.AreEqual(before, rig.State);
        Assert.IsNotNull(rig.Take(one));
        Assert.IsNotNull(rig.Take(two));
        Assert.IsNull(rig.Take(one));
        Assert.IsNotNull(rig.Take(three));
        Assert.IsNull(rig.Take(two));
        Assert.AreNotEqual(before, rig.State);
    }

    // Two phones of one family: what one may ask is nothing in the other's session.
    [TestMethod]
    [Req("AUTH-04")]
    public void Door_OtherSessionsQuestions_AreRefused()
    {
        using FamilyRig rig = new(false);
        TestPhone phone = rig.Claimed(message => rig.Take(message));
        Assert.IsTrue(phone.SignIn(true));
        PhoneChannel old = phone.Channel!;
        Assert.IsTrue(phone.SignIn(true));
        string before = rig.State;

        byte[] asked = old.Question("{\"op\":\"pause\",\"toy\":1}");
        byte[] swapped = (byte[])asked.Clone();
        phone.Channel!.Id.CopyTo(swapped, 40);
        Assert.IsNull(rig.Take(swapped));

        byte[] elsewhere = (byte[])asked.Clone();
        elsewhere[8] ^= 1;
        Assert.IsNull(rig.Take(elsewhere));
        Assert.AreEqual(before, rig.State);
        Assert.IsNotNull(rig.Take(asked));
    }

    private static int Left(FamilyRig rig)
    {
        rig.Home.Gate.ShowPlay(1, out PlayView view);
        return view.PlayLeft;
    }
}
