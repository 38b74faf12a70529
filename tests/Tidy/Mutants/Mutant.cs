using System.Collections.Generic;
using System.IO;
using System.Linq;

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ToyGuard.Tidy.Mutants;

/// <summary>One decision turned round: an assembly in which a single branch, comparison or choice goes the other way.</summary>
public sealed record Mutant(string Method, int Offset, string Line, string Change, byte[] Image)
{
    /// <summary>Where and what.</summary>
    public override string ToString()
    {
        return Method + " IL_" + Offset.ToString("x4", System.Globalization.CultureInfo.InvariantCulture) + " " + Change + ": " + Line;
    }

    /// <summary>
    /// Every mutant of the methods that <paramref name="type"/>.<paramref name="start"/> reaches inside its own type: each conditional branch
    /// inverted, each comparison negated, each case of a switch sent to its neighbour's.
    /// </summary>
    public static IEnumerable<Mutant> Of(string path, string type, string start)
    {
        List<(string Method, int Index, int Case)> places = new();

        using (AssemblyDefinition assembly = Read(path))
        {
            foreach (MethodDefinition method in Reachable(assembly.MainModule.GetType(type), start))
            {
                for (int i = 0; i < method.Body.Instructions.Count; i++)
                {
                    Instruction at = method.Body.Instructions[i];
                    int cases = at.Operand is Instruction[] targets ? targets.Length : IsDecision(at) ? 1 : 0;

                    for (int one = 0; one < cases; one++)
                    {
                        places.Add((method.FullName, i, one));
                    }
                }
            }
        }

        foreach ((string method, int index, int one) in places)
        {
            using AssemblyDefinition assembly = Read(path);
            yield return Make(assembly, assembly.MainModule.GetType(type).Methods.Single(m => m.FullName == method), index, one);
        }
    }

    private static Mutant Make(AssemblyDefinition assembly, MethodDefinition method, int index, int one)
    {
        Instruction at = method.Body.Instructions[index];
        int offset = at.Offset;
        string line = SourceLine(method, at);
        string change;

        if (at.Operand is Instruction[] targets)
        {
            change = "case " + one + " of switch moved";
            targets[one] = targets[(one + 1) % targets.Length] == targets[one] ? at.Next : targets[(one + 1) % targets.Length];
        }
        else if (Inverse(at.OpCode) is OpCode inverse)
        {
            change = at.OpCode + " inverted";
            at.OpCode = inverse;
        }
        else
        {
            change = at.OpCode + " negated";
            ILProcessor il = method.Body.GetILProcessor();
            il.InsertAfter(at, il.Create(OpCodes.Ceq));
            il.InsertAfter(at, il.Create(OpCodes.Ldc_I4_0));
        }

        using MemoryStream image = new();
        assembly.Write(image);
        return new Mutant(method.DeclaringType.Name + "." + method.Name, offset, line, change, image.ToArray());
    }

    private static AssemblyDefinition Read(string path)
    {
        return AssemblyDefinition.ReadAssembly(path, new ReaderParameters { InMemory = true, ReadSymbols = true });
    }

    private static HashSet<MethodDefinition> Reachable(TypeDefinition type, string start)
    {
        HashSet<MethodDefinition> found = new();
        Queue<MethodDefinition> left = new(type.Methods.Where(m => m.Name == start));

        while (left.Count > 0)
        {
            MethodDefinition method = left.Dequeue();

            if (found.Add(method))
            {
                foreach (Instruction at in method.Body.Instructions)
                {
                    if (at.Operand is MethodReference called && called.DeclaringType.FullName == type.FullName && called.Resolve() is { HasBody: true } known)
                    {
                        left.Enqueue(known);
                    }
                }
            }
        }

        return found;
    }

    // The source line that the instruction belongs to, for the one who reads which mutant lived.
    private static string SourceLine(MethodDefinition method, Instruction at)
    {
        SequencePoint? point = null;

        for (Instruction? each = method.Body.Instructions[0]; each is not null && each.Offset <= at.Offset; each = each.Next)
        {
            SequencePoint? here = method.DebugInformation.GetSequencePoint(each);
            point = here is { IsHidden: false } ? here : point;
        }

        if (point is null || !File.Exists(point.Document.Url))
        {
            return point is null ? "" : "line " + point.StartLine;
        }

        return File.ReadAllLines(point.Document.Url)[point.StartLine - 1].Trim();
    }

    // A debug build steps over a jump on a constant: nothing is decided there.
    private static bool IsDecision(Instruction at)
    {
        return IsComparison(at.OpCode) || (Inverse(at.OpCode) is not null && at.Previous?.OpCode != OpCodes.Ldc_I4_1);
    }

    private static bool IsComparison(OpCode code)
    {
        return code == OpCodes.Ceq || code == OpCodes.Cgt || code == OpCodes.Cgt_Un || code == OpCodes.Clt || code == OpCodes.Clt_Un;
    }

    private static OpCode? Inverse(OpCode code)
    {
        return code.Code switch
        {
            Code.Brtrue or Code.Brtrue_S => OpCodes.Brfalse,
            Code.Brfalse or Code.Brfalse_S => OpCodes.Brtrue,
            Code.Beq or Code.Beq_S => OpCodes.Bne_Un,
            Code.Bne_Un or Code.Bne_Un_S => OpCodes.Beq,
            Code.Bge or Code.Bge_S => OpCodes.Blt,
            Code.Blt or Code.Blt_S => OpCodes.Bge,
            Code.Bgt or Code.Bgt_S => OpCodes.Ble,
            Code.Ble or Code.Ble_S => OpCodes.Bgt,
            Code.Bge_Un or Code.Bge_Un_S => OpCodes.Blt_Un,
            Code.Blt_Un or Code.Blt_Un_S => OpCodes.Bge_Un,
            Code.Bgt_Un or Code.Bgt_Un_S => OpCodes.Ble_Un,
            Code.Ble_Un or Code.Ble_Un_S => OpCodes.Bgt_Un,
            _ => null,
        };
    }
}
