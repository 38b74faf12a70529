using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Assets.Packer;

namespace ToyGuard.Assets.Tests;

/// <summary>The page's sources, packed once for all tests.</summary>
internal static class Www
{
    public static string Folder { get; } = Repository.Path("firmware/Page/www");

    public static PageSet Set { get; } = new(Folder);

    /// <summary>Every script by its path in the folder.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } = Directory.GetFiles(Folder, "*.js", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText);
}
