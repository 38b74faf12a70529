using System;
using System.IO;

using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToyGuard.Fakes;

/// <summary>Real programs that tests talk to.</summary>
public static class Peer
{
    /// <summary>Where the program stands. Without it the test is inconclusive, and with CI=true it fails, so that no run of the CI leaves it out unseen.</summary>
    public static string Path(string name)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator))
        {
            string path = System.IO.Path.Combine(folder, name);

            if (File.Exists(path))
            {
                return path;
            }
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(name + " is not installed.");
        }

        Assert.Inconclusive(name + " is not installed.");

        return "";
    }
}
