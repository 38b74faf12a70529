using System;
using System.Collections;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Usage;

/// <summary>What toys used of the day, as it is kept in flash: bytes and wildcard names by endpoint, minutes by toy (PCTL-03).</summary>
/// <remarks>
/// Never less than what was used. So as not to write at every change, bytes are kept ahead of what was counted, by an eighth, and written only
/// when the counting passes that; minutes are kept as they are, at most a minute late (PCTL-03). What was given on top, and how long there was power, is never kept ahead. What cannot be kept counts as used up after a restart; what was lost counts as used up until the
/// next day that is known. The journal's entries are states, not steps, so one that comes twice adds nothing.
/// Not for two threads at once.
/// </remarks>
public sealed class UsageLedger : IJournalReader, IUsageReader
{
    /// <summary>Rows that can be kept: 32 toys with 32 endpoints each, the minutes and the bonus of each toy and of each of 8 children, and the power.</summary>
    public const int RowsMax = 32 * 34 + 17;

    /// <summary>Bytes of names that can be kept, <see cref="NameHead"/> more a name than its label has.</summary>
    public const int NameBytesMax = 3072;

    /// <summary>Bytes of a kept name beside its label.</summary>
    public const int NameHead = 9;

    private const int Version = 1;
    private const int BaseHead = 8;
    private const int UnknownFlag = 1;
    private const int CountsKind = 1;
    private const int NamesKind = 2;
    private const int DayKind = 3;
    private const int DayBytes = 4;

    // Toy, endpoint, amount; in memory one more byte, 1 while the amount is not in flash.
    private const int RowBytes = 12;
    private const int Stride = RowBytes + 1;

    // An amount that says: all of it.
    private const uint UsedUp = uint.MaxValue;
    private const int UnitBytes = 64;
    private const int LabelMax = 63;

    // Power is kept by the hour: an entry a minute would wear out the flash, and less power is the stricter way.
    private const int PowerStep = 60;

    // Stand before a name or a number where a tag is made of it, so that none is the tag of a toy: no toy's name has a line end in it.
    private const string BonusMark = "\nbonus ";
    private const string ChildMark = "\nchild ";
    private const string ChildBonusMark = "\nchild bonus ";
    private const string PowerMark = "\npower";

    private readonly byte[] _entry = new byte[Journal.EntryMax];
    private readonly ArrayList _names = new();
    private byte[] _rows = new byte[16 * Stride];
    private int _rowCount;

    // Rows are asked for in the same order every time.
    private int _rowHint;

    // Names from the first on that are in flash.
    private int _namesKept;
    private int _nameBytes;
    private bool _needsFold = true;

    // True while the day is not in flash, and an entry is enough to say it.
    private bool _isDayNew;
    private bool _isUnread;

    /// <summary>True when what was used of the day is not known: then all of it counts as used, until the next known day.</summary>
    public bool IsUnknown { get; private set; } = true;

    /// <summary>The day, as <see cref="GateState.CountedDay"/>; 0 while none is known.</summary>
    public int Day { get; private set; }

    /// <summary>Reads the journal. Writes nothing.</summary>
    /// <param name="journal">Where the ledger is kept.</param>
    /// <param name="isExpected">True when there has to be one, since settings are kept: an empty journal is a lost one then.</param>
    /// <returns>How the journal was found.</returns>
    public JournalStatus Load(Journal journal, bool isExpected)
    {
        Clear(0, true);
        _isUnread = false;
        JournalStatus status = journal.Open(this);

        if (status == JournalStatus.Damaged || _isUnread || (status == JournalStatus.Empty && isExpected))
        {
            // Nor is the day known that this is of.
            Clear(0, true);
        }
        else if (status == JournalStatus.Empty)
        {
            Clear(0, false);
        }

        _needsFold = IsUnknown;
        return status;
    }

