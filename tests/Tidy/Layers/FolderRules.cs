using System;
using System.Collections.Generic;
using System.Linq;

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ToyGuard.Tidy.Layers;

/// <summary>Which folder of Core may know which, read off the compiled types: their parents, fields, signatures and instructions.</summary>
/// <remarks>A constant leaves no trace in what is compiled, so using another folder's constant is not seen.</remarks>
public static class FolderRules
{
    private const string Root = "ToyGuard.Core.";

    private static readonly Dictionary<string, string[]> s_known = new()
    {
        ["Times"] = Array.Empty<string>(),
        ["Policy"] = new[] { "Times" },
        ["Privacy"] = new[] { "Times", "Policy" },
        ["Crypto"] = Array.Empty<string>(),
        ["Storage"] = new[] { "Crypto" },
        ["Usage"] = new[] { "Storage", "Policy" },
        ["Records"] = new[] { "Crypto", "Storage" },
        ["Settings"] = new[] { "Times", "Policy", "Privacy", "Crypto", "Storage" },
        ["Seal"] = new[] { "Crypto" },
        ["Pairing"] = new[] { "Boot", "Policy", "Crypto", "Seal", "Storage", "Records", "Settings" },
        ["Factory"] = new[] { "Pairing", "Storage" },
        ["Data"] = new[] { "Policy", "Privacy", "Storage", "Records", "Settings" },
        ["Family"] = new[] { "Times", "Policy", "Crypto", "Storage", "Records", "Settings" },
        ["Boot"] = new[] { "Policy", "Crypto", "Storage", "Usage", "Records", "Settings" },
    };

    /// <summary>What is wrong with the folders of an assembly.</summary>
    public static IEnumerable<string> Check(AssemblyDefinition assembly)
    {
        SortedSet<string> faults = new(StringComparer.Ordinal);

        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            string folder = FolderOf(type);

            if (folder.Length == 0)
            {
                continue;
            }

            if (!s_known.TryGetValue(folder, out string[]? known))
            {
                faults.Add("Core/" + folder + " has no row in tests/Tidy/Layers/FolderRules.cs: which folders may it know?");
                continue;
            }

            foreach (string other in Named(type).Select(FolderOf).Where(f => f.Length > 0 && f != folder && !known.Contains(f)))
            {
                faults.Add(type.FullName + " knows Core/" + other + "; Core/" + folder + " may know " + (known.Length == 0 ? "no other folder." : string.Join(", ", known) + "."));
            }
        }

        return faults;
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        List<TypeReference?> named = new() { type.BaseType };
        named.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        named.AddRange(type.CustomAttributes.Select(a => a.AttributeType));
        named.AddRange(type.Fields.Select(f => f.FieldType));

        foreach (MethodDefinition method in type.Methods)
        {
            AddSignature(named, method);

            if (!method.HasBody)
            {
                continue;
            }

            named.AddRange(method.Body.Variables.Select(v => v.VariableType));
            named.AddRange(method.Body.ExceptionHandlers.Select(h => h.CatchType));

            foreach (Instruction instruction in method.Body.Instructions)
            {
                switch (instruction.Operand)
                {
                    case TypeReference used:
                        named.Add(used);
                        break;

                    case FieldReference field:
                        named.Add(field.DeclaringType);
                        named.Add(field.FieldType);
                        break;

                    case MethodReference called:
                        named.Add(called.DeclaringType);
                        AddSignature(named, called);
                        break;
                }
            }
        }

        return named.OfType<TypeReference>();
    }

    private static void AddSignature(List<TypeReference?> named, MethodReference method)
    {
        named.Add(method.ReturnType);
        named.AddRange(method.Parameters.Select(p => p.ParameterType));
    }

    private static string FolderOf(TypeReference type)
    {
        TypeReference outer = type.GetElementType();

        while (outer.DeclaringType is not null)
        {
            outer = outer.DeclaringType;
        }

        return outer.Namespace.StartsWith(Root, StringComparison.Ordinal) ? outer.Namespace[Root.Length..].Split('.')[0] : "";
    }
}
