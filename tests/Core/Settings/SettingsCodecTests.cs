using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>
/// Goal: settings come back as they were written, and nothing else comes back at all. Method: the worked example of storage-format.md, byte by
/// byte; each rule of the format broken once; every prefix and every bit of the example; random bytes. Ten thousand damaged files through
/// the store are in Desktop/SettingsDamageTests.
/// </summary>
[TestClass]
public class SettingsCodecTests
{
    // storage-format.md, "Settings", the example of schema 3.
    private const string Example =
        "0300 01 0e 02"
        + " 04 62656172 00 5a00 02 03 b004 3c00 500a 3c00 7026 9402 03 ffffffffffffffff 0300000000000000 0807060504030201"
        + " 02 feffffffffffffff 8c9ac801 0900000000000000 9094ca01"
        + " 08 48c3a473 6368656e 01 ffff 00 00 00 00";

    // The same in schema 2, which had no consents.
    private const string ExampleOfTwo =
        "0200 01 0e 02"
        + " 04 62656172 00 5a00 02 03 b004 3c00 500a 3c00 7026 9402 03 ffffffffffffffff 0300000000000000 0807060504030201"
        + " 08 48c3a473 6368656e 01 ffff 00 00 00";

    // A toy called b: not paused, no play time, band 0; then windows, approvals and consents.
    private const string HeadOfOne = "0300 00 07 01 01 62 00 0000 00 ";

    [TestMethod]
    public void Write_Sample_IsTheExampleOfTheFormat()
    {
        Assert.AreEqual(Family.HexOf(Hex.Bytes(Example)), Family.HexOf(SettingsCodec.Write(Family.Sample())));
    }

