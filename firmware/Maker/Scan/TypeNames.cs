using System;
using System.Reflection.Metadata;

namespace ToyGuard.Maker.Scan;

/// <summary>Full names of types: "Name.Space.Outer+Inner".</summary>
internal static class TypeNames
{
    private const int NestingMax = 16;

    /// <summary>The name of a type that is defined here or elsewhere; "?" for one that only a signature describes.</summary>
    public static string Of(MetadataReader reader, EntityHandle type)
    {
        return Of(reader, type, 0);
    }

    /// <summary>Where a type from elsewhere is: an assembly reference, or something else that no app needs.</summary>
    public static EntityHandle ScopeOf(MetadataReader reader, TypeReferenceHandle type)
    {
        EntityHandle scope = reader.GetTypeReference(type).ResolutionScope;

        for (int depth = 0; scope.Kind == HandleKind.TypeReference; depth++)
        {
            Bound(depth);
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        return scope;
    }

    private static string Of(MetadataReader reader, EntityHandle type, int depth)
    {
        Bound(depth);

        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                TypeReference other = reader.GetTypeReference((TypeReferenceHandle)type);
                return other.ResolutionScope.Kind == HandleKind.TypeReference
                    ? Of(reader, other.ResolutionScope, depth + 1) + "+" + reader.GetString(other.Name)
                    : Joined(reader, other.Namespace, other.Name);

            case HandleKind.TypeDefinition:
                TypeDefinition own = reader.GetTypeDefinition((TypeDefinitionHandle)type);
                TypeDefinitionHandle outer = own.GetDeclaringType();
                return outer.IsNil ? Joined(reader, own.Namespace, own.Name) : Of(reader, outer, depth + 1) + "+" + reader.GetString(own.Name);

            default:
                return "?";
        }
    }

    private static string Joined(MetadataReader reader, StringHandle space, StringHandle name)
    {
        return space.IsNil ? reader.GetString(name) : reader.GetString(space) + "." + reader.GetString(name);
    }

    private static void Bound(int depth)
    {
        if (depth > NestingMax)
        {
            throw new BadImageFormatException("types are nested too deep");
        }
    }
}
