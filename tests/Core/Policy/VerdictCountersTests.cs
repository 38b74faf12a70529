using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class VerdictCountersTests
{
    [TestMethod]
    public void Count_EachKeyHasItsOwnRow()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.Count(1, 2, Reason.Allowed);
        counters.Count(1, 2, Reason.Allowed);
        counters.Count(2, 1, Reason.Allowed);
        counters.Count(1, 2, Reason.OtherPort);

        Assert.AreEqual(2, counters.Today(1, 2, Reason.Allowed));
        Assert.AreEqual(1, counters.Today(2, 1, Reason.Allowed));
        Assert.AreEqual(1, counters.Today(1, 2, Reason.OtherPort));
        Assert.AreEqual(0, counters.Today(1, 1, Reason.Allowed));
        Assert.AreEqual(0, counters.Yesterday(1, 2, Reason.Allowed));
        Assert.AreEqual(3, counters.RowsToday().Length);
    }

    // Goal: nothing is lost when the table is full. Method: more keys than rows, three times each, then the sum.
    [TestMethod]
    public void Count_MoreKeysThanRows_TheRestIsCountedToo()
    {
        VerdictCounters counters = new VerdictCounters();

        for (int round = 0; round < 3; round++)
        {
            for (int toy = 0; toy < 33; toy++)
            {
                for (int endpoint = 0; endpoint < 20; endpoint++)
                {
                    counters.Count(toy, endpoint, endpoint % 2 == 0 ? Reason.Allowed : Reason.EndpointHours);
                }
            }
        }

        VerdictCount[] rows = counters.RowsToday();
        int sum = 0;

        for (int i = 0; i < rows.Length; i++)
        {
            Assert.AreEqual(3, rows[i].Times);
            Assert.AreEqual(3, counters.Today(rows[i].Toy, rows[i].Endpoint, rows[i].Reason));
            sum += rows[i].Times;
        }

        Assert.AreEqual(256, rows.Length);
        Assert.IsTrue(counters.RestToday(true) > 0);
        Assert.IsTrue(counters.RestToday(false) > 0);
        Assert.AreEqual(3 * 33 * 20, sum + counters.RestToday(true) + counters.RestToday(false));
    }

    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, -1)]
    [DataRow(5000, 0)]
    [DataRow(0, 5000)]
    [DataRow(2147483647, 2147483647)]
    [DataRow(-2147483648, -2147483648)]
    public void Count_NumbersNobodyHas_GoToTheRest(int toy, int endpoint)
    {
        VerdictCounters counters = new VerdictCounters();
        counters.Count(toy, endpoint, Reason.OtherPort);
        Assert.AreEqual(1, counters.RestToday(false));
        Assert.AreEqual(0, counters.RestToday(true));
        Assert.AreEqual(0, counters.Today(toy, endpoint, Reason.OtherPort));
        Assert.AreEqual(0, counters.RowsToday().Length);
    }

    [TestMethod]
    [DataRow(32, 31, 80)]
    [DataRow(0, 0, 0)]
    [DataRow(2047, 4095, 255)]
    public void RowsToday_GivesBackWhatWasCounted(int toy, int endpoint, int reason)
    {
        VerdictCounters counters = new VerdictCounters();
        counters.Count(toy, endpoint, (Reason)reason);
        VerdictCount row = counters.RowsToday()[0];

        Assert.AreEqual(toy, row.Toy);
        Assert.AreEqual(endpoint, row.Endpoint);
        Assert.AreEqual(reason, (int)row.Reason);
        Assert.AreEqual(1, row.Times);
    }

    [TestMethod]
    public void StartDay_NextDay_TodayBecomesYesterday()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.StartDay(100);
        counters.Count(1, 1, Reason.Allowed);
        counters.Count(-1, 1, Reason.Allowed);
        counters.Count(-1, 1, Reason.OtherPort);
        counters.StartDay(101);

        Assert.AreEqual(101, counters.Day);
        Assert.AreEqual(0, counters.Today(1, 1, Reason.Allowed));
        Assert.AreEqual(0, counters.RestToday(true));
        Assert.AreEqual(1, counters.Yesterday(1, 1, Reason.Allowed));
        Assert.AreEqual(1, counters.RestYesterday(true));
        Assert.AreEqual(1, counters.RowsYesterday().Length);

        counters.StartDay(102);
        Assert.AreEqual(0, counters.Yesterday(1, 1, Reason.Allowed));
        Assert.AreEqual(0, counters.RestYesterday(true));
        Assert.AreEqual(0, counters.RestToday(true), "the table of two days ago is empty");
        Assert.AreEqual(0, counters.RestToday(false), "the table of two days ago is empty");
    }

    [TestMethod]
    [Req("DEL-01")]
    public void Forget_TwoDaysCounted_KeepsNothingButTheDay()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.StartDay(99);
        counters.Count(1, 1, Reason.Allowed);
        counters.StartDay(100);
        counters.Count(1, 1, Reason.Allowed);
        counters.Forget();

        Assert.AreEqual(100, counters.Day);
        Assert.AreEqual(0, counters.Today(1, 1, Reason.Allowed));
        Assert.AreEqual(0, counters.Yesterday(1, 1, Reason.Allowed));
    }

    [TestMethod]
    public void StartDay_SameOrEarlierDay_ChangesNothing()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.StartDay(100);
        counters.Count(1, 1, Reason.Allowed);
        counters.StartDay(100);
        counters.StartDay(99);
        counters.StartDay(0);

        Assert.AreEqual(100, counters.Day);
        Assert.AreEqual(1, counters.Today(1, 1, Reason.Allowed));
    }

    [TestMethod]
    public void StartDay_FirstDayKnown_TakesOverWhatWasCounted()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.Count(1, 1, Reason.ClockUnknown);
        counters.StartDay(100);

        Assert.AreEqual(1, counters.Today(1, 1, Reason.ClockUnknown));
    }

    [TestMethod]
    public void StartDay_AfterAGap_YesterdayIsEmpty()
    {
        VerdictCounters counters = new VerdictCounters();
        counters.StartDay(100);
        counters.Count(1, 1, Reason.Allowed);
        counters.StartDay(102);

        Assert.AreEqual(0, counters.Today(1, 1, Reason.Allowed));
        Assert.AreEqual(0, counters.Yesterday(1, 1, Reason.Allowed));
    }
}
