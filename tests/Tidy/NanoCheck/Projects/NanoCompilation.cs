using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ToyGuard.NanoCheck.Projects;

/// <summary>A .nfproj compiled in one configuration: its trees and meanings, and the assembly that comes out.</summary>
public sealed class NanoCompilation
{
    private EmitResult? _result;
    private byte[] _image = System.Array.Empty<byte>();
    private byte[] _symbols = System.Array.Empty<byte>();

    /// <summary>A compilation with what was found wrong with its project file.</summary>
    public NanoCompilation(
        NanoProject project,
        CSharpCompilation compilation,
        IReadOnlyList<NanoCompilation> dependencies,
        IReadOnlyList<Finding> projectFindings)
    {
        Project = project;
        Compilation = compilation;
        Dependencies = dependencies;
        ProjectFindings = projectFindings;
    }

    /// <summary>The project file.</summary>
    public NanoProject Project { get; }

    /// <summary>What the compiler knows.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The projects it builds on, each compiled in the same configuration.</summary>
    public IReadOnlyList<NanoCompilation> Dependencies { get; }

    /// <summary>What is wrong with the project file itself.</summary>
    public IReadOnlyList<Finding> ProjectFindings { get; }

    /// <summary>Everything the compiler has to say, code generation included.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Emitted().Diagnostics;

    /// <summary>True where an assembly came out.</summary>
    public bool IsEmitted => Emitted().Success;

    /// <summary>The bytes of the assembly; empty where none came out.</summary>
    public byte[] Image
    {
        get
        {
            Emitted();
            return _image;
        }
    }

    /// <summary>The assembly. Only where <see cref="IsEmitted"/>; the caller disposes of it.</summary>
    public PEReader OpenImage()
    {
        return new PEReader(new MemoryStream(Image, writable: false));
    }

    /// <summary>Its debug information. Only where <see cref="IsEmitted"/>; the caller disposes of it.</summary>
    public MetadataReaderProvider OpenSymbols()
    {
        Emitted();
        return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(_symbols, writable: false));
    }

    private EmitResult Emitted()
    {
        if (_result is null)
        {
            using MemoryStream image = new();
            using MemoryStream symbols = new();
            _result = Compilation.Emit(
                image,
                symbols,
                options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319"));
            _image = _result.Success ? image.ToArray() : _image;
            _symbols = symbols.ToArray();
        }

        return _result;
    }
}
