using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ToyGuard.Fuzz.Loop;

/// <summary>Puts a call to <see cref="EdgeMap.Hit"/> at the beginning of every block of an assembly, and notes the words and numbers it compares with.</summary>
internal sealed class Weaver
{
    private readonly List<(string Type, byte[] Word)> _words = new();

    /// <summary>Texts and large numbers that stand in types of that namespace, as bytes a mutator can put into an input.</summary>
    public IEnumerable<byte[]> Words(string inNamespace)
    {
        return _words.Where(w => w.Type.StartsWith(inNamespace, StringComparison.Ordinal)).Select(static w => w.Word);
    }

    /// <summary>The assembly at <paramref name="path"/>, woven, and optimised by the runtime however it was built.</summary>
    public MemoryStream Weave(string path)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(path);
        MethodReference hit = assembly.MainModule.ImportReference(typeof(EdgeMap).GetMethod(nameof(EdgeMap.Hit)));

        foreach (MethodDefinition method in assembly.MainModule.GetTypes().SelectMany(static t => t.Methods).Where(static m => m.HasBody))
        {
            NoteWords(method);
            WeaveMethod(method, hit);
        }

        // A debug build says that the runtime must not optimise it.
        foreach (CustomAttribute attribute in assembly.CustomAttributes.Where(static a => a.AttributeType.Name == "DebuggableAttribute").ToList())
        {
            assembly.CustomAttributes.Remove(attribute);
        }

        MemoryStream woven = new();
        assembly.Write(woven);
        woven.Position = 0;

        return woven;
    }

    private void NoteWords(MethodDefinition method)
    {
        foreach (Instruction instruction in method.Body.Instructions)
        {
            if (instruction.Operand is string text && text.Length is > 1 and < 32)
            {
                _words.Add((method.DeclaringType.FullName, Encoding.UTF8.GetBytes(text)));
            }
            else if (instruction.Operand is int number && number is > 255 or < -255)
            {
                byte[] four = BitConverter.GetBytes(number);
                _words.Add((method.DeclaringType.FullName, four));
                _words.Add((method.DeclaringType.FullName, four.Reverse().ToArray()));
            }
        }
    }

    // A method of one block says nothing that its caller's block did not.
    private static void WeaveMethod(MethodDefinition method, MethodReference hit)
    {
        MethodBody body = method.Body;
        body.SimplifyMacros();
        HashSet<Instruction> begins = Begins(body);

        if (begins.Count > 1)
        {
            Dice numbers = new(SeedOf(method.FullName));
            ILProcessor il = body.GetILProcessor();
            Dictionary<Instruction, Instruction> moved = new();

            foreach (Instruction begin in body.Instructions.Where(begins.Contains).ToList())
            {
                Instruction number = il.Create(OpCodes.Ldc_I4, numbers.Next(EdgeMap.Size));
                il.InsertBefore(begin, number);
                il.InsertBefore(begin, il.Create(OpCodes.Call, hit));
                moved.Add(begin, number);
            }

            Redirect(body, moved);
        }

        body.OptimizeMacros();
    }

    private static HashSet<Instruction> Begins(MethodBody body)
    {
        HashSet<Instruction> begins = new() { body.Instructions[0] };

        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                begins.Add(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                begins.UnionWith(targets);
            }

            if (instruction.OpCode.FlowControl == FlowControl.Cond_Branch && instruction.Next is not null)
            {
                begins.Add(instruction.Next);
            }
        }

        begins.UnionWith(body.ExceptionHandlers.Select(static h => h.HandlerStart));

        return begins;
    }

    private static void Redirect(MethodBody body, Dictionary<Instruction, Instruction> moved)
    {
        Instruction? Moved(Instruction? from)
        {
            return from is not null && moved.TryGetValue(from, out Instruction? to) ? to : from;
        }

        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                instruction.Operand = Moved(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                instruction.Operand = targets.Select(t => Moved(t)!).ToArray();
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = Moved(handler.TryStart);
            handler.TryEnd = Moved(handler.TryEnd);
            handler.HandlerStart = Moved(handler.HandlerStart);
            handler.HandlerEnd = Moved(handler.HandlerEnd);
            handler.FilterStart = Moved(handler.FilterStart);
        }
    }

    private static ulong SeedOf(string text)
    {
        ulong seed = 14695981039346656037;

        foreach (char c in text)
        {
            seed = (seed ^ c) * 1099511628211;
        }

        return seed;
    }
}
