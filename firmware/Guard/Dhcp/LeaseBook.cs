using System;

using ToyGuard.Core.Storage;

namespace ToyGuard.Guard.Dhcp;

/// <summary>The lease table in flash, so that a restart gives nobody an address that somebody else still uses.</summary>
/// <remarks>
/// What is kept is who has which place, oldest first, and no times: after a power cut nobody knows how long it was, so every lease begins anew with its
/// whole time. Saved when a station gets a place, not when it renews, and at most once a minute, so that somebody who makes up network addresses
/// does not wear the flash. A record that is damaged, of another network or does not read in one way is refused whole: then the table is empty.
/// All integers little-endian; firmware/docs/storage-format.md is the contract, this the reminder.
///   0  1  version, 1     1  4  our own address, as it is written     5  1  bits of the network's mask     6  1  rows
///   7  8  each row: place, 1 for a stranger or 0, network address
/// </remarks>
public sealed class LeaseBook
{
    /// <summary>Fewest milliseconds between two saves.</summary>
    public const int SaveEveryMs = 60 * 1000;

    private const int Version = 1;
    private const int HeadBytes = 7;
    private const int RowBytes = 8;
    private const int HardwareOffset = 2;
    private const int HardwareLength = 6;

    private readonly LeaseTable _table;
    private readonly TwoSlotStore _store;
    private long _nextMs = long.MinValue;

    /// <summary>A book of <paramref name="table"/> in <see cref="FlashLayout.LeasesA"/> and B of a flash that does not throw. <see cref="Open"/> comes first.</summary>
    public LeaseBook(IFlash flash, LeaseTable table)
    {
        _table = table;
        _store = new TwoSlotStore(flash, FlashLayout.LeasesA, FlashLayout.LeasesB);
    }

    /// <summary>Reads what is kept into the table, each lease for its whole time from now on. False when something is there that does not read, or is of another network.</summary>
    public bool Open(long nowMs)
    {
        _table.Clear();
        _table.IsChanged = false;
        StoreStatus status = _store.Open();

        if (_store.Payload is null)
        {
            return status == StoreStatus.Empty;
        }

        if (!IsRight(_store.Payload))
        {
            return false;
        }

        byte[] hardware = new byte[HardwareLength];
        int rows = _store.Payload[HeadBytes - 1];

        for (int row = 0; row < rows; row++)
        {
            int at = HeadBytes + (row * RowBytes);
            bool isStranger = _store.Payload[at + 1] == 1;
            Array.Copy(_store.Payload, at + HardwareOffset, hardware, 0, HardwareLength);

            // The order in which they were kept stays the order in which they end.
            _table.Lease(_store.Payload[at], hardware, isStranger, nowMs + DhcpResponder.LeaseMs(isStranger) + row);
        }

        _table.IsChanged = false;
        return true;
    }

    /// <summary>Saves what changed, if it may be again.</summary>
    /// <returns>True when flash holds what the table holds.</returns>
    public bool Keep(long nowMs)
    {
        if (!_table.IsChanged)
        {
            return true;
        }

        if (nowMs < _nextMs)
        {
            return false;
        }

        _nextMs = nowMs + SaveEveryMs;

        if (!_store.Save(Payload()))
        {
            return false;
        }

        _table.IsChanged = false;
        return true;
    }

    private byte[] Payload()
    {
        int rows = 0;

        for (int place = 0; place < _table.Count; place++)
        {
            rows += _table.StateOf(place) == LeaseState.Leased ? 1 : 0;
        }

        byte[] payload = new byte[HeadBytes + (rows * RowBytes)];
        payload[0] = Version;
        LittleEndian.WriteUInt32(payload, 1, _table.Own);
        payload[5] = (byte)_table.PrefixLength;
        payload[6] = (byte)rows;
        long afterMs = long.MinValue;
        int afterPlace = -1;

        for (int row = 0; row < rows; row++)
        {
            int next = NextBehind(afterMs, afterPlace);
            int at = HeadBytes + (row * RowBytes);
            payload[at] = (byte)next;
            payload[at + 1] = (byte)(_table.IsStrangers(next) ? 1 : 0);
            _table.CopyHardware(next, payload, at + HardwareOffset);
            afterMs = _table.UntilMsOf(next);
            afterPlace = next;
        }

        return payload;
    }

    // By the end of their time, and by place where that is the same.
    private int NextBehind(long afterMs, int afterPlace)
    {
        int next = -1;

        for (int place = 0; place < _table.Count; place++)
        {
            long untilMs = _table.UntilMsOf(place);
            bool isBehind = untilMs > afterMs || (untilMs == afterMs && place > afterPlace);

            if (_table.StateOf(place) == LeaseState.Leased && isBehind && (next < 0 || untilMs < _table.UntilMsOf(next)))
            {
                next = place;
            }
        }

        return next;
    }

    private bool IsRight(byte[] payload)
    {
        if (payload.Length < HeadBytes
            || payload[0] != Version
            || LittleEndian.ReadUInt32(payload, 1) != _table.Own
            || payload[5] != _table.PrefixLength
            || payload.Length != HeadBytes + (payload[6] * RowBytes))
        {
            return false;
        }

        for (int at = HeadBytes; at < payload.Length; at += RowBytes)
        {
            int any = 0;

            for (int i = 0; i < HardwareLength; i++)
            {
                any |= payload[at + HardwareOffset + i];
            }

            if (payload[at] >= _table.Count || payload[at + 1] > 1 || any == 0 || (payload[at + HardwareOffset] & 1) != 0)
            {
                return false;
            }

            for (int before = HeadBytes; before < at; before += RowBytes)
            {
                if (payload[before] == payload[at] || IsSameHardware(payload, before, at))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsSameHardware(byte[] payload, int first, int second)
    {
        for (int i = HardwareOffset; i < RowBytes; i++)
        {
            if (payload[first + i] != payload[second + i])
            {
                return false;
            }
        }

        return true;
    }
}
