using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Times;

/// <summary>
/// Goal: the rule of every place of the IANA data gives the offsets that the data give, over many years.
/// Method: the rule is the last line of a TZif file (RFC 9636, 3.3); the offsets are the runtime's, noon by noon, and each change to the second.
/// </summary>
[TestClass]
public class ZoneDataTests
{
    private const string Folder = "/usr/share/zoneinfo";
    private const int Day = 24 * 60 * 60;

    // Places whose summer time follows the moon: their data list each change until 2087, and no rule can say it.
    private static readonly string[] s_listed = { "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron" };

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Req("PCTL-02")]
    public void OffsetAt_EveryZone_IsThatOfItsData()
    {
        Dictionary<string, string> zones = RulesHere();

        if (zones.Count == 0)
        {
            Assert.Inconclusive("no time zone data on this machine");
        }

        foreach ((string rule, string id) in zones)
        {
            Compare(rule, TimeZoneInfo.FindSystemTimeZoneById(id));
        }

        TestContext.WriteLine(zones.Count + " different rules, 2027 to 2036");
        Assert.IsTrue(zones.Count >= 40, "at least forty rules");
    }

    [TestMethod]
    public void OffsetAt_EveryYear_KnowsItsFirstDay()
    {
        ZoneRule rule = ZoneRule.Read("AAA0BBB,0/0,1/0")!;

        for (int year = 1970; year < 9999; year++)
        {
            long first = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

            Assert.AreEqual(year == 1970 ? 3600 : 0, rule.OffsetAt(first - 1), "before " + year);
            Assert.AreEqual(3600, rule.OffsetAt(first), "in " + year);
            Assert.AreEqual(0, rule.OffsetAt(first + Day), "after " + year);
        }
    }

    [TestMethod]
    public void OffsetAt_MonthDates_AreThoseOfTheCalendar()
    {
        for (int month = 1; month <= 12; month++)
        {
            for (int day = 0; day < 7; day++)
            {
                for (int week = 1; week <= 5; week++)
                {
                    ZoneRule rule = ZoneRule.Read($"AAA0BBB,M{month}.{week}.{day}/0,M{month}.{week}.{day}/24")!;

                    for (int year = 2027; year < 2055; year++)
                    {
                        long expected = new DateTimeOffset(SlowDate(year, month, week, (DayOfWeek)day), TimeSpan.Zero).ToUnixTimeSeconds();

                        Assert.AreEqual(0, rule.OffsetAt(expected - 1));
                        Assert.AreEqual(3600, rule.OffsetAt(expected));
                    }
                }
            }
        }
    }

    // The w-th such day of the month, the last one where there is no such.
    private static DateTime SlowDate(int year, int month, int week, DayOfWeek day)
    {
        DateTime last = default;
        int seen = 0;

        for (DateTime date = new(year, month, 1); date.Month == month && seen < week; date = date.AddDays(1))
        {
            if (date.DayOfWeek == day)
            {
                last = date;
                seen++;
            }
        }

        return last;
    }

    private static void Compare(string text, TimeZoneInfo data)
    {
        ZoneRule? rule = ZoneRule.Read(text);
        Assert.IsNotNull(rule, data.Id + ": " + text);
        long from = new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        int before = Offset(data, from);

        for (long noon = from; noon < from + (3652L * Day); noon += Day)
        {
            int offset = Offset(data, noon);
            Assert.AreEqual(offset, rule.OffsetAt(noon), data.Id + " " + text + " at " + DateTimeOffset.FromUnixTimeSeconds(noon));

            if (offset != before)
            {
                long turn = TurnBetween(data, noon - Day, noon);
                Assert.AreEqual(before, rule.OffsetAt(turn - 1), data.Id + " " + text + " before " + DateTimeOffset.FromUnixTimeSeconds(turn));
                Assert.AreEqual(offset, rule.OffsetAt(turn), data.Id + " " + text + " at " + DateTimeOffset.FromUnixTimeSeconds(turn));
            }

            before = offset;
        }
    }

    private static long TurnBetween(TimeZoneInfo data, long low, long high)
    {
        int after = Offset(data, high);

        while (high - low > 1)
        {
            long middle = (low + high) / 2;

            if (Offset(data, middle) == after)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    private static int Offset(TimeZoneInfo data, long utcSeconds)
    {
        return (int)data.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(utcSeconds)).TotalSeconds;
    }

    // Each different rule with one place that has it.
    private static Dictionary<string, string> RulesHere()
    {
        Dictionary<string, string> rules = new();

        foreach (string id in TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Order(StringComparer.Ordinal))
        {
            string file = Path.Combine(Folder, id);

            if (File.Exists(file) && !s_listed.Contains(id))
            {
                rules.TryAdd(LastLine(File.ReadAllBytes(file)), id);
            }
        }

        return rules;
    }

    private static string LastLine(byte[] file)
    {
        string[] lines = Encoding.Latin1.GetString(file).TrimEnd('\n').Split('\n');
        return lines[^1];
    }
}
