using System;
using System.Linq;
using System.Text;

using ToyGuard.Core.Data;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Family.Tests.Door;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.SetUp;

/// <summary>Goal: the names of the networks around, which tell where a child is, are looked at while a grown-up chooses one and kept nowhere; and no place is worked out by default (SENS-05).</summary>
[TestClass]
public sealed class ScanTests
{
    private const string Chosen = "scan-7d-chosen";

    [TestMethod]
    [Req("SENS-05")]
    public void Scan_NetworksThatWereNotChosen_AreInNoAreaOfFlash()
    {
        FakeWifi wifi = new() { Air = [new(Chosen, 3, WifiKind.Wpa2), new("scan-7d-neighbour", 2, WifiKind.Wpa2), new("scan-7d-cafe", 1, WifiKind.Wpa2)] };
        FlashModel flash = new();
        using SetupServiceRig rig = new SetupServiceRig(wifi, flash, false).Run();
        rig.UntilStep(SetupStep.Press);
        rig.Service.OnPress();
        rig.UntilStep(SetupStep.Choose);
        SetupServiceRig.Until(() => rig.View.Networks.Length == 3, "list");
        Assert.IsTrue(rig.Service.Ask(Chosen, SetupServiceRig.Key));
        rig.UntilStep(SetupStep.Joined);
        CollectionAssert.AreEqual(new[] { Chosen }, rig.Service.Remembered());

        string all = string.Concat(Enumerable.Range(0, FlashLayout.AreaCount).Select(area => Encoding.Latin1.GetString(flash.Held(area))));
        StringAssert.Contains(all, Chosen);
        Assert.IsFalse(all.Contains("neighbour", StringComparison.Ordinal) || all.Contains("cafe", StringComparison.Ordinal));
    }

    // A record is numbers, and the list of all that is stored or sent has no place and nothing that was heard.
    [TestMethod]
    [Req("SENS-05")]
    public void RecordsAndDataList_HaveNoRoomForWhatWasHeard()
    {
        Type[] parts = [.. typeof(Record).GetProperties().Select(part => part.PropertyType)];
        Assert.IsTrue(parts.Length > 5 && parts.All(part => part.IsEnum || part == typeof(int) || part == typeof(long) || part == typeof(bool)), string.Join(' ', parts.Select(part => part.Name)));

        for (int number = 1; number <= DataList.Count; number++)
        {
            DataField row = DataList.At(number)!;

            foreach (string word in new[] { "heard", "nearby", "around", "location", "coordinate" })
            {
                Assert.IsFalse(row.What.Contains(word, StringComparison.OrdinalIgnoreCase), row.Id + ": " + word);
            }
        }
    }

    [TestMethod]
    [Req("SENS-05")]
    public void Location_OfAToyThatDeclaresIt_IsOffUntilAGuardianAgrees()
    {
        Manifest manifest = new(
            "lamp", "Lamp", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9,
            [], [new SensorUse("location", "find-the-toy", "on-demand")], []);
        using FamilyRig rig = new(new DeclaredToy(FamilyRig.Lamp, manifest));
        rig.Claimed();
        rig.Home.Gate.SetClock(rig.Clock.Now());
        Assert.AreEqual(Reason.SensorWaiting, rig.Home.Gate.Ask(new GateQuery { Toy = 2, Kind = AskKind.Sensor, Sensor = 1 }).Reason);
    }
}
