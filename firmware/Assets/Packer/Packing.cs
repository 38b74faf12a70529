using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace ToyGuard.Assets.Packer;

/// <summary>The two commands: write the sources, and say whether what is built in is what the page is now.</summary>
internal static class Packing
{
    /// <summary>Writes the generated sources below <paramref name="into"/>, the folder of Assets, and what everything weighs to <paramref name="said"/>. Returns the exit code.</summary>
    public static int Write(string www, string into, TextWriter said)
    {
        PageSet set = new(www);
        File.WriteAllText(Path.Combine(into, "Generated", "PackedPages.cs"), SourceWriter.Pages(set));
        File.WriteAllText(Path.Combine(into, "Generated", "PackedBytes.cs"), SourceWriter.Bytes(set));
        File.WriteAllText(Path.Combine(into, "Shelf", "ShelfBytes.cs"), SourceWriter.Shelf(set));

        foreach (PackedPage page in set.Pages)
        {
            said.WriteLine($"{page.Path} {page.Tag}: {page.Content.Length} -> {page.Length} bytes");
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
        if (PageAssets.Count != PageSet.Tags.Length || PageAssets.PartCount != set.Later.Length)
        {
            yield return "other languages or parts";
            yield break;
        }

        if (PageAssets.ScriptHashes != set.ScriptHashes || PageAssets.StyleHash != set.StyleHash)
        {
            yield return "another script or style sheet";
        }

        for (int i = 0; i < PageAssets.Count; i++)
        {
            if (PageAssets.TagAt(i) != PageSet.Tags[i])
            {
                yield return PageSet.Tags[i] + ": another tag";
            }
        }

        for (int i = 0; i < set.Pages.Count; i++)
        {
            if (!Unpack(i % set.PerLanguage, i / set.PerLanguage).AsSpan().SequenceEqual(set.Pages[i].Content))
            {
                yield return set.Pages[i].Path + " " + set.Pages[i].Tag + ": another page";
            }
        }
    }

    /// <summary>What a built-in answer says.</summary>
    public static byte[] Unpack(int part, int language)
    {
        byte[] packed = new byte[PageAssets.LengthOf(part, language)];
        PageAssets.Read(part, language, 0, packed, 0, packed.Length);
        using GZipStream gzip = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream content = new();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
