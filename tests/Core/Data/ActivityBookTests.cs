using ToyGuard.Core.Data;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Data;

/// <summary>Goal: who a toy talked to, how often and when, is counted exactly and told to nobody else. Method: real verdicts of a real gate.</summary>
[TestClass]
public class ActivityBookTests
{
    [TestMethod]
    [Req("INFO-01")]
    public void At_ThreeCallsOutAndTwoHeld_ShowsExactlyTheseCountsNamesAndTimes()
    {
        DeclaredToy[] toys = DataHome.Toys();
        ActivityBook book = new ActivityBook(toys);
        Gate gate = DataHome.Gate(toys, book);

        for (int call = 0; call < 3; call++)
        {
            book.SetTime(call * 60000, DataHome.At(DataHome.Noon + call));
            Assert.IsTrue(DataHome.Ask(gate, 1, AskKind.Lookup, DataHome.Stories).IsAllowed);
            Assert.IsTrue(DataHome.Ask(gate, 1, AskKind.TlsHello, DataHome.Stories).IsAllowed);
        }

        book.SetTime(180000, DataHome.At(DataHome.Noon + 3));
        Assert.IsFalse(DataHome.Ask(gate, 1, AskKind.Lookup, "spy.test").IsAllowed);
        book.SetTime(240000, DataHome.At(DataHome.Noon + 4));
        Assert.IsFalse(DataHome.Ask(gate, 1, AskKind.Lookup, "a.metrics.example").IsAllowed);

        AssertActivity(3, 0, DataHome.Noon + 2, 0, book.At(1, 1));
        AssertActivity(0, 1, 0, DataHome.Noon + 4, book.At(1, 2));
        AssertActivity(0, 1, 0, DataHome.Noon + 3, book.At(1, 0));
        AssertActivity(0, 0, 0, 0, book.At(2, 1));

        HeldHost[] hosts = book.Hosts.Of(1);
        Assert.AreEqual(2, hosts.Length);
        AssertHost("a.metrics.example", 2, 1, DataHome.Noon + 4, hosts[0]);
        AssertHost("spy.test", 0, 1, DataHome.Noon + 3, hosts[1]);
        Assert.AreEqual(0, book.Hosts.Of(2).Length, "another toy asked for none");
    }

    [TestMethod]
    [Req("INFO-01")]
    public void SetTime_NextDay_BeginsNewCountsAndKeepsWhenLast()
    {
        DeclaredToy[] toys = DataHome.Toys();
        ActivityBook book = new ActivityBook(toys);
        Gate gate = DataHome.Gate(toys, book);
        DataHome.Ask(gate, 1, AskKind.Https, DataHome.Stories);
        AssertActivity(1, 0, 0, 0, book.At(1, 1));

        book.SetTime(0, DataHome.At(DataHome.Noon));
        AssertActivity(1, 0, 0, 0, book.At(1, 1));
        DataHome.Ask(gate, 1, AskKind.Https, DataHome.Stories);
        book.SetTime(1, DataHome.At(DataHome.Noon + 1440));
        AssertActivity(0, 0, DataHome.Noon, 0, book.At(1, 1));
        DataHome.Ask(gate, 1, AskKind.Https, DataHome.Stories);

        book.SetTime(2, DataHome.At(DataHome.Noon));
        AssertActivity(1, 0, DataHome.Noon + 1440, 0, book.At(1, 1));
        book.SetTime(3, default);
        book.SetTime(4, DataHome.At(DataHome.Noon + 1440));
        AssertActivity(1, 0, DataHome.Noon + 1440, 0, book.At(1, 1));
    }

