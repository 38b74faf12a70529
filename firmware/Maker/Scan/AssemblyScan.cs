using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

using MethodBody = System.Reflection.Metadata.MethodBodyBlock;

namespace ToyGuard.Maker.Scan;

/// <summary>Looks through one assembly: first along its types and methods, so that each refused thing has its place, then through its tables, so that none is missed.</summary>
internal sealed class AssemblyScan
{
    private const int FindingsMax = 200;
    private const long CodeBytesMax = 256L * 1024 * 1024;

    private static readonly Refusal s_pointer = new(ScanKind.Native, "a pointer");

    private readonly AppAssembly _app;
    private readonly MetadataReader _reader;
    private readonly Judge _judge;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(string, string, ScanKind)> _seen = [];
    private readonly HashSet<ScanKind> _kinds = [];
    private readonly HashSet<string> _libraries = [];
    private long _codeBytes;

    private AssemblyScan(AppAssembly app, IReadOnlySet<string> scanned)
    {
        _app = app;
        _reader = app.Reader;
        _judge = new Judge(app.Reader, scanned);
    }

    /// <summary>Everything in <paramref name="app"/> that may not be there.</summary>
    /// <param name="app">The assembly.</param>
    /// <param name="scanned">Names of the assemblies that are scanned together with it.</param>
    public static IReadOnlyList<Finding> Run(AppAssembly app, IReadOnlySet<string> scanned)
    {
        AssemblyScan scan = new(app, scanned);

        try
        {
            scan.LookAtNames();
            scan.LookAtAttributes();

            foreach (TypeDefinitionHandle type in app.Reader.TypeDefinitions)
            {
                scan.LookAtType(type);
            }

            scan.Sweep();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A damaged file makes the platform's reader throw this and that; the answer is always the same.
            scan._findings.Add(new Finding(new Place(app.File, 0, ""), new Refusal(ScanKind.Unreadable, e.Message)));
        }

        return scan._findings;
    }

    private void LookAtNames()
    {
        Place here = new(_app.File, 0, "");

        if (ToyGuardSurface.LooksLikeToyGuard(_app.Name) || PlatformList.LooksLikePlatform(_app.Name))
        {
            Report(here, new Refusal(ScanKind.Pretending, "the assembly " + _app.Name));
        }

        foreach (AssemblyFileHandle handle in _reader.AssemblyFiles)
        {
            AssemblyFile file = _reader.GetAssemblyFile(handle);

            if (file.ContainsMetadata)
            {
                Report(here, new Refusal(ScanKind.Loading, "code in the file " + _reader.GetString(file.Name)));
            }
        }
    }

    private void LookAtAttributes()
    {
        foreach (CustomAttributeHandle handle in _reader.CustomAttributes)
        {
            CustomAttribute attribute = _reader.GetCustomAttribute(handle);

            if (_judge.Member(attribute.Constructor) is Refusal why)
            {
                Report(PlaceOf(attribute.Parent), why);
            }
        }
    }

    private void LookAtType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        string name = TypeNames.Of(_reader, handle);
        Place place = PlaceOf(handle);
        Check(place, Pretence(type, name));
        Check(place, type.BaseType.IsNil ? null : _judge.Type(type.BaseType));

        if ((type.Attributes & TypeAttributes.Import) != 0)
        {
            Report(place, new Refusal(ScanKind.Native, "a type from outside .NET"));
        }

        // Fields of one place under two types are how a type is turned into another without a cast.
        if ((type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout && type.GetFields().Count > 0)
        {
            Report(place, new Refusal(ScanKind.Native, "fields that lie over each other"));
        }

        foreach (InterfaceImplementationHandle at in type.GetInterfaceImplementations())
        {
            Check(place, _judge.Type(_reader.GetInterfaceImplementation(at).Interface));
        }

        foreach (FieldDefinitionHandle at in type.GetFields())
        {
            Check(place, _judge.Field(_reader.GetFieldDefinition(at)));
        }

        foreach (MethodDefinitionHandle at in type.GetMethods())
        {
            LookAtMethod(at, type);
        }
    }

    private void LookAtMethod(MethodDefinitionHandle handle, TypeDefinition type)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        Place start = PlaceOf(handle);
        MethodImplAttributes code = method.ImplAttributes & MethodImplAttributes.CodeTypeMask;
        bool isDelegates = code == MethodImplAttributes.Runtime && _judge.IsDelegate(type);
        Check(start, _judge.Signature(method.Signature));

