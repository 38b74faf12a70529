using System;

using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

[TestClass]
public class ScanReportTests
{
    private const int EntryBytes = 42;

    [TestMethod]
    [Req("PAIR-05")]
    [DataRow(0, (int)WifiKind.Open)]
    [DataRow(1, (int)WifiKind.Other)]
    [DataRow(2, (int)WifiKind.Other)]
    [DataRow(3, (int)WifiKind.Wpa2)]
    [DataRow(4, (int)WifiKind.Wpa2)]
    [DataRow(5, (int)WifiKind.Other)]
    [DataRow(6, (int)WifiKind.Wpa3)]
    [DataRow(7, (int)WifiKind.Wpa2)]
    [DataRow(8, (int)WifiKind.Other)]
    [DataRow(9, (int)WifiKind.Other)]
    [DataRow(255, (int)WifiKind.Other)]
    public void Protection_IsReadAsTheRadioHeardIt(int number, int kind)
    {
        WifiNetwork[] read = ScanReport.Read(Report(1, Name("Home"), -60, number));

        Assert.AreEqual(1, read.Length);
        Assert.AreEqual("Home", read[0].Ssid);
        Assert.AreEqual(kind, (int)read[0].Kind);
    }

    [TestMethod]
    [DataRow(0, 3)]
    [DataRow(-55, 3)]
    [DataRow(-56, 2)]
    [DataRow(-70, 2)]
    [DataRow(-71, 1)]
    [DataRow(-85, 1)]
    [DataRow(-86, 0)]
    [DataRow(-128, 0)]
    [DataRow(127, 3)]
    public void Strength_BecomesBars(int dBm, int bars)
    {
        Assert.AreEqual(bars, ScanReport.Read(Report(1, Name("Home"), dBm, 3))[0].Bars);
    }

    [TestMethod]
    public void Names_ThatCannotBeTold_AreLeftOut()
    {
        byte[] hidden = new byte[33];
        byte[] twoNames = Name("Home");
        twoNames[5] = (byte)'x';
        byte[] tooLong = Name("12345678901234567890123456789012");
        tooLong[32] = (byte)'3';
        byte[] broken = Name("Ho");
        broken[2] = 0xC3;
        byte[] control = Name("Home");
        control[1] = 7;

        Assert.AreEqual(0, ScanReport.Read(Report(1, hidden, -60, 3)).Length);
        Assert.AreEqual(0, ScanReport.Read(Report(1, twoNames, -60, 3)).Length);
        Assert.AreEqual(0, ScanReport.Read(Report(1, tooLong, -60, 3)).Length);
        Assert.AreEqual(0, ScanReport.Read(Report(1, broken, -60, 3)).Length);
        Assert.AreEqual(0, ScanReport.Read(Report(1, control, -60, 3)).Length);
        Assert.AreEqual(1, ScanReport.Read(Report(1, Name("12345678901234567890123456789012"), -60, 3)).Length);
    }

    [TestMethod]
    public void Several_KeepTheirOrder_AroundOneThatIsLeftOut()
    {
        byte[] report = new byte[2 + (3 * EntryBytes)];
        Array.Copy(Report(3, Name("First"), -60, 3), 0, report, 0, 1 + EntryBytes);
        Array.Copy(Report(3, new byte[33], -60, 3), 1, report, 1 + EntryBytes, EntryBytes);
        Array.Copy(Report(3, Name("Last"), -80, 0), 1, report, 1 + (2 * EntryBytes), EntryBytes);

        WifiNetwork[] read = ScanReport.Read(report);

        Assert.AreEqual(2, read.Length);
        Assert.AreEqual("First", read[0].Ssid);
        Assert.AreEqual("Last", read[1].Ssid);
        Assert.AreEqual((int)WifiKind.Open, (int)read[1].Kind);
    }

    [TestMethod]
    public void EveryPrefix_ReadsWhatIsWhole()
    {
        byte[] whole = Report(2, Name("Home"), -60, 3);

        for (int length = 0; length <= whole.Length; length++)
        {
            byte[] part = new byte[length];
            Array.Copy(whole, 0, part, 0, length);
            Assert.AreEqual(length > EntryBytes ? 1 : 0, ScanReport.Read(part).Length);
        }
    }

    [TestMethod]
    public void AnyBytes_GiveNamesThatAreFit()
    {
        uint seed = 20261122;
        int whole = 0;

        for (int round = 0; round < 300; round++)
        {
            byte[] report = new byte[2 + EntryBytes];
            report[0] = (byte)(1 + (round % 3));

            for (int i = 1; i < report.Length; i++)
            {
                seed = (seed * 1664525) + 1013904223;

                // Mostly letters, and a name of any length.
                byte drawn = (byte)((seed >> 24) % 16 == 0 ? seed >> 16 : 'a' + ((seed >> 16) & 15));
                report[i] = i > 7 + (round % 34) && i < 40 ? (byte)0 : drawn;
            }

            WifiNetwork[] read = ScanReport.Read(report);
            Assert.IsTrue(read.Length <= 1);
            whole += read.Length;

            for (int i = 0; i < read.Length; i++)
            {
                Assert.IsTrue(WifiText.IsSsid(read[i].Ssid));
            }
        }

        Assert.IsTrue(whole > 50);
    }

    private static byte[] Name(string text)
    {
        byte[] name = new byte[33];

        for (int i = 0; i < text.Length; i++)
        {
            name[i] = (byte)text[i];
        }

        return name;
    }

    private static byte[] Report(int networks, byte[] name, int dBm, int kind)
    {
        byte[] report = new byte[2 + EntryBytes];
        report[0] = (byte)networks;
        Array.Copy(name, 0, report, 7, 33);
        report[40] = (byte)dBm;
        report[41] = (byte)kind;
        return report;
    }
}