    [TestMethod]
    [Req("INFO-01")]
    public void OnVerdict_NumbersThatNameNothing_CountNothing()
    {
        DeclaredToy[] toys = DataHome.Toys();
        ActivityBook book = new ActivityBook(toys);
        GateQuery query = new GateQuery();
        query.Kind = AskKind.Https;

        for (int toy = -1; toy < 5; toy++)
        {
            for (int endpoint = -1; endpoint < 5; endpoint++)
            {
                query.Toy = toy;
                book.OnVerdict(query, Verdict.Hold(Reason.QuietHours, endpoint));
                bool isThere = (toy == 1 || toy == 2) && endpoint >= 0 && endpoint <= 2;
                Assert.AreEqual(isThere ? 1 : 0, book.At(toy, endpoint).Held);
            }
        }

        query.Toy = 1;
        query.Kind = AskKind.OwnClock;
        book.OnVerdict(query, Verdict.Hold(Reason.QuietHours, 1));
        Assert.AreEqual(1, book.At(1, 1).Held, "the device's own question is no toy's");
    }

    // At an hour when everything is held the name of a place is no news, and a name that the manifest has needs no list.
    [TestMethod]
    [Req("INFO-01")]
    [Req("DEF-06")]
    public void OnVerdict_HeldForAnotherReasonThanThePlace_KeepsNoName()
    {
        ActivityBook book = new ActivityBook(DataHome.Toys());
        GateQuery query = new GateQuery();
        query.Toy = 1;
        query.Kind = AskKind.Https;
        query.Host.Read("spy.test");

        for (int reason = 2; reason < 256; reason++)
        {
            bool isPlace = reason >= (int)Reason.NotOnManifest && reason <= (int)Reason.OtherScheme;
            book.OnVerdict(query, Verdict.Hold((Reason)reason, 0));
            Assert.AreEqual(isPlace ? 1 : 0, book.Hosts.Of(1).Length);
            book.Forget(1);
        }
    }

    [TestMethod]
    [Req("DEL-02")]
    public void Forget_OneToy_LeavesTheOther()
    {
        DeclaredToy[] toys = DataHome.Toys();
        ActivityBook book = new ActivityBook(toys);
        Gate gate = DataHome.Gate(toys, book);

        for (int toy = 1; toy <= 2; toy++)
        {
            DataHome.Ask(gate, toy, AskKind.Https, DataHome.Stories);
            DataHome.Ask(gate, toy, AskKind.Https, "spy.test");
        }

        book.Forget(1);
        Assert.AreEqual(0, book.At(1, 1).Calls + book.At(1, 0).Held + book.Hosts.Of(1).Length);
        Assert.AreEqual(3, book.At(2, 1).Calls + book.At(2, 0).Held + book.Hosts.Of(2).Length);
        book.ForgetAll();
        Assert.AreEqual(0, book.At(2, 1).Calls + book.At(2, 0).Held + book.Hosts.Of(2).Length);
    }

    [TestMethod]
    public void OnVerdict_TellsTheNextOne()
    {
        DeclaredToy[] toys = DataHome.Toys();
        ActivityBook last = new ActivityBook(toys);
        ActivityBook book = new ActivityBook(toys);
        Gate gate = DataHome.Gate(toys, book);
        DataHome.Ask(gate, 1, AskKind.Https, DataHome.Stories);
        book.Next = last;
        Assert.AreEqual((object)last, book.Next);
        DataHome.Ask(gate, 1, AskKind.Https, DataHome.Stories);
        Assert.AreEqual(2, book.At(1, 1).Calls);
        Assert.AreEqual(1, last.At(1, 1).Calls);
    }

    private static void AssertActivity(int calls, int held, int last, int lastHeld, PlaceActivity seen)
    {
        Assert.AreEqual(calls, seen.Calls);
        Assert.AreEqual(held, seen.Held);
        Assert.AreEqual(last, seen.LastMinute);
        Assert.AreEqual(lastHeld, seen.LastHeldMinute);
    }

    private static void AssertHost(string name, int endpoint, int tries, int minute, HeldHost host)
    {
        Assert.AreEqual(name, host.Name);
        Assert.AreEqual(1, host.Toy);
        Assert.AreEqual(endpoint, host.Endpoint);
        Assert.AreEqual(tries, host.Tries);
        Assert.AreEqual(minute, host.LastMinute);
    }
}
