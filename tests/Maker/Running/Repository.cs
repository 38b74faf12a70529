using System;
using System.IO;

namespace ToyGuard.Maker.Tests.Running;

/// <summary>The files that these tests read.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder with the solution, above wherever the tests were built to.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ToyGuard.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("ToyGuard.sln");
    }
}
