using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>The members "built" and "heap" of firmware/budgets.json: what only a true build, and a run on the device's interpreter, can measure.</summary>
/// <remarks>
/// Neither is to be had in CI. So each assembly's size stands beside the IL that it had then, which is measured anywhere: once that has moved on,
/// the figures are old, and a test says so.
/// </remarks>
public static class BuiltFigures
{
    /// <summary>What a program's own assemblies may fill of the deployment region, in bytes: less than half of the smallest (decision 0014).</summary>
    public const int ImageMax = 768 * 1024;

    private const string Again = "; measure again: dotnet run --project tests/Tidy/NanoCheck -- built FOLDER LINES (tests/Device/README.md)";

    // Bytes in use of the managed heap, with 32 endpoints a toy: a hub has PSRAM, and 32 toys (decision 0015).
    private static readonly (string What, int Budget)[] s_heap =
    [
        ("toy idle", 104 * 1024),
        ("toy peak", 120 * 1024),
        ("hub idle", 768 * 1024),
        ("hub peak", 896 * 1024),
    ];

    private static readonly JsonSerializerOptions s_form = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes both members.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="built">A folder of .pe files of a release build, however deep.</param>
    /// <param name="lines">What tests/Device/Heap printed.</param>
    /// <param name="sizes">The sizes now.</param>
    public static void Write(string root, string built, IEnumerable<string> lines, SortedDictionary<string, AssemblySizes> sizes)
    {
        string path = PathIn(root);
        JsonObject all = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        JsonObject assemblies = new();

        foreach ((string name, AssemblySizes size) in sizes)
        {
            string file = Directory.GetFiles(built, name + ".pe", SearchOption.AllDirectories).SingleOrDefault()
                ?? throw new FormatException(built + " does not have one " + name + ".pe.");
            assemblies[name] = new JsonObject { ["pe"] = (int)new FileInfo(file).Length, ["il"] = size.Il };
        }

        JsonObject images = new();

        foreach (string program in Programs(root))
        {
            images[program] = Pair(ImageMax, Sum(root, program, assemblies));
        }

        all["built"] = new JsonObject { ["images"] = images, ["assemblies"] = assemblies };
        JsonObject heap = new();

        foreach ((string what, int budget) in s_heap)
        {
            heap[what] = Pair(budget, Said(lines, what));
        }

        all["heap"] = heap;
        File.WriteAllText(path, all.ToJsonString(s_form) + "\n");
    }

    /// <summary>What is wrong with what is written: missing, over its budget, a sum that is none, or measured before the code became another.</summary>
    public static List<string> Check(string root, SortedDictionary<string, AssemblySizes> sizes)
    {
        List<string> faults = new();
        JsonNode all = JsonNode.Parse(File.ReadAllText(PathIn(root)))!;
        JsonObject? assemblies = all["built"]?["assemblies"]?.AsObject();

        if (assemblies is null || all["heap"] is null)
        {
            faults.Add("budgets.json has no figures of a true build" + Again);
            return faults;
        }

        foreach ((string name, AssemblySizes size) in sizes)
        {
            int before = (int?)assemblies[name]?["il"] ?? -1;

            // Small numbers move by more than a tenth with every line.
            if (before < 0 || Math.Abs(size.Il - before) > Math.Max(before / 10, 512))
            {
                faults.Add(name + " has " + size.Il + " bytes of IL, and had " + before + " when its true size was measured" + Again);
            }
        }

        foreach (string program in Programs(root))
        {
            int written = (int?)all["built"]!["images"]?[program]?["measured"] ?? -1;

            if (faults.Count == 0 && written != Sum(root, program, assemblies))
            {
                faults.Add(program + "'s image is written as " + written + " bytes, and its assemblies have " + Sum(root, program, assemblies) + ".");
            }

            Hold(all["built"]!["images"]?[program], program + "'s image", ImageMax, faults);
        }

        foreach ((string what, int budget) in s_heap)
        {
            Hold(all["heap"]![what], "the heap of a " + what, budget, faults);
        }

        return faults;
    }

    private static void Hold(JsonNode? pair, string what, int budget, List<string> faults)
    {
        int measured = (int?)pair?["measured"] ?? int.MaxValue;

        if (measured > budget || (int?)pair?["budget"] != budget)
        {
            faults.Add(what + " is " + measured + " bytes, and " + budget + " is the budget.");
        }
    }

    private static IEnumerable<string> Programs(string root)
    {
        return Directory.GetFiles(Path.Combine(root, "firmware"), "*.nfproj", SearchOption.AllDirectories)
            .Select(NanoProject.Read).Where(p => p.IsProgram).Select(p => p.AssemblyName).Order(StringComparer.Ordinal);
    }

    // Each file of an image begins at a multiple of four bytes.
    private static int Sum(string root, string program, JsonObject assemblies)
    {
        NanoProject project = Directory.GetFiles(Path.Combine(root, "firmware"), program + ".nfproj", SearchOption.AllDirectories).Select(NanoProject.Read).Single();
        HashSet<string> all = new(StringComparer.Ordinal);
        Gather(project, all);
        return all.Sum(name => (((int?)assemblies[name]?["pe"] ?? 0) + 3) & ~3);
    }

    private static void Gather(NanoProject project, HashSet<string> all)
    {
        if (all.Add(project.AssemblyName))
        {
            project.ProjectReferences.ForEach(path => Gather(NanoProject.Read(path), all));
        }
    }

    private static int Said(IEnumerable<string> lines, string what)
    {
        string start = "heap " + what + " ";
        string line = lines.SingleOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) ?? throw new FormatException("No line says \"" + start + "\".");
        return int.Parse(line[start.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static JsonObject Pair(int budget, int measured)
    {
        return new JsonObject { ["budget"] = budget, ["measured"] = measured };
    }

    private static string PathIn(string root)
    {
        return Path.Combine(root, "firmware", "budgets.json");
    }
}
