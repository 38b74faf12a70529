using System;

namespace ToyGuard.Core.Policy;

/// <summary>A new toy's half hour (experience.md 1): what it tries, and which of that a guardian keeps closed. Data for the gate, which alone decides.</summary>
/// <remarks>
/// Only names over TLS count, at most <see cref="TriesMax"/> of them: names can carry data, and a toy gets no more to spell with.
/// Asking whether a name may out allocates nothing. Hand it to <see cref="Gate.Introduce"/>; from then on only the gate changes it.
/// </remarks>
public sealed class Introduction
{
    /// <summary>Most different names.</summary>
    public const int TriesMax = 32;

    /// <summary>How long it lasts.</summary>
    public const int Minutes = 30;

    // Of all names together; the longest alone has 253.
    private const int NamesBytes = 2048;

    private readonly byte[] _names = new byte[NamesBytes];
    private readonly int[] _ends = new int[TriesMax];
    private readonly int[] _lookups = new int[TriesMax];
    private readonly int[] _hellos = new int[TriesMax];
    private readonly int[] _ports = new int[TriesMax];
    private readonly bool[] _areClosed = new bool[TriesMax];

    /// <summary>The half hour of a toy, from now on.</summary>
    /// <param name="toy">Its number, from 1.</param>
    /// <param name="now">The time, which must be known.</param>
    public Introduction(int toy, Moment now)
    {
        Toy = toy;
        FromMinute = now.Minute;
        IsOver = !now.IsKnown;
    }

    /// <summary>Whose it is.</summary>
    public int Toy { get; }

    /// <summary>When it began, as <see cref="Moment.Minute"/>.</summary>
    public int FromMinute { get; }

    /// <summary>True once it was seen to be over; then it stays over, whatever the clock says later.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How many names the toy tried.</summary>
    public int Count { get; private set; }

    /// <summary>The name of a try, from 0.</summary>
    public string NameAt(int index)
    {
        char[] name = new char[LengthOf(index)];

        for (int i = 0; i < name.Length; i++)
        {
            name[i] = (char)_names[StartOf(index) + i];
        }

        return new string(name);
    }

    /// <summary>How often its address was asked for.</summary>
    public int LookupsAt(int index)
    {
        return _lookups[index];
    }

    /// <summary>How often a TLS hello named it.</summary>
    public int HellosAt(int index)
    {
        return _hellos[index];
    }

    /// <summary>The port of the last hello; 0 before the first.</summary>
    public int PortAt(int index)
    {
        return _ports[index];
    }

    /// <summary>A guardian keeps it closed.</summary>
    public bool IsClosedAt(int index)
    {
        return _areClosed[index];
    }

    internal void Close(int index, bool isClosed)
    {
        _areClosed[index] = isClosed;
    }

    internal void End()
    {
        IsOver = true;
    }

    /// <summary>Ends it when its time is over, when the clock was set back behind its beginning, and when nobody knows the time.</summary>
    internal void KeepClock(Moment now)
    {
        IsOver |= !IsNow(now);
    }

    /// <summary>True for the question of this toy for a name over TLS, which nobody keeps closed, while there is room for it.</summary>
    internal bool LetsOut(GateQuery query, Moment now)
    {
        if (IsOver || !IsTls(query) || query.Toy != Toy || query.Host.Length == 0 || !IsNow(now))
        {
            return false;
        }

        int index = IndexOf(query.Host);
        return index < 0 ? HasRoomFor(query.Host) : !_areClosed[index];
    }

    /// <summary>Remembers a try, while there is room.</summary>
    internal void Note(GateQuery query, Moment now)
    {
        if (IsOver || !IsTls(query) || query.Toy != Toy || query.Host.Length == 0 || !IsNow(now))
        {
            return;
        }

        int index = IndexOf(query.Host);

        if (index < 0)
        {
            if (!HasRoomFor(query.Host))
            {
                return;
            }

            index = Count;
            Array.Copy(query.Host.Bytes, 0, _names, StartOf(index), query.Host.Length);
            _ends[index] = StartOf(index) + query.Host.Length;
            Count++;
        }

        if (query.Kind == AskKind.Lookup)
        {
            _lookups[index] += _lookups[index] < int.MaxValue ? 1 : 0;
        }
        else
        {
            _hellos[index] += _hellos[index] < int.MaxValue ? 1 : 0;
            _ports[index] = query.Port;
        }
    }

    private static bool IsTls(GateQuery query)
    {
        return query.Kind is AskKind.Lookup or AskKind.TlsHello;
    }

    private bool IsNow(Moment now)
    {
        return now.IsKnown && now.Minute >= FromMinute && now.Minute - FromMinute < Minutes;
    }

    private bool HasRoomFor(HostName host)
    {
        return Count < TriesMax && StartOf(Count) + host.Length <= NamesBytes;
    }

    private int IndexOf(HostName host)
    {
        for (int index = 0; index < Count; index++)
        {
            if (LengthOf(index) == host.Length && IsAt(StartOf(index), host))
            {
                return index;
            }
        }

        return -1;
    }

    private bool IsAt(int start, HostName host)
    {
        for (int i = 0; i < host.Length; i++)
        {
            if (_names[start + i] != host.Bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    private int StartOf(int index)
    {
        return index == 0 ? 0 : _ends[index - 1];
    }

    private int LengthOf(int index)
    {
        return _ends[index] - StartOf(index);
    }
}
