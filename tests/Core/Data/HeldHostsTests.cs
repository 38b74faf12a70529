using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Data;

/// <summary>Goal: the list of held names is short, honest about who asked, and forgets. Method: verdicts by hand, time as a number.</summary>
[TestClass]
public class HeldHostsTests
{
    private const long DayMs = 86400000;

    [TestMethod]
    [Req("INFO-01")]
    public void Of_SameNameAgain_IsOneEntryWithItsCountAndLastTime()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        Hold(book, 1, "spy.test", 10);
        Hold(book, 2, "spy.test", 20);
        Hold(book, 1, "other.test", 30);
        Hold(book, 1, "SPY.test.", 40);

        HeldHost[] hosts = book.Hosts.Of(1);
        Assert.AreEqual(2, hosts.Length);
        Assert.AreEqual("spy.test 2 40", hosts[0].Name + " " + hosts[0].Tries.ToString() + " " + (hosts[0].LastMinute - DataHome.Noon).ToString());
        Assert.AreEqual("other.test 1 30", hosts[1].Name + " " + hosts[1].Tries.ToString() + " " + (hosts[1].LastMinute - DataHome.Noon).ToString());
        Assert.AreNotEqual(hosts[0].Number, hosts[1].Number);
        Assert.AreEqual(1, book.Hosts.Of(2)[0].Tries);
    }

    [TestMethod]
    [Req("INFO-01")]
    public void Of_FullList_LosesTheOldestOfTheToyThatHasMost()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        Hold(book, 2, "quiet.test", 0);

        for (int i = 0; i < 100; i++)
        {
            Hold(book, 1, "n" + i.ToString() + ".test", 1 + i);
        }

        Assert.AreEqual("quiet.test", book.Hosts.Of(2)[0].Name);
        HeldHost[] loud = book.Hosts.Of(1);
        Assert.AreEqual(HeldHosts.Max - 1, loud.Length);

        for (int i = 0; i < loud.Length; i++)
        {
            Assert.AreEqual("n" + (99 - i).ToString() + ".test", loud[i].Name);
        }
    }

    [TestMethod]
    [Req("DEL-02")]
    [Req("DEF-06")]
    public void SetTime_ADayAfterTheLastTry_NameIsGone()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        Hold(book, 1, "spy.test", 0);
        Hold(book, 1, "later.test", 1);
        book.SetTime(DayMs - 1, default);
        Assert.AreEqual(2, book.Hosts.Of(1).Length);
        book.SetTime(DayMs, default);
        Assert.AreEqual(1, book.Hosts.Of(1).Length);
        Assert.AreEqual("later.test", book.Hosts.Of(1)[0].Name);
        book.SetTime(DayMs + 60000, default);
        Assert.AreEqual(0, book.Hosts.Of(1).Length);
    }

    [TestMethod]
    public void Of_NamesThatCannotBeListed_AreNot()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        Hold(book, 1, "", 0);
        Hold(book, 1, "192.0.2.1", 0);
        string label = "";

        for (int i = 0; i < 60; i++)
        {
            label += "a";
        }

        Hold(book, 1, label + "." + label + "." + label, 0);
        Assert.AreEqual(0, book.Hosts.Of(1).Length);
        Hold(book, 1, label + "." + label + ".tes", 0);
        Assert.AreEqual(1, book.Hosts.Of(1).Length);
    }

    private static void Hold(ActivityBook book, int toy, string host, int minute)
    {
        GateQuery query = new GateQuery();
        query.Toy = toy;
        query.Kind = AskKind.Lookup;
        query.Host.Read(host);
        book.SetTime(minute * 60000L, DataHome.At(DataHome.Noon + minute));
        book.OnVerdict(query, Verdict.Hold(Reason.NotOnManifest, 0));
    }
}