        if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0 || !method.GetImport().Module.IsNil)
        {
            Report(start, new Refusal(ScanKind.Native, "a call into " + _reader.GetString(_reader.GetModuleReference(method.GetImport().Module).Name)));
            return;
        }

        bool isManaged = (code == MethodImplAttributes.IL || isDelegates)
            && (method.ImplAttributes & (MethodImplAttributes.InternalCall | MethodImplAttributes.ForwardRef | MethodImplAttributes.Unmanaged)) == 0;
        bool hasBody = method.RelativeVirtualAddress != 0;
        bool mayHaveNone = isDelegates || (method.Attributes & MethodAttributes.Abstract) != 0;

        if (!isManaged || hasBody == mayHaveNone)
        {
            Report(start, new Refusal(ScanKind.Native, "a method without a body of its own"));
            return;
        }

        if (hasBody)
        {
            LookAtBody(handle, _app.BodyOf(method), start);
        }
    }

    private void LookAtBody(MethodDefinitionHandle handle, MethodBody body, Place start)
    {
        BlobReader code = body.GetILReader();
        _codeBytes += code.Length;

        if (_codeBytes > CodeBytesMax)
        {
            throw new BadImageFormatException("there is too much code in it");
        }

        if (!body.LocalSignature.IsNil && _judge.HasPointer(_reader.GetStandaloneSignature(body.LocalSignature).Signature))
        {
            Report(start, s_pointer);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            if (region.Kind == ExceptionRegionKind.Catch && _judge.Type(region.CatchType) is Refusal why)
            {
                Report(PlaceOf(handle, region.HandlerOffset), why);
            }
        }

        Instructions.Walk(code, (offset, instruction, named) =>
        {
            Refusal? why = Unsafe(instruction) ?? _judge.Named(named);

            if (why is not null)
            {
                Report(PlaceOf(handle, offset), why);
            }
        });
    }

    // Whatever no method leads to: each row of the tables is judged once more.
    private void Sweep()
    {
        foreach (Refusal why in _judge.Tables())
        {
            bool isSaid = why.Kind == ScanKind.UnknownLibrary ? _libraries.Contains(why.Name) : _kinds.Contains(why.Kind);

            if (!isSaid)
            {
                Report(new Place(_app.File, 0, ""), why);
            }
        }
    }

    private void Check(Place place, Refusal? why)
    {
        if (why is not null)
        {
            Report(place, why);
        }
    }

    private void Report(Place place, Refusal why)
    {
        string what = why.Kind == ScanKind.UnknownLibrary ? why.Name : "";
        _kinds.Add(why.Kind);
        _libraries.Add(what);

        if (_findings.Count < FindingsMax && _seen.Add((place.ToString() + what, place.Line > 0 ? "" : place.Member, why.Kind)))
        {
            _findings.Add(new Finding(place, why));
        }
    }

    private Place PlaceOf(EntityHandle thing)
    {
        switch (thing.Kind)
        {
            case HandleKind.MethodDefinition:
                return PlaceOf((MethodDefinitionHandle)thing, 0);

            case HandleKind.TypeDefinition:
                string name = TypeNames.Of(_reader, thing);

                foreach (MethodDefinitionHandle method in _reader.GetTypeDefinition((TypeDefinitionHandle)thing).GetMethods())
                {
                    if (_app.Lines.TryFind(method, 0, out string file, out int line))
                    {
                        return new Place(Shortened(file), line, name);
                    }
                }

                return new Place(_app.File, 0, name);

            default:
                return new Place(_app.File, 0, "");
        }
    }

    private Place PlaceOf(MethodDefinitionHandle handle, int offset)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        string name = TypeNames.Of(_reader, method.GetDeclaringType()) + "." + _reader.GetString(method.Name);

        return _app.Lines.TryFind(handle, offset, out string file, out int line)
            ? new Place(Shortened(file), line, name)
            : new Place(_app.File, 0, name);
    }

    // As one would type it here, where it lies below the folder that one is in.
    private static string Shortened(string file)
    {
        string below = Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar;
        return file.StartsWith(below, StringComparison.Ordinal) ? file[below.Length..] : file;
    }

    private static Refusal? Pretence(TypeDefinition type, string name)
    {
        if (ToyGuardSurface.LooksLikeToyGuard(name))
        {
            return new Refusal(ScanKind.Pretending, name);
        }

        // Compilers put attributes into an assembly where the platform has none of that name; each is a mark and does nothing.
        bool isMark = PlatformList.Here.Judge(name) is null && name.EndsWith("Attribute", StringComparison.Ordinal)
            || name is "System.Runtime.CompilerServices.IsExternalInit";

        if (!type.IsNested && PlatformList.LooksLikePlatform(name) && name.Contains('.', StringComparison.Ordinal) && !isMark)
        {
            ScanKind kind = PlatformList.Here.KindOf(name) ?? ScanKind.Pretending;
            return new Refusal(kind == ScanKind.Reflection ? kind : ScanKind.Pretending, name);
        }

        return null;
    }

    private static Refusal? Unsafe(OpCode instruction)
    {
        return instruction.Value == OpCodes.Calli.Value ? new Refusal(ScanKind.Native, "a call through an address")
            : instruction.Value == OpCodes.Localloc.Value
                || instruction.Value == OpCodes.Cpblk.Value
                || instruction.Value == OpCodes.Initblk.Value
                || instruction.Value == OpCodes.Jmp.Value
                || instruction.Value == OpCodes.Arglist.Value
                || instruction.Value == OpCodes.Mkrefany.Value
                || instruction.Value == OpCodes.Refanyval.Value
                || instruction.Value == OpCodes.Refanytype.Value
                || instruction.Value == OpCodes.Conv_I.Value
                || instruction.Value == OpCodes.Conv_U.Value
            ? new Refusal(ScanKind.Native, "the instruction " + instruction.Name)
            : null;
    }
}
