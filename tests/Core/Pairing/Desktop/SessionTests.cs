using System.Collections.Generic;

using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Sessions: how they end, how many there are, and that nothing is answered twice under one counter.</summary>
[TestClass]
public class SessionTests
{
    [TestMethod]
    [Req("AUTH-05")]
    public void Session_IdleForAQuarterHour_IsOver()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        rig.Wait(899);
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        rig.Wait(899);
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        rig.Wait(900);
        Assert.IsNull(phone.Ask(new { op = "look" }));
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Session_TwelveHours_IsOverHoweverBusy()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        int answered = 0;

        while (phone.Ask(new { op = "look" }) is not null)
        {
            answered++;
            rig.Wait(600);
        }

        Assert.AreEqual(72, answered);
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Session_SignOutAndEndSessions_End()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        PhoneChannel[] tabs = Tabs(phone, 3);
        phone.Channel = tabs[0];
        Assert.IsTrue(phone.Ask(new { op = "sign-out" })!.IsOk, "the answer still comes");
        Assert.IsNull(phone.Ask(new { op = "look" }));
        phone.Channel = tabs[1];
        Assert.IsTrue(phone.Ask(new { op = "end-sessions" })!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk, "but for the asking one");
        phone.Channel = tabs[2];
        Assert.IsNull(phone.Ask(new { op = "look" }));
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Session_PinChanged_EndsTheOthersOfThisPhone()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        TestPhone other = rig.Invited(phone, Role.Guardian);
        Assert.IsTrue(other.SignIn(full: true));
        PhoneChannel[] tabs = Tabs(phone, 2);
        Assert.IsTrue(phone.SetPin("640281", op: "pin-set")!.IsOk);
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        phone.Channel = tabs[0];
        Assert.IsNull(phone.Ask(new { op = "look" }));
        Assert.IsTrue(other.Ask(new { op = "look" })!.IsOk);
        Assert.IsTrue(phone.SignIn(full: true));
        phone.Pin = DeskRig.Pin;
        Assert.IsFalse(phone.SignIn(full: true), "the PIN of before");
        Assert.AreEqual(1, phone.Status);
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Session_Restart_EndsAll()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        rig.Start();
        Assert.IsNull(phone.Ask(new { op = "look" }));
    }

    [TestMethod]
    [Req("AUTH-05")]
    public void Session_Ids_AreSixteenBytesAndNeverTheSame()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        HashSet<string> ids = new();

        for (int i = 0; i < 100; i++)
        {
            Assert.IsTrue(phone.SignIn(full: false));
            Assert.AreEqual(16, phone.Channel!.Id.Length);
            Assert.IsTrue(ids.Add(Hex.Text(phone.Channel.Id)));
            rig.Wait(2);
        }
    }

    // The seventh: the same phone's oldest goes, else the one that was idle for longest.
    [TestMethod]
    public void Session_TableFull_TakesThePlaceOfTheOwnOldest()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        TestPhone other = rig.Invited(phone, Role.Viewer);
        Assert.IsTrue(phone.Ask(new { op = "sign-out" })!.IsOk);
        Assert.IsTrue(other.SignIn(full: true));
        PhoneChannel kept = other.Channel!;
        PhoneChannel[] tabs = Tabs(phone, 6);
        phone.Channel = tabs[0];
        Assert.IsNull(phone.Ask(new { op = "look" }), "the phone's own oldest");
        Assert.IsTrue(other.Ask(new { op = "look" })!.IsOk);
        rig.Wait(1);

        for (int i = 1; i < 6; i++)
        {
            phone.Channel = tabs[i];
            Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        }

        TestPhone third = rig.Invited(phone, Role.Viewer);
        Assert.IsTrue(third.SignIn(full: true));
        other.Channel = kept;
        Assert.IsNull(other.Ask(new { op = "look" }), "the one that was idle for longest");
    }

    // A question is taken once; the same bytes get the same answer; nothing else under that counter gets any.
    [TestMethod]
    public void Session_OneCounter_HasOneAnswer()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));
        PhoneAnswer? first = phone.Ask(new { op = "pause", toy = 1 });
        Assert.IsTrue(first!.IsOk);
        Assert.AreEqual(first.Text, phone.AskAgain()!.Text);
        Assert.AreEqual(1, rig.Door.Done.Count);
        phone.Channel!.Counter--;
        Assert.IsNull(phone.Ask(new { op = "pause", toy = 2 }), "another question under that counter");
        Assert.AreEqual(1, rig.Door.Done.Count);
        Assert.IsTrue(phone.Ask(new { op = "look" })!.IsOk);
        phone.Channel.Counter++;
        Assert.IsNull(phone.Ask(new { op = "look" }), "a counter left out");
    }

    // A recorded sign-in is of no use: each challenge is answered once.
    [TestMethod]
    public void SignIn_ProofSentAgain_IsRefusedAndCountsNothing()
    {
        DeskRig rig = new();
        TestPhone phone = rig.Claimed();
        phone.Pin = "999111";
        Assert.IsFalse(phone.SignIn(full: true));
        Assert.AreEqual(1, phone.Status);
        byte[] proof = phone.Said[^1].Sent;

        for (int i = 0; i < 20; i++)
        {
            Assert.IsNull(rig.Take(proof, 9, true));
        }

        phone.Pin = DeskRig.Pin;
        Assert.IsTrue(phone.SignIn(full: true), "nobody waits for what another sent again");
        byte[] good = phone.Said[^1].Sent;
        Assert.IsNull(rig.Take(good, 9, true));
        rig.Wait(90);
        Assert.IsNull(rig.Take(good, 9, true));
    }

    private static PhoneChannel[] Tabs(TestPhone phone, int count)
    {
        PhoneChannel[] tabs = new PhoneChannel[count];

        for (int i = 0; i < count; i++)
        {
            Assert.IsTrue(phone.SignIn(full: true));
            tabs[i] = phone.Channel!;
        }

        return tabs;
    }
}
