using System;
using System.Collections.Generic;
using System.IO;

namespace ToyGuard.Tidy.House;

/// <summary>A tree of files that the rules look at: the repository itself, or a sample of what a rule must refuse.</summary>
public sealed class Repository
{
    private static readonly HashSet<string> s_skipped = new() { "bin", "obj", "TestResults" };

    private List<string>? _files;

    /// <summary>The tree below <paramref name="root"/>.</summary>
    public Repository(string root)
    {
        Root = Path.GetFullPath(root);
    }

    /// <summary>The repository that these tests were built from.</summary>
    public static Repository Here { get; } = new(FindRoot());

    /// <summary>The full path of the top folder.</summary>
    public string Root { get; }

    /// <summary>Every file by its path from the root, with slashes, sorted. What a build makes, git's own files and the samples are left out.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            if (_files is null)
            {
                _files = new List<string>();
                Collect(Root, "");
                _files.Sort(StringComparer.Ordinal);
            }

            return _files;
        }
    }

    /// <summary>The files whose path ends so.</summary>
    public IEnumerable<string> EndingIn(string end)
    {
        foreach (string file in Files)
        {
            if (file.EndsWith(end, StringComparison.Ordinal))
            {
                yield return file;
            }
        }
    }

    /// <summary>The full path of a file of the tree.</summary>
    public string Full(string file)
    {
        return Path.Combine(Root, file);
    }

    /// <summary>The text of a file of the tree.</summary>
    public string Read(string file)
    {
        return File.ReadAllText(Full(file));
    }

    private void Collect(string folder, string prefix)
    {
        foreach (string file in Directory.GetFiles(folder))
        {
            string name = Path.GetFileName(file);

            // In a linked work tree .git is a file.
            if (name != ".git" && !name.EndsWith(".user", StringComparison.Ordinal))
            {
                _files!.Add(prefix + name);
            }
        }

        foreach (string below in Directory.GetDirectories(folder))
        {
            string name = Path.GetFileName(below);
            bool isHidden = name[0] == '.' && name is not ".ci" and not ".config" and not ".github";

            if (!isHidden && !s_skipped.Contains(name) && prefix + name != "tests/Tidy/Samples")
            {
                Collect(below, prefix + name + "/");
            }
        }
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;

        while (folder is not null && !File.Exists(Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("ToyGuard.sln is nowhere above " + AppContext.BaseDirectory);
    }
}
