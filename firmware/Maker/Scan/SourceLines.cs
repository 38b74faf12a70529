using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace ToyGuard.Maker.Scan;

/// <summary>Source files and lines of an assembly's methods, from portable debug data inside it or in the .pdb beside it.</summary>
/// <remarks>Debug data is never needed for a verdict. What does not belong to this very build, or is damaged, is left out and said so.</remarks>
internal sealed class SourceLines : IDisposable
{
    private const int BytesMax = 64 * 1024 * 1024;
    private const int IdBytes = 20;

    private readonly MetadataReaderProvider? _provider;
    private readonly MetadataReader? _reader;

    private SourceLines(string words)
    {
        Words = words;
    }

    private SourceLines(MetadataReaderProvider provider, MetadataReader reader)
    {
        _provider = provider;
        _reader = reader;
        Words = "with lines";
    }

    /// <summary>Whether lines are known and why not, in a few words.</summary>
    public string Words { get; }

    /// <summary>Looks for the debug data of <paramref name="image"/>, which was read from <paramref name="path"/>.</summary>
    public static SourceLines Find(PEReader image, string path)
    {
        try
        {
            return FromBytes(image, path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Damaged debug data makes the platform's reader throw this and that; the answer is always the same.
            return new SourceLines("no lines: its debug data cannot be read");
        }
    }

    /// <summary>Where the instruction at <paramref name="offset"/> of a method was written; false where that is not known.</summary>
    public bool TryFind(MethodDefinitionHandle method, int offset, out string file, out int line)
    {
        file = "";
        line = 0;

        if (_reader is null || MetadataTokens.GetRowNumber(method) > _reader.MethodDebugInformation.Count)
        {
            return false;
        }

        try
        {
            foreach (SequencePoint point in _reader.GetMethodDebugInformation(method).GetSequencePoints())
            {
                bool isReached = line > 0 && point.Offset > offset;

                if (isReached)
                {
                    break;
                }

                if (!point.IsHidden && !point.Document.IsNil)
                {
                    file = _reader.GetString(_reader.GetDocument(point.Document).Name);
                    line = point.StartLine;
                }
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            line = 0;
        }

        return line > 0;
    }

    public void Dispose()
    {
        _provider?.Dispose();
    }

    private static SourceLines FromBytes(PEReader image, string path)
    {
        ImmutableArray<DebugDirectoryEntry> entries = image.ReadDebugDirectory();
        DebugDirectoryEntry embedded = entries.FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);

        if (embedded.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
        {
            // "MPDB", then how large it becomes: asked before anything is unpacked.
            ImmutableArray<byte> packed = image.GetSectionData(embedded.DataRelativeVirtualAddress).GetContent(0, 8);
            bool isFit = BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan()[4..]) <= BytesMax;
            return isFit ? Of(image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded)) : new SourceLines("no lines: its debug data is too large");
        }

        FileInfo file = new(Path.ChangeExtension(path, ".pdb"));

        if (!file.Exists)
        {
            return new SourceLines("no lines: there is no .pdb beside it");
        }

        if (file.Length is 0 or > BytesMax)
        {
            return new SourceLines("no lines: its .pdb is empty or too large");
        }

        byte[] bytes = File.ReadAllBytes(file.FullName);

        if (bytes.AsSpan().StartsWith("Microsoft C/C++ MSF"u8))
        {
            return new SourceLines("no lines: its .pdb has the old form; build with <DebugType>portable</DebugType>");
        }

        SourceLines lines = Of(MetadataReaderProvider.FromPortablePdbImage([.. bytes]));
        string? fault = Mismatch(image, entries, lines._reader!, bytes);

        if (fault is null)
        {
            return lines;
        }

        lines.Dispose();
        return new SourceLines(fault);
    }

    // The assembly says which debug data it was built with, and since long also what those bytes add up to.
    private static string? Mismatch(PEReader image, ImmutableArray<DebugDirectoryEntry> entries, MetadataReader reader, byte[] bytes)
    {
        DebugMetadataHeader header = reader.DebugMetadataHeader!;
        DebugDirectoryEntry named = entries.FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        bool isNamed = named.Type == DebugDirectoryEntryType.CodeView
            && new BlobContentId(header.Id) == new BlobContentId(image.ReadCodeViewDebugDirectoryData(named).Guid, named.Stamp);

        if (!isNamed)
        {
            return "no lines: its .pdb belongs to another build";
        }

        foreach (DebugDirectoryEntry entry in entries.Where(entry => entry.Type == DebugDirectoryEntryType.PdbChecksum))
        {
            PdbChecksumDebugDirectoryData sum = image.ReadPdbChecksumDebugDirectoryData(entry);
            bytes.AsSpan(header.IdStartOffset, IdBytes).Clear();

            if (sum.AlgorithmName == "SHA256" && !sum.Checksum.AsSpan().SequenceEqual(SHA256.HashData(bytes)))
            {
                return "no lines: its .pdb is damaged";
            }
        }

        return null;
    }

    private static SourceLines Of(MetadataReaderProvider provider)
    {
        try
        {
            return new SourceLines(provider, provider.GetMetadataReader());
        }
        catch (BadImageFormatException)
        {
            provider.Dispose();
            throw;
        }
    }
}
