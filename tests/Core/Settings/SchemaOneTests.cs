using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>
/// Goal: settings of the older schema come up as they were meant, or stricter. Method: the migration table of storage-format.md, row by row.
/// Random files against an interpreter of schema 1 are in Desktop/SchemaOnePropertyTests.
/// </summary>
[TestClass]
public class SchemaOneTests
{
    // storage-format.md, "Settings", the example of schema 1: paired, records for 60 days; a bear.
    private const string Example = "0100 01 3c 01 04 62656172 02 02 b004 a401 02 07 73746f72696573 05 766f696365";

    private const string Head = "0100 01 07 01 01 62 ";

    [TestMethod]
    [Req("DEF-03")]
    public void Read_Example_ComesUpAsTheTableSays()
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(Example));
        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(1, reading.Schema);

        FamilySettings settings = reading.Settings!;
        Assert.IsTrue(settings.IsPaired);
        Assert.IsFalse(settings.IsEverythingPaused);
        Assert.AreEqual(30, settings.RetentionDays, "longer than anybody may keep records");
        Assert.AreEqual(1, settings.Toys.Length);

        ToySettings bear = settings.Toys[0];
        Assert.AreEqual("bear", bear.Name);
        Assert.IsFalse(bear.IsPaused);
        Assert.AreEqual(120, bear.PlayMinutes.At(0));
        Assert.AreEqual((int)AgeBand.Under9, (int)bear.ChildBand);
        Assert.AreEqual(0, bear.Approvals.Length, "an id does not say which host, nor does the maker's flag");
        Assert.AreEqual(7, bear.QuietHours!.Count);

        for (int day = 0; day < 7; day++)
        {
            Assert.AreEqual(day * 1440 + 20 * 60, bear.QuietHours.StartAt(day));
            Assert.AreEqual(11 * 60, bear.QuietHours.LengthAt(day));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow("00 00 ffff ffff 00", false, 0, 1, 0, 0)] // nothing set
    [DataRow("01 ff ffff ffff 00", true, -1, 1, 0, 0)] // paused, no limit
    [DataRow("04 18 ffff ffff 00", false, 1440, 2, 0, 0)] // 12 or older may be 12; 24 hours
    [DataRow("07 01 0000 9f05 00", true, 60, 2, 7, 1439)] // all day but its last minute
    [DataRow("00 01 9f05 0000 00", false, 60, 1, 7, 1)] // the last minute of every day
    [DataRow("00 01 e001 e001 00", false, 60, 1, 1, 10080)] // from 08:00 until 08:00 is all day
    [DataRow("00 01 e101 e001 00", false, 60, 1, 7, 1439)]
    public void Read_Toy_ComesUpAsTheTableSays(string rest, bool isPaused, int minutes, int band, int windows, int length)
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(Head + rest));
        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);

        ToySettings toy = reading.Settings!.Toys[0];
        Assert.AreEqual(isPaused, toy.IsPaused);
        Assert.AreEqual(minutes, toy.PlayMinutes.At(0));
        Assert.AreEqual(band, (int)toy.ChildBand);
        Assert.AreEqual(windows, toy.QuietHours is null ? 0 : toy.QuietHours.Count);
        Assert.AreEqual(length, windows == 0 ? 0 : toy.QuietHours!.LengthAt(0));
        Assert.AreEqual(0, toy.Approvals.Length);
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow("0100 04 07 00", 10)]
    [DataRow("0100 00 07 11", 12)] // 17 toys
    [DataRow("0100 00 07 00 00", 3)]
    [DataRow("0100 00 07 02 01 62 00 00 ffff ffff 00 01 62 00 00 ffff ffff 00", 14)]
    [DataRow("0100 00 07 01 01 62 08 00 ffff ffff 00", 10)]
    [DataRow("0100 00 07 01 01 62 00 19 ffff ffff 00", 15)]
    [DataRow("0100 00 07 01 01 62 00 fe ffff ffff 00", 15)]
    [DataRow("0100 00 07 01 01 62 00 00 a005 0000 00", 17)]
    [DataRow("0100 00 07 01 01 62 00 00 0000 a005 00", 17)]
    [DataRow("0100 00 07 01 01 62 00 00 ffff 0000 00", 17)]
    [DataRow("0100 00 07 01 01 62 00 00 0000 ffff 00", 17)]
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 11", 18)] // 17 ids
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 00", 18)] // an empty id
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 21", 18)] // 33 characters
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 01 41", 18)] // A
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 01 7b", 18)]
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 01 2f", 18)]
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 01 3a", 18)]
    [DataRow("0100 00 07 01 01 62 00 00 ffff ffff 01 02 61", 2)]
    public void Read_OutOfForm_IsRefused(string hex, int fault)
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(hex));
        Assert.AreEqual(fault, (int)reading.Fault);
        Assert.IsNull(reading.Settings);
        Family.AssertSame(FamilySettings.Strict, reading.OrStrict, "");
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Read_EveryPrefix_IsRefused()
    {
        byte[] whole = Hex.Bytes(Example);

        for (int count = 1; count < whole.Length; count++)
        {
            Assert.AreEqual((int)SettingsFault.TooShort, (int)SettingsCodec.Read(Bytes.Part(whole, 0, count)).Fault, count.ToString());
        }
    }
}
