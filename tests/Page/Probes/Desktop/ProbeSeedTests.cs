using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

using ToyGuard.Page.Probes;

namespace ToyGuard.Page.Tests.Probes;

/// <summary>Goal: the table in code is the dated one of seeds/probes.json. Method: both read and compared, line by line.</summary>
[TestClass]
public class ProbeSeedTests
{
    [TestMethod]
    public void Table_IsTheSeed()
    {
        using JsonDocument seed = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "seeds/probes.json")));
        List<string> seeds = seed.RootElement.GetProperty("probes").EnumerateArray().Select(p =>
            p.GetProperty("host").GetString() + p.GetProperty("path").GetString() + " " + p.GetProperty("answer").GetString()).ToList();
        List<string> table = Enumerable.Range(0, ProbeTable.Count).Select(i =>
            ProbeTable.HostAt(i) + ProbeTable.PathAt(i) + " " + (ProbeTable.AnswerAt(i) == ProbeAnswer.Success ? "success" : "redirect")).ToList();

        CollectionAssert.AreEqual(seeds, table);
        Assert.IsTrue(DateTime.TryParse(seed.RootElement.GetProperty("checked").GetString(), out _));
        Assert.IsTrue(seed.RootElement.GetProperty("probes").EnumerateArray().All(p => p.GetProperty("source").GetString()!.StartsWith("http", StringComparison.Ordinal)));
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
