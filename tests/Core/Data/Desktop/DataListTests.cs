using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Data;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Usage;

namespace ToyGuard.Core.Tests.Data.Desktop;

/// <summary>
/// Goal: nothing is stored that the data list does not name. Method: reflection goes through what settings, usage, boots, records and counters
/// hold; each member has its row here, and a new one fails until somebody has written what it is for and how long it is kept.
/// </summary>
[TestClass]
public class DataListTests
{
    // Of each type that is written, its members and their rows; "" is no thing of its own: a number within a row, or a container.
    private static readonly (Type Type, Dictionary<string, string> Rows)[] Stored =
    {
        (typeof(FamilySettings), new()
        {
            [nameof(FamilySettings.IsPaired)] = "paired",
            [nameof(FamilySettings.IsEverythingPaused)] = "pause-all",
            [nameof(FamilySettings.PausedUntil)] = "pause-all",
            [nameof(FamilySettings.RetentionDays)] = "record-days",
            [nameof(FamilySettings.Zone)] = "zone",
            [nameof(FamilySettings.Children)] = "",
            [nameof(FamilySettings.Toys)] = "",
        }),
        (typeof(ToySettings), new()
        {
            [nameof(ToySettings.Name)] = "toy-name",
            [nameof(ToySettings.IsPaused)] = "toy-paused",
            [nameof(ToySettings.PausedUntil)] = "toy-paused",
            [nameof(ToySettings.Child)] = "toy-child",
            [nameof(ToySettings.IsShared)] = "toy-child",
            [nameof(ToySettings.IsEverybodys)] = "",
            [nameof(ToySettings.Tickets)] = "tickets",
            [nameof(ToySettings.QuietHours)] = "quiet-hours",
            [nameof(ToySettings.PlayMinutes)] = "play-minutes",
            [nameof(ToySettings.ChildBand)] = "age-band",
            [nameof(ToySettings.Approvals)] = "approvals",
            [nameof(ToySettings.Consents)] = "consents",
        }),
        (typeof(ChildSettings), new()
        {
            [nameof(ChildSettings.Number)] = "child-animal",
            [nameof(ChildSettings.Animal)] = "child-animal",
            [nameof(ChildSettings.Colour)] = "child-animal",
            [nameof(ChildSettings.Band)] = "age-band",
            [nameof(ChildSettings.PlayMinutes)] = "play-minutes",
        }),
        (typeof(Approval), new()
        {
            [nameof(Approval.Print)] = "approvals",
            [nameof(Approval.UntilMinute)] = "approvals",
        }),
        (typeof(SensorConsent), new()
        {
            [nameof(SensorConsent.Print)] = "consents",
            [nameof(SensorConsent.UntilMinute)] = "consents",
        }),
        (typeof(BootLog), new()
        {
            [nameof(BootLog.Number)] = "starts",
            [nameof(BootLog.BadBoots)] = "starts",
            [nameof(BootLog.Status)] = "",
        }),
        (typeof(Record), new()
        {
            [nameof(Record.Kind)] = "",
            [nameof(Record.UtcSeconds)] = "",
            [nameof(Record.Boot)] = "starts",
            [nameof(Record.Toy)] = "",
            [nameof(Record.Endpoint)] = "",
            [nameof(Record.Reason)] = "",
            [nameof(Record.First)] = "",
            [nameof(Record.Second)] = "",
            [nameof(Record.Flags)] = "",
        }),
        (typeof(VerdictCount), new()
        {
            [nameof(VerdictCount.Toy)] = "verdicts",
            [nameof(VerdictCount.Endpoint)] = "verdicts",
            [nameof(VerdictCount.Reason)] = "verdicts",
            [nameof(VerdictCount.Times)] = "verdicts",
        }),
        (typeof(PlaceActivity), new()
        {
            [nameof(PlaceActivity.Calls)] = "activity",
            [nameof(PlaceActivity.Held)] = "activity",
            [nameof(PlaceActivity.LastMinute)] = "activity",
            [nameof(PlaceActivity.LastHeldMinute)] = "activity",
        }),
        (typeof(HeldHost), new()
        {
            [nameof(HeldHost.Number)] = "",
            [nameof(HeldHost.Toy)] = "",
            [nameof(HeldHost.Endpoint)] = "",
            [nameof(HeldHost.Name)] = "held-names",
            [nameof(HeldHost.Tries)] = "held-names",
            [nameof(HeldHost.LastMinute)] = "held-names",
        }),
    };

    // What a ledger is told, by the method that takes it.
    private static readonly Dictionary<string, string> Used = new()
    {
        [nameof(UsageLedger.OnDay)] = "used-day",
        [nameof(UsageLedger.NoteBytes)] = "used-bytes",
        [nameof(UsageLedger.NoteMinutes)] = "used-minutes",
        [nameof(UsageLedger.NoteName)] = "used-names",
    };

