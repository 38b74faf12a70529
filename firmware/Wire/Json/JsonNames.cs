using System;

namespace ToyGuard.Wire.Json;

/// <summary>The member names of all open objects, innermost last: for each its hash, and where it stands in the buffer.</summary>
internal sealed class JsonNames
{
    private int[] _hashes = new int[JsonReader.NamesMax];
    private int[] _offsets = new int[JsonReader.NamesMax];
    private JsonText? _other;

    /// <summary>Names held now. An object begins at the count it was opened with, and gives it back when it closes.</summary>
    internal int Count { get; private set; }

    internal void ForgetFrom(int count)
    {
        Count = count;
    }

    /// <summary>Adds <paramref name="name"/>, whose opening quote stands at <paramref name="offset"/>, to the object that began at <paramref name="first"/>.</summary>
    internal JsonFault Add(JsonText name, byte[] buffer, int offset, int end, int first)
    {
        if (Count - first == JsonReader.NamesMax)
        {
            return JsonFault.TooManyNames;
        }

        int hash = name.Hash();

        for (int i = first; i < Count; i++)
        {
            if (_hashes[i] == hash && IsSame(name, buffer, _offsets[i], end))
            {
                return JsonFault.DuplicateName;
            }
        }

        if (Count == _hashes.Length)
        {
            _hashes = Grow(_hashes);
            _offsets = Grow(_offsets);
        }

        _hashes[Count] = hash;
        _offsets[Count] = offset;
        Count++;
        return JsonFault.None;
    }

    private bool IsSame(JsonText name, byte[] buffer, int offset, int end)
    {
        _other ??= new JsonText();
        _other.Read(buffer, offset + 1, end);
        return _other.IsSame(name);
    }

    private static int[] Grow(int[] table)
    {
        int[] grown = new int[table.Length * 2];
        Array.Copy(table, grown, table.Length);
        return grown;
    }
}
