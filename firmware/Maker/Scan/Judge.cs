using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ToyGuard.Maker.Scan;

/// <summary>Says of everything that one assembly can name whether it may: by whose it is, by its type, by the member, and by the types in its signature.</summary>
internal sealed class Judge
{
    private static readonly Refusal s_pointer = new(ScanKind.Native, "a pointer");

    private readonly MetadataReader _reader;
    private readonly IReadOnlySet<string> _scanned;
    private readonly SignatureText _signatures;
    private readonly Dictionary<EntityHandle, Refusal?> _verdicts = [];

    public Judge(MetadataReader reader, IReadOnlySet<string> scanned)
    {
        _reader = reader;
        _scanned = scanned;
        _signatures = new SignatureText(handle => TypeNames.Of(reader, handle));
    }

    /// <summary>Why what an instruction names may not be named; null when it may, and for nil.</summary>
    public Refusal? Named(Handle handle)
    {
        if (handle.IsNil || handle.Kind is HandleKind.UserString)
        {
            return null;
        }

        EntityHandle entity = (EntityHandle)handle;
        return entity.Kind is HandleKind.TypeReference or HandleKind.TypeSpecification or HandleKind.TypeDefinition ? Type(entity) : Member(entity);
    }

    /// <summary>Why a type may not be named; null when it may.</summary>
    public Refusal? Type(EntityHandle type)
    {
        return type.Kind switch
        {
            HandleKind.TypeDefinition => null,
            HandleKind.TypeReference => Once(type, () => Reference((TypeReferenceHandle)type)),
            HandleKind.TypeSpecification => Once(type, () => Read(_reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature, isType: true)),
            _ => throw new BadImageFormatException("a type is expected where none stands"),
        };
    }

    /// <summary>Why a method or field may not be named; null when it may.</summary>
    public Refusal? Member(EntityHandle member)
    {
        return member.Kind switch
        {
            HandleKind.MethodDefinition or HandleKind.FieldDefinition => null,
            HandleKind.MemberReference => Once(member, () => Reference((MemberReferenceHandle)member)),
            HandleKind.MethodSpecification => Once(member, () => Generic(_reader.GetMethodSpecification((MethodSpecificationHandle)member))),
            HandleKind.StandaloneSignature => null,
            _ => throw new BadImageFormatException("a member is expected where none stands"),
        };
    }

    /// <summary>Why a field may not be of its type; null when it may.</summary>
    public Refusal? Field(FieldDefinition field)
    {
        return Signature(field.Signature);
    }

    /// <summary>Why the types of a field's or method's signature may not be named; null when they may.</summary>
    public Refusal? Signature(BlobHandle signature)
    {
        _signatures.Member(_reader.GetBlobReader(signature));
        return Judged();
    }

    /// <summary>True when a method has a local that is a pointer or a pinned thing.</summary>
    public bool HasPointer(BlobHandle locals)
    {
        _signatures.Any(_reader.GetBlobReader(locals), isType: false);
        return _signatures.HasPointer;
    }

    /// <summary>True for a type that is a delegate by its parent.</summary>
    public bool IsDelegate(TypeDefinition type)
    {
        return type.BaseType.Kind == HandleKind.TypeReference && TypeNames.Of(_reader, type.BaseType) == "System.MulticastDelegate"
            && Scope((TypeReferenceHandle)type.BaseType) is string assembly && PlatformList.LooksLikePlatform(assembly);
    }

    /// <summary>Judges every row of the tables by which an assembly names what is elsewhere.</summary>
    public IEnumerable<Refusal> Tables()
    {
        foreach (EntityHandle row in Rows(TableIndex.TypeRef).Concat(Rows(TableIndex.TypeSpec)))
        {
            if (Type(row) is Refusal why)
            {
                yield return why;
            }
        }

        foreach (EntityHandle row in Rows(TableIndex.MemberRef).Concat(Rows(TableIndex.MethodSpec)))
        {
            if (Member(row) is Refusal why)
            {
                yield return why;
            }
        }

        foreach (EntityHandle row in Rows(TableIndex.StandAloneSig))
        {
            if (Read(_reader.GetStandaloneSignature((StandaloneSignatureHandle)row).Signature, isType: false) is Refusal why)
            {
                yield return why;
            }
        }

        foreach (ExportedTypeHandle handle in _reader.ExportedTypes)
        {
            yield return new Refusal(ScanKind.Loading, "a type that is taken from elsewhere: " + _reader.GetString(_reader.GetExportedType(handle).Name));
        }

        for (int row = 1; row <= _reader.GetTableRowCount(TableIndex.ModuleRef); row++)
        {
            yield return new Refusal(ScanKind.Native, "the module " + _reader.GetString(_reader.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name));
        }

        foreach (AssemblyReferenceHandle handle in _reader.AssemblyReferences)
        {
            if (Library(_reader.GetString(_reader.GetAssemblyReference(handle).Name)) is Refusal why)
            {
                yield return why;
            }
        }
    }

    private IEnumerable<EntityHandle> Rows(TableIndex table)
    {
        for (int row = 1; row <= _reader.GetTableRowCount(table); row++)
        {
            yield return MetadataTokens.EntityHandle(table, row);
        }
    }

