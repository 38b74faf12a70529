using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Projects;

/// <summary>What the selection of tests/Device must hold: tests of every part that runs on the device, and nothing of its own.</summary>
public static class SelectionRules
{
    /// <summary>The one selection.</summary>
    public const string Selection = "tests/Device/ToyGuard.Device.Selection.nfproj";

    private const string Readme = "tests/Device/README.md";
    private const string TestAssembly = "NFUnitTest";

    // Their vectors and samples fill most of a string table, and each of their tests reads them.
    private static readonly HashSet<string> s_alone = new()
    {
        "tests/Core/Seal/ToyGuard.Core.Seal.Tests.nfproj",
        "tests/Guard/Manifests/ToyGuard.Guard.Manifests.Tests.nfproj",
    };

    /// <summary>Each source is a part's, each part has a class of tests in it, and the README names each part's own project.</summary>
    public static IEnumerable<string> Check(Repository tree)
    {
        HashSet<string> chosen = new(NanoProject.Read(tree.Full(Selection)).Sources);
        string readme = tree.Read(Readme);
        HashSet<string> parts = new();

        foreach (string file in tree.EndingIn(".nfproj").Where(f => f.StartsWith("tests/", StringComparison.Ordinal)))
        {
            NanoProject part = NanoProject.Read(tree.Full(file));

            if (part.IsSelection || part.AssemblyName != TestAssembly)
            {
                continue;
            }

            parts.UnionWith(part.Sources);
            bool isHere = part.Sources.Any(s => chosen.Contains(s) && File.ReadAllText(s).Contains("[TestClass]", StringComparison.Ordinal));

            if (isHere == s_alone.Contains(file))
            {
                yield return Selection + (isHere ? " holds tests of " + file + ", which stand alone." : " holds no test of " + file + ".");
            }

            if (!readme.Contains("`" + file["tests/".Length..] + "`", StringComparison.Ordinal))
            {
                yield return Readme + " does not name " + file + ".";
            }
        }

        foreach (string source in chosen.Where(s => !parts.Contains(s) && s != tree.Full("tests/Device/Usings.cs")))
        {
            yield return Selection + " lists " + source + ", which is no part's.";
        }
    }
}
