using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Times;

/// <summary>
/// Goal: a day and its date are two names for one thing.
/// Method: known dates by hand, every day of two hundred years there and back, and everything that is almost a date.
/// </summary>
[TestClass]
public class CalendarTests
{
    [TestMethod]
    [DataRow(0, "1970-01-01")]
    [DataRow(58, "1970-02-28")]
    [DataRow(59, "1970-03-01")]
    [DataRow(789, "1972-02-29")]
    [DataRow(10957, "2000-01-01")]
    [DataRow(11016, "2000-02-29")]
    [DataRow(20779, "2026-11-22")]
    [DataRow(47540, "2100-02-28")]
    [DataRow(47541, "2100-03-01")]
    [DataRow(2932896, "9999-12-31")]
    public void DateOf_KnownDay_IsItsDate(int day, string date)
    {
        Assert.AreEqual(date, Calendar.DateOf(day));
        Assert.AreEqual(day, Calendar.DayOf(date));
    }

    [TestMethod]
    public void DateOf_TwoHundredYears_ComeBack()
    {
        for (int day = 0; day < 73200; day += 3)
        {
            string date = Calendar.DateOf(day);
            Assert.AreEqual(day, Calendar.DayOf(date));
        }
    }

    [TestMethod]
    [DataRow("1969-12-31", -1)]
    [DataRow("1900-03-01", -25508)]
    public void DayOf_BeforeTheFirst_IsBelowZero(string date, int day)
    {
        Assert.AreEqual(day, Calendar.DayOf(date));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("2026-11-2")]
    [DataRow("2026-11-022")]
    [DataRow("2026/11/22")]
    [DataRow("2026-11 22")]
    [DataRow("2026-00-10")]
    [DataRow("2026-13-10")]
    [DataRow("2026-01-00")]
    [DataRow("2026-01-32")]
    [DataRow("2026-02-29")]
    [DataRow("2100-02-29")]
    [DataRow("2026-04-31")]
    [DataRow("0000-01-01")]
    [DataRow("+026-01-01")]
    [DataRow("2026-1a-01")]
    [DataRow("2026-01-:1")]
    public void DayOf_AlmostADate_IsNoDay(string text)
    {
        Assert.AreEqual(Calendar.NoDay, Calendar.DayOf(text));
    }
}