    /// <summary>Puts into flash what is not there yet, folding where it has to. Call it once at boot, so that there is a journal at all, and then at most once a minute.</summary>
    /// <returns>True when everything is in flash; else the next call tries again.</returns>
    public bool Save(Journal journal)
    {
        if (!_needsFold && !journal.NeedsFold && AddDay(journal) && AddRows(journal) && AddNames(journal))
        {
            return true;
        }

        _needsFold = true;
        byte[] state = ToBase();

        if (!journal.Fold(state, state.Length))
        {
            return false;
        }

        _needsFold = false;
        _isDayNew = false;
        _namesKept = _names.Count;

        for (int row = 0; row < _rowCount; row++)
        {
            _rows[row * Stride + RowBytes] = 0;
        }

        return true;
    }

    /// <summary>Notes what a gate counted. Call it before <see cref="Save"/>.</summary>
    public void Take(Gate gate)
    {
        int toy = 1;

        while (gate.ShowUsage(toy, this))
        {
            toy++;
        }
    }

    /// <summary>Gives back what is kept to a state that no gate has yet; where it is not known, all of it counts as used.</summary>
    public void GiveBack(GateState state)
    {
        if (state.CountedDay < Day)
        {
            state.CountedDay = Day;
        }

        state.PoweredMinutes = IsUnknown ? 0 : AmountOf(TagOf(PowerMark));

        for (int child = 1; child <= ChildRules.NumberMax; child++)
        {
            state.TakePlayedBy(child, MinutesOf(TagOf(ChildMark + child.ToString())));
            state.TakeBonusOf(child, BonusOf(TagOf(ChildBonusMark + child.ToString())));
        }

        for (int number = 1; number <= state.Toys.Length; number++)
        {
            ToyState toy = state.Toys[number - 1];
            uint tag = TagOf(toy.Name);
            toy.TakePlayed(MinutesOf(tag));
            toy.TakeBonus(BonusOf(TagOf(BonusMark + toy.Name)));

            for (int i = 1; i <= toy.Endpoints.Length; i++)
            {
                EndpointState? endpoint = toy.EndpointAt(i);

                if (endpoint is not null)
                {
                    GiveBack(tag, TagOf(toy.Manifest.Endpoints[i - 1].Id), endpoint);
                }
            }
        }
    }

    /// <summary>Says which day it is. A later one than any before empties the ledger; the first that is known, and an earlier one, take over what is there.</summary>
    public void OnDay(int day)
    {
        if (day == Day || day == 0)
        {
            return;
        }

        if (day < Day)
        {
            Day = day;
            _needsFold = true;
            return;
        }

        // A name must not outlive its day in flash; all else may stay until there is no more room, for each fold costs an erase.
        bool isEntryEnough = Day > 0 && !_needsFold && _names.Count == 0;

        if (Day > 0)
        {
            Clear(day, false);
        }

        Day = day;
        _needsFold = !isEntryEnough;
        _isDayNew = isEntryEnough;
    }

    /// <summary>Keeps that an endpoint moved so many bytes on this day. Below 0 is all there are.</summary>
    public void NoteBytes(uint toy, uint endpoint, long bytes)
    {
        if (IsUnknown || bytes == 0)
        {
            return;
        }

        long amount = (bytes - 1) / UnitBytes + 1;
        bool isAll = bytes < 0 || amount >= UsedUp - UsedUp / 4;
        int row = RowOf(toy, endpoint);

        if (row < 0 || isAll || amount > AmountAt(row))
        {
            Keep(toy, endpoint, isAll ? UsedUp : (uint)(amount + amount / 8), 1);
        }
    }

    /// <summary>Keeps that a toy was played with for so many minutes of this day, or anything else that is counted by the minute and has a tag.</summary>
    public void NoteMinutes(uint tag, int minutes)
    {
        if (!IsUnknown && minutes > AmountOf(tag))
        {
            Keep(tag, 0, (uint)minutes, 1);
        }
    }

    /// <summary>Minutes that a toy was played with on this day; the most there are when it is not known.</summary>
    public int MinutesOf(uint toy)
    {
        return IsUnknown ? int.MaxValue : AmountOf(toy);
    }

