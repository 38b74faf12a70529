using System;
using System.Buffers;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The one form in which the gate compares host names.</summary>
internal sealed class HostNameTarget : Target
{
    private static readonly SearchValues<byte> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-."u8);

    private readonly HostName _used = new();
    private readonly HostName _again = new();

    public override string Name
    {
        get { return "host-name"; }
    }

    public override string Hurdle
    {
        get { return "every character"; }
    }

    public override int LengthMax
    {
        get { return 300; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "stories.toys.example", "STORIES.Toys.Example.", "a.b", "xn--bcher-kva.example", "xn--a.example", "xn--ls8h.la.example", "a-b.c-d.example", "127.1", "0x7f.1",
            "1.2.3.4a", "local", "a.local", "home.arpa", "a..b", "-a.b", "a-.b", "ab--c.example", "a_b.example", "a.example.test",
            new string('a', 63) + ".example", new string('a', 64) + ".example", string.Join('.', new string('a', 60), new string('b', 60), new string('c', 60), new string('d', 60)));
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All("xn--", ".", "..", "-", "local", "localhost", "onion", "internal", "arpa", ".example", "0x", "1", "%", ":", "[", "_", " ", "\u00fc", "-kva", "xn--bcher-kva");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        HostName name = pieces.IsOtherwise ? new HostName() : _used;
        HostFault fault = name.Read(pieces.Buffer, pieces.Offset, pieces.Count);
        long sum = Outcome.Add(name.Fault == fault ? 0 : 1, name.Bytes, 0, name.Length);
        bool isPast = fault is HostFault.None or >= HostFault.EmptyLabel;

        return new Outcome(fault == HostFault.None ? ReadStatus.Complete : ReadStatus.Refused, (int)fault, 0, 0, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (outcome.Status != ReadStatus.Complete)
        {
            return _used.Length == 0 ? null : "a name that was refused";
        }

        ReadOnlySpan<byte> name = _used.Bytes.AsSpan(0, _used.Length);

        if (name.Length > HostName.LengthMax || name[^1] == '.' || name.IndexOfAnyExcept(s_letters) >= 0)
        {
            return "not in its one form";
        }

        // What was made of it is made of itself again.
        return _again.Read(_used.Bytes, 0, _used.Length) == HostFault.None && _again.IsSame(_used) ? null : "another name when read again";
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        Ascii.RepairHost(input.AsSpan(0, count));

        return count;
    }

    public override int StepsMax(int count)
    {
        return 1000 + (200 * count);
    }
}
