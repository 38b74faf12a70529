using System;
using System.Collections.Generic;
using System.IO;

namespace ToyGuard.NanoCheck.Api;

/// <summary>The facts about one nanoFramework assembly: which types it has, and every public and protected member of each.</summary>
/// <remarks>
/// One documentation ID, a tab and the signature a line, sorted by ID. A line that starts with # is a comment.
/// Lines of properties and events stand for their accessors.
/// </remarks>
public sealed class ApiListing
{
    /// <summary>The file with the lines that say more than a listing can: attributes, and which references may be null.</summary>
    public const string ByHandFile = "by-hand.txt";

    private ApiListing(string assembly)
    {
        Assembly = assembly;
    }

    /// <summary>The assembly's name, which is the file's name too.</summary>
    public string Assembly { get; }

    /// <summary>The types by documentation ID without T:.</summary>
    public Dictionary<string, ApiType> Types { get; } = new();

    /// <summary>Reads every listing of a folder; lines of by-hand.txt take the place of those with the same ID.</summary>
    public static List<ApiListing> ReadFolder(string folder)
    {
        Dictionary<string, string> byHand = new();
        string byHandPath = Path.Combine(folder, ByHandFile);

        if (File.Exists(byHandPath))
        {
            foreach (ApiMember line in ReadLines(byHandPath))
            {
                byHand[line.Id] = line.Signature;
            }
        }

        List<ApiListing> listings = new();
        string[] files = Directory.GetFiles(folder, "*.txt");
        Array.Sort(files, StringComparer.Ordinal);

        foreach (string file in files)
        {
            if (Path.GetFileName(file) != ByHandFile)
            {
                listings.Add(Read(file, byHand));
            }
        }

        return listings;
    }

    /// <summary>The lines of a listing, comments left out.</summary>
    public static IEnumerable<ApiMember> ReadLines(string file)
    {
        int number = 0;

        foreach (string line in File.ReadLines(file))
        {
            number++;

            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int tab = line.IndexOf('\t');

            if (tab < 3 || line[1] != ':')
            {
                throw new FormatException(file + "(" + number + "): not a documentation ID, a tab and a signature.");
            }

            yield return new ApiMember(line[..tab], line[(tab + 1)..]);
        }
    }

    private static ApiListing Read(string file, Dictionary<string, string> byHand)
    {
        ApiListing listing = new(Path.GetFileNameWithoutExtension(file));
        List<ApiMember> members = new();

        foreach (ApiMember read in ReadLines(file))
        {
            ApiMember line = byHand.TryGetValue(read.Id, out string? better) ? new ApiMember(read.Id, better) : read;

            if (line.Kind == 'T')
            {
                listing.Types.Add(line.Id[2..], new ApiType(line.Id[2..], line.Signature));
            }
            else if (!line.IsAccessor)
            {
                members.Add(line);
            }
        }

        foreach (ApiMember member in members)
        {
            if (!listing.Types.TryGetValue(member.TypeName, out ApiType? type))
            {
                throw new FormatException(file + ": " + member.Id + " stands there without its type's own line.");
            }

            type.Members.Add(member);
        }

        return listing;
    }
}