    /// <summary>Keeps that a wildcard let a name out on this day, by its first label.</summary>
    public void NoteName(uint toy, uint endpoint, byte[] bytes, int offset, int length)
    {
        if (IsUnknown || HasName(toy, endpoint, bytes, offset, length))
        {
            return;
        }

        if (length < 1 || length > LabelMax || _nameBytes + NameHead + length > NameBytesMax)
        {
            Keep(toy, endpoint, UsedUp, 1);
            return;
        }

        byte[] name = new byte[NameHead + length];
        LittleEndian.WriteUInt32(name, 0, toy);
        LittleEndian.WriteUInt32(name, 4, endpoint);
        name[NameHead - 1] = (byte)length;
        Array.Copy(bytes, offset, name, NameHead, length);
        _names.Add(name);
        _nameBytes += name.Length;
    }

    /// <summary>Forgets what a toy used and what was given to it on top, names with it; the next <see cref="Save"/> leaves nothing of it in flash (DEL-01). A day that is not known stays so.</summary>
    /// <param name="name">The family's name for it.</param>
    public void Forget(string name)
    {
        ForgetRows(TagOf(name));
        ForgetRows(TagOf(BonusMark + name));
        ForgetNames(TagOf(name));
        _needsFold = true;
    }

    /// <summary>The tag that a toy's name or an endpoint's id has here; never 0. Two of one tag count as one, for the larger amount.</summary>
    public static uint TagOf(string text)
    {
        byte[] pair = new byte[2];
        uint crc = 0;

        for (int i = 0; i < text.Length; i++)
        {
            LittleEndian.WriteUInt16(pair, 0, text[i]);
            crc = Crc32.Add(crc, pair, 0, 2);
        }

        return crc == 0 ? 1 : crc;
    }

    /// <inheritdoc/>
    public void OnBase(byte[] bytes, int count)
    {
        _isUnread |= !ReadBase(bytes, count);
    }

    /// <inheritdoc/>
    public void OnEntry(int kind, byte[] bytes, int offset, int count)
    {
        bool isRead = kind switch
        {
            CountsKind => ReadRows(bytes, offset, count),
            NamesKind => ReadNames(bytes, offset, count),
            DayKind => ReadDay(bytes, offset, count),
            _ => false,
        };

        _isUnread |= !isRead;
    }

    void IUsageReader.OnState(GateState state)
    {
        NoteMinutes(TagOf(PowerMark), state.PoweredMinutes / PowerStep * PowerStep);

        for (int child = 1; child <= ChildRules.NumberMax; child++)
        {
            NoteMinutes(TagOf(ChildMark + child.ToString()), state.PlayedBy(child));
            NoteMinutes(TagOf(ChildBonusMark + child.ToString()), state.BonusOf(child));
        }
    }

    void IUsageReader.OnToy(ToyState toy)
    {
        uint tag = TagOf(toy.Name);
        NoteMinutes(tag, toy.PlayedToday);
        NoteMinutes(TagOf(BonusMark + toy.Name), toy.BonusToday);

        for (int i = 1; i <= toy.Endpoints.Length && !IsUnknown; i++)
        {
            EndpointState? endpoint = toy.EndpointAt(i);

            // What is not approved moves nothing; what it moved before is kept already. After a wipe nothing is, and nothing comes back into flash.
            if (endpoint is not null && endpoint.IsApproved && (endpoint.BytesToday > 0 || endpoint.NamesToday > 0))
            {
                uint endpointTag = TagOf(toy.Manifest.Endpoints[i - 1].Id);
                NoteBytes(tag, endpointTag, endpoint.BytesToday);
                NoteNames(tag, endpointTag, endpoint);
            }
        }
    }

    private void ForgetRows(uint tag)
    {
        for (int row = _rowCount - 1; row >= 0; row--)
        {
            if (LittleEndian.ReadUInt32(_rows, row * Stride) == tag)
            {
                _rowCount--;
                Array.Copy(_rows, _rowCount * Stride, _rows, row * Stride, Stride);
            }
        }

        _rowHint = 0;
    }

    private void ForgetNames(uint toy)
    {
        for (int i = _names.Count - 1; i >= 0; i--)
        {
            byte[] name = (byte[])_names[i]!;

            if (LittleEndian.ReadUInt32(name, 0) == toy)
            {
                _nameBytes -= name.Length;
                _names.RemoveAt(i);
            }
        }
    }

