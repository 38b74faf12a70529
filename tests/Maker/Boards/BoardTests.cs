using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using ToyGuard.Fakes;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Tests.Running;

namespace ToyGuard.Maker.Tests.Boards;

/// <summary>Goal: what hardware/ says of a board can be wired and flashed. Method: every file there against the chips' rules, and each rule against a board that breaks it.</summary>
[TestClass]
public class BoardTests
{
    private static string Hardware
    {
        get { return Path.Combine(Repository.Root, "hardware"); }
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Boards_Ours_KeepAllRules()
    {
        string[] folders = [.. Directory.GetFiles(Hardware, "pins.json", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f))).Order(StringComparer.Ordinal)!];
        CollectionAssert.AreEqual(folders, Catalogue.Boards.Select(b => b.Folder).ToArray());
        Assert.IsTrue(folders.Length >= 4);

        foreach (string folder in folders)
        {
            List<string> faults = [];
            Board? board = BoardFile.Read(File.ReadAllText(Path.Combine(Hardware, folder, "pins.json")), faults);
            Assert.IsNotNull(board, folder + ": " + string.Join("; ", faults));
            Assert.AreEqual(folder, board.Folder);
        }

        Assert.IsTrue(Catalogue.Boards.Any(b => b.CanBe("hub")) && Catalogue.Boards.Any(b => b.CanBe("toy") && !b.HasPsram));
    }

    [TestMethod]
    public void Boards_Ours_HavePictureReadmeAndChecklistThatAgree()
    {
        foreach (Board board in Catalogue.Boards)
        {
            string folder = Path.Combine(Hardware, board.Folder);
            string picture = File.ReadAllText(Path.Combine(folder, "wiring.svg"));
            string readme = File.ReadAllText(Path.Combine(folder, "README.md"));
            string bench = File.ReadAllText(Path.Combine(folder, "bench.md"));
            XNamespace svg = "http://www.w3.org/2000/svg";
            string[] texts = [.. XDocument.Parse(picture).Descendants(svg + "text").Select(t => t.Value)];
            string description = XDocument.Parse(picture).Descendants(svg + "desc").Single().Value;

            foreach (BoardPin pin in board.Pins)
            {
                StringAssert.Contains(description, $"{pin.Role} to GPIO{pin.Gpio}");
                Assert.IsTrue(texts.Any(t => t == $"GPIO{pin.Gpio}" || t == $"{pin.Role} · GPIO{pin.Gpio}"), $"{board.Folder}: GPIO{pin.Gpio} is not in the picture");
            }

            foreach (Match shown in texts.Select(t => Regex.Match(t, @"GPIO(\d+)")).Where(m => m.Success))
            {
                Assert.IsTrue(board.Pins.Any(p => "GPIO" + p.Gpio == shown.Value), $"{board.Folder}: {shown.Value} is in the picture only");
            }

            StringAssert.Contains(readme, "`" + board.Target + "`");
            StringAssert.Contains(readme, "`" + board.Partitions + "`");
            Assert.IsTrue(Regex.Count(bench, "____") >= 20, board.Folder + ": a checklist has blanks to fill");
        }
    }

    [TestMethod]
    [Req("PAIR-03")]
    [DataRow("\"gpio\": 33", "\"gpio\": 32", "GPIO32 has 2 roles")]
    [DataRow("\"gpio\": 33", "\"gpio\": 0", "strapping pin")]
    [DataRow("\"gpio\": 33", "\"gpio\": 34", "no pull-up of its own")]
    [DataRow("\"gpio\": 25", "\"gpio\": 35", "it can only read")]
    [DataRow("\"gpio\": 25", "\"gpio\": 7", "the flash hangs there")]
    [DataRow("\"gpio\": 25", "\"gpio\": 1", "the cable to the computer")]
    [DataRow("\"gpio\": 25", "\"gpio\": 24", "has no such pin")]
    [DataRow("\"gpio\": 25", "\"gpio\": -1", "no whole number")]
    [DataRow("\"gpio\": 25", "\"gpio\": 2.5", "no whole number")]
    [DataRow("\"gpio\": 25", "\"gpio\": \"25\"", "is String, not Number")]
    [DataRow("\"psram\": \"none\"", "\"psram\": \"some\"", "is not none, quad or octal")]
    [DataRow("[\"toy\"]", "[\"toy\", \"hub\"]", "a hub needs PSRAM")]
    [DataRow("[\"toy\"]", "[\"toy\", \"toy\"]", "each once")]
    [DataRow("[\"toy\"]", "[]", "roles are toy, hub or both")]
    [DataRow("\"role\": \"talk-button\"", "\"role\": \"setup-button\"", "stands there 2 times")]
    [DataRow("\"role\": \"setup-button\"", "\"role\": \"button\"", "no setup-button")]
    [DataRow("\"role\": \"setup-button\"", "\"role\": \"button\"", "nobody knows this role")]
    [DataRow("\"role\": \"light\"", "\"role\": \"lamp\"", "no light")]
    [DataRow("\"role\": \"sensor-power\"", "\"role\": \"ears\"", "SENS-01")]
    [DataRow("\"role\": \"display-clock\"", "\"role\": \"clock\"", "come together")]
    [DataRow("\"chip\": \"esp32\"", "\"chip\": \"esp99\"", "is known to nobody")]
    [DataRow("\"target\"", "\"Target\"", "target is missing")]
    [DataRow("\"target\"", "\"Target\"", "Target is known to nobody")]
    [DataRow("\"board\"", "\"target\"", "stands there twice")]
    [DataRow("\"module\": \"ESP32", "\"module\": null, \"x\": \"", "module is Null, not String")]
    [DataRow("\"roles\"", "roles", "no JSON")]
    public void Board_BrokenRule_IsSaid(string what, string instead, string part)
    {
        string good = File.ReadAllText(Path.Combine(Hardware, "esp32-devkitc", "pins.json"));
        StringAssert.Contains(good, what);
        List<string> faults = [];

        Board? board = BoardFile.Read(good.Replace(what, instead, StringComparison.Ordinal), faults);

        Assert.IsNull(board);
        StringAssert.Contains(string.Join("\n", faults), part);
    }

    [TestMethod]
    [DataRow("esp32-wrover", "\"gpio\": 25", "\"gpio\": 16", "the PSRAM hangs there")]
    [DataRow("esp32-s3-devkitc", "\"gpio\": 6,", "\"gpio\": 35,", "the PSRAM hangs there")]
    [DataRow("esp32-s3-devkitc", "\"gpio\": 6,", "\"gpio\": 19,", "the cable to the computer")]
    [DataRow("esp32-s3-devkitc", "\"gpio\": 6,", "\"gpio\": 45,", "strapping pin")]
    [DataRow("m5stack-core2", "\"gpio\": 5, \"soldered\": true", "\"gpio\": 5", "strapping pin")]
    [DataRow("m5stack-core2", "\"gpio\": 5, \"soldered\": true", "\"gpio\": 7, \"soldered\": true", "the flash hangs there")]
    [DataRow("m5stack-core2", "\"soldered\": true", "\"soldered\": 1", "neither true nor false")]
    public void Board_BrokenRuleOfItsChip_IsSaid(string folder, string what, string instead, string part)
    {
        string good = File.ReadAllText(Path.Combine(Hardware, folder, "pins.json"));
        StringAssert.Contains(good, what);
        List<string> faults = [];

        Assert.IsNull(BoardFile.Read(good.Replace(what, instead, StringComparison.Ordinal), faults));
        StringAssert.Contains(string.Join("\n", faults), part);
    }

    [TestMethod]
    public void Board_EveryPrefix_IsRefusedWithWords()
    {
        string good = File.ReadAllText(Path.Combine(Hardware, "esp32-devkitc", "pins.json")).TrimEnd();

        for (int length = 0; length < good.Length; length++)
        {
            List<string> faults = [];
            Assert.IsNull(BoardFile.Read(good[..length], faults), good[..length]);
            Assert.AreNotEqual(0, faults.Count);
        }
    }

    [TestMethod]
    public void Firmware_Table_NamesWhatBoardsAndPackagesNeed()
    {
        List<string> faults = [];
        FirmwareTable? table = FirmwareTable.Read(File.ReadAllText(Path.Combine(Hardware, "firmware.json")), faults);
        Assert.IsNotNull(table, string.Join("; ", faults));

        foreach (Board board in Catalogue.Boards)
        {
            FirmwareTarget target = table.Targets.Single(t => t.Name == board.Target);
            Partitions partitions = table.Tables.Single(t => t.Name == board.Partitions);
            Assert.AreEqual(board.Chip, target.Chip, board.Folder);
            Assert.AreEqual(board.HasPsram, target.HasPsram, board.Folder);
            Assert.AreEqual(board.Chip, partitions.Chip, board.Folder);
            Assert.AreEqual(board.FlashMegabytes, partitions.Megabytes, board.Folder);
        }

        // Every package of every device project, in the version that the table's checksums belong to, and none that nobody uses.
        HashSet<string> used = [];

        foreach (string path in Directory.GetFiles(Path.Combine(Repository.Root, "firmware"), "packages.config", SearchOption.AllDirectories))
        {
            foreach (XElement package in XDocument.Load(path).Root!.Elements("package"))
            {
                string id = package.Attribute("id")!.Value;
                NativeAssembly? native = table.Natives.SingleOrDefault(n => n.Package == id);
                Assert.IsNotNull(native, path + ": hardware/firmware.json does not know " + id);
                Assert.AreEqual(native.PackageVersion, package.Attribute("version")!.Value, path + ": " + id);
                used.Add(id);
            }
        }

        CollectionAssert.AreEquivalent(used.ToArray(), table.Natives.Select(n => n.Package).ToArray());
    }

    [TestMethod]
    [DataRow("\"0x1549C856\"", "\"1549C856\"", "come together")]
    [DataRow("\"0x1549C856\"", "\"0x1549c856\"", "come together")]
    [DataRow("\"0x1549C856\"", "\"0x00000000\"", "come together")]
    [DataRow("\"0x1549C856\"", "null", "come together")]
    [DataRow("\"version\": null, \"chip\": \"esp32\", \"psram\": false", "\"version\": \"1.16.0.5\", \"chip\": \"esp32\", \"psram\": false", "is not of line")]
    [DataRow("\"deploy\": 1835008", "\"deploy\": 8835008", "are larger than 4 MB")]
    [DataRow("\"line\": \"1.17.0\"", "\"line\": \"1.17\"", "is not three numbers")]
    [DataRow("\"why\": \"The fourth", "\"because\": \"The fourth", "why is missing")]
    public void Firmware_BrokenTable_IsSaid(string what, string instead, string part)
    {
        string good = File.ReadAllText(Path.Combine(Hardware, "firmware.json"));
        StringAssert.Contains(good, what);
        List<string> faults = [];

        Assert.IsNull(FirmwareTable.Read(good.Replace(what, instead, StringComparison.Ordinal), faults));
        StringAssert.Contains(string.Join("\n", faults), part);
    }

    [TestMethod]
    [DataRow("Hub")]
    [DataRow("Toy")]
    public void Partitions_ProgramAndPlatform_FitEveryBoard(string program)
    {
        // A quarter more than IL, strings and literals, for an assembly's other tables: 16 in 100 over all of ours in a true build of 2026-11-22.
        using JsonDocument budgets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "firmware/budgets.json")));
        JsonElement assemblies = budgets.RootElement.GetProperty("assemblies");
        int bytes = 0;

        foreach (string name in Closure($"firmware/{program}/ToyGuard.{program}.nfproj"))
        {
            foreach (JsonProperty table in assemblies.GetProperty(name).EnumerateObject())
            {
                bytes += table.Value.GetProperty("measured").GetInt32();
            }
        }

        Assert.IsTrue(bytes > 200_000, "the closure holds next to nothing");

        foreach (Board board in Catalogue.Boards.Where(b => b.CanBe(program.ToLowerInvariant())))
        {
            int deploy = Catalogue.Firmware.Tables.Single(t => t.Name == board.Partitions).Deploy;
            int needed = (bytes * 5 / 4) + Catalogue.Firmware.PlatformBytes;
            Assert.IsTrue(needed <= deploy, $"{program} needs about {needed} bytes on {board.Folder}, which has {deploy}");
        }
    }

    private static Dictionary<string, string>.KeyCollection Closure(string project)
    {
        Dictionary<string, string> found = [];
        Queue<string> left = new([Path.Combine(Repository.Root, project)]);

        while (left.TryDequeue(out string? path))
        {
            if (found.TryAdd(Path.GetFileNameWithoutExtension(path), path))
            {
                foreach (XElement reference in XDocument.Load(path).Descendants().Where(e => e.Name.LocalName == "ProjectReference"))
                {
                    left.Enqueue(Path.GetFullPath(reference.Attribute("Include")!.Value.Replace('\\', '/'), Path.GetDirectoryName(path)!));
                }
            }
        }

        return found.Keys;
    }
}
