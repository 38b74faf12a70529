using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Dhcp;

/// <summary>Which station has which address: a fixed table, one place an address, and at most one place a station.</summary>
/// <remarks>
/// <code>
///   None --Offer--> Offered --Lease--> Leased --time over, or Release--> free, its station still known
///                                        |                                  |
///                                        +--Decline--> Declined             +--another needs it--> Offered
/// </code>
/// A station that asks again gets the place it had. Another one gets one that nobody had, else the one that has been free the longest; a
/// place whose time is not over is never given away. Stations that nobody introduced have at most half of the places at a time, so however many
/// network addresses somebody makes up, toys find one. One thread uses it. Allocates nothing once it is made.
/// </remarks>
public sealed class LeaseTable
{
    /// <summary>Most places: twice the toys that a hub has.</summary>
    public const int Capacity = 64;

    /// <summary>How long an offer is kept, in milliseconds: clients take one within seconds.</summary>
    public const int OfferMs = 60 * 1000;

    /// <summary>How long nobody gets an address where somebody else was found, in milliseconds.</summary>
    public const int DeclinedMs = 10 * 60 * 1000;

    /// <summary>Most addresses that are out of use for that reason: who declines more of them has no fewer to be given.</summary>
    public const int DeclinedMax = 8;

    private const int HardwareLength = 6;

    private readonly uint _network;
    private readonly uint _own;
    private readonly byte[] _hardware = new byte[Capacity * HardwareLength];
    private readonly LeaseState[] _states = new LeaseState[Capacity];
    private readonly long[] _untilMs = new long[Capacity];
    private readonly bool[] _areStrangers = new bool[Capacity];

    /// <summary>An empty table for a hub at <paramref name="address"/> (4 bytes) in <paramref name="toySide"/>.</summary>
    public LeaseTable(byte[] address, Subnet toySide)
    {
        int hostBits = 32 - toySide.PrefixLength;
        _own = Number(address);
        _network = hostBits >= 32 ? 0 : (_own >> hostBits) << hostBits;
        PrefixLength = toySide.PrefixLength;
        Mask = hostBits >= 32 ? 0 : uint.MaxValue << hostBits;

        // Without the network's own address, the one for all, and ours.
        Count = hostBits > 7 ? Capacity : hostBits < 2 ? 0 : (1 << hostBits) - 3;
        Count = Count > Capacity ? Capacity : Count;
    }

    /// <summary>How many places there are, 0 to <see cref="Capacity"/>: fewer in a small network.</summary>
    public int Count { get; }

    /// <summary>Our own address.</summary>
    public uint Own
    {
        get { return _own; }
    }

    /// <summary>The network's mask.</summary>
    public uint Mask { get; }

    /// <summary>How many leading bits it has.</summary>
    public int PrefixLength { get; }

    /// <summary>True when what is to be kept differs from what <see cref="LeaseBook"/> kept last.</summary>
    public bool IsChanged { get; internal set; }

    /// <summary>Four bytes as a number, the first the highest.</summary>
    public static uint Number(byte[] address)
    {
        return ((uint)address[0] << 24) | ((uint)address[1] << 16) | ((uint)address[2] << 8) | address[3];
    }

    /// <summary>True for an address of the network, whoever has it.</summary>
    public bool IsInside(uint address)
    {
        return (address & Mask) == _network;
    }

    /// <summary>The address of a place, 0 to <see cref="Count"/> - 1.</summary>
    public uint AddressOf(int place)
    {
        uint address = _network + 1 + (uint)place;
        return address >= _own ? address + 1 : address;
    }

    /// <summary>The place of an address; -1 for one that is not given out.</summary>
    public int PlaceAt(uint address)
    {
        if (address <= _network || address == _own || address - _network > (uint)Count + 1)
        {
            return -1;
        }

        int place = (int)(address - _network) - (address > _own ? 2 : 1);
        return place < Count ? place : -1;
    }

