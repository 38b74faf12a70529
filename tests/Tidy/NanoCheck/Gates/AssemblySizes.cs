using System.Collections.Generic;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>How much of the device's three tables an assembly fills, in bytes.</summary>
/// <remarks>
/// IL: method bodies with their exception tables. Strings: names of types, members and what they refer to, and string constants,
/// each once, in UTF-8 with an end byte. Literals: the data of array initialisers. The device packs a little tighter than this counts.
/// </remarks>
public sealed record AssemblySizes(int Il, int Strings, int Literals)
{
    /// <summary>The sizes of an assembly.</summary>
    public static AssemblySizes Of(PEReader image)
    {
        MetadataReader reader = image.GetMetadataReader();
        return new AssemblySizes(MeasureIl(image, reader), MeasureStrings(reader), MeasureLiterals(reader));
    }

    private static int MeasureIl(PEReader image, MetadataReader reader)
    {
        int total = 0;

        foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
        {
            int address = reader.GetMethodDefinition(handle).RelativeVirtualAddress;

            if (address != 0)
            {
                MethodBodyBlock body = image.GetMethodBody(address);
                total += body.GetILReader().Length + (body.ExceptionRegions.Length * 12);
            }
        }

        return total;
    }

    private static int MeasureStrings(MetadataReader reader)
    {
        HashSet<string> strings = new();

        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            strings.Add(reader.GetString(type.Name));
            strings.Add(reader.GetString(type.Namespace));
        }

        foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
        {
            strings.Add(reader.GetString(reader.GetMethodDefinition(handle).Name));
        }

        foreach (FieldDefinitionHandle handle in reader.FieldDefinitions)
        {
            strings.Add(reader.GetString(reader.GetFieldDefinition(handle).Name));
        }

        foreach (TypeReferenceHandle handle in reader.TypeReferences)
        {
            TypeReference type = reader.GetTypeReference(handle);
            strings.Add(reader.GetString(type.Name));
            strings.Add(reader.GetString(type.Namespace));
        }

        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            strings.Add(reader.GetString(reader.GetMemberReference(handle).Name));
        }

        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
        {
            strings.Add(reader.GetUserString(handle));
        }

        int total = 0;

        foreach (string text in strings)
        {
            total += Encoding.UTF8.GetByteCount(text) + 1;
        }

        return total;
    }

    private static int MeasureLiterals(MetadataReader reader)
    {
        int total = 0;

        foreach (FieldDefinitionHandle handle in reader.FieldDefinitions)
        {
            FieldDefinition field = reader.GetFieldDefinition(handle);

            if (field.GetRelativeVirtualAddress() != 0)
            {
                total += field.DecodeSignature(new LengthProvider(), null);
            }
        }

        return total;
    }

    // An array literal is a field of a struct made to its length, or of a plain number for the shortest.
    private sealed class LengthProvider : ISignatureTypeProvider<int, object?>
    {
        public int GetPrimitiveType(PrimitiveTypeCode typeCode)
        {
            return typeCode switch
            {
                PrimitiveTypeCode.Byte or PrimitiveTypeCode.SByte or PrimitiveTypeCode.Boolean => 1,
                PrimitiveTypeCode.Int16 or PrimitiveTypeCode.UInt16 or PrimitiveTypeCode.Char => 2,
                PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 or PrimitiveTypeCode.Double => 8,
                _ => 4,
            };
        }

        public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            return reader.GetTypeDefinition(handle).GetLayout().Size;
        }

        public int GetArrayType(int elementType, ArrayShape shape) => 0;

        public int GetByReferenceType(int elementType) => 0;

        public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

        public int GetGenericInstantiation(int genericType, System.Collections.Immutable.ImmutableArray<int> typeArguments) => 0;

        public int GetGenericMethodParameter(object? genericContext, int index) => 0;

        public int GetGenericTypeParameter(object? genericContext, int index) => 0;

        public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => unmodifiedType;

        public int GetPinnedType(int elementType) => 0;

        public int GetPointerType(int elementType) => 0;

        public int GetSZArrayType(int elementType) => 0;

        public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

        public int GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => 0;
    }
}
