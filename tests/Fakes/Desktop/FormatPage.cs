using System;
using System.IO;
using System.Linq;

namespace ToyGuard.Fakes;

/// <summary>The hex examples of the pages in firmware/docs, so that no page can say what the code does not.</summary>
public static class FormatPage
{
    /// <summary>Fails unless the page has an example in a fence "hex" with this name, and it is these bytes. Behind a semicolon stands what they mean.</summary>
    public static void AssertIs(string name, byte[] made, string page = "storage-format.md")
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root(), "firmware", "docs", page));
        int start = Array.IndexOf(lines, "```hex " + name);
        Assert.IsTrue(start >= 0, page + " has no example named " + name);
        string[] example = lines.Skip(start + 1).TakeWhile(line => line != "```").Select(line => line.Split(';')[0].Replace(" ", "", StringComparison.Ordinal)).ToArray();
        Assert.AreEqual(string.Concat(example), Convert.ToHexString(made), "example " + name);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ToyGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
