using System;
using System.IO;

namespace ToyGuard.Browser.Tests;

/// <summary>The tree that these tests were built from.</summary>
internal static class Tree
{
    public static string Root { get; } = Find();

    /// <summary>True when pictures of firmware/docs are to be drawn anew.</summary>
    public static bool IsDrawing => Environment.GetEnvironmentVariable("TOYGUARD_DRAW") == "1";

    private static string Find()
    {
        string folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
