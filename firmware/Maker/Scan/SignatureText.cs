using System;
using System.Collections.Generic;
using System.Reflection.Metadata;
using System.Text;

namespace ToyGuard.Maker.Scan;

/// <summary>Reads signatures of hostile assemblies: as text, with the types they name, and with what gets around the types.</summary>
/// <remarks>Nesting is bounded, which the platform's own decoder leaves to the stack. Throws <see cref="BadImageFormatException"/> for what is no signature.</remarks>
internal sealed class SignatureText
{
    private const int DepthMax = 64;
    private const int ItemsMax = 4096;

    // All parts of all signatures of an assembly: far above any real one, and read in seconds.
    private const int PartsMax = 20_000_000;

    private readonly Func<EntityHandle, string> _nameOf;
    private readonly StringBuilder _text = new();
    private int _parts;

    public SignatureText(Func<EntityHandle, string> nameOf)
    {
        _nameOf = nameOf;
    }

    /// <summary>Types that were named since the last <see cref="Clear"/>, each as it stands there.</summary>
    public List<EntityHandle> Named { get; } = [];

    /// <summary>True when a pointer, a pinned local or a typed reference was read since the last <see cref="Clear"/>.</summary>
    public bool HasPointer { get; private set; }

    /// <summary>Forgets what was read before.</summary>
    public void Clear()
    {
        _text.Clear();
        Named.Clear();
        HasPointer = false;
    }

    /// <summary>A method's parameters as "(System.String,System.Int32)", or a field's type.</summary>
    public string Member(BlobReader blob)
    {
        Clear();
        SignatureHeader header = blob.ReadSignatureHeader();

        if (header.Kind == SignatureKind.Field)
        {
            Type(ref blob, 0);
        }
        else
        {
            Method(ref blob, header, 0);
        }

        return _text.ToString();
    }

    /// <summary>The types of a method's locals, a generic method's arguments, or a type by itself.</summary>
    public string Any(BlobReader blob, bool isType)
    {
        Clear();

        if (isType)
        {
            Type(ref blob, 0);
            return _text.ToString();
        }

        SignatureHeader header = blob.ReadSignatureHeader();

        if (header.Kind == SignatureKind.Method)
        {
            Method(ref blob, header, 0);
            return _text.ToString();
        }

        int count = Count(ref blob);

        for (int i = 0; i < count; i++)
        {
            Type(ref blob, 0);
        }

        return _text.ToString();
    }

    // The result decides nothing about which overload it is, so it is read but not written.
    private void Method(ref BlobReader blob, SignatureHeader header, int depth)
    {
        if (header.IsGeneric)
        {
            _ = blob.ReadCompressedInteger();
        }

        int count = Count(ref blob);
        int start = _text.Length;
        Type(ref blob, depth + 1);
        _text.Length = start;
        _text.Append('(');

        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _text.Append(',');
            }

            Type(ref blob, depth + 1);
        }

        _text.Append(')');
    }

    private void Type(ref BlobReader blob, int depth)
    {
        if (depth > DepthMax || ++_parts > PartsMax)
        {
            throw new BadImageFormatException("its signatures are too large");
        }

        int code = blob.ReadCompressedInteger();

        switch (code)
        {
            case (int)SignatureTypeCode.Pointer:
                HasPointer = true;
                Type(ref blob, depth + 1);
                _text.Append('*');
                break;

            case (int)SignatureTypeCode.ByReference:
                Type(ref blob, depth + 1);
                _text.Append('&');
                break;

            case (int)SignatureTypeKind.Class or (int)SignatureTypeKind.ValueType:
                Name(blob.ReadTypeHandle());
                break;

            case (int)SignatureTypeCode.GenericTypeParameter:
                _text.Append('!').Append(blob.ReadCompressedInteger());
                break;

            case (int)SignatureTypeCode.GenericMethodParameter:
                _text.Append("!!").Append(blob.ReadCompressedInteger());
                break;

            case (int)SignatureTypeCode.Array:
                Array(ref blob, depth);
                break;

            case (int)SignatureTypeCode.GenericTypeInstance:
                Instance(ref blob, depth);
                break;

            case (int)SignatureTypeCode.TypedReference:
                HasPointer = true;
                _text.Append("System.TypedReference");
                break;

            case (int)SignatureTypeCode.FunctionPointer:
                HasPointer = true;
                Method(ref blob, blob.ReadSignatureHeader(), depth + 1);
                break;

            case (int)SignatureTypeCode.SZArray:
                Type(ref blob, depth + 1);
                _text.Append("[]");
                break;

            case (int)SignatureTypeCode.RequiredModifier or (int)SignatureTypeCode.OptionalModifier:
                Named.Add(blob.ReadTypeHandle());
                Type(ref blob, depth + 1);
                break;

            case (int)SignatureTypeCode.Pinned:
                HasPointer = true;
                Type(ref blob, depth + 1);
                break;

            case (int)SignatureTypeCode.Sentinel:
                throw new BadImageFormatException("a signature has a variable number of arguments");

            default:
                _text.Append(Primitive(code));
                break;
        }
    }

    private void Name(EntityHandle type)
    {
        Named.Add(type);
        _text.Append(_nameOf(type));
    }

    private void Instance(ref BlobReader blob, int depth)
    {
        _ = blob.ReadCompressedInteger();
        Name(blob.ReadTypeHandle());
        int count = Count(ref blob);
        _text.Append('<');

        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _text.Append(',');
            }

            Type(ref blob, depth + 1);
        }

        _text.Append('>');
    }

    private void Array(ref BlobReader blob, int depth)
    {
        Type(ref blob, depth + 1);
        int rank = Count(ref blob);

        for (int sizes = Count(ref blob); sizes > 0; sizes--)
        {
            _ = blob.ReadCompressedInteger();
        }

        for (int bounds = Count(ref blob); bounds > 0; bounds--)
        {
            _ = blob.ReadCompressedSignedInteger();
        }

        _text.Append('[').Append(',', Math.Max(rank - 1, 0)).Append(']');
    }

    private static int Count(ref BlobReader blob)
    {
        int count = blob.ReadCompressedInteger();
        return count <= ItemsMax ? count : throw new BadImageFormatException("a signature has too many parts");
    }

    private static string Primitive(int code)
    {
        return (SignatureTypeCode)code switch
        {
            SignatureTypeCode.Void => "System.Void",
            SignatureTypeCode.Boolean => "System.Boolean",
            SignatureTypeCode.Char => "System.Char",
            SignatureTypeCode.SByte => "System.SByte",
            SignatureTypeCode.Byte => "System.Byte",
            SignatureTypeCode.Int16 => "System.Int16",
            SignatureTypeCode.UInt16 => "System.UInt16",
            SignatureTypeCode.Int32 => "System.Int32",
            SignatureTypeCode.UInt32 => "System.UInt32",
            SignatureTypeCode.Int64 => "System.Int64",
            SignatureTypeCode.UInt64 => "System.UInt64",
            SignatureTypeCode.Single => "System.Single",
            SignatureTypeCode.Double => "System.Double",
            SignatureTypeCode.String => "System.String",
            SignatureTypeCode.Object => "System.Object",
            SignatureTypeCode.IntPtr => "System.IntPtr",
            SignatureTypeCode.UIntPtr => "System.UIntPtr",
            _ => throw new BadImageFormatException("a signature names no type"),
        };
    }
}
