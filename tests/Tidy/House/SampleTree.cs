using System;
using System.IO;

namespace ToyGuard.Tidy.House;

/// <summary>A small tree of files for as long as one test looks at it.</summary>
public sealed class SampleTree : IDisposable
{
    /// <summary>Writes files, each as its path and its text.</summary>
    public SampleTree(params (string Path, string Text)[] files)
    {
        string root = Path.Combine(Repository.Here.Root, ".artifacts", "tidy", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(root);

        foreach ((string path, string text) in files)
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        Tree = new Repository(root);
    }

    /// <summary>The tree.</summary>
    public Repository Tree { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Tree.Root, recursive: true);
    }
}
