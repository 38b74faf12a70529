using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing;

/// <summary>The table of roles, written out a second time and walked whole: every operation and every number past the last, every role, quick and full.</summary>
[TestClass]
public class RoleTableTests
{
    private const int Operations = 53;

    // By the operation's number: who may in a quick session, who in a full one, L a loosening, P with a press.
    private static readonly string[] Table =
    {
        "nothing: : :",
        "look:GHV:GHV:",
        "pause:GH:GH:",
        "resume::G:L",
        "bonus::GH:L",
        "hello:GH:GH:",
        "phones:G:G:",
        "seen:G:G:",
        "invite::G:LP",
        "ticket:GHV:GHV:",
        "remove::G:",
        "end-sessions:G:G:",
        "sign-out:GHV:GHV:",
        "pin-set::GHV:",
        "pin-reset::G:L",
        "forgot-stop:G:G:",
        "networks:GH:GH:",
        "wifi-add::GH:LP",
        "clock:G:G:",
        "wipe::G:L",
        "give-away::G:L",
        "agree::G:LP",
        "plain::G:LP",
        "approve::G:L",
        "withdraw:G:G:",
        "confirm::GH:",
        "requests:GH:GH:",
        "refuse:G:G:",
        "grant::G:L",
        "history:G:G:",
        "check:G:G:",
        "introduce::G:L",
        "tries:G:G:",
        "stored:G:G:",
        "export::G:",
        "import:G:G:",
        "import-all::G:L",
        "erase::G:L",
        "rules:GHV:GHV:",
        "quiet:G:G:",
        "minutes:G:G:",
        "zone:G:G:",
        "children:G:G:",
        "child:G:G:",
        "child-remove:G:G:",
        "assign:G:G:",
        "tickets:G:G:",
        "together:G:G:",
        "loosen::G:L",
        "deletes:G:G:",
        "things:G:G:",
        "join::G:L",
        "part:G:G:",
    };

    [TestMethod]
    [Req("AUTH-06")]
    public void May_EveryRoleAndOperation_IsAsWrittenHere()
    {
        Assert.AreEqual(Operations, Table.Length);

        for (int op = 0; op < 256; op++)
        {
            string[] row = op < Operations ? Table[op].Split(':') : "::: ".Split(':');

            for (int role = 0; role < 256; role++)
            {
                char letter = role == 1 ? 'G' : role == 2 ? 'H' : role == 3 ? 'V' : '-';
                string what = row[0] + " by " + role.ToString();
                Assert.AreEqual(row[1].IndexOf(letter) >= 0, RoleTable.May((Role)role, false, (Operation)op), what + " quick");
                Assert.AreEqual(row[2].IndexOf(letter) >= 0, RoleTable.May((Role)role, true, (Operation)op), what + " full");
            }
        }
    }

    [TestMethod]
    [Req("DEF-04")]
    public void IsLoosening_EveryOperation_IsAsWrittenHere()
    {
        for (int op = 0; op < 256; op++)
        {
            string marks = op < Operations ? Table[op].Split(':')[3] : "";
            Assert.AreEqual(marks.IndexOf('L') >= 0, RoleTable.IsLoosening((Operation)op), op.ToString());
            Assert.AreEqual(marks.IndexOf('P') >= 0, RoleTable.NeedsPress((Operation)op), op.ToString());
        }
    }

    // What holds whatever the table says.
    [TestMethod]
    [Req("AUTH-06")]
    [Req("DEF-04")]
    public void May_LooseningsAndRoles_KeepTheRulesOfTheHouse()
    {
        for (int op = 0; op < Operations; op++)
        {
            bool isLoosening = RoleTable.IsLoosening((Operation)op);

            for (int role = 0; role < 4; role++)
            {
                bool isQuick = RoleTable.May((Role)role, false, (Operation)op);
                bool isFull = RoleTable.May((Role)role, true, (Operation)op);
                Assert.IsTrue(isFull || !isQuick, "a PIN never takes anything away");
                Assert.IsFalse(isLoosening && isQuick, "nothing loosens without a PIN");
                Assert.IsFalse(isLoosening && isFull && role == (int)Role.Viewer, "a viewer looks");
                Assert.IsFalse(isFull && role == (int)Role.None, "nobody");
                bool isOfHelpers = op == (int)Operation.Bonus || op == (int)Operation.WifiAdd;
                Assert.IsFalse(isLoosening && isFull && role == (int)Role.Helper && !isOfHelpers, "a helper gives minutes and adds a Wi-Fi");
                Assert.IsTrue(!isFull || RoleTable.May(Role.Guardian, true, (Operation)op), "a guardian may whatever another may");
            }

            Assert.IsTrue(isLoosening || !RoleTable.NeedsPress((Operation)op));
        }
    }
}
