using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ToyGuard.Emulator.Lab;

/// <summary>One DNS question and the lab's answer to it (RFC 1035, 4). Written apart from Wire on purpose: two readers that share a mistake would not notice it.</summary>
internal readonly struct LabQuestion
{
    private const int HeaderLength = 12;
    private const int NameMax = 255;
    private const ushort TypeA = 1;
    private const ushort TypeAaaa = 28;
    private const ushort ClassInternet = 1;
    private const int LifetimeSeconds = 5;

    private readonly byte[] _message;
    private readonly ushort _type;

    private LabQuestion(byte[] message, string name, ushort type)
    {
        _message = message;
        Name = name;
        _type = type;
    }

    /// <summary>What is asked for: lower-case, without the trailing dot.</summary>
    public string Name { get; }

    /// <summary>Reads a query with exactly one question. False for all else, which then gets no answer.</summary>
    public static bool TryRead(ReadOnlySpan<byte> query, out LabQuestion question)
    {
        question = default;

        if (query.Length < HeaderLength || (query[2] & 0x80) != 0 || BinaryPrimitives.ReadUInt16BigEndian(query[4..]) != 1)
        {
            return false;
        }

        StringBuilder name = new();
        int at = HeaderLength;

        while (at < query.Length && query[at] != 0)
        {
            int length = query[at];

            // A compressed name in a first question can only point at itself.
            if (length > 63 || at + 1 + length >= query.Length || name.Length + length > NameMax)
            {
                return false;
            }

            name.Append(name.Length > 0 ? "." : "");
            name.Append(Encoding.Latin1.GetString(query.Slice(at + 1, length)).ToLowerInvariant());
            at += 1 + length;
        }

        int end = at + 5;

        if (end > query.Length || BinaryPrimitives.ReadUInt16BigEndian(query[(at + 3)..]) != ClassInternet)
        {
            return false;
        }

        question = new LabQuestion(
            query[..end].ToArray(), name.ToString(), BinaryPrimitives.ReadUInt16BigEndian(query[(at + 1)..]));
        return true;
    }

    /// <summary>The answer with those of <paramref name="addresses"/> that are of the type asked for; null means that the name does not exist.</summary>
    public byte[] Answer(IReadOnlyList<IPAddress>? addresses)
    {
        const int NameError = 3;
        using MemoryStream answer = new();
        answer.Write(_message);
        ushort count = 0;

        foreach (IPAddress address in addresses ?? [])
        {
            if (_type != (address.AddressFamily == AddressFamily.InterNetwork ? TypeA : TypeAaaa))
            {
                continue;
            }

            byte[] data = address.GetAddressBytes();
            answer.Write([0xC0, HeaderLength, 0, (byte)_type, 0, (byte)ClassInternet, 0, 0, 0, LifetimeSeconds, 0, (byte)data.Length]);
            answer.Write(data);
            count++;
        }

        byte[] bytes = answer.ToArray();
        bytes[2] = (byte)(0x80 | (bytes[2] & 0x01)); // an answer; whether recursion was wished for goes back as it came
        bytes[3] = (byte)(0x80 | (addresses is null ? NameError : 0)); // recursion is available
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), count);
        bytes.AsSpan(8, 4).Clear();
        return bytes;
    }
}
