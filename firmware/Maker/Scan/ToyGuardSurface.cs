using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ToyGuard.Maker.Scan;

/// <summary>What an app may name of ToyGuard: what is public in this program's own copies of Kit and Kit/Play, and two words of Core.</summary>
/// <remarks>nanoCLR asks nobody whether a member is private, so it is asked here.</remarks>
internal sealed class ToyGuardSurface
{
    private const string Core = "ToyGuard.Core";
    private const string Samples = "ToyGuard.Samples.";

    private static readonly string[] s_open = ["ToyGuard.Kit", "ToyGuard.Kit.Play"];
    private static readonly HashSet<string> s_coreTypes = ["ToyGuard.Core.Policy.Reason", "ToyGuard.Core.Policy.AgeBand"];

    // Public because the program that composes a toy lives elsewhere; behind them a sensor goes on without anybody being asked.
    private static readonly HashSet<string> s_composed = ["ToyGuard.Kit.Play.ISensorDriver", "ToyGuard.Kit.Play.IToyBoard.Sensor"];

    private readonly Dictionary<string, HashSet<string>> _members = [];

    private ToyGuardSurface(string folder)
    {
        foreach (string assembly in (string[])[.. s_open, Core])
        {
            using PEReader image = new(File.OpenRead(Path.Combine(folder, assembly + ".dll")));
            Read(assembly, image.GetMetadataReader());
        }
    }

    /// <summary>That of the copies beside this program, read once.</summary>
    public static ToyGuardSurface Here { get; } = new(AppContext.BaseDirectory);

    /// <summary>True for a name that anybody would take for ToyGuard's. Samples are apps like any other.</summary>
    public static bool LooksLikeToyGuard(string name)
    {
        const string Plain = "toyguard";
        int seen = 0;

        foreach (char c in name)
        {
            if (c is '.' or '_' or '-' or ' ' or '`')
            {
                continue;
            }

            if (seen == Plain.Length)
            {
                break;
            }

            if (char.ToLowerInvariant(c) != Plain[seen])
            {
                return false;
            }

            seen++;
        }

        return seen == Plain.Length && !name.StartsWith(Samples, StringComparison.Ordinal);
    }

    /// <summary>Why a type of an assembly of ToyGuard's may not be named; null when it may.</summary>
    public Refusal? Judge(string assembly, string type)
    {
        bool isOpen = assembly == Core ? s_coreTypes.Contains(type) : _members.ContainsKey(Key(assembly, type)) && !s_composed.Contains(type);
        return isOpen ? null : new Refusal(ScanKind.Inside, type);
    }

    /// <summary>Why a member may not; null when it may.</summary>
    public Refusal? Judge(string assembly, string type, string name, string signature)
    {
        string full = type + "." + name;
        bool isOpen = _members.TryGetValue(Key(assembly, type), out HashSet<string>? members) && members.Contains(name + signature) && !s_composed.Contains(full);
        return Judge(assembly, type) ?? (isOpen ? null : new Refusal(ScanKind.Inside, full));
    }

    private void Read(string assembly, MetadataReader reader)
    {
        SignatureText signatures = new(handle => TypeNames.Of(reader, handle));

        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);

            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic))
            {
                continue;
            }

            HashSet<string> members = [];

            foreach (MethodDefinitionHandle at in type.GetMethods())
            {
                MethodDefinition method = reader.GetMethodDefinition(at);

                if ((method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                {
                    members.Add(reader.GetString(method.Name) + signatures.Member(reader.GetBlobReader(method.Signature)));
                }
            }

            foreach (FieldDefinitionHandle at in type.GetFields())
            {
                FieldDefinition field = reader.GetFieldDefinition(at);

                if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                {
                    members.Add(reader.GetString(field.Name) + signatures.Member(reader.GetBlobReader(field.Signature)));
                }
            }

            _members.Add(Key(assembly, TypeNames.Of(reader, handle)), members);
        }
    }

    private static string Key(string assembly, string type)
    {
        return assembly + "|" + type;
    }
}
