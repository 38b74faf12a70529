using System;
using System.IO;

namespace ToyGuard.Assets.Packer;

/// <summary>Finds the tree that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder named from the top.</summary>
    public static string Path(string name)
    {
        string? folder = AppContext.BaseDirectory;

        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "ToyGuard.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return System.IO.Path.Combine(folder ?? ".", name);
    }
}
