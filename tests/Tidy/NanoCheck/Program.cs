using System;
using System.Collections.Generic;
using System.IO;

using ToyGuard.NanoCheck;
using ToyGuard.NanoCheck.Api;
using ToyGuard.NanoCheck.Gates;
using ToyGuard.NanoCheck.Projects;

string listings = Path.Combine(AppContext.BaseDirectory, "NanoApi");

try
{
    switch (args)
    {
        case ["check", .. string[] projects] when projects.Length > 0:
            return Say(Check(projects));

        case ["build", string root, string cache, string project]:
            return SayToBuild(new BuildStep(root, cache, listings).Run(project));

        case ["list", .. string[] projects] when projects.Length > 0:
            foreach (string project in projects)
            {
                Console.WriteLine(project + (SourceList.Rewrite(project) ? ": rewritten" : ": as it was"));
            }

            return 0;

        case ["sizes"]:
            WriteSizes();
            return 0;

        case ["built", string built, string lines]:
            BuiltFigures.Write(Root(), built, File.ReadAllLines(lines), Budgets.Measure(Root(), new NanoCompiler(new ReferenceAssemblies(listings))));
            return 0;

        case ["cut", string folder, string source]:
            Console.WriteLine(ListingCutter.Cut(folder, source) + " listings cut.");
            return 0;

        default:
            Console.WriteLine("check X.nfproj…          both gates; exit code 1 where something was found");
            Console.WriteLine("build ROOT CACHE X.nfproj the same, with answers kept: what a build calls");
            Console.WriteLine("list X.nfproj…           rewrites the Compile list from the folder");
            Console.WriteLine("sizes                    writes firmware/budgets.json and prints it");
            Console.WriteLine("built FOLDER LINES       writes into it what a true build's .pe files weigh, and what tests/Device/Heap said");
            Console.WriteLine("cut FOLDER LISTINGS      rewrites the listings in FOLDER from full ones, type by type");
            return 2;
    }
}
catch (Exception fault) when (fault is FormatException or IOException or System.Xml.XmlException)
{
    Console.WriteLine("NanoCheck: error TG0000: " + fault.Message);
    return 1;
}

List<Finding> Check(string[] projects)
{
    NanoGate gate = new(new NanoCompiler(new ReferenceAssemblies(listings)));
    List<Finding> findings = new();

    foreach (string project in projects)
    {
        findings.AddRange(gate.Check(project));
    }

    return findings;
}

void WriteSizes()
{
    string root = Root();
    SortedDictionary<string, AssemblySizes> sizes = Budgets.Measure(root, new NanoCompiler(new ReferenceAssemblies(listings)));
    Budgets.Write(Path.Combine(root, "firmware", "budgets.json"), sizes);
    Console.WriteLine("assembly             IL     strings  literals   (bytes; budget " + Budgets.Max.Il + ", " + Budgets.Max.Strings + ", " + Budgets.Max.Literals + ")");

    foreach ((string name, AssemblySizes measured) in sizes)
    {
        Console.WriteLine($"{name,-18}{measured.Il,7}{measured.Strings,9}{measured.Literals,9}");
    }
}

static string Root()
{
    string root = Directory.GetCurrentDirectory();

    while (!File.Exists(Path.Combine(root, "ToyGuard.sln")))
    {
        root = Path.GetDirectoryName(root) ?? throw new FormatException("ToyGuard.sln is not in this folder or above it.");
    }

    return root;
}

static int Say(IReadOnlyList<Finding> findings)
{
    foreach (Finding finding in findings)
    {
        Console.WriteLine(finding);
    }

    return findings.Count == 0 ? 0 : 1;
}

// MSBuild has no task that fails and keeps quiet: the last finding is for the task that ends the build, in three parts.
static int SayToBuild(IReadOnlyList<Finding> findings)
{
    for (int i = 0; i < findings.Count; i++)
    {
        Finding finding = findings[i];
        Console.WriteLine(i < findings.Count - 1 ? finding : "last|" + finding.Place + "|" + finding.Id + "|" + finding.Message.Replace('|', '/'));
    }

    return findings.Count == 0 ? 0 : 1;
}
