using System;
using System.IO;
using System.Linq;

using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Toys;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Maker.Manifests;

/// <summary>One manifest file, read as every toy and hub reads it.</summary>
/// <param name="Name">The file as it was named, fit to be shown.</param>
/// <param name="RootFaults">What is wrong with the trust anchors beside it, a line each.</param>
/// <param name="Reading">What became of it.</param>
internal sealed record ManifestFile(string Name, ManifestReading Reading, string[] RootFaults)
{
    /// <summary>Reads it. Throws <see cref="WrongUseException"/> for a file that cannot be read at all.</summary>
    public static ManifestFile Read(string path)
    {
        string name = Texts.Shown(path);

        try
        {
            using FileStream stream = File.OpenRead(path);

            // One byte more than a manifest may have is enough for the reader to say so.
            byte[] json = new byte[ManifestReader.LengthMax + 1];
            int length = stream.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
            ManifestReading reading = ManifestReader.Read(json, length);
            return new ManifestFile(name, reading, reading.Manifest is null ? [] : [.. RootFiles.Check(reading.Manifest, path)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new WrongUseException($"manifest {name} cannot be read: {Texts.Shown(e.Message)}");
        }
    }

    /// <summary>Writes what is wrong with it, or that nothing is. True when it can be used.</summary>
    public bool WriteCheck(TextWriter output)
    {
        string[] lines = [.. ComplaintLines.Of(Name, Reading), .. RootFaults.Select(fault => $"{Name}: {fault}")];

        foreach (string line in lines)
        {
            output.WriteLine(line);
        }

        output.WriteLine(lines.Length switch
        {
            0 => $"{Name}: it can be used",
            1 => $"{Name}: it cannot be used: 1 complaint",
            _ => $"{Name}: it cannot be used: {lines.Length} complaints",
        });
        return lines.Length == 0;
    }
}
