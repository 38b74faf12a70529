using System;
using System.IO;
using System.Text;

namespace ToyGuard.Maker.Labels;

/// <summary>Writes what nobody else may read.</summary>
internal static class SecretFile
{
    /// <summary>Writes a new file; throws <see cref="IOException"/> when there is one already. Only its owner may read it, from its first byte on.</summary>
    public static void Write(string path, string text)
    {
        Write(path, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The same with any bytes.</summary>
    public static void Write(string path, byte[] bytes)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream file = new(path, options);
        file.Write(bytes);
    }
}
