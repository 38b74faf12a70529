using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.Assets.Packer;

/// <summary>Writes packed pages as C# for both runtimes: a literal in a method stays in flash until the method is called.</summary>
internal static class SourceWriter
{
    /// <summary>Bytes a method. What one call takes from the heap, and far from what the interpreter bears in one method.</summary>
    public const int ChunkBytes = 1024;

    /// <summary>Chunks that lie in the first assembly, beside where everything lies; one bears 56 KiB of literals.</summary>
    public const int FrontChunks = 46;

    private const int ShelfChunks = 54;

    private const string Head = "// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.\n";
    private const int NumbersPerLine = 32;

    /// <summary>The file with names, hashes and what each answer consists of.</summary>
    public static string Pages(PageSet set)
    {
        (Dictionary<string, int> starts, _) = Pieces(set);
        StringBuilder text = new(Head + "namespace ToyGuard.Assets.Generated;\n\n");
        text.Append("/// <summary>What is packed: of which pieces each answer consists, end to end. A piece that several have in common is there once.</summary>\ninternal static class PackedPages\n{\n");
        text.Append("    internal const int ChunkBytes = ").Append(ChunkBytes).Append(";\n\n");
        text.Append("    internal const int FrontChunks = ").Append(FrontChunks).Append(";\n\n");
        text.Append("    internal const int Count = ").Append(PageSet.Tags.Length).Append(";\n\n");
        text.Append("    internal const int PartCount = ").Append(set.Later.Length).Append(";\n\n");
        text.Append("    internal const string ScriptHashes =\n        \"").Append(set.ScriptHashes.Replace("' '", "'\"\n        + \" '", StringComparison.Ordinal)).Append("\";\n\n");
        text.Append("    internal const string StyleHash = \"").Append(set.StyleHash).Append("\";\n\n");
        Switch(text, "    internal static string TagAt(int language)", PageSet.Tags.Select(t => "\"" + t + "\""));
        text.Append('\n');
        Switch(text, "    internal static string PartPathAt(int part)", set.Later.Select(p => "\"/part/" + p.Name + "\""));
        text.Append("\n    // For each piece its place in three bytes and its length in two, the high ones first.\n");
        Switch(text, "    internal static byte[] PiecesOf(int file)", set.Pages.Select(page => "new byte[] { "
            + string.Join(", ", page.Pieces.SelectMany(p => new[] { starts[Key(p)] >> 16, (starts[Key(p)] >> 8) & 255, starts[Key(p)] & 255, p.Length >> 8, p.Length & 255 })) + " }"));
        return text.Append("}\n").ToString();
    }

    /// <summary>The file with the first bytes.</summary>
    public static string Bytes(PageSet set)
    {
        return Chunks(set, 0, FrontChunks, "ToyGuard.Assets.Generated",
            "/// <summary>The first pieces of the packed pages, cut into chunks.</summary>\ninternal static class PackedBytes\n{\n    internal ");
    }

    /// <summary>The file with the bytes behind them, in an assembly of its own.</summary>
    public static string Shelf(PageSet set)
    {
        return Chunks(set, FrontChunks, ShelfChunks, "ToyGuard.Assets.Shelf",
            "/// <summary>The pieces of the packed pages for which the first assembly has no room.</summary>\npublic static class ShelfBytes\n{\n"
            + "    /// <summary>A chunk, counted from 0; a copy, made from flash.</summary>\n    public ");
    }

    private static string Chunks(PageSet set, int first, int max, string space, string head)
    {
        (_, byte[] all) = Pieces(set);
        byte[][] chunks = all.Chunk(ChunkBytes).Skip(first).Take(max).ToArray();
        StringBuilder text = new(Head);
        text.Append("namespace ").Append(space).Append(";\n\n").Append(head);
        Switch(text, "static byte[] Chunk(int number)", Enumerable.Range(0, chunks.Length).Select(i => "C" + i + "()"));

        for (int i = 0; i < chunks.Length; i++)
        {
            text.Append("\n    private static byte[] C").Append(i).Append("()\n    {\n        return new byte[]\n        {\n");

            foreach (byte[] line in chunks[i].Chunk(NumbersPerLine))
            {
                text.Append("            ").AppendJoin(',', line.Select(b => b.ToString(CultureInfo.InvariantCulture))).Append(",\n");
            }

            text.Append("        };\n    }\n");
        }

        return text.Append("}\n").ToString();
    }

    // The last one is what every other number gives.
    private static void Switch(StringBuilder text, string signature, IEnumerable<string> values)
    {
        string[] all = values.ToArray();
        text.Append(signature).Append("\n    {\n        switch (").Append(signature[(signature.LastIndexOf(' ') + 1)..^1]).Append(")\n        {\n");

        for (int i = 0; i < all.Length; i++)
        {
            text.Append(i < all.Length - 1 ? $"            case {i}:\n" : "            default:\n").Append("                return ").Append(all[i]).Append(";\n");
        }

        text.Append("        }\n    }\n");
    }

    private static (Dictionary<string, int> Starts, byte[] All) Pieces(PageSet set)
    {
        Dictionary<string, int> starts = new();
        MemoryStream all = new();

        foreach (byte[] piece in set.Pages.SelectMany(p => p.Pieces))
        {
            if (starts.TryAdd(Key(piece), (int)all.Length))
            {
                all.Write(piece);
            }
        }

        return all.Length <= (FrontChunks + ShelfChunks) * ChunkBytes ? (starts, all.ToArray()) : throw new InvalidDataException(all.Length + " bytes: more than two assemblies bear.");
    }

    private static string Key(byte[] piece)
    {
        return Convert.ToHexString(piece);
    }
}
