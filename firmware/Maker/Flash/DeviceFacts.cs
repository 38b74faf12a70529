using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Flash;

/// <summary>What a running nanoFramework device says of itself (--nanodevice --devicedetails). Serial numbers are read past.</summary>
/// <param name="Target">The name of its firmware.</param>
/// <param name="Version">Its firmware's version, four numbers.</param>
/// <param name="Natives">Checksums of its native assemblies, by name.</param>
internal sealed record DeviceFacts(string Target, string Version, IReadOnlyDictionary<string, uint> Natives)
{
    /// <summary>Reads them. Null unless target, version and the list of native assemblies are all there, and the list is whole.</summary>
    public static DeviceFacts? Read(NanoffText text)
    {
        string? target = Only(text, @"\A  Target:   ([A-Za-z0-9_]{1,40})\z");
        string? version = Only(text, @"\A  CLR Version: (\d{1,5}(?:\.\d{1,5}){3})\z");
        int at = Array.IndexOf(text.Lines, "Native Assemblies:");

        // What is cut off in the middle of the list does not end with an empty line.
        int end = at < 0 ? -1 : Array.IndexOf(text.Lines, "", at);

        if (target is null || version is null || end < 0)
        {
            return null;
        }

        Dictionary<string, uint> natives = new(StringComparer.Ordinal);

        foreach (string line in text.Lines[(at + 1)..end])
        {
            Match match = Regex.Match(line, @"\A  ([A-Za-z0-9._]{1,80}) v\d{1,5}(?:\.\d{1,5}){3}, checksum (0x[0-9A-F]{8})\z");

            if (!match.Success || !natives.TryAdd(match.Groups[1].Value, FirmwareTable.Checksum(match.Groups[2].Value)!.Value))
            {
                return null;
            }
        }

        return natives.Count == 0 ? null : new DeviceFacts(target, version, natives);
    }

    private static string? Only(NanoffText text, string pattern)
    {
        Match[] matches = [.. text.Lines.Select(l => Regex.Match(l, pattern)).Where(m => m.Success)];
        return matches.Length == 1 ? matches[0].Groups[1].Value : null;
    }
}
