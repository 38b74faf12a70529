using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Device.Bench.Report;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Device.Bench.Tests;

/// <summary>Goal: what is measured goes into the blanks of every board's checklist, and nowhere else. Method: the checklists themselves.</summary>
[TestClass]
public class BenchSheetTests
{
    [TestMethod]
    public void Fill_EveryBoardsChecklist_HasABlankForEachMeasure()
    {
        string[] sheets = Directory.GetFiles(Path.Combine(Repository.Root, "hardware"), "bench.md", SearchOption.AllDirectories);
        Assert.IsNotEmpty(sheets);

        foreach (string file in sheets)
        {
            string sheet = File.ReadAllText(file);

            foreach (Measured measured in BenchSheet.All)
            {
                string filled = BenchSheet.Fill(sheet, new Dictionary<Measured, string> { [measured] = measured.Of(TimeSpan.FromMilliseconds(1234)) });
                string[] moved = [.. filled.Split('\n').Except(sheet.Split('\n'))];
                Assert.HasCount(1, moved, $"{measured.What} in {file}");
                StringAssert.EndsWith(moved[0], measured.Unit == "s" ? " 1.2 s |" : " 1234 ms |");
                Assert.AreEqual(filled, BenchSheet.Fill(filled, new Dictionary<Measured, string> { [measured] = "7" }), "what is filled in stays");
            }
        }
    }
}
