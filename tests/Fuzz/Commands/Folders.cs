using System;
using System.IO;

namespace ToyGuard.Fuzz.Commands;

/// <summary>Where things stand in the repository that this program was built from.</summary>
internal static class Folders
{
    /// <summary>Seeds and what was kept of runs; never committed.</summary>
    public static string Corpus()
    {
        return Path.Combine(Root(), ".artifacts", "corpus");
    }

    /// <summary>The tables of long runs.</summary>
    public static string Results()
    {
        return Path.Combine(Root(), "tests", "Fuzz", "results.md");
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(Path.GetDirectoryName(typeof(Folders).Assembly.Location)!);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ToyGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
