using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.Door;

/// <summary>
/// Goal: every operation is judged for this role and this kind of session, whatever else is true (AUTH-06).
/// Method: the whole table, written out here a second time, asked through the real door of a real family.
/// </summary>
[TestClass]
public sealed class DoorRoleTests
{
    // Guardian quick, full; helper quick, full; viewer quick, full. y: heard, p: needs the PIN, r: never.
    internal static readonly (string Question, string Heard)[] Table =
    [
        ("{'op':'look'}", "yyyyyy"),
        ("{'op':'pause','toy':9}", "yyyyrr"),
        ("{'op':'resume','toy':9}", "pyrrrr"),
        ("{'op':'bonus','toy':9,'minutes':15}", "pypyrr"),
        ("{'op':'hello','toy':9}", "yyyyrr"),
        ("{'op':'phones'}", "yyrrrr"),
        ("{'op':'seen','notice':250}", "yyrrrr"),
        ("{'op':'invite','role':3,'days':0}", "pyrrrr"),
        ("{'op':'ticket'}", "yyyyyy"),
        ("{'op':'remove','n':8}", "pyrrrr"),
        ("{'op':'end-sessions','x':1}", "yyrrrr"),
        ("{'op':'sign-out','x':1}", "yyyyyy"),
        ("{'op':'pin-set','pin':'1'}", "pypypy"),
        ("{'op':'pin-reset','n':8}", "pyrrrr"),
        ("{'op':'forgot-stop','x':1}", "yyrrrr"),
        ("{'op':'networks'}", "yyyyrr"),
        ("{'op':'wifi-add','ssid':'Home','key':'12345678'}", "pypyrr"),
        ("{'op':'clock','utc':0,'offset':0}", "yyrrrr"),
        ("{'op':'wipe'}", "pyrrrr"),
        ("{'op':'give-away'}", "pyrrrr"),
        ("{'op':'agree','toy':9,'sensor':1,'until':1}", "pyrrrr"),
        ("{'op':'plain','toy':9,'endpoint':1}", "pyrrrr"),
        ("{'op':'approve','toy':9,'endpoint':1}", "pyrrrr"),
        ("{'op':'withdraw','toy':9,'endpoint':1}", "yyrrrr"),
        ("{'op':'requests'}", "yyyyrr"),
        ("{'op':'answer','n':250,'yes':0}", "yyrrrr"),
        ("{'op':'answer','n':250,'yes':1}", "pyrrrr"),
        ("{'op':'history'}", "yyrrrr"),
        ("{'op':'check'}", "yyrrrr"),
        ("{'op':'introduce','toy':9,'start':1}", "pyrrrr"),
        ("{'op':'tries'}", "yyrrrr"),
        ("{'op':'stored'}", "yyrrrr"),
        ("{'op':'export'}", "pyrrrr"),
        ("{'op':'import','all':0}", "yyrrrr"),
        ("{'op':'erase','toy':9}", "pyrrrr"),
        ("{'op':'deletes'}", "yyrrrr"),
        ("{'op':'rules','toy':9}", "yyyyyy"),
        ("{'op':'quiet','toy':9,'windows':''}", "yyrrrr"),
        ("{'op':'minutes','toy':9,'days':''}", "yyrrrr"),
        ("{'op':'zone','tz':''}", "yyrrrr"),
        ("{'op':'children'}", "yyrrrr"),
        ("{'op':'child','n':0}", "yyrrrr"),
        ("{'op':'child-remove','n':8}", "yyrrrr"),
        ("{'op':'assign','toy':9,'child':0,'shared':0}", "yyrrrr"),
        ("{'op':'tickets','toy':9,'count':0}", "yyrrrr"),
        ("{'op':'together','toy':9,'minutes':0}", "yyrrrr"),
        ("{'op':'things'}", "yyrrrr"),
        ("{'op':'join','thing':'000000000000','toy':9}", "pyrrrr"),
        ("{'op':'part','thing':'000000000000'}", "yyrrrr"),
    ];

    /// <summary>A question of every operation.</summary>
    internal static IEnumerable<string> Questions => Table.Select(row => row.Question);

