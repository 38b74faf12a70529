using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace ToyGuard.Fuzz.Commands;

/// <summary>One target's folder of seeds: recorded ones, which stay, and those that the last run kept.</summary>
internal sealed class SeedFolder
{
    private const string Kept = "kept-";

    private readonly string _folder;

    public SeedFolder(string corpus, string target)
    {
        _folder = Path.Combine(corpus, target);
    }

    /// <summary>All of them, in an order that does not hang on the file system.</summary>
    public IEnumerable<byte[]> Read()
    {
        return Directory.Exists(_folder) ? Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList() : Enumerable.Empty<byte[]>();
    }

    /// <summary>Puts what a run kept in place of what the one before it kept.</summary>
    public void Keep(IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(_folder);

        foreach (string before in Directory.GetFiles(_folder, Kept + "*"))
        {
            File.Delete(before);
        }

        foreach (byte[] input in inputs)
        {
            File.WriteAllBytes(Path.Combine(_folder, Kept + Convert.ToHexStringLower(SHA256.HashData(input))[..16]), input);
        }
    }

    /// <summary>Adds a recording.</summary>
    public void Record(string name, byte[] input)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(Path.Combine(_folder, "recorded-" + name), input);
    }
}
