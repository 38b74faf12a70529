using System;
using System.IO;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>Goal: a call that did nothing never looks like success, and each finding says what to do. Method: outputs that nanoff can print.</summary>
[TestClass]
public class JudgeTests
{
    private static readonly string s_done = Nanoff.Header + "Flashing firmware...\nOK\n";

    [TestMethod]
    public void Good_Calls_HaveNoFaults()
    {
        IsWell("ports", Nanoff.Ports("COM3"));
        IsWell("chip", Nanoff.Chip());
        IsWell("firmware", s_done);
        IsWell("device", Nanoff.Device());
        IsWell("archive", Nanoff.Header + "OK\n");
    }

    [TestMethod]
    [Req("UPD-01")]
    public void Silent_Failures_AreSeenThoughTheExitCodeIsZero()
    {
        HasFault("did not write this firmware", "firmware", Nanoff.Header);
        HasFault("did not write this firmware", "firmware", Nanoff.Header + "No operation was performed with the options supplied.\n");
        HasFault("did not write this firmware", "firmware", s_done + "******* WARNING *******\n");
        HasFault("E9008", "firmware", s_done + "Error E9008: Couldn't find application file. Check the path.\n");
        HasFault("nobody knows which", "firmware", "Flashing firmware...\nOK\n");
        HasFault("3.0.0-preview.1", "firmware", ".NET nanoFramework Firmware Flasher v3.0.0-preview.1+abc\nFlashing firmware...\n");
        HasFault("Nobody knows a call", "format", s_done);
    }

    [TestMethod]
    [DataRow(4005, "could not be opened")]
    [DataRow(112, "dialout")]
    [DataRow(127, "was not found")]
    [DataRow(1, "nobody here knows")]
    public void Exit_Codes_ComeInWords(int exit, string part)
    {
        StringAssert.Contains(string.Join('\n', CallJudge.Faults(Nanoff.Call("firmware", s_done, exit), null, "toy")), part);
    }

    [TestMethod]
    public void Chip_OtherThanTheBoards_IsSaid()
    {
        HasFault("has another chip", "chip", Nanoff.Chip("ESP32-S3"));
        HasFault("2 MB of flash", "chip", Nanoff.Chip(flash: "2MB"));
        HasFault("can be a toy, not a hub", "chip", Nanoff.Chip(psram: "not available"));
        HasFault("Nobody could tell whether there is PSRAM", "chip", Nanoff.Chip(psram: "undetermined"));
        HasFault("not to be understood", "chip", Nanoff.Header);
        Assert.IsFalse(CallJudge.Faults(Nanoff.Call("chip", Nanoff.Chip(psram: "not available")), Catalogue.Find("esp32-devkitc"), "toy").Any());
    }

    [TestMethod]
    public void Device_WithOtherNativeParts_IsSaid()
    {
        HasFault("Firmware ESP32_REV3 runs there", "device", Nanoff.Device("ESP32_REV3"));
        HasFault("has no System.Net", "device", Nanoff.Device(natives: "  mscorlib v100.5.0.24, checksum 0x1549C856\n"));
        HasFault("System.Net in firmware 1.17.0.7 is 0xD82C1452", "device", Nanoff.Device().Replace("8EFB9944", "D82C1452", StringComparison.Ordinal));
        HasFault("not to be understood", "device", Nanoff.Header);
    }

    [TestMethod]
    public void Doctor_Healthy_SaysSo()
    {
        DoctorFinding[] findings = Look($"= powershell 7.6.1\n= port COM3\n= access yes\n== ports 0\n{Bars(Nanoff.Ports("COM3"))}== chip 0\n{Bars(Nanoff.Chip())}== device 0\n{Bars(Nanoff.Device())}");

        Assert.IsTrue(findings.All(f => f.IsWell), string.Join('\n', findings.Select(f => f.Words)));
        Assert.AreEqual("PowerShell ports port rights chip firmware pins", string.Join(' ', findings.Select(f => f.What)));
        Assert.IsFalse(findings.Any(f => f.Words.Contains("24:6F", StringComparison.Ordinal)), "nobody needs the chip's address");
    }

    [TestMethod]
    [DataRow("", "", "install PowerShell 7")]
    [DataRow("= powershell 5.1.19041\n", "", "install PowerShell 7")]
    [DataRow("= powershell 7.6.1\n", "", "dotnet tool install -g nanoff")]
    [DataRow("= powershell 7.6.1\n= port COM3\n= access no\n", "", "usermod -aG dialout")]
    [DataRow("= powershell 7.6.1\n= port COM3\n= access busy\n", "", "Another program holds")]
    [DataRow("= powershell 7.6.1\n= port COM3\n", "", "Unplug the board")]
    [DataRow("= powershell 7.6.1\n", "none", "install the driver")]
    public void Doctor_Ill_GivesTheRemedy(string facts, string ports, string part)
    {
        DoctorFinding[] findings = Look(facts + (ports.Length == 0 ? "" : "== ports 0\n" + Bars(Nanoff.Ports())));

        StringAssert.Contains(string.Join('\n', findings.Where(f => !f.IsWell).Select(f => f.Words)), part);
    }

    private static DoctorFinding[] Look(string transcript)
    {
        using StringReader reader = new(transcript);
        Transcript? seen = Transcript.Read(reader, out int badLine);
        Assert.IsNotNull(seen, "line " + badLine);
        return [.. Doctor.Look(seen, Catalogue.Find("esp32-wrover"), "hub")];
    }

    private static string Bars(string printed)
    {
        return string.Concat(printed.Split('\n').Select(l => "|" + l + "\n"));
    }

    private static void IsWell(string name, string printed)
    {
        string faults = string.Join('\n', CallJudge.Faults(Nanoff.Call(name, printed), Catalogue.Find("esp32-wrover"), "hub"));
        Assert.AreEqual("", faults, name);
    }

    private static void HasFault(string part, string name, string printed)
    {
        StringAssert.Contains(string.Join('\n', CallJudge.Faults(Nanoff.Call(name, printed), Catalogue.Find("esp32-wrover"), "hub")), part);
    }
}
