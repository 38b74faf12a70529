using System;
using System.Linq;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Home;
using ToyGuard.Simulation.Month;

namespace ToyGuard.Simulation.Tests;

/// <summary>
/// Goal: what is kept goes when its time is over, and words never get in.
/// Method: the real home with a fake clock; markers in every name that the family, a toy or a child could bring in; all of flash is searched.
/// </summary>
[TestClass]
public class RetentionTests
{
    private const long Begin = 1_790_000_000;
    private const int Day = 86_400;

    [TestMethod]
    [Req("LOG-03"), Req("DEL-02")]
    [DataRow(7)]
    [DataRow(30)]
    public void Keep_31DaysLater_NothingOfThatTimeIsLeft(int days)
    {
        FlashModel flash = new();
        MonthHome home = Used(flash, days);
        RecordList before = Records(home);
        Assert.IsTrue(before.Records.Any(kept => kept.Record.Kind == RecordKind.CallsHeld && kept.Record.UtcSeconds >= Begin));
        Assert.AreEqual(1, home.Kept.Activity.Hosts.Of(1).Length);

        for (int hour = 0; hour <= 31 * 24; hour++)
        {
            home.SetClock(Begin + (hour * 3600L), 0, true);
            home.Kept.Keep(3_600_000L * (hour + 1));

            if (hour == 25)
            {
                Assert.AreEqual(0, home.Kept.Activity.Hosts.Of(1).Length, "a name goes after a day");
                Assert.IsFalse(Has(flash, FlashLayout.UsageA, "n7") || Has(flash, FlashLayout.UsageB, "n7"), "so does the server of a place");
            }
        }

        RecordList after = Records(home);
        Assert.AreEqual(0, after.Records.Count(kept => kept.Record.UtcSeconds != 0 && kept.Record.UtcSeconds < Begin + Day), "records of that time");
        Assert.AreEqual(0, after.Records.Count(kept => kept.Record.Kind == RecordKind.CallsHeld));
        Assert.AreEqual(0, home.Kept.Counters.RowsToday().Length + home.Kept.Counters.RowsYesterday().Length);
        Assert.AreEqual(0, home.Kept.Activity.At(1, 0).Held);
    }

    // Names stand in settings and in the names of the day, where the data list says so, and nowhere else.
    [TestMethod]
    [Req("LOG-03"), Req("DEF-06")]
    public void Flash_MarkersInEveryName_AreNeverInRecords()
    {
        FlashModel flash = new();
        MonthHome home = Used(flash, 7);

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            bool isSettings = area <= FlashLayout.SettingsGood;
            Assert.IsFalse(Has(flash, area, MonthToys.Secret), FlashLayout.NameOf(area) + ": the name of a held host");
            Assert.IsFalse(Has(flash, area, "toys.example"), FlashLayout.NameOf(area) + ": the name of a place");
            Assert.IsFalse(!isSettings && Has(flash, area, "robot"), FlashLayout.NameOf(area) + ": the name of a toy");
        }

        Assert.IsTrue(Has(flash, FlashLayout.SettingsA, "robot") || Has(flash, FlashLayout.SettingsB, "robot"), "and the search finds what is there");
        Assert.IsNotEmpty(Records(home).Records);
    }

    // Paired, both toys used: calls let out and held, a name under the wildcard, minutes, records.
    private static MonthHome Used(FlashModel flash, int days)
    {
        MonthHome home = new(flash, RuleFault.None, 0, null);
        home.Kept.Keep(0);
        home.SetClock(Begin, 0, true);
        Assert.IsTrue(home.Change(Household.First(home.Kept.Settings, MonthToys.Declared).WithRetentionDays(days)).IsSaved);

        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            Assert.IsTrue(Ask(home, toy, MonthToys.HostOf(MonthToys.Stories, 0)));
            Assert.IsTrue(Ask(home, toy, MonthToys.HostOf(MonthToys.Files, 7)));
            Assert.IsFalse(Ask(home, toy, MonthToys.Secret + ".test"));
            home.Gate.AddPlay(toy, 3);
        }

        for (int minute = 1; minute <= 60; minute++)
        {
            home.SetClock(Begin + (minute * 60), 0, true);
            home.Kept.Keep(minute * 60_000L);
        }

        return home;
    }

    private static bool Ask(MonthHome home, int toy, string host)
    {
        GateQuery query = new() { Toy = toy, Kind = AskKind.Https, Port = 443 };
        query.Host.Read(host);
        return home.Gate.Ask(query).IsAllowed;
    }

    private static RecordList Records(MonthHome home)
    {
        RecordList records = new();
        home.Kept.Walk(records);
        return records;
    }

    private static bool Has(FlashModel flash, int area, string word)
    {
        return flash.Held(area).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    }
}