    [TestMethod]
    [Req("AUTH-06")]
    public void EveryOperation_InEveryRoleAndSession_IsJudgedByTheTable()
    {
        using FamilyRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone[] phones = [guardian, rig.Invited(guardian, Role.Helper), rig.Invited(guardian, Role.Viewer)];

        for (int column = 0; column < 6; column++)
        {
            TestPhone phone = phones[column / 2];
            Assert.IsTrue(phone.SignIn(full: column % 2 == 1), "session " + column);

            foreach ((string question, string heard) in Table)
            {
                string why = phone.AskText(question.Replace('\'', '"'))!.Why;
                char seen = why == "role" ? 'r' : why == "pin" ? 'p' : 'y';
                Assert.AreEqual(heard[column], seen, $"{question} in column {column}: {why}");
            }
        }

        Assert.AreEqual(Enum.GetValues<Operation>().Length - 4, Table.Length, "an operation is missing here (None, Confirm and what another question comes to, ImportAll and Loosen, have no row)");
    }

    [TestMethod]
    [Req("AUTH-06")]
    public void Confirm_OfSomebodyElse_IsNothing()
    {
        using FamilyRig rig = new();
        TestPhone guardian = rig.Claimed();
        TestPhone helper = rig.Invited(guardian, Role.Helper);
        Assert.IsTrue(helper.SignIn(full: true));
        string token = guardian.Ask(new { op = "resume", toy = 0 })!["confirm"];

        Assert.IsFalse(helper.Ask(new { op = "confirm", token })!.IsOk);
        Assert.IsTrue(guardian.Ask(new { op = "confirm", token })!.IsOk);
        Assert.IsFalse(guardian.Ask(new { op = "confirm", token })!.IsOk, "once");
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("")]
    [DataRow("look")]
    [DataRow("{\"op\":1}")]
    [DataRow("{\"op\":\"\"}")]
    [DataRow("{\"op\":\"look\"} ")]
    [DataRow("{\"op\":\"look\"}{}")]
    [DataRow("{\"op\":\"look\",\"op\":\"look\"}")]
    [DataRow("{\"op\":\"look\",\"more\":1}")]
    [DataRow("{\"op\":\"look\",\"from\":1.5}")]
    [DataRow("{\"op\":\"look\",\"from\":\"1\"}")]
    [DataRow("{\"op\":\"look\",\"from\":null}")]
    [DataRow("{\"op\":\"look\",\"from\":99999999999}")]
    [DataRow("{\"op\":\"pause\"}")]
    [DataRow("{\"op\":\"pause\",\"toy\":1,\"toy\":2}")]
    [DataRow("{\"op\":\"pause\",\"toy\":-1}")]
    [DataRow("{\"op\":\"pause\",\"toy\":4294967297}")]
    [DataRow("{\"op\":\"pause\",\"toy\":[1]}")]
    [DataRow("{\"op\":\"pause\",\"toy\":{\"toy\":1}}")]
    [DataRow("{\"op\":\"confirm\",\"token\":\"00\"}")]
    [DataRow("{\"op\":\"confirm\",\"token\":\"ABCDEF00000000000000000000000000\"}")]
    public void Question_ThatIsNone_IsBadAndChangesNothing(string text)
    {
        using FamilyRig rig = new();
        TestPhone phone = rig.Claimed();
        uint before = rig.Home.Sequence;
        PhoneAnswer answer = phone.AskText(text)!;

        // White space behind a question is still the question.
        Assert.AreEqual(text == "{\"op\":\"look\"} " ? "" : "bad", answer.Why, answer.Text);
        Assert.AreEqual(before, rig.Home.Sequence);
    }

    [TestMethod]
    [DataRow("dance", "unknown-op")]
    [DataRow("keep", "unknown-op")]
    [DataRow("entries", "unknown-op")]
    public void Question_OfAnotherChannel_IsUnknown(string op, string why)
    {
        using FamilyRig rig = new();
        Assert.AreEqual(why, rig.Claimed().Ask(new { op })!.Why);

        TestPhone phone = rig.NewPhone();
        rig.Press();
        Assert.IsTrue(phone.Open(3, rig.Code));
        Assert.AreEqual("unknown-op", phone.Ask(new { op = "look" })!.Why);
    }
}