    private void NoteNames(uint toy, uint tag, EndpointState endpoint)
    {
        for (int i = 0; i < endpoint.NamesToday; i++)
        {
            byte[]? names = endpoint.NameAt(i, out int offset);

            if (names is null)
            {
                Keep(toy, tag, UsedUp, 1);
                return;
            }

            NoteName(toy, tag, names, offset + 1, names[offset]);
        }
    }

    private int AmountOf(uint tag)
    {
        int row = RowOf(tag, 0);
        uint amount = row < 0 ? 0 : AmountAt(row);
        return amount > int.MaxValue ? int.MaxValue : (int)amount;
    }

    // What is not known was not given.
    private int BonusOf(uint tag)
    {
        return IsUnknown ? 0 : AmountOf(tag);
    }

    private void GiveBack(uint toy, uint tag, EndpointState endpoint)
    {
        int row = RowOf(toy, tag);
        uint amount = row < 0 ? 0 : AmountAt(row);

        if (IsUnknown || amount == UsedUp)
        {
            endpoint.UseUp();
            return;
        }

        endpoint.TakeBytes((long)amount * UnitBytes);

        for (int i = 0; i < _names.Count; i++)
        {
            byte[] name = (byte[])_names[i]!;

            if (IsOf(name, 0, toy, tag))
            {
                endpoint.NoteLabel(name, NameHead, name.Length - NameHead);
            }
        }
    }

    private void Clear(int day, bool isUnknown)
    {
        Day = day;
        IsUnknown = isUnknown;
        _rowCount = 0;
        _names.Clear();
        _nameBytes = 0;
        _namesKept = 0;
        _needsFold = true;
        _isDayNew = false;
    }

    private void Keep(uint toy, uint endpoint, uint amount, byte mark)
    {
        int row = RowOf(toy, endpoint);

        if (row >= 0 && AmountAt(row) >= amount)
        {
            return;
        }

        if (row < 0 && _rowCount == RowsMax)
        {
            Clear(Day, true);
            return;
        }

        if (row < 0)
        {
            row = _rowCount;
            MakeRoom();
            LittleEndian.WriteUInt32(_rows, row * Stride, toy);
            LittleEndian.WriteUInt32(_rows, row * Stride + 4, endpoint);
            _rowCount++;
        }

        LittleEndian.WriteUInt32(_rows, row * Stride + 8, amount);
        _rows[row * Stride + RowBytes] = mark;
    }

    private void MakeRoom()
    {
        if (_rowCount * Stride == _rows.Length)
        {
            byte[] larger = new byte[_rows.Length * 2];
            Array.Copy(_rows, 0, larger, 0, _rows.Length);
            _rows = larger;
        }
    }

    private int RowOf(uint toy, uint endpoint)
    {
        for (int i = 0; i < _rowCount; i++)
        {
            _rowHint = _rowHint + 1 < _rowCount ? _rowHint + 1 : 0;

            if (IsOf(_rows, _rowHint * Stride, toy, endpoint))
            {
                // The next to be asked for may be this one again.
                int found = _rowHint;
                _rowHint--;
                return found;
            }
        }

        return -1;
    }

    private uint AmountAt(int row)
    {
        return LittleEndian.ReadUInt32(_rows, row * Stride + 8);
    }

    private bool HasName(uint toy, uint endpoint, byte[] bytes, int offset, int length)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            byte[] name = (byte[])_names[i]!;
            int same = 0;

            while (same < length && name.Length == NameHead + length && name[NameHead + same] == bytes[offset + same])
            {
                same++;
            }

