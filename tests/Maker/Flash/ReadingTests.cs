using System;
using System.IO;
using System.Linq;
using System.Text;

using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>Goal: what nanoff printed is understood exactly or not at all. Method: whole outputs, every prefix, seeded damage, the carriage returns of Windows.</summary>
[TestClass]
public class ReadingTests
{
    [TestMethod]
    public void Ports_Lists_AreRead()
    {
        CollectionAssert.AreEqual(new[] { "COM3", "COM12" }, PortList.Read(Nanoff.Text(Nanoff.Ports("COM3", "COM12").Replace("\n", "\r\n", StringComparison.Ordinal))));
        CollectionAssert.AreEqual(new[] { "/dev/ttyUSB0", "/dev/cu.usbserial-0001" }, PortList.Read(Nanoff.Text(Nanoff.Ports("/dev/ttyUSB0", "/dev/cu.usbserial-0001"))));
        CollectionAssert.AreEqual(Array.Empty<string>(), PortList.Read(Nanoff.Text(Nanoff.Ports())));
        Assert.IsNull(PortList.Read(Nanoff.Text("")));
        Assert.IsNull(PortList.Read(Nanoff.Text("Available COM ports:\n\n")));
        Assert.IsNull(PortList.Read(Nanoff.Text(Nanoff.Ports("COM3", "$(reboot)"))));
        Assert.IsNull(PortList.Read(Nanoff.Text(Nanoff.Ports("COM3") + Nanoff.Ports())));
    }