    /// <summary>The place that a station has or had last; -1 for none.</summary>
    public int PlaceOf(byte[] hardware)
    {
        for (int place = 0; place < Count; place++)
        {
            if ((_states[place] == LeaseState.Offered || _states[place] == LeaseState.Leased) && Has(place, hardware))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>What a place is used for, its time over or not.</summary>
    public LeaseState StateOf(int place)
    {
        return _states[place];
    }

    /// <summary>When its time is, or was, over, in milliseconds of the clock that the calls are given.</summary>
    public long UntilMsOf(int place)
    {
        return _untilMs[place];
    }

    /// <summary>True while nobody else may have it.</summary>
    public bool IsHeld(int place, long nowMs)
    {
        return _states[place] != LeaseState.None && _untilMs[place] > nowMs;
    }

    /// <summary>True for a place that was given to somebody whom nobody had introduced.</summary>
    public bool IsStrangers(int place)
    {
        return _areStrangers[place];
    }

    /// <summary>Copies the network address of whoever has, or had, a place.</summary>
    public void CopyHardware(int place, byte[] to, int at)
    {
        for (int i = 0; i < HardwareLength; i++)
        {
            to[at + i] = _hardware[(place * HardwareLength) + i];
        }
    }

    /// <summary>The place that a station may have now: its own, the one it wishes for, a new one, or the one that has been free the longest. -1 when there is none for it.</summary>
    public int Choose(byte[] hardware, uint wished, bool isStranger, long nowMs)
    {
        int own = PlaceOf(hardware);

        if (isStranger && !(own >= 0 && IsHeld(own, nowMs)) && StrangersHeld(nowMs) >= (Count + 1) / 2)
        {
            return -1;
        }

        if (own >= 0)
        {
            return own;
        }

        int wish = PlaceAt(wished);

        if (wish >= 0 && _states[wish] == LeaseState.None)
        {
            return wish;
        }

        int oldest = -1;

        for (int place = 0; place < Count; place++)
        {
            if (_states[place] == LeaseState.None)
            {
                return place;
            }

            if (!IsHeld(place, nowMs) && (oldest < 0 || _untilMs[place] < _untilMs[oldest]))
            {
                oldest = place;
            }
        }

        return oldest;
    }

    /// <summary>Keeps a place for a station for <see cref="OfferMs"/>. One that it has on lease stays as it is.</summary>
    public void Offer(int place, byte[] hardware, bool isStranger, long nowMs)
    {
        if (_states[place] != LeaseState.Leased || !Has(place, hardware) || !IsHeld(place, nowMs))
        {
            // Whose lease was over is forgotten with this.
            IsChanged = IsChanged || (_states[place] == LeaseState.Leased && !Has(place, hardware));
            Put(place, hardware, LeaseState.Offered, isStranger, nowMs + OfferMs);
        }
    }

    /// <summary>Gives a place to a station until then.</summary>
    public void Lease(int place, byte[] hardware, bool isStranger, long untilMs)
    {
        IsChanged = IsChanged || _states[place] != LeaseState.Leased || _areStrangers[place] != isStranger || !Has(place, hardware);
        Put(place, hardware, LeaseState.Leased, isStranger, untilMs);
    }

    /// <summary>Ends a lease now. Who had it stays known.</summary>
    public void Release(int place, long nowMs)
    {
        if (_untilMs[place] > nowMs)
        {
            _untilMs[place] = nowMs;
        }
    }

    /// <summary>Takes a place out of use for <see cref="DeclinedMs"/>, as long as no more than <see cref="DeclinedMax"/> are; its station is forgotten.</summary>
    public void Decline(int place, long nowMs)
    {
        int declined = 0;

        for (int i = 0; i < Count; i++)
        {
            declined += _states[i] == LeaseState.Declined && _untilMs[i] > nowMs ? 1 : 0;
        }

        bool isOut = declined < DeclinedMax && declined < Count / 4;
        IsChanged = IsChanged || _states[place] == LeaseState.Leased;
        _states[place] = LeaseState.Declined;
        _untilMs[place] = isOut ? nowMs + DeclinedMs : nowMs;
        _areStrangers[place] = false;

        for (int i = 0; i < HardwareLength; i++)
        {
            _hardware[(place * HardwareLength) + i] = 0;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        for (int place = 0; place < Capacity; place++)
        {
            _states[place] = LeaseState.None;
            _untilMs[place] = 0;
        }
    }

    private void Put(int place, byte[] hardware, LeaseState state, bool isStranger, long untilMs)
    {
        for (int i = 0; i < HardwareLength; i++)
        {
            _hardware[(place * HardwareLength) + i] = hardware[i];
        }

        _states[place] = state;
        _areStrangers[place] = isStranger;
        _untilMs[place] = untilMs;
    }

    private int StrangersHeld(long nowMs)
    {
        int held = 0;

        for (int place = 0; place < Count; place++)
        {
            held += _areStrangers[place] && IsHeld(place, nowMs) ? 1 : 0;
        }

        return held;
    }

    private bool Has(int place, byte[] hardware)
    {
        for (int i = 0; i < HardwareLength; i++)
        {
            if (_hardware[(place * HardwareLength) + i] != hardware[i])
            {
                return false;
            }
        }

        return true;
    }
}