    private Refusal? Once(EntityHandle handle, Func<Refusal?> judge)
    {
        if (!_verdicts.TryGetValue(handle, out Refusal? verdict))
        {
            // Something that names itself is judged where it began.
            _verdicts[handle] = null;
            verdict = judge();
            _verdicts[handle] = verdict;
        }

        return verdict;
    }

    private Refusal? Reference(TypeReferenceHandle handle)
    {
        EntityHandle scope = TypeNames.ScopeOf(_reader, handle);
        string type = TypeNames.Of(_reader, handle);

        if (scope.Kind == HandleKind.ModuleDefinition)
        {
            return null;
        }

        if (Scope(handle) is not string assembly)
        {
            return new Refusal(ScanKind.Loading, type);
        }

        if (IsToyGuard(assembly))
        {
            return ToyGuardSurface.Here.Judge(assembly, type);
        }

        if (IsPlatform(assembly))
        {
            return PlatformList.Here.Judge(type);
        }

        // A library's own name for what it is, as in System.Device.Gpio, says more than that it is not there.
        Refusal? unknown = Library(assembly);
        return unknown is not null && PlatformList.Here.KindOf(type) is ScanKind kind ? new Refusal(kind, type) : unknown;
    }

    private Refusal? Reference(MemberReferenceHandle handle)
    {
        MemberReference member = _reader.GetMemberReference(handle);
        string name = _reader.GetString(member.Name);

        if (member.Parent.Kind is HandleKind.ModuleReference or HandleKind.MethodDefinition)
        {
            return new Refusal(ScanKind.Native, name);
        }

        if (Type(member.Parent) is Refusal why)
        {
            return why with { Name = Joined(why, member.Parent, name) };
        }

        EntityHandle type = Open(member.Parent);
        string signature = _signatures.Member(_reader.GetBlobReader(member.Signature));
        Refusal? inSignature = Judged();

        return (type.Kind == HandleKind.TypeReference ? Judged((TypeReferenceHandle)type, name, signature) : Judged(type, name))
            ?? (inSignature is null ? null : inSignature with { Name = inSignature.Name + " (in " + name + ")" });
    }

    private Refusal? Judged(TypeReferenceHandle handle, string name, string signature)
    {
        string type = TypeNames.Of(_reader, handle);
        string? assembly = Scope(handle);

        if (assembly is not null && IsToyGuard(assembly))
        {
            return ToyGuardSurface.Here.Judge(assembly, type, name, signature);
        }

        if (assembly is not null && IsPlatform(assembly))
        {
            return PlatformList.Here.Judge(type, name, signature);
        }

        return PlatformList.IsNever(name) ? new Refusal(ScanKind.Reflection, type + "." + name) : null;
    }

    // On a type of the app's own, a name may reach the platform's class below it.
    private Refusal? Judged(EntityHandle type, string name)
    {
        bool isOwn = type.Kind == HandleKind.TypeDefinition && _reader.GetTypeDefinition((TypeDefinitionHandle)type).GetMethods()
            .Any(method => _reader.GetString(_reader.GetMethodDefinition(method).Name) == name);
        return PlatformList.IsNever(name) && !isOwn ? new Refusal(ScanKind.Reflection, name) : null;
    }

    private Refusal? Generic(MethodSpecification method)
    {
        return Member(method.Method) ?? Read(method.Signature, isType: false);
    }

    private Refusal? Read(BlobHandle signature, bool isType)
    {
        _signatures.Any(_reader.GetBlobReader(signature), isType);
        return Judged();
    }

    // Whatever the last signature named.
    private Refusal? Judged()
    {
        if (_signatures.HasPointer)
        {
            return s_pointer;
        }

        // Judging one may read another signature.
        EntityHandle[] named = [.. _signatures.Named];
        return named.Select(Type).FirstOrDefault(why => why is not null);
    }

    // Of List<int>, the List.
    private EntityHandle Open(EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return type;
        }

        BlobReader blob = _reader.GetBlobReader(_reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);

        if (blob.ReadCompressedInteger() != (int)SignatureTypeCode.GenericTypeInstance)
        {
            return type;
        }

        _ = blob.ReadCompressedInteger();
        return blob.ReadTypeHandle();
    }

    private string? Scope(TypeReferenceHandle type)
    {
        EntityHandle scope = TypeNames.ScopeOf(_reader, type);
        return scope.Kind == HandleKind.AssemblyReference && !scope.IsNil
            ? _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            : null;
    }

    private Refusal? Library(string assembly)
    {
        bool isThere = IsToyGuard(assembly) || IsPlatform(assembly) || _scanned.Contains(assembly);
        return isThere ? null : new Refusal(ScanKind.UnknownLibrary, assembly);
    }

    private static bool IsToyGuard(string assembly)
    {
        return ToyGuardSurface.LooksLikeToyGuard(assembly);
    }

    // Names like the platform's are judged by the platform's list, whoever bears them.
    private static bool IsPlatform(string assembly)
    {
        return PlatformList.Here.IsPlatform(assembly) || PlatformList.LooksLikePlatform(assembly);
    }

    private string Joined(Refusal why, EntityHandle parent, string name)
    {
        return parent.Kind == HandleKind.TypeReference && why.Kind != ScanKind.UnknownLibrary ? TypeNames.Of(_reader, parent) + "." + name : why.Name;
    }
}