            if (same == length && IsOf(name, 0, toy, endpoint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(byte[] bytes, int offset, uint toy, uint endpoint)
    {
        return LittleEndian.ReadUInt32(bytes, offset) == toy && LittleEndian.ReadUInt32(bytes, offset + 4) == endpoint;
    }

    private bool AddDay(Journal journal)
    {
        if (_isDayNew)
        {
            LittleEndian.WriteUInt32(_entry, 0, (uint)Day);
            _isDayNew = !journal.Add(DayKind, _entry, DayBytes);
        }

        return !_isDayNew;
    }

    private bool AddRows(Journal journal)
    {
        int from = 0;

        while (from < _rowCount)
        {
            int to = from;
            int count = 0;

            while (to < _rowCount && count + RowBytes <= _entry.Length)
            {
                if (_rows[to * Stride + RowBytes] != 0)
                {
                    Array.Copy(_rows, to * Stride, _entry, count, RowBytes);
                    count += RowBytes;
                }

                to++;
            }

            if (count > 0 && !journal.Add(CountsKind, _entry, count))
            {
                return false;
            }

            while (from < to)
            {
                _rows[from * Stride + RowBytes] = 0;
                from++;
            }
        }

        return true;
    }

    private bool AddNames(Journal journal)
    {
        while (_namesKept < _names.Count)
        {
            int to = _namesKept;
            int count = 0;

            while (to < _names.Count && count + ((byte[])_names[to]!).Length <= _entry.Length)
            {
                byte[] name = (byte[])_names[to]!;
                Array.Copy(name, 0, _entry, count, name.Length);
                count += name.Length;
                to++;
            }

            if (!journal.Add(NamesKind, _entry, count))
            {
                return false;
            }

            _namesKept = to;
        }

        return true;
    }

    private byte[] ToBase()
    {
        byte[] state = new byte[BaseHead + _rowCount * RowBytes + _nameBytes];
        state[0] = Version;
        state[1] = (byte)(IsUnknown ? UnknownFlag : 0);
        LittleEndian.WriteUInt32(state, 2, (uint)Day);
        LittleEndian.WriteUInt16(state, 6, _rowCount);
        int at = BaseHead;

        for (int row = 0; row < _rowCount; row++)
        {
            Array.Copy(_rows, row * Stride, state, at, RowBytes);
            at += RowBytes;
        }

        for (int i = 0; i < _names.Count; i++)
        {
            byte[] name = (byte[])_names[i]!;
            Array.Copy(name, 0, state, at, name.Length);
            at += name.Length;
        }

        return state;
    }

    // Only a day that is known is followed by another without a base.
    private bool ReadDay(byte[] bytes, int offset, int count)
    {
        int day = count == DayBytes ? (int)LittleEndian.ReadUInt32(bytes, offset) : 0;
        bool isLater = !IsUnknown && Day > 0 && day > Day;

        if (isLater)
        {
            Clear(day, false);
        }

        return isLater;
    }

    private bool ReadBase(byte[] bytes, int count)
    {
        if (count < BaseHead || bytes[0] != Version || bytes[1] > UnknownFlag)
        {
            return false;
        }

        int day = (int)LittleEndian.ReadUInt32(bytes, 2);
        int rowBytes = LittleEndian.ReadUInt16(bytes, 6) * RowBytes;
        Clear(day, bytes[1] == UnknownFlag);
        return day >= 0
            && BaseHead + rowBytes <= count
            && ReadRows(bytes, BaseHead, rowBytes)
            && ReadNames(bytes, BaseHead + rowBytes, count - BaseHead - rowBytes);
    }

    private bool ReadRows(byte[] bytes, int offset, int count)
    {
        for (int at = offset; at < offset + count; at += RowBytes)
        {
            if (at + RowBytes > offset + count)
            {
                return false;
            }

            Keep(LittleEndian.ReadUInt32(bytes, at), LittleEndian.ReadUInt32(bytes, at + 4), LittleEndian.ReadUInt32(bytes, at + 8), 0);
        }

        return true;
    }

    private bool ReadNames(byte[] bytes, int offset, int count)
    {
        int end = offset + count;
        int at = offset;

        while (at < end)
        {
            if (at + NameHead > end || at + NameHead + bytes[at + NameHead - 1] > end)
            {
                return false;
            }

            int length = bytes[at + NameHead - 1];
            NoteName(LittleEndian.ReadUInt32(bytes, at), LittleEndian.ReadUInt32(bytes, at + 4), bytes, at + NameHead, length);
            at += NameHead + length;
        }

        _namesKept = _names.Count;
        return true;
    }
}
