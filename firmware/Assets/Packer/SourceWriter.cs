using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ToyGuard.Assets.Packer;

/// <summary>Writes packed pages as C# for both runtimes: a literal in a method stays in flash until the method is called.</summary>
internal static class SourceWriter
{
    /// <summary>Bytes a method. What one call takes from the heap, and far from what the interpreter bears in one method.</summary>
    public const int ChunkBytes = 1024;

    private const string Head = "// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.\nnamespace ToyGuard.Assets.Generated;\n\n";
    private const int NumbersPerLine = 32;

    /// <summary>The file with names, hashes and where each page starts.</summary>
    public static string Pages(PageSet set)
    {
        StringBuilder text = new(Head);
        int start = 0;
        int file = 0;
        text.Append("/// <summary>What is packed: for each language its page, its second part and its help page, end to end in <see cref=\"PackedBytes\"/>.</summary>\ninternal static class PackedPages\n{\n");
        text.Append("    internal const int ChunkBytes = ").Append(ChunkBytes).Append(";\n\n");
        text.Append("    internal const int Count = ").Append(PageSet.Tags.Length).Append(";\n\n");
        text.Append("    internal const string ScriptHash = \"").Append(set.ScriptHash).Append("\";\n\n");
        text.Append("    internal const string MoreHash = \"").Append(set.MoreHash).Append("\";\n\n");
        text.Append("    internal const string StyleHash = \"").Append(set.StyleHash).Append("\";\n\n");
        text.Append("    internal static string TagAt(int language)\n    {\n        switch (language)\n        {\n");

        for (int i = 1; i < PageSet.Tags.Length; i++)
        {
            text.Append("            case ").Append(i).Append(":\n                return \"").Append(PageSet.Tags[i]).Append("\";\n");
        }

        text.Append("            default:\n                return \"").Append(PageSet.Tags[0]).Append("\";\n        }\n    }\n\n");
        text.Append("    internal static int StartOf(int file)\n    {\n        switch (file)\n        {\n");

        foreach (PackedPage page in set.Pages)
        {
            text.Append("            case ").Append(file).Append(":\n                return ").Append(start).Append(";\n");
            start += page.Gzip.Length;
            file++;
        }

        text.Append("            default:\n                return ").Append(start).Append(";\n        }\n    }\n}\n");
        return text.ToString();
    }

    /// <summary>The file with the bytes.</summary>
    public static string Bytes(PageSet set)
    {
        byte[] all = set.Pages.SelectMany(p => p.Gzip).ToArray();
        int chunks = (all.Length + ChunkBytes - 1) / ChunkBytes;
        StringBuilder text = new(Head);
        text.Append("/// <summary>The packed pages, cut into chunks.</summary>\ninternal static class PackedBytes\n{\n    internal static byte[] Chunk(int number)\n    {\n        switch (number)\n        {\n");

        for (int i = 0; i < chunks; i++)
        {
            text.Append("            case ").Append(i).Append(":\n                return C").Append(i).Append("();\n");
        }

        text.Append("            default:\n                return new byte[0];\n        }\n    }\n");

        for (int i = 0; i < chunks; i++)
        {
            text.Append("\n    private static byte[] C").Append(i).Append("()\n    {\n        return new byte[]\n        {\n");

            foreach (byte[] line in all.AsSpan(i * ChunkBytes, Math.Min(ChunkBytes, all.Length - i * ChunkBytes)).ToArray().Chunk(NumbersPerLine))
            {
                text.Append("            ").AppendJoin(',', line.Select(b => b.ToString(CultureInfo.InvariantCulture))).Append(",\n");
            }

            text.Append("        };\n    }\n");
        }

        return text.Append("}\n").ToString();
    }
}
