using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Sources;

/// <summary>What stands where: the top level, a README in each folder, and texts that every system reads alike.</summary>
public static class TreeRules
{
    private static readonly HashSet<string> s_top = new()
    {
        "firmware", "tests", "hardware", "seeds", "ToyGuard.sln", "README.md", "flash.ps1", "global.json", "nuget.config",
    };

    private static readonly HashSet<string> s_withoutReadme = new() { "Desktop", "Nano", "Generated" };

    private static readonly HashSet<string> s_textEndings = new()
    {
        ".cs", ".md", ".txt", ".csproj", ".nfproj", ".props", ".targets", ".sln", ".json", ".config", ".editorconfig", ".gitignore", ".gitattributes",
        ".runsettings", ".ps1", ".sh", ".html", ".css", ".js", ".tsv", ".yml", ".pem",
    };

    // Cut in two, so that this file is none of those it looks for.
    private static readonly (string Word, string Why)[] s_words =
    {
        ("TO" + "DO", "finish it or file it"),
        ("FIX" + "ME", "finish it or file it"),
        ("NotImplemented" + "Exception", "finish it, or refuse"),
        ("api.nu" + "get.org", "no registry's host"),
        ("registry.npm" + "js", "no registry's host"),
        ("deb.deb" + "ian.org", "no registry's host"),
        ("/wo" + "rk/", "no path of one machine"),
        ("/tmp/" + "tg", "no path of one machine"),
        ("/ro" + "ot/", "no path of one machine"),
        ("C:\\Us" + "ers", "no path of one machine"),
    };

    /// <summary>The top level holds what design.md, section 2, names, and nothing else.</summary>
    public static IEnumerable<string> TopLevel(Repository tree)
    {
        foreach (string name in tree.Files.Select(f => f.Split('/')[0]).Distinct())
        {
            bool isBuild = name.StartsWith("Directory.", StringComparison.Ordinal) && (name.EndsWith(".props", StringComparison.Ordinal)
                || name.EndsWith(".targets", StringComparison.Ordinal));

            if (!s_top.Contains(name) && name[0] != '.' && !isBuild)
            {
                yield return name + " has no place at the top level.";
            }
        }
    }

    /// <summary>Each folder down to the second below firmware, tests, hardware and seeds says what it holds.</summary>
    public static IEnumerable<string> Readmes(Repository tree)
    {
        SortedSet<string> folders = new(StringComparer.Ordinal);

        foreach (string file in tree.Files)
        {
            string[] parts = file.Split('/');

            if (parts.Length < 2 || parts[0] is not ("firmware" or "tests" or "hardware" or "seeds"))
            {
                continue;
            }

            for (int depth = 1; depth <= 3 && depth < parts.Length; depth++)
            {
                if (s_withoutReadme.Contains(parts[depth - 1]))
                {
                    break;
                }

                folders.Add(string.Join('/', parts.Take(depth)));
            }
        }

        foreach (string folder in folders)
        {
            string readme = folder + "/README.md";

            if (!tree.Files.Contains(readme))
            {
                // A folder of tests mirrors one of firmware/, which says what both are about.
                bool isMirror = folder.StartsWith("tests/", StringComparison.Ordinal) && folder.Split('/').Length == 3
                    && tree.Files.Any(f => f.StartsWith("firmware" + folder[5..] + "/", StringComparison.Ordinal));

                if (!isMirror)
                {
                    yield return folder + " has no README.md.";
                }
            }
            else if (tree.Read(readme).Length < 80)
            {
                yield return readme + " says nothing.";
            }
        }
    }

    /// <summary>Line feeds, a last one, no blanks at the ends of lines, and none of the words that must not ship.</summary>
    public static IEnumerable<string> Texts(Repository tree)
    {
        foreach (string file in tree.Files)
        {
            string ending = Path.GetExtension(file);

            if (!s_textEndings.Contains(ending) && !(ending.Length == 0 && file.StartsWith(".ci/", StringComparison.Ordinal)))
            {
                continue;
            }

            string text = tree.Read(file);

            if (text.Contains('\r', StringComparison.Ordinal))
            {
                yield return file + " has carriage returns.";
            }

            if (text.Length > 0 && !text.EndsWith('\n'))
            {
                yield return file + " does not end in a line feed.";
            }

            string[] lines = text.Split('\n');

            for (int i = 0; i < lines.Length; i++)
            {
                if (ending is not (".sln" or ".md") && lines[i].Length > 0 && char.IsWhiteSpace(lines[i][^1]))
                {
                    yield return file + "(" + (i + 1) + ") ends in a blank.";
                }

                foreach ((string word, string why) in s_words)
                {
                    // The listings tell what the device has, whatever we think of it.
                    if (!file.StartsWith("tests/Tidy/NanoApi/", StringComparison.Ordinal) && lines[i].Contains(word, StringComparison.Ordinal))
                    {
                        yield return file + "(" + (i + 1) + ") holds " + word + ": " + why + ".";
                    }
                }
            }
        }
    }
}
