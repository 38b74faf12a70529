using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Maker.Scan;

/// <summary>Files that need no scan because it is known what they are: ToyGuard's own beside this program, the platform that runs it, and folders that the maker vouches for.</summary>
/// <remarks>A name alone says nothing and a strong name little (nanoFramework's keys lie in the open), so only equal bytes count.</remarks>
internal sealed class KnownFiles
{
    private readonly ILookup<string, string> _paths;

    /// <param name="vouched">Folders of --known, with all below them.</param>
    public KnownFiles(IEnumerable<string> vouched)
    {
        IEnumerable<string> own = Directory.GetFiles(AppContext.BaseDirectory, "ToyGuard.*.dll");
        _paths = own.Concat(PlatformList.DesktopFiles()).Concat(vouched.SelectMany(Below))
            .ToLookup(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True when a known file of that name has exactly these bytes.</summary>
    public bool IsKnown(string file, byte[] bytes)
    {
        return _paths[file].Any(path => new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes));
    }

    private static string[] Below(string folder)
    {
        try
        {
            EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
            return Directory.GetFiles(folder, "*.dll", options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"--known: {Texts.Shown(folder)} cannot be read: {Texts.Shown(e.Message)}");
        }
    }
}
