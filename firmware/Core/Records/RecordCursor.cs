using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Records;

/// <summary>How far a walk through the records has come. A new one stands before the oldest.</summary>
/// <remarks>Belongs to one ring. A walk in pieces goes on at the oldest that is left when the ring has given up what the walk had not yet reached.</remarks>
public sealed class RecordCursor
{
    /// <summary>The segment to be read next.</summary>
    internal uint Segment;

    /// <summary>The sequence that comes next, once <see cref="IsPlaced"/>.</summary>
    internal uint Sequence;

    /// <summary>The hash that all rows read so far led to.</summary>
    internal byte[] Hash = new byte[Sha256.HashBytes];

    /// <summary>A hash that somebody looks for; null when nobody does.</summary>
    internal byte[]? Wanted;

    /// <summary>The rows of the segment last read.</summary>
    internal int Rows;

    /// <summary>The first time that its rows know, 0 for none.</summary>
    internal long UtcSeconds;

    /// <summary>The oldest segment that is kept, as the segment last read knew it.</summary>
    internal uint Oldest;

    /// <summary>False before the first segment.</summary>
    internal bool IsBegun;

    /// <summary>True once a sequence is known.</summary>
    internal bool IsPlaced;

    /// <summary>True while <see cref="Hash"/> is what the next segment must follow from.</summary>
    internal bool IsLinked;

    /// <summary>True while segments are missing since the one last read.</summary>
    internal bool HasGap;

    /// <summary>True when nothing may be added to the segment last read: it is full, ended, torn or damaged.</summary>
    internal bool IsClosed;

    /// <summary>True once the hash that is looked for was met.</summary>
    internal bool IsFound;

    /// <summary>Begins anew at a segment.</summary>
    internal void Begin(uint segment)
    {
        Segment = segment;
        IsBegun = true;
        HasGap = false;

        // The very first segment follows from nothing, which is known too.
        IsLinked = segment == 0;
        IsPlaced = IsLinked;
        Sequence = 0;
        Array.Clear(Hash, 0, Hash.Length);
    }

    /// <summary>Takes the hash that is reached now.</summary>
    internal void Reach(byte[] bytes, int offset)
    {
        Array.Copy(bytes, offset, Hash, 0, Sha256.HashBytes);
        IsFound |= Wanted is not null && IsAt(Wanted, 0);
    }

    /// <summary>True when the hash reached is the one that stands there.</summary>
    internal bool IsAt(byte[] bytes, int offset)
    {
        for (int i = 0; i < Sha256.HashBytes; i++)
        {
            if (bytes[offset + i] != Hash[i])
            {
                return false;
            }
        }

        return true;
    }
}
