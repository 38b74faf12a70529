using System.Collections.Generic;
using System.Linq;

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ToyGuard.Tidy.Layers;

/// <summary>A comparison that takes the same steps whatever the bytes are, read off its instructions.</summary>
/// <remarks>
/// What comes out of an array is content, and so is all that is worked out from it. Content may be loaded, combined and compared; it may not
/// decide where to go on, which element to look at, or be divided, which takes longer for some numbers. One way in, one loop, one way out.
/// </remarks>
public static class ConstantTimeRules
{
    private static readonly HashSet<Code> s_plain = new()
    {
        Code.Nop, Code.Ldlen, Code.Ldc_I4, Code.Ldc_I4_S, Code.Ldc_I4_M1, Code.Ldc_I4_0, Code.Ldc_I4_1, Code.Ldc_I4_2, Code.Ldc_I4_3, Code.Ldc_I4_4, Code.Ldc_I4_5,
        Code.Ldc_I4_6, Code.Ldc_I4_7, Code.Ldc_I4_8, Code.Add, Code.Sub, Code.And, Code.Or, Code.Xor, Code.Not, Code.Neg, Code.Shl, Code.Shr, Code.Shr_Un, Code.Ceq, Code.Cgt,
        Code.Cgt_Un, Code.Clt, Code.Clt_Un, Code.Conv_U1, Code.Conv_I4, Code.Conv_U4, Code.Pop, Code.Ret,
    };

    /// <summary>What is wrong with the method.</summary>
    public static IEnumerable<string> Check(MethodDefinition method)
    {
        SortedSet<string> faults = new(System.StringComparer.Ordinal);
        HashSet<int> contentLocals = new();
        List<Instruction> all = method.Body.Instructions.ToList();

        // Twice, since what the loop's end stores is there when it begins again.
        Walk(method, all, contentLocals, faults);
        Walk(method, all, contentLocals, faults);

        int loops = all.Count(i => i.OpCode.FlowControl == FlowControl.Cond_Branch && i.OpCode.Code != Code.Switch && IsBackward(i));
        int branches = all.Count(i => i.OpCode.FlowControl == FlowControl.Cond_Branch);

        if (loops != 1 || branches != 1)
        {
            faults.Add("must have one loop and no other branch; it has " + loops + " and " + branches + " branches in all.");
        }

        if (all.Exists(i => i.OpCode.FlowControl == FlowControl.Branch && IsBackward(i)))
        {
            faults.Add("jumps back without asking.");
        }

        if (all.Count(i => i.OpCode.Code == Code.Ret) != 1 || all[^1].OpCode.Code != Code.Ret)
        {
            faults.Add("must return in one place, its end.");
        }

        if (method.Body.HasExceptionHandlers)
        {
            faults.Add("catches.");
        }

        return faults.Select(f => method.DeclaringType.FullName + "." + method.Name + " " + f);
    }

    // Straight on: with one loop and nothing on the stack at its edges, the order in the file is the order of the flow.
    private static void Walk(MethodDefinition method, List<Instruction> all, HashSet<int> contentLocals, SortedSet<string> faults)
    {
        Stack<bool> stack = new();

        foreach (Instruction instruction in all)
        {
            Code code = instruction.OpCode.Code;

            if (instruction.OpCode.FlowControl is FlowControl.Cond_Branch or FlowControl.Branch)
            {
                int taken = PopCount(instruction);

                for (int i = 0; i < taken; i++)
                {
                    if (Pop(stack))
                    {
                        faults.Add("goes by what it compares, at " + instruction + ".");
                    }
                }

                if (stack.Count > 0 || code == Code.Switch)
                {
                    faults.Add("branches in a way that is not read here, at " + instruction + ".");
                }
            }
            else if (LocalOf(method, instruction, isStore: false) is int loaded)
            {
                stack.Push(contentLocals.Contains(loaded));
            }
            else if (LocalOf(method, instruction, isStore: true) is int stored)
            {
                if (Pop(stack))
                {
                    contentLocals.Add(stored);
                }
            }
            else if (code == Code.Dup)
            {
                stack.Push(stack.Peek());
            }
            else if (code == Code.Ldelem_U1)
            {
                bool isIndexContent = Pop(stack);

                if (Pop(stack) || isIndexContent)
                {
                    faults.Add("looks up by what it compares, at " + instruction + ".");
                }

                stack.Push(true);
            }
            else if (s_plain.Contains(code))
            {
                bool isContent = false;

                for (int i = code == Code.Ret ? 1 : PopCount(instruction); i > 0; i--)
                {
                    isContent |= Pop(stack);
                }

                if (instruction.OpCode.StackBehaviourPush != StackBehaviour.Push0)
                {
                    stack.Push(isContent);
                }
            }
            else
            {
                faults.Add("uses " + instruction + ", whose time is not known here.");
                return;
            }
        }
    }

    private static bool IsBackward(Instruction branch)
    {
        return ((Instruction)branch.Operand).Offset <= branch.Offset;
    }

    private static bool Pop(Stack<bool> stack)
    {
        return stack.Count > 0 && stack.Pop();
    }

    private static int PopCount(Instruction instruction)
    {
        return instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1_pop1 or StackBehaviour.Popref_popi => 2,
            _ => 1,
        };
    }

    // Arguments count from -1 down, so that both kinds share one set.
    private static int? LocalOf(MethodDefinition method, Instruction instruction, bool isStore)
    {
        Code code = instruction.OpCode.Code;

        if (isStore)
        {
            return code switch
            {
                >= Code.Stloc_0 and <= Code.Stloc_3 => code - Code.Stloc_0,
                Code.Stloc or Code.Stloc_S => ((VariableDefinition)instruction.Operand).Index,
                Code.Starg or Code.Starg_S => -1 - method.Parameters.IndexOf((ParameterDefinition)instruction.Operand),
                _ => null,
            };
        }

        return code switch
        {
            >= Code.Ldloc_0 and <= Code.Ldloc_3 => code - Code.Ldloc_0,
            >= Code.Ldarg_0 and <= Code.Ldarg_3 => -1 - (code - Code.Ldarg_0),
            Code.Ldloc or Code.Ldloc_S => ((VariableDefinition)instruction.Operand).Index,
            Code.Ldarg or Code.Ldarg_S => -1 - method.Parameters.IndexOf((ParameterDefinition)instruction.Operand),
            _ => null,
        };
    }
}
