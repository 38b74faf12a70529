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
    // storage-format.md, "Settings", the example of schema 4.
    private const string Example =
        "0400 01 0e 00000000 1a4345542d31434553542c4d332e352e302c4d31302e352e302f33"
        + " 0101030202780078007800780078003c00ffff 02"
        + " 0462656172 00000000000000 5a005a005a005a005a005a005a00 02"
        + " 03b0043c00500a3c0070269402"
        + " 03ffffffffffffffff03000000000000000807060504030201 01 028c9ac801"
        + " 02feffffffffffffff8c9ac80109000000000000009094ca01"
        + " 0848c3a4736368656e 016e9ac8010102ffffffffffffffffffffffffffff00000000 00";

    // The same in schema 3, which had neither zone nor children, tickets nor ends.
    private const string ExampleOfThree =
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
    private const string HeadOfOne = "0400 00 07 00000000 00 00 01 01 62 00 00000000 00 00 0000 0000 0000 0000 0000 0000 0000 00 ";

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
        Assert.AreEqual(4, reading.Schema);
        Family.AssertSame(Family.Sample(), reading.Settings, "");
        Assert.AreEqual("Häschen", reading.Settings!.Toys[1].Name);
        Assert.AreEqual(20 * 60, reading.Settings.Toys[0].QuietHours!.StartAt(0));
        Assert.AreEqual(90, reading.Settings.Toys[0].PlayMinutes.At(6));
        Assert.IsTrue(reading.Settings.Toys[0].IsApproved(-1));
        Assert.AreEqual(Family.Noon + 60, reading.Settings.Toys[0].AgreedUntil(-2));
        Assert.AreEqual(Family.Noon + 90 * 1440, reading.Settings.Toys[0].AgreedUntil(9));
        Assert.AreEqual(0, reading.Settings.Toys[0].ApprovedUntil(-1));
        Assert.AreEqual(Family.Noon + 60, reading.Settings.Toys[0].ApprovedUntil(0x0102030405060708));
        Assert.AreEqual(Family.Noon + 30, reading.Settings.Toys[1].PausedUntil);
        Assert.AreEqual(1, reading.Settings.Toys[1].Child);
        Assert.AreEqual(2, reading.Settings.Toys[1].Tickets);
        Assert.AreEqual("CET-1CEST,M3.5.0,M10.5.0/3", reading.Settings.Zone);
        Assert.AreEqual(60, reading.Settings.Children[0].PlayMinutes.At(5));
        Assert.AreEqual(3, reading.Settings.Children[0].Animal);
    }

    // DEF-03: what schema 3 had no place for comes up as nothing, and all else is as it was.
    [TestMethod]
    [Req("DEF-03")]
    public void Read_ExampleOfSchemaThree_IsAsMuchOfTheSample()
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(ExampleOfThree));

        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(3, reading.Schema);
        Family.AssertSame(Family.SampleOfThree(), reading.Settings, "");
        Assert.AreEqual("", reading.Settings!.Zone);
        Assert.AreEqual(0, reading.Settings.Children.Length);
        Assert.AreEqual(0, reading.Settings.Toys[0].Tickets);
    }

    // DEF-03: what nobody was asked about yet is not agreed to, and all else is as it was.
    [TestMethod]
    [Req("DEF-03")]
    public void Read_ExampleOfSchemaTwo_IsTheSampleWithoutConsents()
    {
        SettingsReading reading = SettingsCodec.Read(Hex.Bytes(ExampleOfTwo));

        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(2, reading.Schema);
        FamilySettings older = Family.SampleOfThree();
        Family.AssertSame(older.WithToy(older.Toys[0].WithConsents(new SensorConsent[0])), reading.Settings, "");
        Assert.AreEqual(0, reading.Settings!.Toys[0].Consents.Length);
    }

    [TestMethod]
    public void Write_Strict_IsElevenBytes()
    {
        Assert.AreEqual("0400020700000000000000", Family.HexOf(SettingsCodec.Write(FamilySettings.Strict)));
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
    [DataRow("0500 00 07 00", 5)]
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
    [DataRow("0400 04 07 00000000 00 00 00", 10)]
    [DataRow("0400 02 1f 00000000 00 00 00", 11)]
    [DataRow("0400 02 07 ffffffff 00 00 00", 24)] // a pause that ends before it began
    [DataRow("0400 00 07 01000000 00 00 00", 19)] // an end of no pause
    [DataRow("0400 00 07 00000000 40", 21)] // a zone of 64 characters
    [DataRow("0400 00 07 00000000 04 55544330 00", 2)]
    [DataRow("0400 00 07 00000000 03 555443 00 00", 21)]
    [DataRow("0400 00 07 00000000 04 5554c330 00 00", 21)]
    [DataRow("0400 00 07 00000000 00 09", 22)] // nine children
    [DataRow("0400 00 07 00000000 00 01 00 01 01 00 0000 0000 0000 0000 0000 0000 0000 00", 22)] // number 0
    [DataRow("0400 00 07 00000000 00 01 09", 22)]
    [DataRow("0400 00 07 00000000 00 01 01 00 01 00 0000 0000 0000 0000 0000 0000 0000 00", 22)] // no animal
    [DataRow("0400 00 07 00000000 00 01 01 11", 22)]
    [DataRow("0400 00 07 00000000 00 01 01 01 00 00 0000 0000 0000 0000 0000 0000 0000 00", 22)] // no colour
    [DataRow("0400 00 07 00000000 00 01 01 01 09", 22)]
    [DataRow("0400 00 07 00000000 00 01 01 01 01 04", 16)]
    [DataRow("0400 00 07 00000000 00 01 01 01 01 00 0000 0000 0000 a105 0000 0000 0000 00", 15)]
    [DataRow("0400 00 07 00000000 00 02 01 01 01 00 0000 0000 0000 0000 0000 0000 0000 01 01 01 00 0000 0000 0000 0000 0000 0000 0000 00", 22)] // twice
    [DataRow("0400 00 07 00000000 00 00 21", 12)]
    [DataRow("0400 00 07 00000000 00 00 00 00", 3)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 04", 10)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 01000000 00 00 0000 0000 0000 0000 0000 0000 0000 00 00 00 00 00", 19)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 01 ffffffff", 24)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 00000000 09", 22)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 00000000 01 00 0000 0000 0000 0000 0000 0000 0000 00 00 00 00 00", 22)] // nobody's child
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 00000000 00 05", 23)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 00000000 00 00 0000 0000 0000 0000 0000 0000 a105", 15)]
    [DataRow("0400 00 07 00000000 00 00 01 01 62 00 00000000 00 00 0000 0000 0000 0000 0000 0000 0000 04", 16)]
    public void Read_FieldOutOfItsRange_IsRefused(string hex, int fault)
    {
        AssertRefused(Hex.Bytes(hex), fault);
    }

    [TestMethod]
    [DataRow("11", 17)] // 17 windows
    [DataRow("01 6027 0100 00", 17)] // starts at 10,080
    [DataRow("01 0000 6127 00", 17)] // lasts 10,081
    [DataRow("01 0000 0000 00", 17)] // lasts nothing
    [DataRow("02 0a00 0a00 0000 0500 00 00 00", 19)] // out of order
    [DataRow("02 0000 0a00 0000 0a00 00 00 00", 19)] // twice
    [DataRow("02 0000 0a00 0500 0a00 00 00 00", 19)] // overlap
    [DataRow("02 0000 0a00 0a00 0a00 00 00 00", 19)] // touch
    [DataRow("02 0000 0a00 5f27 0100 00 00 00", 19)] // touch over the week's end
    [DataRow("01 0100 6027 00 00 00", 19)] // the whole week from minute 1
    [DataRow("00 21", 18)] // 33 approvals
    [DataRow("00 02 0100000000000000 0100000000000000 00 00", 19)] // twice
    [DataRow("00 02 0100000000000000 0000000000000000 00 00", 19)] // out of order
    [DataRow("00 02 0100000000000000 ffffffffffffffff 00 00", 19)] // -1 is less than 1
    [DataRow("00 01 01000000000000", 2)]
    [DataRow("00 01 0100000000000000 21", 24)] // 33 ends
    [DataRow("00 01 0100000000000000 01 01 05000000 00", 24)] // of no approval
    [DataRow("00 01 0100000000000000 01 00 00000000 00", 24)] // an end that is none
    [DataRow("00 01 0100000000000000 01 00 00000080 00", 24)] // ends before it began
    [DataRow("00 02 0100000000000000 0200000000000000 02 01 05000000 00 05000000 00", 24)] // out of order
    [DataRow("00 01 0100000000000000 02 00 05000000 00 05000000 00", 24)] // twice
    [DataRow("00 01 0100000000000000 01 00 050000", 2)]
    [DataRow("00 00 00 09", 20)] // 9 consents
    [DataRow("00 00 00 01 0100000000000000 00000000", 20)] // without an end
    [DataRow("00 00 00 01 0100000000000000 00000080", 20)] // ends before it began
    [DataRow("00 00 00 01 0100000000000000 ffffffff", 20)]
    [DataRow("00 00 00 02 0100000000000000 05000000 0100000000000000 05000000", 19)] // twice
    [DataRow("00 00 00 02 0100000000000000 05000000 0100000000000000 06000000", 19)] // twice, until another minute
    [DataRow("00 00 00 02 0100000000000000 05000000 0000000000000000 05000000", 19)] // out of order
    [DataRow("00 00 00 02 0100000000000000 05000000 ffffffffffffffff 05000000", 19)] // -1 is less than 1
    [DataRow("00 00 00 01 0100000000000000 050000", 2)]
    [DataRow("00 00 00 01 01000000000000", 2)]
    public void Read_SpelledOtherwise_IsRefused(string rest, int fault)
    {
        AssertRefused(Hex.Bytes(HeadOfOne + rest), fault);
    }

    [TestMethod]
    [DataRow("01 5f27 6027 00 00 00")] // no: the whole week from its last minute
    [DataRow("01 0000 6027 00 00 00")]
    [DataRow("01 5f27 0100 00 00 00")]
    [DataRow("02 0000 0a00 0b00 0a00 00 00 00")]
    [DataRow("02 0100 0a00 5f27 0100 00 00 00")]
    [DataRow("00 02 ffffffffffffffff 0100000000000000 00 00")]
    [DataRow("00 02 ffffffffffffffff 0100000000000000 02 00 01000000 01 ffffff7f 00")]
    [DataRow("00 00 00 01 0100000000000000 01000000")]
    [DataRow("00 00 00 01 0100000000000000 ffffff7f")]
    [DataRow("00 00 00 02 ffffffffffffffff 06000000 0100000000000000 05000000")]
    public void Read_NearestNeighbours_AreTakenOnlyAsWritten(string rest)
    {
        byte[] payload = Hex.Bytes(HeadOfOne + rest);
        SettingsReading reading = SettingsCodec.Read(payload);
        Assert.AreEqual(rest == "01 5f27 6027 00 00 00", reading.Settings is null);

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
    [DataRow(ExampleOfThree)]
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
    [DataRow(ExampleOfThree)]
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
                bytes[0] = (byte)(1 + dice.Roll(4));
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

        // Schema 3 had six bytes less before its toys, and of each toy 19 less; schema 2 one less still, the number of consents.
        if (reading.Settings is not null && (reading.Schema == 2 || reading.Schema == 3))
        {
            int more = 6 + (reading.Settings.Toys.Length * (reading.Schema == 2 ? 20 : 19));
            Assert.AreEqual(bytes.Length + more, SettingsCodec.Write(reading.Settings).Length, about);
        }
    }
}
