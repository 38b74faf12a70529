using System;
using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ToyGuard.Maker.Scan;

/// <summary>The instructions of one method body, one after the other: which they are, and what they name.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> s_codes = Codes();

    /// <summary>Calls <paramref name="see"/> for every instruction, with its offset and the handle it names (nil for none).</summary>
    /// <remarks>Throws <see cref="BadImageFormatException"/> for bytes that are no instruction, so nothing behind one goes unseen.</remarks>
    public static void Walk(BlobReader il, Action<int, OpCode, Handle> see)
    {
        while (il.RemainingBytes > 0)
        {
            int offset = il.Offset;
            int value = il.ReadByte();

            if (value == 0xFE)
            {
                value = 0xFE00 | il.ReadByte();
            }

            if (!s_codes.TryGetValue(value, out OpCode code))
            {
                throw new BadImageFormatException("a method holds what is no instruction");
            }

            see(offset, code, Operand(ref il, code));
        }
    }

    private static Handle Operand(ref BlobReader il, OpCode code)
    {
        switch (code.OperandType)
        {
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                return MetadataTokens.Handle(il.ReadInt32());

            case OperandType.InlineSwitch:
                uint targets = il.ReadUInt32();

                if (targets > (uint)il.RemainingBytes / 4)
                {
                    throw new BadImageFormatException("a switch goes on behind its method's end");
                }

                il.Offset += (int)targets * 4;
                return default;

            default:
                il.Offset += Bytes(code.OperandType);
                return default;
        }
    }

    private static int Bytes(OperandType type)
    {
        return type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
    }

    private static Dictionary<int, OpCode> Codes()
    {
        Dictionary<int, OpCode> codes = [];

        foreach (FieldInfo field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            // Prefixes that only the platform uses for itself have the odd numbers.
            if (field.GetValue(null) is OpCode { OpCodeType: not OpCodeType.Nternal } code)
            {
                codes[(ushort)code.Value] = code;
            }
        }

        return codes;
    }
}
