using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>What only the compiled assembly shows: locals, sizes, and anything generic that the sources did not show.</summary>
public static class ImageGate
{
    /// <summary>The interpreter aborts above 255 locals, and a debug build adds one for every condition.</summary>
    public const int LocalsMax = 200;

    /// <summary>Bytes of IL, of strings and of literals that one assembly can hold. The firmware's own budgets are far below.</summary>
    public const int TableMax = 65535;

    /// <summary>Bytes of array literals that an assembly can hold and still start.</summary>
    public const int LiteralsMax = 56 * 1024;

    /// <summary>Findings in an assembly that came out.</summary>
    public static List<Finding> Check(NanoCompilation compilation)
    {
        List<Finding> findings = new();
        using PEReader image = compilation.OpenImage();
        using MetadataReaderProvider symbols = compilation.OpenSymbols();
        MetadataReader reader = image.GetMetadataReader();
        MetadataReader places = symbols.GetMetadataReader();
        string project = compilation.Project.Path;

        foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
        {
            CheckMethod(image, reader, places, handle, project, findings);
        }

        for (int row = 1; row <= reader.GetTableRowCount(TableIndex.TypeSpec); row++)
        {
            TypeSpecification type = reader.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row));

            if (type.DecodeSignature(new ShapeProvider(), null) != Shape.Plain)
            {
                findings.Add(new Finding(project, 0, 0, "TG0001", "the compiled assembly holds a generic type or an array of more than one dimension "
                    + "that no source names: look for a method whose parameter is generic in a library."));
            }
        }

        if (reader.GetTableRowCount(TableIndex.MethodSpec) > 0 || reader.GetTableRowCount(TableIndex.GenericParam) > 0)
        {
            findings.Add(new Finding(project, 0, 0, "TG0001", "the compiled assembly holds a generic method or a generic declaration."));
        }

        AssemblySizes sizes = AssemblySizes.Of(image);
        CheckSize(sizes.Il, TableMax, "IL", project, findings);
        CheckSize(sizes.Strings, TableMax, "strings and names", project, findings);
        CheckSize(sizes.Literals, LiteralsMax, "array literals", project, findings);
        return findings;
    }

    private static void CheckMethod(
        PEReader image,
        MetadataReader reader,
        MetadataReader places,
        MethodDefinitionHandle handle,
        string project,
        List<Finding> findings)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = image.GetMethodBody(method.RelativeVirtualAddress);

        if (body.LocalSignature.IsNil)
        {
            return;
        }

        ImmutableArray<Shape> locals = reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(new ShapeProvider(), null);
        string name = reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name) + "." + reader.GetString(method.Name);
        (string file, int line, int column) = Place(places, handle, project);

        if (locals.Length > LocalsMax)
        {
            findings.Add(new Finding(file, line, column, "TG0009", name + " has " + locals.Length + " locals, of which a debug build adds one for every condition; "
                + "the device aborts above 255: cut the method up below " + LocalsMax + "."));
        }

        if (locals.Contains(Shape.Generic) || locals.Contains(Shape.Ranked))
        {
            findings.Add(new Finding(file, line, column, "TG0001", name + " has a local of a generic type, or an array of more than one dimension, which crashes the device; "
                + "name the types you mean."));
        }
    }

    private static (string File, int Line, int Column) Place(MetadataReader places, MethodDefinitionHandle method, string project)
    {
        foreach (SequencePoint point in places.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (!point.IsHidden)
            {
                return (places.GetString(places.GetDocument(point.Document).Name), point.StartLine, point.StartColumn);
            }
        }

        return (project, 0, 0);
    }

    private static void CheckSize(int measured, int max, string what, string project, List<Finding> findings)
    {
        if (measured > max)
        {
            findings.Add(new Finding(project, 0, 0, "TG0015", measured + " bytes of " + what + ": an assembly on the device holds " + max
                + "; split it along its folders."));
        }
    }

    private enum Shape
    {
        Plain,
        Generic,
        Ranked,
    }

    private sealed class ShapeProvider : ISignatureTypeProvider<Shape, object?>
    {
        public Shape GetArrayType(Shape elementType, ArrayShape shape) => Shape.Ranked;

        public Shape GetByReferenceType(Shape elementType) => elementType;

        public Shape GetFunctionPointerType(MethodSignature<Shape> signature) => Shape.Plain;

        public Shape GetGenericInstantiation(Shape genericType, ImmutableArray<Shape> typeArguments) => Shape.Generic;

        public Shape GetGenericMethodParameter(object? genericContext, int index) => Shape.Generic;

        public Shape GetGenericTypeParameter(object? genericContext, int index) => Shape.Generic;

        public Shape GetModifiedType(Shape modifier, Shape unmodifiedType, bool isRequired) => unmodifiedType;

        public Shape GetPinnedType(Shape elementType) => elementType;

        public Shape GetPointerType(Shape elementType) => elementType;

        public Shape GetPrimitiveType(PrimitiveTypeCode typeCode) => Shape.Plain;

        public Shape GetSZArrayType(Shape elementType) => elementType;

        public Shape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Shape.Plain;

        public Shape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Shape.Plain;

        public Shape GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        }
    }
}