    [TestMethod]
    public void Read_Example_IsTheSample()
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(Example));

        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(3, reading.Schema);
        Family.AssertSame(Family.Sample(), reading.Settings, "");
        Assert.AreEqual("Häschen", reading.Settings!.Toys[1].Name);
        Assert.AreEqual(20 * 60, reading.Settings.Toys[0].QuietHours!.StartAt(0));
        Assert.AreEqual(90, reading.Settings.Toys[0].PlayMinutesADay);
        Assert.IsTrue(reading.Settings.Toys[0].IsApproved(-1));
        Assert.AreEqual(Family.Noon + 60, reading.Settings.Toys[0].AgreedUntil(-2));
        Assert.AreEqual(Family.Noon + 90 * 1440, reading.Settings.Toys[0].AgreedUntil(9));
    }

    // DEF-03: what nobody was asked about yet is not agreed to, and all else is as it was.
    [TestMethod]
    [Req("DEF-03")]
    public void Read_ExampleOfSchemaTwo_IsTheSampleWithoutConsents()
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(ExampleOfTwo));

        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(2, reading.Schema);
        Family.AssertSame(Family.With(Family.Bear().WithConsents(new SensorConsent[0])), reading.Settings, "");
        Assert.AreEqual(0, reading.Settings!.Toys[0].Consents.Length);
    }

    [TestMethod]
    public void Write_Strict_IsFiveBytes()
    {
        Assert.AreEqual("0300020700", Family.HexOf(SettingsCodec.Write(FamilySettings.Strict)));
    }

    [TestMethod]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Dice dice = new Dice(4);

        for (int i = 0; i < 100; i++)
        {
            FamilySettings any = Family.Any(dice);
            SettingsReading reading = SettingsCodec.Read(SettingsCodec.Write(any));
            Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
            Family.AssertSame(any, reading.Settings, i.ToString());
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow("", 1)]
    [DataRow("02", 2)]
    [DataRow("0000 00 07 00", 4)]
    [DataRow("0400 00 07 00", 5)]
    [DataRow("ffff", 5)]
    [DataRow("0202 00 07 00", 5)]
    [DataRow("0200 04 07 00", 10)]
    [DataRow("0200 80 07 00", 10)]
    [DataRow("0200 03 1f 00", 11)]
    [DataRow("0200 03 1e 00 00", 3)]
    [DataRow("0200 00 07 21", 12)]
    [DataRow("0200 00 07 ff", 12)]
    [DataRow("0200 00 07 01", 2)]
    [DataRow("0200 00 07 01 00 00 0000 00 00 00", 13)]
    [DataRow("0200 00 07 01 21 62", 13)]
    [DataRow("0200 00 07 01 20 62", 2)]
    [DataRow("0200 00 07 02 01 62 00 0000 00 00 00 01 62 00 0000 00 00 00", 14)]
    [DataRow("0200 00 07 01 01 62 02 0000 00 00 00", 10)]
    [DataRow("0200 00 07 01 01 62 00 a105 00 00 00", 15)]
    [DataRow("0200 00 07 01 01 62 00 feff 00 00 00", 15)]
    [DataRow("0200 00 07 01 01 62 00 0000 04 00 00", 16)]
    [DataRow("0200 00 07 01 01 62 00 0000 00 00 00 00", 3)]
    [DataRow("0300 00 07 01 01 62 00 0000 00 00 00", 2)]
    [DataRow("0300 00 07 01 01 62 00 0000 00 00 00 00 00", 3)]
    [DataRow("0300 03 1f 00", 11)]
    [DataRow("0300 00 07 21", 12)]
    [DataRow("0300 00 07 02 01 62 00 0000 00 00 00 00 01 62 00 0000 00 00 00 00", 14)]
    public void Read_FieldOutOfItsRange_IsRefused(string hex, int fault)
    {
        AssertRefused(Hex.Bytes(hex), fault);
    }

    [TestMethod]
    [DataRow("11", 17)] // 17 windows
    [DataRow("01 6027 0100 00", 17)] // starts at 10,080
    [DataRow("01 0000 6127 00", 17)] // lasts 10,081
    [DataRow("01 0000 0000 00", 17)] // lasts nothing
    [DataRow("02 0a00 0a00 0000 0500 00 00", 19)] // out of order
    [DataRow("02 0000 0a00 0000 0a00 00 00", 19)] // twice
    [DataRow("02 0000 0a00 0500 0a00 00 00", 19)] // overlap
    [DataRow("02 0000 0a00 0a00 0a00 00 00", 19)] // touch
    [DataRow("02 0000 0a00 5f27 0100 00 00", 19)] // touch over the week's end
    [DataRow("01 0100 6027 00 00", 19)] // the whole week from minute 1
    [DataRow("00 21", 18)] // 33 approvals
    [DataRow("00 02 0100000000000000 0100000000000000 00", 19)] // twice
    [DataRow("00 02 0100000000000000 0000000000000000 00", 19)] // out of order
    [DataRow("00 02 0100000000000000 ffffffffffffffff 00", 19)] // -1 is less than 1
    [DataRow("00 01 01000000000000", 2)]
    [DataRow("00 00 09", 20)] // 9 consents
    [DataRow("00 00 01 0100000000000000 00000000", 20)] // without an end
    [DataRow("00 00 01 0100000000000000 00000080", 20)] // ends before it began
    [DataRow("00 00 01 0100000000000000 ffffffff", 20)]
    [DataRow("00 00 02 0100000000000000 05000000 0100000000000000 05000000", 19)] // twice
    [DataRow("00 00 02 0100000000000000 05000000 0100000000000000 06000000", 19)] // twice, until another minute
    [DataRow("00 00 02 0100000000000000 05000000 0000000000000000 05000000", 19)] // out of order
    [DataRow("00 00 02 0100000000000000 05000000 ffffffffffffffff 05000000", 19)] // -1 is less than 1
    [DataRow("00 00 01 0100000000000000 050000", 2)]
    [DataRow("00 00 01 01000000000000", 2)]
    public void Read_SpelledOtherwise_IsRefused(string rest, int fault)
    {
        AssertRefused(Hex.Bytes(HeadOfOne + rest), fault);
    }

    [TestMethod]
    [DataRow("01 5f27 6027 00 00")] // no: the whole week from its last minute
    [DataRow("01 0000 6027 00 00")]
    [DataRow("01 5f27 0100 00 00")]
    [DataRow("02 0000 0a00 0b00 0a00 00 00")]
    [DataRow("02 0100 0a00 5f27 0100 00 00")]
    [DataRow("00 02 ffffffffffffffff 0100000000000000 00")]
    [DataRow("00 00 01 0100000000000000 01000000")]
    [DataRow("00 00 01 0100000000000000 ffffff7f")]
    [DataRow("00 00 02 ffffffffffffffff 06000000 0100000000000000 05000000")]
    public void Read_NearestNeighbours_AreTakenOnlyAsWritten(string rest)
    {
        byte[] payload = Hex.Bytes(HeadOfOne + rest);
        SettingsReading reading = SettingsCodec.Read(payload);
        Assert.AreEqual(rest == "01 5f27 6027 00 00", reading.Settings is null);

        if (reading.Settings is not null)
        {
            Assert.AreEqual(Family.HexOf(payload), Family.HexOf(SettingsCodec.Write(reading.Settings)));
        }
    }

    [TestMethod]
    [Req("DEF-03")]
    public void Read_Nothing_IsMissingAndStrict()
    {
        AssertRefused(new byte[0], (int)SettingsFault.Missing);
        Assert.AreEqual((int)SettingsFault.Missing, (int)SettingsCodec.Read(null).Fault);
        Family.AssertSame(FamilySettings.Strict, SettingsCodec.Read(null).OrStrict, "");
    }

    [TestMethod]
    [Req("DEF-03")]
    [DataRow(Example)]
    [DataRow(ExampleOfTwo)]
    public void Read_EveryPrefix_IsRefused(string hex)
    {
        byte[] whole = Hex.Bytes(hex);

        for (int count = 1; count < whole.Length; count++)
        {
            AssertRefused(Bytes.Part(whole, 0, count), (int)SettingsFault.TooShort);
        }
    }

    [TestMethod]
    [DataRow(Example)]
    [DataRow(ExampleOfTwo)]
    public void Read_EveryBitFlipped_IsRefusedOrWrittenTheSame(string hex)
    {
        byte[] bytes = Hex.Bytes(hex);

        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefusedOrSame(bytes, bit.ToString());
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_RandomBytes_IsRefusedOrWrittenTheSame()
    {
        Dice dice = new Dice(7);

        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = new byte[dice.Roll(40)];

            for (int at = 0; at < bytes.Length; at++)
            {
                // Small numbers get further.
                bytes[at] = (byte)dice.Roll(dice.Roll(2) == 0 ? 4 : 256);
            }

            if (bytes.Length > 1)
            {
                bytes[0] = (byte)(1 + dice.Roll(3));
                bytes[1] = 0;
            }

            AssertRefusedOrSame(bytes, Family.HexOf(bytes));
        }
    }

    private static void AssertRefused(byte[] bytes, int fault)
    {
        SettingsReading reading = SettingsCodec.Read(bytes);
        Assert.AreEqual(fault, (int)reading.Fault, Family.HexOf(bytes));
        Assert.IsNull(reading.Settings, Family.HexOf(bytes));
        Family.AssertSame(FamilySettings.Strict, reading.OrStrict, Family.HexOf(bytes));
    }

    private static void AssertRefusedOrSame(byte[] bytes, string about)
    {
        SettingsReading reading = SettingsCodec.Read(bytes);
        Assert.AreEqual(reading.Settings is null, reading.Fault != SettingsFault.None, about);

        if (reading.Settings is not null && reading.Schema == SettingsCodec.Schema)
        {
            Assert.AreEqual(Family.HexOf(bytes), Family.HexOf(SettingsCodec.Write(reading.Settings)), about);
        }

        // Schema 2 had no byte for the number of a toy's consents.
        if (reading.Settings is not null && reading.Schema == 2)
        {
            Assert.AreEqual(bytes.Length + reading.Settings.Toys.Length, SettingsCodec.Write(reading.Settings).Length, about);
        }
    }
}
