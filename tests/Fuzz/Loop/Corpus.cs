using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ToyGuard.Fuzz.Loop;

/// <summary>The inputs worth going on from: one stays only while it is the smallest that passes some edge so many times.</summary>
/// <remarks>Numbers of passes count in eight classes (1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, more), so that a loop taken twice is news and one taken 40 times for 41 is not.</remarks>
internal sealed class Corpus
{
    private const int Classes = 8;

    private static readonly byte[] s_classOf = MakeClasses();

    private readonly List<Entry> _entries = new();
    private readonly int[] _smallest = new int[EdgeMap.Size * Classes];
    private readonly Entry?[] _owners = new Entry?[EdgeMap.Size * Classes];

    public Corpus()
    {
        Array.Fill(_smallest, int.MaxValue);
    }

    /// <summary>Inputs kept.</summary>
    public int Count
    {
        get { return _entries.Count; }
    }

    /// <summary>Edges that some input passed.</summary>
    public int Edges { get; private set; }

    /// <summary>Edges and the classes of passes seen on them.</summary>
    public int Features { get; private set; }

    /// <summary>The inputs, in no order.</summary>
    public IEnumerable<byte[]> Inputs
    {
        get
        {
            foreach (Entry entry in _entries)
            {
                yield return entry.Bytes;
            }
        }
    }

    /// <summary>One of them, by the dice.</summary>
    public byte[] Pick(Dice dice)
    {
        return _entries[dice.Next(_entries.Count)].Bytes;
    }

    /// <summary>Keeps a copy of an input when it is the first, or smaller than the one before, on any edge and class in <paramref name="hits"/>.</summary>
    public bool Offer(byte[] input, int count, byte[] hits)
    {
        if (!IsWanted(count, hits))
        {
            return false;
        }

        Entry entry = new(input.AsSpan(0, count).ToArray(), _entries.Count);
        _entries.Add(entry);

        for (int edge = 0; edge < EdgeMap.Size; edge++)
        {
            if (hits[edge] > 0)
            {
                Own(entry, edge, hits[edge]);
            }
        }

        return true;
    }

    private bool IsWanted(int count, byte[] hits)
    {
        ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(hits);

        for (int i = 0; i < eights.Length; i++)
        {
            for (ulong left = eights[i]; left != 0;)
            {
                int place = BitOperations.TrailingZeroCount(left) >> 3;
                byte passes = (byte)(left >> (place * 8));
                left &= ~(0xfful << (place * 8));

                if (count < _smallest[(((i * 8) + place) * Classes) + s_classOf[passes]])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Own(Entry entry, int edge, byte passes)
    {
        int feature = (edge * Classes) + s_classOf[passes];

        if (entry.Bytes.Length >= _smallest[feature])
        {
            return;
        }

        if (_smallest[feature] == int.MaxValue)
        {
            Features++;
            Edges += _smallest.AsSpan(edge * Classes, Classes).IndexOfAnyExcept(int.MaxValue) < 0 ? 1 : 0;
        }

        Entry? before = _owners[feature];
        _smallest[feature] = entry.Bytes.Length;
        _owners[feature] = entry;
        entry.Owned++;

        if (before is not null)
        {
            before.Owned--;

            if (before.Owned == 0)
            {
                Remove(before);
            }
        }
    }

    private void Remove(Entry entry)
    {
        Entry last = _entries[^1];
        _entries[entry.At] = last;
        last.At = entry.At;
        _entries.RemoveAt(_entries.Count - 1);
    }

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[256];

        for (int passes = 1; passes < 256; passes++)
        {
            classes[passes] = passes switch { <= 3 => (byte)(passes - 1), <= 7 => 3, <= 15 => 4, <= 31 => 5, <= 127 => 6, _ => 7 };
        }

        return classes;
    }

    private sealed class Entry(byte[] bytes, int at)
    {
        public byte[] Bytes { get; } = bytes;

        // Where it stands in the list, and for how many edges and classes it is the smallest.
        public int At { get; set; } = at;

        public int Owned { get; set; }
    }
}