    [TestMethod]
    [DataRow("8MB", 2)]
    [DataRow("0MB", 2)]
    [DataRow("not available", 1)]
    [DataRow("undetermined", 0)]
    public void Chip_Whole_IsRead(string psram, int expected)
    {
        ChipFacts? facts = ChipFacts.Read(Nanoff.Text(Nanoff.Chip(psram: psram).Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.IsNotNull(facts);
        Assert.AreEqual("ESP32", facts.Type);
        Assert.AreEqual("ESP32-D0WDQ6-V3 (revision v3.0)", facts.Name);
        Assert.AreEqual(4, facts.FlashMegabytes);
        Assert.AreEqual((Psram)expected, facts.Psram);
    }

    [TestMethod]
    public void Chip_EveryPrefix_IsNothingUntilAllIsThere()
    {
        foreach (string psram in new[] { "8MB", "16MB", "not available", "undetermined" })
        {
            string whole = Nanoff.Chip(psram: psram);
            int enough = whole.IndexOf("AA:BB:CC", StringComparison.Ordinal) + 8;

            for (int length = 0; length <= whole.Length; length++)
            {
                Assert.AreEqual(length >= enough, ChipFacts.Read(Nanoff.Text(whole[..length])) is not null, whole[..length]);
            }
        }
    }

    [TestMethod]
    public void Device_EveryPrefix_IsNothingUntilTheListHasItsEnd()
    {
        string whole = Nanoff.Device();
        DeviceFacts? facts = DeviceFacts.Read(Nanoff.Text(whole));
        Assert.IsNotNull(facts);
        Assert.AreEqual("ESP32_PSRAM_REV3", facts.Target);
        Assert.AreEqual(0x8EFB9944u, facts.Natives["System.Net"]);

        // A list that is cut at the end of a line is one that lacks assemblies, which the judge sees; within a line it is nothing.
        for (int length = 0; length < whole.Length; length++)
        {
            DeviceFacts? read = DeviceFacts.Read(Nanoff.Text(whole[..length]));
            Assert.IsTrue(read is null || whole[length - 1] == '\n', whole[..length]);
            Assert.IsTrue(read is null || length == whole.Length - 1 || CallJudge.Faults(Nanoff.Call("device", whole[..length]), null, "toy").Any(), whole[..length]);
        }
    }

    [TestMethod]
    [DataRow("ESP32 (", "ESP32 \u202e(")]
    [DataRow("Flash size 4MB", "Flash size 4GB")]
    [DataRow("Flash size 4MB", "Flash size -4MB")]
    [DataRow("PSRAM: 8MB", "PSRAM: yes")]
    [DataRow("PSRAM: 8MB", "PSRAM: 8MB ")]
    [DataRow("Crystal 40MHz", "")]
    [DataRow("MAC 24:6F", "MAC 24-6F")]
    [DataRow("Connected to:", "Connected to: ")]
    [DataRow("Connected to:", "Connected to:\nConnected to:")]
    public void Chip_Changed_IsNothing(string what, string instead)
    {
        Assert.IsNull(ChipFacts.Read(Nanoff.Text(Nanoff.Chip().Replace(what, instead, StringComparison.Ordinal))));
    }

    // A checksum of fewer digits is one that was cut within the line, and the rest of it is not known.
    [TestMethod]
    [DataRow("0x8EFB9944", "0x8EFB994")]
    [DataRow("0x8EFB9944", "0x8")]
    [DataRow("0x8EFB9944", "0x")]
    [DataRow("0x8EFB9944", "0x8EFB99441")]
    [DataRow("0x8EFB9944", "0x8efb9944")]
    [DataRow("  System.Net v", " System.Net v")]
    [DataRow("  System.Net v", "  System.Net/ v")]
    public void Device_Changed_IsNothing(string what, string instead)
    {
        string changed = Nanoff.Device().Replace(what, instead, StringComparison.Ordinal);
        Assert.AreNotEqual(Nanoff.Device(), changed);
        Assert.IsNull(DeviceFacts.Read(Nanoff.Text(changed)));
    }

    [TestMethod]
    public void Readers_SeededDamage_NeverThrowNorInvent()
    {
        Random random = new(8);
        string[] outputs = [Nanoff.Ports("COM3"), Nanoff.Chip(), Nanoff.Device()];

        for (int round = 0; round < 6000; round++)
        {
            char[] text = outputs[round % 3].ToCharArray();

            for (int i = 0; i <= round % 5; i++)
            {
                text[random.Next(text.Length)] = (char)random.Next(1, 0x250);
            }

            NanoffText damaged = Nanoff.Text(new string(text));
            Assert.IsTrue(PortList.Read(damaged)?.All(PortList.IsName) ?? true);
            Assert.IsTrue(ChipFacts.Read(damaged)?.Type.StartsWith("ESP32", StringComparison.Ordinal) ?? true);
            Assert.IsTrue(DeviceFacts.Read(damaged)?.Natives.Count is null or > 0);
        }
    }

    [TestMethod]
    [DataRow("E4005", 4005)]
    [DataRow("Error E4005", 4005)]
    [DataRow("Error E6000: Couldn't open serial device. (Access denied)", 6000)]
    [DataRow("An Error E6000", 0)]
    [DataRow("E40051", 0)]
    [DataRow("Error e4005", 0)]
    public void Error_Lines_AreFound(string line, int expected)
    {
        Assert.AreEqual(expected, Nanoff.Text(Nanoff.Header + line).Error);
    }

    [TestMethod]
    public void Codes_EachHasWords_AndItsLowestEightBitsToo()
    {
        Assert.AreEqual(NanoffCodes.All.Count(), NanoffCodes.All.Select(c => c & 255).Distinct().Count(), "two codes look the same on Linux");

        foreach (int code in NanoffCodes.All)
        {
            Assert.AreNotEqual(0, code & 255, $"E{code} would look like success on Linux");
            StringAssert.StartsWith(NanoffCodes.Of(code), $"E{code}: ");
            Assert.AreEqual(NanoffCodes.Of(code), NanoffCodes.Of(code & 255));
        }

        StringAssert.Contains(NanoffCodes.Of(127), "was not found");
        StringAssert.Contains(NanoffCodes.Of(-1), "nobody here knows");
        StringAssert.Contains(NanoffCodes.Of(99), "nobody here knows");
    }

    [TestMethod]
    public void Transcript_WhatIsPrinted_CannotPretend()
    {
        Transcript? seen = Read("= powershell 7.6.1\n= port COM3\n== ports 0\n|== chip 0\n|= access yes\n|\n== chip 165\n|E4005\n", out _);

        Assert.IsNotNull(seen);
        Assert.AreEqual("ports chip", string.Join(' ', seen.Calls.Select(c => c.Name)));
        Assert.AreEqual("", seen.Fact("access"));
        Assert.AreEqual("7.6.1", seen.Fact("powershell"));
        Assert.AreEqual(165, seen.Call("chip")!.Exit);
        CollectionAssert.AreEqual(new[] { "== chip 0", "= access yes", "" }, seen.Call("ports")!.Printed.ToArray());
    }

    [TestMethod]
    [DataRow("ports 0\n", 1)]
    [DataRow("= powershell\n", 1)]
    [DataRow("= a b\n= a c\n", 2)]
    [DataRow("|printed\n", 1)]
    [DataRow("== ports zero\n", 1)]
    [DataRow("== ports 0\n= late fact\n", 2)]
    [DataRow("== Ports 0\n", 1)]
    [DataRow("== ports 0\n\n", 2)]
    public void Transcript_Wrong_SaysTheLine(string text, int line)
    {
        Assert.IsNull(Read(text, out int badLine));
        Assert.AreEqual(line, badLine);
    }

    [TestMethod]
    public void Transcript_Endless_IsRefused()
    {
        StringBuilder text = new("== ports 0\n");

        for (int i = 0; i < 20000; i++)
        {
            text.Append("|\n");
        }

        Assert.IsNull(Read(text.ToString(), out int badLine));
        Assert.AreEqual(20001, badLine);
    }

    private static Transcript? Read(string text, out int badLine)
    {
        using StringReader reader = new(text);
        return Transcript.Read(reader, out badLine);
    }
}
