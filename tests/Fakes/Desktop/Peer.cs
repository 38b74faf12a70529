using System;
using System.IO;

using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToyGuard.Fakes;

/// <summary>Real programs that tests talk to.</summary>
public static class Peer
{
    /// <summary>Where the program stands; null when it is not installed.</summary>
    public static string? Find(string name)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator))
        {
            string path = System.IO.Path.Combine(folder, name);

            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The same. Without it the test is inconclusive, and with CI=true it fails, so that no run of the CI leaves it out unseen.</summary>
    public static string Path(string name)
    {
        string? path = Find(name);

        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(name + " is not installed.");
        }

        if (path is null)
        {
            Assert.Inconclusive(name + " is not installed.");
        }

        return path ?? "";
    }
}
