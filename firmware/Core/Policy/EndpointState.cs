using System;

namespace ToyGuard.Core.Policy;

/// <summary>What changes about one endpoint of one toy: the guardian's approval, and what was used of today.</summary>
public sealed class EndpointState
{
    /// <summary>Different names a day under one wildcard. A toy needs a handful of servers; a list of names can spell a message.</summary>
    public const int NamesMax = 16;

    // A row holds the first label: its length, then up to 63 bytes.
    private const int Row = 64;

    private readonly bool _isWildcard;
    private byte[]? _names;
    private int _nameCount;
    private bool _isApproved;

    /// <summary>The state of <paramref name="endpoint"/>, as new or as kept from before a restart.</summary>
    /// <param name="endpoint">What the manifest says of it.</param>
    /// <param name="isApproved">Whether a guardian has approved it.</param>
    /// <param name="bytesToday">Bytes already moved on <see cref="GateState.CountedDay"/>; a number below 0 counts as all there are.</param>
    public EndpointState(Endpoint endpoint, bool isApproved, long bytesToday)
    {
        _isWildcard = endpoint.Pattern.IsWildcard;
        IsApproved = isApproved;
        BytesToday = bytesToday < 0 ? long.MaxValue : bytesToday;
    }

    /// <summary>True once a guardian has approved it (EGR-06).</summary>
    public bool IsApproved
    {
        get
        {
            return _isApproved;
        }

        internal set
        {
            _isApproved = value;

            // Made now, so that a verdict never allocates, and not before, since most wildcards of most toys stay unapproved.
            if (value && _isWildcard && _names is null)
            {
                _names = new byte[NamesMax * Row];
            }
        }
    }

    /// <summary>The minute that the approval ends in, as <see cref="Moment.Minute"/>; 0 without an end, below 0 once it was seen to be over.</summary>
    public int ApprovedUntil { get; set; }

    /// <summary>Bytes of today, both directions together.</summary>
    public long BytesToday { get; private set; }

    /// <summary>How many different names were let out under the wildcard today; 0 for an exact host.</summary>
    public int NamesToday
    {
        get { return _nameCount; }
    }

    /// <summary>True while it is approved at a time that is known.</summary>
    internal bool IsApprovedAt(Moment now)
    {
        return IsApproved && (ApprovedUntil == 0 || now.Minute < ApprovedUntil);
    }

    /// <summary>Notes that the approval is over, so that a clock set back does not revive it.</summary>
    internal void EndWhatIsOver(int nowMinute)
    {
        if (IsApproved && ApprovedUntil > 0 && ApprovedUntil <= nowMinute)
        {
            IsApproved = false;
            ApprovedUntil = -ApprovedUntil;
        }
    }

    /// <summary>Takes over from the same endpoint before a change that its approval is over: the same end is the same approval.</summary>
    internal void GoOnFrom(EndpointState other)
    {
        if (IsApproved && other.ApprovedUntil < 0 && ApprovedUntil == -other.ApprovedUntil)
        {
            IsApproved = false;
            ApprovedUntil = other.ApprovedUntil;
        }
    }

    /// <summary>Adds to the day; stops at the largest number there is.</summary>
    internal void AddBytes(long bytes)
    {
        if (bytes > 0)
        {
            BytesToday = bytes > long.MaxValue - BytesToday ? long.MaxValue : BytesToday + bytes;
        }
    }

    /// <summary>True when <paramref name="host"/> was let out under the wildcard today, or there is room for one more name.</summary>
    internal bool HasRoomFor(HostName host)
    {
        return _names is not null && (_nameCount < NamesMax || IsNoted(host.Bytes, 0, LabelLength(host)));
    }

    /// <summary>Remembers that <paramref name="host"/> was let out under the wildcard.</summary>
    internal void Note(HostName host)
    {
        if (_names is not null)
        {
            NoteLabel(host.Bytes, 0, LabelLength(host));
        }
    }

    /// <summary>Remembers the first label of a name that was let out under the wildcard, maybe before a restart.</summary>
    internal void NoteLabel(byte[] bytes, int offset, int length)
    {
        if (_nameCount == NamesMax || length >= Row || IsNoted(bytes, offset, length))
        {
            return;
        }

        _names ??= new byte[NamesMax * Row];
        int row = _nameCount * Row;
        _names[row] = (byte)length;
        Array.Copy(bytes, offset, _names, row + 1, length);
        _nameCount++;
    }

    /// <summary>The label that was noted as the one with <paramref name="index"/>, from 0: its length stands at <paramref name="offset"/>, the label behind it. Null when all counts as used.</summary>
    public byte[]? NameAt(int index, out int offset)
    {
        offset = index * Row;
        return _names;
    }

    /// <summary>Counts everything as used: what was used of the day is not known.</summary>
    internal void UseUp()
    {
        BytesToday = long.MaxValue;
        _nameCount = NamesMax;
    }

    /// <summary>Forgets what was used of the day.</summary>
    internal void BeginDay()
    {
        BytesToday = 0;
        _nameCount = 0;
    }

    /// <summary>Counts at least the bytes that <paramref name="other"/> counts: the same endpoint before a change.</summary>
    internal void TakeBytes(EndpointState other)
    {
        TakeBytes(other.BytesToday);
    }

    /// <summary>Counts at least these bytes.</summary>
    internal void TakeBytes(long bytes)
    {
        if (BytesToday < bytes)
        {
            BytesToday = bytes;
        }
    }

    /// <summary>Knows at least as many names as <paramref name="other"/> does: the same wildcard before a change, or on another port.</summary>
    internal void TakeNames(EndpointState other)
    {
        if (_nameCount >= other._nameCount)
        {
            return;
        }

        if (other._names is not null)
        {
            _names = (byte[])other._names.Clone();
        }

        _nameCount = other._nameCount;
    }

    // The labels themselves are compared: two names with one hash would be one name for the gate and two for a listener.
    private bool IsNoted(byte[] bytes, int offset, int length)
    {
        for (int i = 0; i < _nameCount; i++)
        {
            if (IsLabelAt(i * Row, bytes, offset, length))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLabelAt(int row, byte[] bytes, int offset, int length)
    {
        if (_names![row] != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (_names[row + 1 + i] != bytes[offset + i])
            {
                return false;
            }
        }

        return true;
    }

    // All names under one wildcard differ in their first label only.
    private static int LabelLength(HostName host)
    {
        return host.ParentStart - 1;
    }
}
