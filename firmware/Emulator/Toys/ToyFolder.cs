using System;
using System.Collections.Generic;
using System.IO;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Emulator.Toys;

/// <summary>A folder of manifests: each <c>NAME.json</c> in it is one toy called NAME, in the order of their file names; an empty <c>NAME.toy</c> is one without a manifest, to be introduced.</summary>
internal static class ToyFolder
{
    private const string Unknown = ".toy";

    /// <summary>The two sample toys that lie beside the program.</summary>
    public static string Samples
    {
        get { return Path.Combine(AppContext.BaseDirectory, "Samples"); }
    }

    /// <summary>Reads every manifest. One that cannot be read stops everything: a toy that silently vanished would be hard to find.</summary>
    /// <param name="folder">Null for the sample toys.</param>
    public static IReadOnlyList<DeclaredToy> Read(string? folder)
    {
        string[] files = Files(folder ?? Samples);
        List<DeclaredToy> toys = [];

        foreach (string file in files)
        {
            string name = NameOf(file);

            if (toys.Exists(toy => toy.Name == name))
            {
                throw new WrongUseException($"--manifests: there are two toys called '{Texts.Shown(name)}'");
            }

            toys.Add(IsUnknown(file) ? HomeManifest.Of(name, []) : new DeclaredToy(name, ReadOne(file)));
        }

        return toys;
    }

    private static string[] Files(string folder)
    {
        try
        {
            string[] files = [.. Directory.GetFiles(folder, "*.json"), .. Directory.GetFiles(folder, "*" + Unknown)];
            Array.Sort(files, StringComparer.Ordinal);

            return files.Length > 0
                ? files
                : throw new WrongUseException($"--manifests: no manifest (*.json) is in {Texts.Shown(folder)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"--manifests: {Texts.Shown(folder)} cannot be read: {Texts.Shown(e.Message)}");
        }
    }

    private static bool IsUnknown(string path)
    {
        return Path.GetExtension(path) == Unknown;
    }

    // A family's settings are kept under it, so it must be one that they can hold.
    private static string NameOf(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);

        return ToyName.IsFit(name)
            ? name
            : throw new WrongUseException(
                $"manifest {Texts.Shown(Path.GetFileName(path))} cannot be used: a toy is called by its file name without .json, "
                + $"which must have 1 to {ToyName.BytesMax} bytes and no character that nobody sees");
    }

    private static Manifest ReadOne(string path)
    {
        string file = Texts.Shown(Path.GetFileName(path));
        byte[] json;

        try
        {
            json = ReadBounded(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"manifest {file} cannot be read: {Texts.Shown(e.Message)}");
        }

        ManifestReading reading = ManifestReader.Read(json, json.Length);
        string count = reading.Complaints.Count == 1 ? "1 complaint" : $"{reading.Complaints.Count} complaints";

        return reading.Manifest ?? throw new WrongUseException($"manifest {file} cannot be used: {count}", ComplaintLines.Of(file, reading));
    }

    // One byte more than a manifest may have is enough for the reader to say so.
    private static byte[] ReadBounded(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] bytes = new byte[(int)Math.Min(stream.Length, ManifestReader.LengthMax + 1)];
        stream.ReadExactly(bytes);

        return bytes;
    }
}