    private static readonly Dictionary<RecordKind, string> Told = new()
    {
        [RecordKind.DeviceStarted] = "record-start",
        [RecordKind.BootMarkedGood] = "record-start",
        [RecordKind.LadderStageEntered] = "record-start",
        [RecordKind.StartFailed] = "record-start",
        [RecordKind.SettingsSaved] = "record-settings",
        [RecordKind.SettingsRefused] = "record-settings",
        [RecordKind.SettingsDamaged] = "record-settings",
        [RecordKind.SettingsRepaired] = "record-settings",
        [RecordKind.UsageUnknown] = "record-settings",
        [RecordKind.ConsentsOver] = "record-settings",
        [RecordKind.RuleChanged] = "record-settings",
        [RecordKind.CallsHeld] = "record-calls",
        [RecordKind.ClockSet] = "record-clock",
        [RecordKind.ServiceFailed] = "record-faults",
        [RecordKind.FlashFailed] = "record-faults",
        [RecordKind.WipeBegun] = "record-wipes",
        [RecordKind.WipeDone] = "record-wipes",
        [RecordKind.RecordsLost] = "record-checks",
        [RecordKind.RecordsAltered] = "record-checks",

        [RecordKind.SignedIn] = "record-family",
        [RecordKind.TryFailed] = "record-family",
        [RecordKind.WindowOpened] = "record-family",
        [RecordKind.PhoneJoined] = "record-family",
        [RecordKind.PhoneMoved] = "record-family",
        [RecordKind.PhoneRemoved] = "record-family",
        [RecordKind.PinChanged] = "record-family",
        [RecordKind.ForgotBegun] = "record-family",
        [RecordKind.ForgotStopped] = "record-family",
        [RecordKind.LooseningConfirmed] = "record-family",

        // Reserved: nothing writes them yet.
        [RecordKind.SensorUsed] = "",
        [RecordKind.Updated] = "",
    };

    // Kept by assemblies above this one; tests/Core/Pairing walks their members.
    private static readonly string[] Above = { "phones", "pins", "pin-tries", "notices", "owner-code", "wifi", "requests", "home-places", "delete-requests", "sessions", "leases", "stations", "things" };

    // Rows of what is no member of anything: what is sent.
    private static readonly string[] Sent = { "sent-names", "sent-time", "sent-by-toys", "sent-deletes" };

    [TestMethod]
    [Req("DEF-06")]
    public void At_EveryStoredField_HasARow()
    {
        foreach ((Type type, Dictionary<string, string> rows) in Stored)
        {
            string[] members = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name).ToArray();
            CollectionAssert.AreEquivalent(rows.Keys.ToArray(), members, type.Name + ": what is it for, and how long is it kept?");
        }

        string[] noted = typeof(UsageLedger).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(method => method.Name).Where(name => name.StartsWith("Note", StringComparison.Ordinal) || name == "OnDay").ToArray();
        CollectionAssert.AreEquivalent(Used.Keys.ToArray(), noted, "usage");

        CollectionAssert.AreEquivalent(Told.Keys.ToArray(), Enum.GetValues<RecordKind>().Where(kind => kind != RecordKind.None).ToArray(), "records");

        string[] named = Rows().Select(row => row.Id).ToArray();
        string[] listed = AllNamed().ToArray();
        CollectionAssert.AreEquivalent(listed, named, "rows without a field, or fields without a row");
    }

    [TestMethod]
    [Req("DEF-06")]
    public void At_EveryRow_SaysWhatForAndHowLong()
    {
        foreach (DataField row in Rows())
        {
            Assert.IsTrue(row.Id.All(character => character is >= 'a' and <= 'z' or '-'), row.Id);
            Assert.AreNotEqual(DataPlace.None, row.Place, row.Id);
            Assert.IsTrue(Enum.IsDefined(row.Place), row.Id);

            foreach (string words in new[] { row.What, row.Why, row.Kept })
            {
                Assert.IsTrue(words.Length is > 7 and <= 90, row.Id + ": " + words);
            }

            bool isSent = Sent.Contains(row.Id);
            Assert.AreEqual(isSent, row.Place == DataPlace.Sent, row.Id);
        }

        Assert.IsNull(DataList.At(0));
        Assert.IsNull(DataList.At(DataList.Count + 1));
    }

    // Of a child an animal, an age band, its toys and its minutes, and nothing that could be a name, a birthday, a face, a voice or a place.
    [TestMethod]
    [Req("DEF-06")]
    public void At_OfAChild_IsAPictureAnAgeBandAndMinutes()
    {
        DataField[] ofAChild = Rows().Where(row => row.What.Contains("child", StringComparison.Ordinal)).ToArray();
        Assert.AreEqual("play-minutes age-band used-minutes child-animal toy-child", string.Join(" ", ofAChild.Select(row => row.Id)));

        foreach (string word in new[] { "birth", "surname", "photo", "picture", "voice", "sound", "location", "address", "phone number" })
        {
            Assert.IsFalse(Rows().Any(row => row.What.Contains(word, StringComparison.OrdinalIgnoreCase)), word);
        }
    }

    private static IEnumerable<DataField> Rows()
    {
        return Enumerable.Range(1, DataList.Count).Select(number => DataList.At(number)!);
    }

    private static IEnumerable<string> AllNamed()
    {
        return Stored.SelectMany(stored => stored.Rows.Values).Concat(Used.Values).Concat(Told.Values).Concat(Above).Concat(Sent).Where(id => id.Length > 0).Distinct();
    }
}
