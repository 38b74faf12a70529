using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Pairing;

/// <summary>Wrong PINs of each phone and the device's powered time, in flash: the two things that a pulled plug must not take back (AUTH-02).</summary>
/// <remarks>
/// Powered time goes in ticks of ten minutes and is written only while something waits for it; what a plug took of the last tick runs again.
/// When flash comes back damaged, every count is at its strictest, and <see cref="IsKnown"/> is false.
/// <code>
///   0   1  version
///   1   4  ticks
///   5   1  shortened delays of the day
///   6   4  the tick when that day ends
///   10  6  of each of 8 phones: wrong PINs in a row, wrong PINs of the day, the tick when that day ends
/// </code>
/// </remarks>
internal sealed class TryBook
{
    internal const uint TicksADay = 144;
    internal const int TickSeconds = 600;

    // In any 24 powered hours two of these days meet at most: 44 tries.
    internal const int WrongsADay = 22;
    internal const int ShortensADay = 3;

    private const int Version = 1;
    private const int TicksAt = 1;
    private const int ShortensAt = 5;
    private const int PhonesAt = 10;
    private const int PhoneBytes = 6;
    private const int Bytes = PhonesAt + (FamilyBook.PhonesMax * PhoneBytes);
    private const int WrongsMax = 200;

    private readonly TwoSlotStore _store;
    private byte[] _now = new byte[Bytes];

    internal TryBook(IFlash flash)
    {
        _store = new TwoSlotStore(flash, FlashLayout.TriesA, FlashLayout.TriesB);
    }

    /// <summary>False when it could not be read: then nobody knows how long a pass still has.</summary>
    internal bool IsKnown { get; private set; }

    internal uint Ticks
    {
        get { return LittleEndian.ReadUInt32(_now, TicksAt); }
    }

    /// <summary>Reads it.</summary>
    /// <param name="isNew">True while nobody is paired: then there may be nothing to read.</param>
    internal void Open(bool isNew)
    {
        StoreStatus status = _store.Open();
        byte[]? payload = status == StoreStatus.Split ? null : _store.Payload;
        bool isFit = payload is not null && payload.Length == Bytes && payload[0] == Version;
        _now = new byte[Bytes];
        _now[0] = Version;
        IsKnown = isFit || (isNew && status == StoreStatus.Empty);

        if (isFit)
        {
            Array.Copy(payload!, 0, _now, 0, Bytes);
        }

        for (int i = 0; !IsKnown && i < FamilyBook.PhonesMax; i++)
        {
            _now[PhonesAt + (i * PhoneBytes)] = WrongsMax;
        }

        if (status == StoreStatus.OneCopy)
        {
            FamilyBook.TryRepair(_store);
        }
    }

    /// <summary>Wrong PINs since the last right one.</summary>
    internal int WrongsOf(int phone)
    {
        return _now[At(phone)];
    }

    /// <summary>Ticks for which no further PIN of this phone is looked at, since its day had too many wrong ones; 0 for none.</summary>
    internal uint BarredFor(int phone)
    {
        int at = At(phone);
        uint end = LittleEndian.ReadUInt32(_now, at + 2);
        return _now[at + 1] >= WrongsADay && end > Ticks ? end - Ticks : 0;
    }

    /// <summary>Counts a try as a wrong one, before anybody knows. False when flash did not take it: then nothing may be compared.</summary>
    internal bool Count(int phone)
    {
        int at = At(phone);

        if (_now[at + 1] == 0 || LittleEndian.ReadUInt32(_now, at + 2) <= Ticks)
        {
            _now[at + 1] = 0;
            LittleEndian.WriteUInt32(_now, at + 2, Ticks + TicksADay + 1);
        }

        _now[at] += (byte)(_now[at] < WrongsMax ? 1 : 0);
        _now[at + 1] += (byte)(_now[at + 1] < WrongsMax ? 1 : 0);
        return Save();
    }

    /// <summary>The try that was counted just now was none, and the row is over. The day's others stay: whoever knows the PIN of a phone gives nobody else more tries.</summary>
    internal void TakeBack(int phone)
    {
        int at = At(phone);
        _now[at] = 0;
        _now[at + 1] -= (byte)(_now[at + 1] > 0 ? 1 : 0);

        // Where flash does not take it, the count and its delay come back with the next start.
        Save();
    }

    /// <summary>For another phone under this number.</summary>
    internal bool Renew(int phone)
    {
        Array.Clear(_now, At(phone), PhoneBytes);
        return Save();
    }

    /// <summary>Takes one of the day's three shortenings. False when none is left, or flash did not take it.</summary>
    internal bool Shorten()
    {
        if (_now[ShortensAt] == 0 || LittleEndian.ReadUInt32(_now, ShortensAt + 1) <= Ticks)
        {
            _now[ShortensAt] = 0;
            LittleEndian.WriteUInt32(_now, ShortensAt + 1, Ticks + TicksADay + 1);
        }

        if (_now[ShortensAt] >= ShortensADay)
        {
            return false;
        }

        _now[ShortensAt]++;
        return Save();
    }

    /// <summary>One more tick went by with power on.</summary>
    /// <param name="isAwaited">Something else than a count waits for it.</param>
    internal void Tick(bool isAwaited)
    {
        uint ticks = Ticks;

        if (ticks == uint.MaxValue)
        {
            return;
        }

        for (int phone = 1; phone <= FamilyBook.PhonesMax; phone++)
        {
            int at = At(phone);
            bool isOver = LittleEndian.ReadUInt32(_now, at + 2) <= ticks + 1;
            _now[at + 1] = isOver ? (byte)0 : _now[at + 1];
            isAwaited |= _now[at + 1] != 0;
        }

        LittleEndian.WriteUInt32(_now, TicksAt, ticks + 1);

        if (isAwaited || _now[ShortensAt] != 0)
        {
            Save();
        }
    }

    private static int At(int phone)
    {
        return PhonesAt + ((phone - 1) * PhoneBytes);
    }

    private bool Save()
    {
        byte[] payload = new byte[Bytes];
        Array.Copy(_now, 0, payload, 0, Bytes);
        return FamilyBook.TrySave(_store, payload);
    }
}
