using System;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>Every state of the desk by every event: which conversations it begins on which side, and what a press serves. The table is the machine.</summary>
[TestClass]
public class StateTests
{
    // State; purposes begun over the home's network; over the device's own Wi-Fi; a press; ten minutes later; a restart (the same three each).
    private static readonly string[] Table =
    {
        "not joined  |        |   | SetUp      |        |   | SetUp      |        |   | SetUp",
        "fresh       |        |   | Claim      |        |   | Claim      |        |   | Claim",
        "open        | 1      |   | Claim      |        |   | Claim      |        |   | Claim",
        "begun       | 1      |   | Claim      |        |   | Claim      |        |   | Claim",
        "paired      | 8      |   | Open       | 8      |   | Open       | 8      |   | Open",
        "paired open | 3 6 8  | 4 | Open       | 8      |   | Open       | 8      |   | Open",
        "back        | 8      | 4 | Open       | 8      |   | Open       | 8      |   | Open",
        "invited     | 2 8    |   | Open       | 8      |   | Open       | 8      |   | Open",
        "ticket      | 5 8    |   | Open       | 5 8    |   | Open       | 8      |   | Open",
        "waiting     | 8      |   | Loosening  | 8      |   | Open       | 8      |   | Open",
        "forgotten   | 3 6 8  | 4 | Open       | 8      |   | Open       | 8      |   | Open",
        "warned      | 8      |   | Wipe       | 8      |   | Open       | 8      |   | Open",
        "warned open | 1      |   | Wipe       |        |   | Claim      |        |   | Claim",
        "erased soon |        |   | None       |        |   | Claim      | 8      |   | Open",
        "reset       |        |   | Claim      |        |   | Claim      |        |   | Claim",
        "unreadable  |        |   | None       |        |   | None       |        |   | None",
    };

    [TestMethod]
    [Req("PAIR-03")]
    public void Desk_EveryStateByEveryEvent_IsAsWrittenHere()
    {
        foreach (string line in Table)
        {
            string[] row = line.Split('|').Select(part => part.Trim()).ToArray();

            for (int later = 0; later < 3; later++)
            {
                DeskRig rig = In(row[0]);

                if (later == 1)
                {
                    rig.Wait(600);
                }
                else if (later == 2)
                {
                    rig.Start();
                }

                string when = row[0] + (later == 0 ? "" : later == 1 ? ", ten minutes later" : ", after a restart");
                Assert.AreEqual(row[1 + (later * 3)], Begun(rig, true), when);
                Assert.AreEqual(row[2 + (later * 3)], Begun(rig, false), when + ", own Wi-Fi");
                Refused(rig, when);
                Assert.AreEqual(row[3 + (later * 3)], rig.Press().ToString(), when);
            }
        }
    }

    private static DeskRig In(string state)
    {
        DeskRig rig = new();

        if (state == "not joined")
        {
            rig.IsJoined = false;
            return rig;
        }

        if (state is "fresh" or "open" or "begun" or "warned open")
        {
            if (state != "fresh")
            {
                rig.Press();
            }

            if (state == "begun")
            {
                Assert.IsTrue(rig.Phone().Open(1, rig.Code, 1));
            }

            if (state == "warned open")
            {
                rig.Desk.HoldWipe(rig.Now);
            }

            return rig;
        }

        TestPhone phone = rig.Claimed();
        Assert.IsTrue(phone.SignIn(full: true));

        switch (state)
        {
            case "paired":
                break;
            case "paired open":
                rig.Press();
                break;
            case "back":
                rig.Press();
                Assert.IsTrue(rig.Phone().ComeBack(rig.Code, DeskRig.Pin));
                break;
            case "invited":
                Assert.IsTrue(phone.Loosen(new { op = "invite", role = 2, days = 0 }, () => rig.Press())!.IsOk);
                break;
            case "ticket":
                Assert.IsTrue(phone.Ask(new { op = "ticket" })!.IsOk);
                break;
            case "waiting":
                Assert.IsTrue(phone.Ask(new { op = "agree" })!.IsOk);
                break;
            case "forgotten":
                rig.Press();
                TestPhone lost = rig.Phone();
                Assert.IsTrue(lost.Open(6, rig.Code));
                Assert.IsTrue(lost.Ask(new { op = "forgot", n = 1 })!.IsOk);
                break;
            case "warned":
                rig.Desk.HoldWipe(rig.Now);
                break;
            case "erased soon":
                Assert.IsTrue(phone.Loosen(new { op = "wipe" })!.IsOk);
                break;
            case "reset":
                rig.Desk.HoldWipe(rig.Now);
                rig.Press();
                break;
            case "unreadable":
                rig.Flash.Put(FlashLayout.FamilyA, new byte[] { 1 });
                rig.Flash.Put(FlashLayout.FamilyB, new byte[] { 1 });
                rig.Start();
                break;
            default:
                Assert.Fail(state);
                break;
        }

        return rig;
    }

    // The purposes that are answered with a challenge.
    private static string Begun(DeskRig rig, bool isHome)
    {
        return string.Join(" ", Enumerable.Range(0, 12).Where(purpose => rig.Take(Message(purpose, 1), 3, isHome) is not null));
    }

    // No proof, answer or question of nobody's changes anything in any state.
    private static void Refused(DeskRig rig, string when)
    {
        for (int purpose = 0; purpose < 12; purpose++)
        {
            for (int step = 2; step < 7; step++)
            {
                Assert.IsNull(rig.Take(Message(purpose, step), 3, true), when);
                Assert.IsNull(rig.Take(Message(purpose, step), 3, false), when);
            }
        }
    }

    private static byte[] Message(int purpose, int step)
    {
        int body = step == 5 ? 64 : 0;
        byte[] head = PhoneBytes.HeadOf(purpose, step, 1, body, new byte[8], purpose >= 8 ? new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 } : new byte[8], new byte[16], new byte[16], step == 5 ? 1 : 0);
        return PhoneBytes.Join(head, new byte[body + 32]);
    }
}
