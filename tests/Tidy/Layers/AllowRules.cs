using System.Collections.Generic;
using System.Linq;

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ToyGuard.Tidy.Layers;

/// <summary>One line allows (EGR-12): a single call makes an allowing verdict, at the end of the gate's decision, and no other way leads to one.</summary>
public static class AllowRules
{
    private const string Verdict = "ToyGuard.Core.Policy.Verdict";
    private const string Gate = "ToyGuard.Core.Policy.Gate";

    /// <summary>What is wrong with the assemblies taken together.</summary>
    public static IEnumerable<string> Check(params AssemblyDefinition[] assemblies)
    {
        List<string> allowing = new();

        foreach (AssemblyDefinition assembly in assemblies)
        {
            if (assembly.Name.Name == "ToyGuard.Core" && assembly.CustomAttributes.Any(a => a.AttributeType.Name == "InternalsVisibleToAttribute"))
            {
                yield return "ToyGuard.Core opens its internals: then others could allow.";
            }

            foreach (TypeDefinition type in assembly.MainModule.GetTypes())
            {
                if (type.FullName == Verdict && (type.IsClass && !type.IsValueType || type.Methods.Any(m => m.IsConstructor && !m.IsPrivate && !m.IsStatic)))
                {
                    yield return Verdict + " must be a struct with private constructors: the default value holds.";
                }

                foreach (FieldDefinition field in type.Fields.Where(f => type.FullName == Verdict && !f.IsStatic && !f.IsInitOnly))
                {
                    yield return Verdict + "." + field.Name + " can be written after it was made.";
                }

                foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
                {
                    foreach (Instruction instruction in method.Body.Instructions)
                    {
                        if (instruction.Operand is not MethodReference { DeclaringType.FullName: Verdict } called)
                        {
                            continue;
                        }

                        if (called.Name == "Allow")
                        {
                            allowing.Add(type.FullName + "." + method.Name);
                        }
                        else if (called.Name == ".ctor" && !(type.FullName == Verdict && method.Name is "Allow" or "Hold"))
                        {
                            yield return type.FullName + "." + method.Name + " makes a verdict by its constructor.";
                        }
                    }
                }
            }
        }

        if (allowing.Count != 1 || allowing[0] != Gate + ".Decide")
        {
            yield return "An allowing verdict is made in: " + string.Join(", ", allowing) + "; it must be one line of " + Gate + ".Decide.";
        }
    }
}
