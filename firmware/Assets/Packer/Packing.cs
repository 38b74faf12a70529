using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace ToyGuard.Assets.Packer;

/// <summary>The two commands: write the sources, and say whether what is built in is what the page is now.</summary>
internal static class Packing
{
    /// <summary>Writes the generated sources into <paramref name="into"/> and what everything weighs to <paramref name="said"/>. Returns the exit code.</summary>
    public static int Write(string www, string into, TextWriter said)
    {
        PageSet set = new(www);
        File.WriteAllText(Path.Combine(into, "PackedPages.cs"), SourceWriter.Pages(set));
        File.WriteAllText(Path.Combine(into, "PackedBytes.cs"), SourceWriter.Bytes(set));

        for (int i = 0; i < PageSet.Tags.Length; i++)
        {
            said.WriteLine($"{PageSet.Tags[i]}: page {set.Pages[i].Content.Length} -> {set.Pages[i].Gzip.Length}, help {set.Helps[i].Content.Length} -> {set.Helps[i].Gzip.Length} bytes");
        }

        return 0;
    }

    /// <summary>Compares by content, since another version of the compressor may write other bytes. Returns 1 when anything differs.</summary>
    public static int Check(string www, TextWriter said)
    {
        string[] faults = Faults(new PageSet(www)).ToArray();

        foreach (string fault in faults)
        {
            said.WriteLine(fault);
        }

        said.WriteLine(faults.Length == 0 ? "The packed page is what the sources say." : "Run: dotnet run --project firmware/Assets/Packer -- pack");
        return faults.Length == 0 ? 0 : 1;
    }

    /// <summary>What of the built-in page is not what <paramref name="set"/> is.</summary>
    public static IEnumerable<string> Faults(PageSet set)
    {
        if (PageAssets.Count != PageSet.Tags.Length)
        {
            yield return "other languages";
            yield break;
        }

        if (PageAssets.ScriptHash != set.ScriptHash || PageAssets.StyleHash != set.StyleHash)
        {
            yield return "another script or style sheet";
        }

        for (int i = 0; i < PageAssets.Count; i++)
        {
            if (PageAssets.TagAt(i) != PageSet.Tags[i])
            {
                yield return PageSet.Tags[i] + ": another tag";
            }

            if (!Unpack(PageAssets.Read, i, PageAssets.LengthOf(i)).AsSpan().SequenceEqual(set.Pages[i].Content))
            {
                yield return PageSet.Tags[i] + ": another page";
            }

            if (!Unpack(PageAssets.ReadHelp, i, PageAssets.HelpLengthOf(i)).AsSpan().SequenceEqual(set.Helps[i].Content))
            {
                yield return PageSet.Tags[i] + ": another help page";
            }
        }
    }

    private static byte[] Unpack(Func<int, int, byte[], int, int, int> read, int language, int length)
    {
        byte[] packed = new byte[length];
        read(language, 0, packed, 0, length);
        using GZipStream gzip = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream content = new();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
