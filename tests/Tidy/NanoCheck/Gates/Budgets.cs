using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>firmware/budgets.json: what each assembly on the device may fill of the interpreter's tables, and what it fills.</summary>
/// <remarks>Only the member "assemblies" is written here; others beside it are left as they are (<see cref="BuiltFigures"/>).</remarks>
public sealed class Budgets
{
    /// <summary>What an assembly may fill, in bytes (design: 30, 40 and 56 KiB). The interpreter's own limits are 64.</summary>
    public static readonly AssemblySizes Max = new(30 * 1024, 40 * 1024, 56 * 1024);

    /// <summary>The sizes of every assembly that firmware/ makes for the device, by assembly name, from the release build.</summary>
    public static SortedDictionary<string, AssemblySizes> Measure(string root, NanoCompiler compiler)
    {
        SortedDictionary<string, AssemblySizes> sizes = new(StringComparer.Ordinal);

        foreach (string project in Directory.GetFiles(Path.Combine(root, "firmware"), "*.nfproj", SearchOption.AllDirectories))
        {
            NanoCompilation compilation = compiler.Compile(project, isDebug: false);

            if (!compilation.IsEmitted)
            {
                throw new FormatException(project + " does not compile for the device.");
            }

            using PEReader image = compilation.OpenImage();
            sizes.Add(compilation.Project.AssemblyName, AssemblySizes.Of(image));
        }

        return sizes;
    }

    /// <summary>Writes budget and measured size of each assembly into the file.</summary>
    public static void Write(string path, SortedDictionary<string, AssemblySizes> sizes)
    {
        JsonObject root = BudgetsFile.Read(path);
        JsonObject assemblies = new();

        foreach ((string name, AssemblySizes measured) in sizes)
        {
            assemblies.Add(name, new JsonObject
            {
                ["il"] = BudgetsFile.Pair(Max.Il, measured.Il),
                ["strings"] = BudgetsFile.Pair(Max.Strings, measured.Strings),
                ["literals"] = BudgetsFile.Pair(Max.Literals, measured.Literals),
            });
        }

        root["assemblies"] = assemblies;
        BudgetsFile.Write(path, root);
    }

    /// <summary>What is wrong with a file of budgets: an assembly over its budget, missing, or more than a tenth away from what is written.</summary>
    public static List<string> Check(string path, SortedDictionary<string, AssemblySizes> sizes)
    {
        List<string> faults = new();
        JsonObject? assemblies = BudgetsFile.Read(path)["assemblies"]?.AsObject();

        foreach ((string name, AssemblySizes measured) in sizes)
        {
            JsonNode? written = assemblies?[name];

            if (written is null)
            {
                faults.Add(name + " is not in " + path + "; write it with: dotnet run --project tests/Tidy/NanoCheck -- sizes");
                continue;
            }

            CheckOne(name, "il", written, measured.Il, faults);
            CheckOne(name, "strings", written, measured.Strings, faults);
            CheckOne(name, "literals", written, measured.Literals, faults);
        }

        return faults;
    }

    private static void CheckOne(string name, string what, JsonNode written, int measured, List<string> faults)
    {
        int budget = (int)written[what]!["budget"]!;
        int before = (int)written[what]!["measured"]!;

        if (measured > budget)
        {
            faults.Add(name + ": " + measured + " bytes of " + what + ", and " + budget + " is the budget; split the assembly along its folders.");
        }

        if (BudgetsFile.HasMoved(before, measured))
        {
            faults.Add(name + ": " + measured + " bytes of " + what + ", and budgets.json says " + before
                + "; look at why, then write it with: dotnet run --project tests/Tidy/NanoCheck -- sizes");
        }
    }
}
