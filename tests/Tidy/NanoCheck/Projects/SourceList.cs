using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ToyGuard.NanoCheck.Projects;

/// <summary>The Compile list of a .nfproj: every source of its folder but those of Desktop folders and of other projects.</summary>
public static class SourceList
{
    private const string Start = "  <ItemGroup Label=\"Sources\">\n";
    private const string End = "  </ItemGroup>";

    /// <summary>Full paths of the sources that belong to the .nfproj at <paramref name="path"/>, sorted.</summary>
    public static List<string> Of(string path)
    {
        List<string> found = new();
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Collect(folder, found);

        // In the order of what the project file shows, which has backslashes.
        found.Sort(static (a, b) => string.CompareOrdinal(a.Replace('/', '\\'), b.Replace('/', '\\')));
        return found;
    }

    /// <summary>Rewrites the Sources item group of a .nfproj from its folder. False where nothing changed.</summary>
    public static bool Rewrite(string path)
    {
        string text = File.ReadAllText(path);
        int start = text.IndexOf(Start, StringComparison.Ordinal);
        int end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);

        if (end < 0)
        {
            throw new FormatException(path + ": there is no item group labelled Sources.");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        StringBuilder list = new();

        foreach (string source in Of(path))
        {
            string include = Path.GetRelativePath(folder, source).Replace('/', '\\');
            list.Append("    <Compile Include=\"").Append(include).Append("\" />\n");
        }

        string rewritten = text[..(start + Start.Length)] + list + text[end..];

        if (rewritten == text)
        {
            return false;
        }

        File.WriteAllText(path, rewritten);
        return true;
    }

    private static void Collect(string folder, List<string> found)
    {
        found.AddRange(Directory.GetFiles(folder, "*.cs"));

        foreach (string below in Directory.GetDirectories(folder))
        {
            string name = Path.GetFileName(below);
            bool isProject = Directory.GetFiles(below, "*.*proj").Length > 0;

            if (!isProject && name[0] != '.' && name is not ("Desktop" or "bin" or "obj"))
            {
                Collect(below, found);
            }
        }
    }
}
