using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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

    private const string Again = "; measure again: dotnet run --project tests/Tidy/NanoCheck -- built FOLDER LINES (tests/Device/Heap/README.md)";

    // Bytes in use of the managed heap, with 32 endpoints a toy: a hub has PSRAM, and 32 toys (decision 0015).
    private static readonly (string What, int Budget)[] s_heap =
    [
        ("toy idle", 104 * 1024),
        ("toy peak", 120 * 1024),
        ("hub idle", 768 * 1024),
        ("hub peak", 896 * 1024),
    ];

    /// <summary>Writes both members.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="built">A folder of .pe files of a release build, however deep.</param>
    /// <param name="lines">What tests/Device/Heap printed.</param>
    /// <param name="sizes">The sizes now.</param>
    public static void Write(string root, string built, IEnumerable<string> lines, SortedDictionary<string, AssemblySizes> sizes)
    {
        string path = PathIn(root);
        JsonObject all = BudgetsFile.Read(path);
        JsonObject assemblies = new();

        foreach ((string name, AssemblySizes size) in sizes)
        {
            string file = Directory.GetFiles(built, name + ".pe", SearchOption.AllDirectories).SingleOrDefault()
                ?? throw new FormatException(built + " does not have one " + name + ".pe.");
            assemblies[name] = new JsonObject { ["pe"] = (int)new FileInfo(file).Length, ["il"] = size.Il };
        }

        JsonObject images = new();

        foreach (NanoProject program in Programs(root))
        {
            images[program.AssemblyName] = BudgetsFile.Pair(ImageMax, Sum(program, assemblies));
        }

        all["built"] = new JsonObject { ["images"] = images, ["assemblies"] = assemblies };
        JsonObject heap = new();

        foreach ((string what, int budget) in s_heap)
        {
            heap[what] = BudgetsFile.Pair(budget, Said(lines, what));
        }

        all["heap"] = heap;
        BudgetsFile.Write(path, all);
    }

    /// <summary>What is wrong with what is written: missing, over its budget, a sum that is none, or measured before the code became another.</summary>
    public static List<string> Check(string root, SortedDictionary<string, AssemblySizes> sizes)
    {
        List<string> faults = new();
        JsonObject all = BudgetsFile.Read(PathIn(root));
        JsonObject? assemblies = all["built"]?["assemblies"]?.AsObject();

        if (assemblies is null || all["heap"] is null)
        {
            faults.Add("budgets.json has no figures of a true build" + Again);
            return faults;
        }

        foreach ((string name, AssemblySizes size) in sizes)
        {
            int before = (int?)assemblies[name]?["il"] ?? -1;

            if (before < 0 || BudgetsFile.HasMoved(before, size.Il))
            {
                faults.Add(name + " has " + size.Il + " bytes of IL, and had " + before + " when its true size was measured" + Again);
            }
        }

        foreach (NanoProject program in Programs(root))
        {
            string name = program.AssemblyName;
            JsonNode? image = all["built"]!["images"]?[name];
            int written = (int?)image?["measured"] ?? -1;
            int sum = Sum(program, assemblies);

            if (faults.Count == 0 && written != sum)
            {
                faults.Add(name + "'s image is written as " + written + " bytes, and its assemblies have " + sum + ".");
            }

            Hold(image, name + "'s image", ImageMax, faults);
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

    private static IEnumerable<NanoProject> Programs(string root)
    {
        return Directory.GetFiles(Path.Combine(root, "firmware"), "*.nfproj", SearchOption.AllDirectories)
            .Select(NanoProject.Read).Where(p => p.IsProgram).OrderBy(p => p.AssemblyName, StringComparer.Ordinal);
    }

    // Each file of an image begins at a multiple of four bytes.
    private static int Sum(NanoProject program, JsonObject assemblies)
    {
        HashSet<string> all = new(StringComparer.Ordinal);
        Gather(program, all);
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

    private static string PathIn(string root)
    {
        return Path.Combine(root, "firmware", "budgets.json");
    }
}
