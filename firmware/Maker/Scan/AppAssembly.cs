using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ToyGuard.Maker.Scan;

/// <summary>One assembly of an app, opened: its tables, and where its sources are.</summary>
internal sealed class AppAssembly : IDisposable
{
    /// <summary>What is said of a program that only the machine understands.</summary>
    public const string WithoutCode = "a program without .NET code";

    private readonly PEReader _image;

    private AppAssembly(string path, PEReader image, MetadataReader reader)
    {
        Path = path;
        File = System.IO.Path.GetFileName(path);
        _image = image;
        Reader = reader;
        Name = reader.GetString(reader.GetAssemblyDefinition().Name);
        Lines = SourceLines.Find(image, path);
    }

    /// <summary>Where it was read from.</summary>
    public string Path { get; }

    /// <summary>Its file's name.</summary>
    public string File { get; }

    /// <summary>Its own name, which need not be its file's.</summary>
    public string Name { get; }

    /// <summary>Its tables.</summary>
    public MetadataReader Reader { get; }

    /// <summary>Its sources.</summary>
    public SourceLines Lines { get; }

    /// <summary>Opens what was read from <paramref name="path"/>. False with the reason for what is no assembly.</summary>
    public static bool TryOpen(string path, byte[] bytes, [NotNullWhen(true)] out AppAssembly? assembly, [NotNullWhen(false)] out Refusal? why)
    {
        assembly = null;
        PEReader? image = null;

        try
        {
            image = new PEReader(new MemoryStream(bytes));
            why = WhyNot(bytes, image);

            if (why is null)
            {
                assembly = new AppAssembly(path, image, image.GetMetadataReader(MetadataReaderOptions.None));
                return true;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A damaged file makes the platform's reader throw this and that; the answer is always the same.
            why = new Refusal(ScanKind.Unreadable, e.Message);
        }

        image?.Dispose();
        return false;
    }

    /// <summary>The body of a method, which has one.</summary>
    public MethodBodyBlock BodyOf(MethodDefinition method)
    {
        return _image.GetMethodBody(method.RelativeVirtualAddress);
    }

    public void Dispose()
    {
        Lines.Dispose();
        _image.Dispose();
    }

    private static Refusal? WhyNot(byte[] bytes, PEReader image)
    {
        ReadOnlySpan<byte> head = bytes;

        if (head.Length == 0)
        {
            return new Refusal(ScanKind.Unreadable, "the file is empty");
        }

        if (head.StartsWith("NFMRK"u8))
        {
            return new Refusal(ScanKind.Unreadable, "this is what nanoFramework's build makes of an assembly", "Scan the .dll or .exe that it was made of.");
        }

        if (!head.StartsWith("MZ"u8))
        {
            return new Refusal(ScanKind.Unreadable, "this is no assembly");
        }

        if (image.PEHeaders.CorHeader is not CorHeader header || !image.HasMetadata)
        {
            return new Refusal(ScanKind.Native, WithoutCode);
        }

        bool isPure = (header.Flags & (CorFlags.ILOnly | CorFlags.NativeEntryPoint)) == CorFlags.ILOnly
            && header.VtableFixupsDirectory.Size == 0
            && header.ExportAddressTableJumpsDirectory.Size == 0
            && image.PEHeaders.PEHeader?.ThreadLocalStorageTableDirectory.Size is null or 0;

        if (!isPure)
        {
            return new Refusal(ScanKind.Native, "native code beside the .NET code");
        }

        if (header.ManagedNativeHeaderDirectory.Size != 0)
        {
            return new Refusal(ScanKind.Native, "code that was compiled ahead of time", "Build without ReadyToRun for the scan.");
        }

        return image.GetMetadataReader(MetadataReaderOptions.None).IsAssembly
            ? null
            : new Refusal(ScanKind.Unreadable, "this is a part of an assembly", "Build it into one file.");
    }
}
