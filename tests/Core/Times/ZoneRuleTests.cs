using ToyGuard.Core.Times;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Times;

/// <summary>
/// Goal: a TZ string gives the offset that its standard says, to the second, and anything else is refused.
/// Method: the nights of 2027 in fourteen places, by IANA's data of 2026b, minute by minute; the odd forms of RFC 9636; damage of every kind.
/// </summary>
[TestClass]
public class ZoneRuleTests
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    // 2027-01-01 and 2028-01-01 00:00 UTC.
    private const int Year2027 = 1798761600;
    private const int Year2028 = 1830297600;

    [TestMethod]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3", 1806195600, 3600, 7200)]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3", 1824944400, 7200, 3600)]
    [DataRow("EST5EDT,M3.2.0,M11.1.0", 1805007600, -18000, -14400)]
    [DataRow("EST5EDT,M3.2.0,M11.1.0", 1825567200, -14400, -18000)]
    [DataRow("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1806764400, 39600, 37800)]
    [DataRow("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1822491000, 37800, 39600)]
    [DataRow("AEST-10AEDT,M10.1.0,M4.1.0/3", 1806768000, 39600, 36000)]
    [DataRow("AEST-10AEDT,M10.1.0,M4.1.0/3", 1822492800, 36000, 39600)]
    [DataRow("<-04>4<-03>,M9.1.6/24,M4.1.6/24", 1806807600, -10800, -14400)]
    [DataRow("<-04>4<-03>,M9.1.6/24,M4.1.6/24", 1820116800, -14400, -10800)]
    [DataRow("IST-1GMT0,M10.5.0,M3.5.0/1", 1806195600, 0, 3600)]
    [DataRow("IST-1GMT0,M10.5.0,M3.5.0/1", 1824944400, 3600, 0)]
    [DataRow("EET-2EEST,M4.5.5/0,M10.5.4/24", 1809036000, 7200, 10800)]
    [DataRow("EET-2EEST,M4.5.5/0,M10.5.4/24", 1824757200, 10800, 7200)]
    [DataRow("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1806195600, -7200, -3600)]
    [DataRow("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1824944400, -3600, -7200)]
    [DataRow("IST-2IDT,M3.4.4/26,M10.5.0", 1806019200, 7200, 10800)]
    [DataRow("IST-2IDT,M3.4.4/26,M10.5.0", 1824937200, 10800, 7200)]
    [DataRow("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 1806760800, 49500, 45900)]
    [DataRow("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", 1821880800, 45900, 49500)]
    [DataRow("EET-2EEST,M3.5.0/0,M10.5.0/0", 1806184800, 7200, 10800)]
    [DataRow("EET-2EEST,M3.5.0/0,M10.5.0/0", 1824930000, 10800, 7200)]
    [DataRow("<-01>1<+00>,M3.5.0/0,M10.5.0/1", 1806195600, -3600, 0)]
    [DataRow("<-01>1<+00>,M3.5.0/0,M10.5.0/1", 1824944400, 0, -3600)]
    [DataRow("CST5CDT,M3.2.0/0,M11.1.0/1", 1805000400, -18000, -14400)]
    [DataRow("CST5CDT,M3.2.0/0,M11.1.0/1", 1825563600, -14400, -18000)]
    [DataRow("NST3:30NDT,M3.2.0,M11.1.0", 1805002200, -12600, -9000)]
    [DataRow("NST3:30NDT,M3.2.0,M11.1.0", 1825561800, -9000, -12600)]
    [Req("PCTL-02")]
    public void OffsetAt_NightOfAChange_TurnsInThatSecond(string zone, int turn, int before, int after)
    {
        ZoneRule rule = ZoneRule.Read(zone)!;

        Assert.AreEqual(before, rule.OffsetAt(turn - 1L), "the second before");
        Assert.AreEqual(after, rule.OffsetAt(turn), "the second");

        for (int minute = 1; minute <= 150; minute++)
        {
            Assert.AreEqual(before, rule.OffsetAt(turn - (60L * minute)), zone + ", minutes before: " + minute);
            Assert.AreEqual(after, rule.OffsetAt(turn + (60L * minute)), zone + ", minutes after: " + minute);
        }
    }

    [TestMethod]
    [DataRow("UTC0", 0)]
    [DataRow("<+0545>-5:45", 20700)]
    [DataRow("<-0330>+3:30:15", -12615)]
    [DataRow("IST-5:30", 19800)]
    [DataRow("<+14>-14", 50400)]
    [DataRow("XYZ24:59:59", -89999)]
    public void OffsetAt_NoSummer_IsTheSameAllYear(string zone, int offset)
    {
        ZoneRule rule = ZoneRule.Read(zone)!;

        for (int month = -2; month < 14; month++)
        {
            Assert.AreEqual(offset, rule.OffsetAt(Year2027 + (30L * Day * month)));
        }
    }

    [TestMethod]
    public void OffsetAt_SummerAllYear_NeverEnds()
    {
        // RFC 9636, 3.3.1: a place that has summer time all the year.
        ZoneRule rule = ZoneRule.Read("EST5EDT,0/0,J365/25")!;

        for (int hour = -30; hour < 30; hour++)
        {
            Assert.AreEqual(-4 * Hour, rule.OffsetAt(Year2027 + ((long)Hour * hour)));
            Assert.AreEqual(-4 * Hour, rule.OffsetAt(Year2028 + ((long)Hour * hour)));
            Assert.AreEqual(-4 * Hour, rule.OffsetAt(Year2028 + Day * 366L + ((long)Hour * hour)));
        }
    }

    [TestMethod]
    [DataRow("AAA0BBB,J58/0,J59/0", 57, 57)]
    [DataRow("AAA0BBB,J60/0,J61/0", 59, 60)]
    [DataRow("AAA0BBB,59/0,60/0", 59, 59)]
    [DataRow("AAA0BBB,0/0,1/0", 0, 0)]
    [DataRow("AAA0BBB,J365/0,J365/24", 364, 365)]
    [DataRow("AAA0BBB,M2.5.0/0,M2.5.0/24", 58, 57)]
    [DataRow("AAA0BBB,M2.1.1/0,M2.1.1/24", 31, 37)]
    [DataRow("AAA0BBB,M12.5.5/0,M12.5.5/24", 364, 363)]
    public void OffsetAt_OneSummerDay_IsThatDay(string zone, int day2027, int day2028)
    {
        ZoneRule rule = ZoneRule.Read(zone)!;

        for (int day = 0; day < 365; day++)
        {
            Assert.AreEqual(day == day2027 ? Hour : 0, rule.OffsetAt(Year2027 + (Day * (long)day) + (12 * Hour)), "2027, day " + day);
            Assert.AreEqual(day == day2028 ? Hour : 0, rule.OffsetAt(Year2028 + (Day * (long)day) + (12 * Hour)), "2028, day " + day);
        }
    }

    [TestMethod]
    public void OffsetAt_TimesAWeekOutsideTheYear_Count()
    {
        // From seven days less an hour before the year to as much after its first day.
        ZoneRule rule = ZoneRule.Read("AAA0BBB,0/-167,0/167")!;

        Assert.AreEqual(0, rule.OffsetAt(Year2028 - (167L * Hour) - 1));
        Assert.AreEqual(Hour, rule.OffsetAt(Year2028 - (167L * Hour)));
        Assert.AreEqual(Hour, rule.OffsetAt(Year2028 + (166L * Hour) - 1));
        Assert.AreEqual(0, rule.OffsetAt(Year2028 + (166L * Hour)));
    }

    [TestMethod]
    public void OffsetAt_OutsideTheCalendar_IsItsNearestEnd()
    {
        ZoneRule rule = ZoneRule.Read("CET-1CEST,M3.5.0,M10.5.0/3")!;

        Assert.AreEqual(Hour, rule.OffsetAt(0));
        Assert.AreEqual(Hour, rule.OffsetAt(long.MinValue));
        Assert.AreEqual(Hour, rule.OffsetAt(long.MaxValue));
        Assert.AreEqual(Hour, rule.OffsetAt(253402300799));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("CET")]
    [DataRow("CE-1")]
    [DataRow("<CE>-1")]
    [DataRow("<CET-1")]
    [DataRow("C1T-1")]
    [DataRow("CET -1")]
    [DataRow(" CET-1")]
    [DataRow("CET-1 ")]
    [DataRow("CET--1")]
    [DataRow("CET25")]
    [DataRow("CET001")]
    [DataRow("CET1:60")]
    [DataRow("CET1:5")]
    [DataRow("CET1:05:7")]
    [DataRow("CET1:05:60")]
    [DataRow("CET1:")]
    [DataRow("CET-1CEST")]
    [DataRow("CET-1CEST-2")]
    [DataRow("CET-1CEST,M3.5.0")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0,")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/168")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/-168")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/1000")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/")]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3x")]
    [DataRow("CET-1CEST,M0.5.0,M10.5.0")]
    [DataRow("CET-1CEST,M13.5.0,M10.5.0")]
    [DataRow("CET-1CEST,M3.0.0,M10.5.0")]
    [DataRow("CET-1CEST,M3.6.0,M10.5.0")]
    [DataRow("CET-1CEST,M3.5.7,M10.5.0")]
    [DataRow("CET-1CEST,M003.5.0,M10.5.0")]
    [DataRow("CET-1CEST,J0,J365")]
    [DataRow("CET-1CEST,J1,J366")]
    [DataRow("CET-1CEST,0,366")]
    [DataRow("CET-1CEST,m3.5.0,M10.5.0")]
    [DataRow(":Europe/Berlin")]
    [DataRow("Europe/Berlin")]
    [DataRow("CET-1CEST;M3.5.0;M10.5.0")]
    [DataRow("\u0421ET-1")]
    [DataRow("CET-\u0661")]
    [DataRow("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ-1")]
    public void Read_NoRule_IsRefused(string text)
    {
        Assert.IsNull(ZoneRule.Read(text));
    }

    [TestMethod]
    public void Read_Null_IsRefused()
    {
        Assert.IsNull(ZoneRule.Read(null));
    }

    [TestMethod]
    public void Read_LongestText_IsTaken()
    {
        string text = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHI-1";

        Assert.AreEqual(ZoneRule.TextMax, text.Length);
        Assert.AreEqual(text, ZoneRule.Read(text)!.Text);
    }

    [TestMethod]
    [DataRow("CET-1CEST,M3.5.0,M10.5.0/3")]
    [DataRow("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")]
    [DataRow("IST-1GMT0,M10.5.0,M3.5.0/1")]
    [DataRow("<-02>2<-01>,M3.5.0/-1,M10.5.0/0:00:00")]
    [DataRow("EST5EDT,0/0,J365/25")]
    public void Read_PrefixesAndTurnedBits_AreRefusedOrRead(string good)
    {
        for (int length = 0; length < good.Length; length++)
        {
            AssertRefusedOrRead(good.Substring(0, length));
        }

        for (int at = 0; at < good.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                char turned = (char)(good[at] ^ (1 << bit));

                if (turned != 0)
                {
                    AssertRefusedOrRead(good.Substring(0, at) + turned + good.Substring(at + 1));
                }
            }
        }
    }

    [TestMethod]
    public void Read_RandomText_IsRefusedOrRead()
    {
        const string Alphabet = "<>+-:,,./MJABCst0123456789 \u00e9";
        int read = 0;

        for (int seed = 0; seed < 400; seed++)
        {
            Chance chance = new Chance(seed);
            string text = seed % 2 == 0 ? "" : "AAA0BBB,";
            int length = chance.Below(24);

            for (int i = 0; i < length; i++)
            {
                text += Alphabet[chance.Below(Alphabet.Length)];
            }

            read += AssertRefusedOrRead(text) ? 1 : 0;
        }

        Assert.IsTrue(read < 40, "almost no random text is a rule");
    }

    private static bool AssertRefusedOrRead(string text)
    {
        ZoneRule? rule = ZoneRule.Read(text);

        if (rule is null)
        {
            return false;
        }

        for (int month = 0; month < 12; month++)
        {
            int offset = rule.OffsetAt(Year2027 + (30L * Day * month));
            Assert.IsTrue(offset > -26 * Hour && offset < 26 * Hour, text);
        }

        Assert.AreEqual(text, rule.Text);
        return true;
    }
}
