using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Fakes;
using ToyGuard.Maker.Factory;
using ToyGuard.Maker.Flash;
using ToyGuard.Maker.Labels;
using ToyGuard.Maker.Tests.Running;

namespace ToyGuard.Maker.Tests.Script;

/// <summary>Goal: each device gets its own secrets, and the computer that flashed it keeps none. Method: the real script and the real Maker; what the flasher was given is read as the device reads it.</summary>
[TestClass]
[DoNotParallelize]
public class SecretTests
{
    private static readonly string[] s_places = [Path.GetTempPath(), "/dev/shm"];

    [TestMethod]
    [Req("PAIR-01")]
    public void Flash_Device_GetsIdentityAndManifest_AndNothingStays()
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        string[] before = Lying();

        (int exitCode, string said) = run.Run(ScriptTests.Toy(folder));

        Assert.AreEqual(0, exitCode, said);
        FactoryData data = Given(run);
        CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(Repository.Root, "firmware/Emulator/Samples/twinkle-lamp.json")), data.Manifest);
        StringAssert.Contains(said, TerminalCode.Of(CodeTexts.Wifi(data.Identity!)).Split('\n')[6]);
        StringAssert.Contains(said, TerminalCode.Of(CodeTexts.Claim(data.Identity!)!).Split('\n')[6]);
        StringAssert.Contains(said, data.Identity!.HostLabel);
        NothingStays(run, before, folder, "toy.bin");
    }

    [TestMethod]
    public void Flash_TwoDevices_HaveNothingInCommon()
    {
        using TestFolder folder = new();
        FactoryIdentity[] two = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            ScriptRun run = ScriptTests.Healthy();
            run.Run(ScriptTests.Toy(folder));
            return Given(run).Identity!;
        })];

        Assert.AreNotEqual(two[0].HostLabel, two[1].HostLabel);
        Assert.AreNotEqual(two[0].ApKey, two[1].ApKey);
        CollectionAssert.AreNotEqual(two[0].PrintedCode, two[1].PrintedCode);
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void Flash_ThatFails_ShowsNoSecret_LeavesNoImageAndNoCard()
    {
        foreach (bool isBroken in new[] { false, true })
        {
            ScriptRun run = ScriptTests.Healthy();
            run.Exits["firmware"] = 4003 & 255;
            run.IsBroken = isBroken;
            using TestFolder folder = new();
            string[] before = Lying();

            (int exitCode, string said) = run.Run(With(folder, new() { ["Card"] = Path.Combine(folder.Path, "card.svg") }));

            Assert.AreEqual(1, exitCode, said);
            Assert.AreEqual(1, run.Images.Count);
            Assert.IsFalse(said.Contains('█', StringComparison.Ordinal), "a code of a device that is none");
            NothingStays(run, before, folder, "toy.bin");
        }
    }

    [TestMethod]
    public void Flash_Card_IsWhatTheDeviceGot_AndNeverOverAnother()
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        string card = Path.Combine(folder.Path, "card.svg");
        string[] before = Lying();

        (int exitCode, string said) = run.Run(With(folder, new() { ["Card"] = card, ["Name"] = "Story Bear" }));

        Assert.AreEqual(0, exitCode, said);
        Assert.AreEqual(SheetSvg.Of(new Sheet("Story Bear", Given(run).Identity!)), File.ReadAllText(card));
        NothingStays(run, before, folder, "card.svg toy.bin");

        ScriptRun again = ScriptTests.Healthy();
        string printed = File.ReadAllText(card);
        (exitCode, _) = again.Run(With(folder, new() { ["Card"] = card }));
        Assert.AreEqual(2, exitCode);
        Assert.AreEqual(0, again.Made.Count, "nothing is written to a board that would have no card");
        Assert.AreEqual(printed, File.ReadAllText(card));
        NothingStays(again, before, folder, "card.svg toy.bin");
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void NewLabel_OldNameAndId_NewSecrets_AndSaysWhatItDoes()
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();

        (int exitCode, string said) = run.Run(With(folder, new() { ["NewLabel"] = true, ["OldName"] = "toyguard-0a1b2c3d", ["OldId"] = "0123456789abcdef" }));

        Assert.AreEqual(0, exitCode, said);
        FactoryIdentity identity = Given(run).Identity!;
        Assert.AreEqual("toyguard-0a1b2c3d", identity.HostLabel);
        Assert.AreEqual("0123456789abcdef", Convert.ToHexStringLower(identity.DeviceId));
        Assert.IsNotNull(identity.PrintedCode);
        StringAssert.Contains(said, "Paired phones stay paired. The old card opens nothing any more");
    }

    [TestMethod]
    public void FromCard_TypedOff_IsTheSameIdentity()
    {
        FactoryIdentity old = Identities.New(hasDisplay: false);
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        string code = CodeTexts.Grouped(Core.Crypto.Base32.Write(old.PrintedCode!));

        (int exitCode, string said) = run.Run(
            With(folder, new() { ["FromCard"] = true, ["OldName"] = old.HostLabel, ["OldId"] = Convert.ToHexString(old.DeviceId) }),
            typed: $"{old.ApName}\n{CodeTexts.Grouped(old.ApKey)}\n{code}\n");

        Assert.AreEqual(0, exitCode, said);
        CollectionAssert.AreEqual(IdentityBytes.Of(old), IdentityBytes.Of(Given(run).Identity!));
    }

    [TestMethod]
    [DataRow("ToyGuard 0a1b\nshort\n0000 0000 0000 0000 0\n")]
    [DataRow("ToyGuard 0a1b\nlong-enough-key\n0000 0000 0000 0000 1\n")]
    [DataRow("\n\n\n")]
    public void FromCard_Mistyped_WritesNothing(string typed)
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        string[] before = Lying();

        (int exitCode, string said) = run.Run(With(folder, new() { ["FromCard"] = true, ["OldName"] = "toyguard-0a1b2c3d", ["OldId"] = "0123456789abcdef" }), typed: typed);

        Assert.AreEqual(2, exitCode, said);
        Assert.AreEqual(0, run.Made.Count);
        NothingStays(run, before, folder, "toy.bin");
    }

    [TestMethod]
    [DataRow("NewLabel")]
    [DataRow("FromCard")]
    [DataRow("OldName")]
    [DataRow("NewLabel FromCard OldName OldId")]
    public void Flash_HalfAWish_IsWrongUse(string names)
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        Dictionary<string, object> extra = names.Split(' ').ToDictionary(n => n, n => n switch { "OldName" => "toyguard-0a1b2c3d", "OldId" => "0123456789abcdef", _ => (object)true });

        (int exitCode, _) = run.Run(With(folder, extra));

        Assert.AreEqual(2, exitCode);
        Assert.AreEqual(0, run.Made.Count);
    }

    [TestMethod]
    public void WhatIf_DrawsNothing()
    {
        ScriptRun run = ScriptTests.Healthy();
        using TestFolder folder = new();
        string[] before = Lying();

        (int exitCode, string said) = run.Run(With(folder, new() { ["WhatIf"] = true, ["Card"] = Path.Combine(folder.Path, "card.svg") }));

        Assert.AreEqual(0, exitCode, said);
        Assert.IsFalse(said.Contains('█', StringComparison.Ordinal));
        NothingStays(run, before, folder, "toy.bin");
    }

    private static FactoryData Given(ScriptRun run)
    {
        byte[] image = run.Contents.Single();
        AppImage? read = AppImage.Read(image, out string fault);
        Assert.IsNotNull(read, fault);
        FactoryData data = FactoryData.Read(new ImageBoxes(image, read));
        Assert.IsNotNull(data.Identity);
        return data;
    }

    // Neither under the name that the flasher saw, nor under any other in the places for such files, nor beside the program.
    private static void NothingStays(ScriptRun run, string[] before, TestFolder folder, string beside)
    {
        Assert.IsFalse(run.Images.Any(File.Exists));
        CollectionAssert.AreEqual(before, Lying());
        Assert.AreEqual(beside, string.Join(' ', Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    private static string[] Lying()
    {
        return [.. s_places.Where(Directory.Exists).SelectMany(p => Directory.GetFiles(p, "toyguard-*.bin")).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, object> With(TestFolder folder, Dictionary<string, object> extra)
    {
        return ScriptTests.Toy(folder).Concat(extra).ToDictionary(p => p.Key, p => p.Value);
    }
}
