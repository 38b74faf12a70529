using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: a name that is kept is one that a page can show and two people read alike. Every code point is in Desktop/ToyNameSweepTests.</summary>
[TestClass]
public class ToyNameTests
{
    [TestMethod]
    [DataRow("b")]
    [DataRow("Story Bear 2")]
    [DataRow("Häschen")]
    [DataRow("\u0645\u0631\u062D\u0628\u0627")]
    [DataRow("\u718A\u732B")]
    [DataRow("<script>&\"'")]
    [DataRow("12345678901234567890123456789012")]
    [DataRow("\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A12")]
    public void IsFit_ShortAndSeen_IsFit(string name)
    {
        Assert.IsTrue(ToyName.IsFit(name));
        Assert.AreEqual(name, ToySettings.Strict(name).Name);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow(" bear")]
    [DataRow("bear ")]
    [DataRow("be\tar")]
    [DataRow("be\nar")]
    [DataRow("be\u007Far")]
    [DataRow("be\u0085ar")]
    [DataRow("be\u00A0ar")]
    [DataRow("be\u00ADar")]
    [DataRow("be\u200Bar")]
    [DataRow("be\u202Ear")]
    [DataRow("be\u2066ar")]
    [DataRow("be\uFEFFar")]
    [DataRow("be\uFFFDar")]
    [DataRow("be\uE000ar")]
    [DataRow("123456789012345678901234567890123")]
    [DataRow("\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A\u718A123")]
    public void IsFit_LongOrUnseen_IsNot(string name)
    {
        Assert.IsFalse(ToyName.IsFit(name));
        Check.Throws(typeof(ArgumentException), () => Assert.IsNotNull(ToySettings.Strict(name)));
    }

    // Bytes that are no UTF-8, or not in its shortest form, in the place of a name.
    [TestMethod]
    [DataRow("00")]
    [DataRow("6200")]
    [DataRow("80")]
    [DataRow("C0AF")]
    [DataRow("C1BF")]
    [DataRow("C3")]
    [DataRow("C328")]
    [DataRow("E080AF")]
    [DataRow("E09FBF")]
    [DataRow("E282")]
    [DataRow("EDA080")]
    [DataRow("EDBFBF")]
    [DataRow("F08080AF")]
    [DataRow("F08FBFBF")]
    [DataRow("F4908080")]
    [DataRow("F5808080")]
    [DataRow("F8888080")]
    [DataRow("FF")]
    [DataRow("EFBFBD")]
    [DataRow("EFBFBF")]
    [DataRow("F09FBFBE")]
    public void Read_NameOfOddBytes_IsRefused(string hex)
    {
        byte[] name = Hex.Bytes(hex);
        byte[] head = new byte[] { 3, 0, 0, 7, 1, (byte)name.Length };
        SettingsReading reading = SettingsCodec.Read(Bytes.Join(Bytes.Join(head, name), new byte[7]));

        Assert.AreEqual((int)SettingsFault.Name, (int)reading.Fault);
        Assert.IsNull(reading.Settings);
    }

    [TestMethod]
    [DataRow("62")]
    [DataRow("C3A4")]
    [DataRow("E0A480")]
    [DataRow("EFBC81")]
    [DataRow("F09F90BB")]
    public void Read_NameOfGoodBytes_IsWrittenTheSame(string hex)
    {
        byte[] name = Hex.Bytes(hex);
        byte[] head = new byte[] { 4, 0, 0, 7, 0, 0, 0, 0, 0, 0, 1, (byte)name.Length };
        byte[] payload = Bytes.Join(Bytes.Join(head, name), new byte[26]);
        SettingsReading reading = SettingsCodec.Read(payload);

        Assert.AreEqual((int)SettingsFault.None, (int)reading.Fault);
        Assert.AreEqual(Family.HexOf(payload), Family.HexOf(SettingsCodec.Write(reading.Settings!)));
    }
}
