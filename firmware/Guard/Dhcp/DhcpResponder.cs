using System;

using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp;

/// <summary>The hub's DHCP (RFC 2131, 4.3): a message in, an answer and where it goes out. Gives addresses to stations that the radio lists, and to nobody else.</summary>
/// <remarks>
/// Silence is the answer to whatever is no client's message, came by a relay (giaddr or hops), speaks for a station that is not here, or means another server.
/// Leases go by network address alone, not by client identifier (RFC 2131, 4.2 would): else one station could have them all. A client that nobody knows and
/// that asks for the address it had is left alone, as the standard says; one whose address is not its own, or not of this network, is told no.
/// There is no captive-portal option (114): a toy is not to open a page.
/// Safe from any thread: the page looks while the service answers.
/// </remarks>
public sealed class DhcpResponder
{
    /// <summary>Seconds that a toy has an address for.</summary>
    public const int ToySeconds = 12 * 3600;

    /// <summary>Seconds for whoever is no toy: made-up network addresses are soon over, and a phone that sets the hub up asks again.</summary>
    public const int StrangerSeconds = 600;

    private const uint Everybody = uint.MaxValue;
    private const int HardwareLength = DhcpMessage.HardwareLength;

    // Where a message has the network address that it speaks for (RFC 2131, 2).
    private const int HardwareOffset = 28;

    // Beyond this, T1 and T2 do not fit beside it; they are what clients take without being told (RFC 2131, 4.4.5).
    private const int ClientIdWithTimesMax = 200;

    private readonly object _lock = new object();
    private readonly LeaseTable _table;
    private readonly LeaseBook _book;
    private readonly IStations _stations;
    private readonly ToyAddresses _toys;
    private readonly AnswerPace _pace;
    private readonly DhcpMessage _message = new DhcpMessage();
    private readonly DhcpWriter _writer = new DhcpWriter();
    private readonly SeenStation?[] _seen = new SeenStation?[LeaseTable.Capacity];
    private readonly int[] _mapped = new int[LeaseTable.Capacity];
    private readonly byte[] _hardware = new byte[HardwareLength];
    private readonly byte[] _address = new byte[4];

    /// <summary>A responder over a table whose book is open.</summary>
    /// <param name="table">Who has what.</param>
    /// <param name="book">Keeps it.</param>
    /// <param name="stations">Who is here.</param>
    /// <param name="toys">Is told which address is which toy's, and when no longer.</param>
    public DhcpResponder(LeaseTable table, LeaseBook book, IStations stations, ToyAddresses toys)
        : this(table, book, stations, toys, new AnswerPace(AnswerPace.StationEveryMs, AnswerPace.AllEveryMs))
    {
    }

    /// <summary>The same at another pace.</summary>
    public DhcpResponder(LeaseTable table, LeaseBook book, IStations stations, ToyAddresses toys, AnswerPace pace)
    {
        _pace = pace;
        _table = table;
        _book = book;
        _stations = stations;
        _toys = toys;
    }

    /// <summary>Where the last answer goes, 4 bytes: one station's address, or 255.255.255.255. The port is the clients', 68.</summary>
    public byte[] Target { get; } = new byte[4];

    /// <summary>How long an address is given for, in milliseconds.</summary>
    public static long LeaseMs(bool isStranger)
    {
        return 1000L * (isStranger ? StrangerSeconds : ToySeconds);
    }

    /// <summary>Takes one datagram and writes the answer; returns its length, 0 = say nothing.</summary>
    /// <param name="query">The datagram, from its beginning.</param>
    /// <param name="count">Its length.</param>
    /// <param name="sender">Where it came from, 4 bytes; all zero for who has no address yet.</param>
    /// <param name="nowMs">Milliseconds of a clock that only goes forward.</param>
    /// <param name="answer">Takes up to <see cref="DhcpWriter.LengthMax"/> bytes; not the array of the question.</param>
    public int Take(byte[] query, int count, byte[] sender, long nowMs, byte[] answer)
    {
        lock (_lock)
        {
            // Who is here comes first, and costs least: a flood of made-up network addresses is not even read.
            if (!IsHeard(query, count, nowMs) || !_message.Read(query, 0, count) || _message.IsReply || _message.RelayAddress != 0 || _message.Hops != 0)
            {
                return 0;
            }

            bool isStranger = _stations.ToyOf(_message.Hardware) <= 0;

            switch (_message.Type)
            {
                case DhcpType.Discover:
                    return Discover(query, isStranger, nowMs, answer);
                case DhcpType.Request:
                    return Request(query, isStranger, nowMs, answer);
                case DhcpType.Inform:
                    return Inform(query, answer);
                case DhcpType.Decline:
                    Decline(nowMs);
                    return 0;
                case DhcpType.Release:
                    Release(sender, nowMs);
                    return 0;
                default:
                    return 0;
            }
        }
    }

    /// <summary>Does what time brings: an address is a toy's only while its lease lasts, the radio lists it and it is introduced. About once a second.</summary>
    public void Keep(long nowMs)
    {
        lock (_lock)
        {
            for (int place = 0; place < _table.Count; place++)
            {
                Map(place, nowMs);
            }

            _book.Keep(nowMs);
        }
    }

    /// <summary>What the station at a place said of itself; null where no lease is, or the place does not exist.</summary>
    /// <param name="place">0 to <see cref="LeaseTable.Capacity"/> - 1.</param>
    /// <param name="nowMs">Milliseconds of the same clock.</param>
    public SeenStation? SeenAt(int place, long nowMs)
    {
        lock (_lock)
        {
            bool isLeased = place >= 0 && place < _table.Count && _table.StateOf(place) == LeaseState.Leased && _table.IsHeld(place, nowMs);
            return isLeased ? _seen[place] : null;
        }
    }

    /// <summary>The toy whose the address of a place is now; 0 for nobody's, and until <see cref="Keep"/> sees it.</summary>
    public int ToyAt(int place)
    {
        lock (_lock)
        {
            return place >= 0 && place < _table.Count ? _mapped[place] : 0;
        }
    }

    private bool IsHeard(byte[] query, int count, long nowMs)
    {
        if (count < HardwareOffset + HardwareLength)
        {
            return false;
        }

        Array.Copy(query, HardwareOffset, _hardware, 0, HardwareLength);
        return _stations.IsHere(_hardware) && _pace.Takes(_hardware, nowMs);
    }

    private int Discover(byte[] query, bool isStranger, long nowMs, byte[] answer)
    {
        int place = _table.Choose(_message.Hardware, _message.RequestedAddress, isStranger, nowMs);

        if (place < 0)
        {
            return 0;
        }

        _table.Offer(place, _message.Hardware, isStranger, nowMs);
        return Give(query, DhcpType.Offer, place, isStranger, answer);
    }

    private int Request(byte[] query, bool isStranger, long nowMs, byte[] answer)
    {
        int own = _table.PlaceOf(_message.Hardware);
        uint asked = _message.ClientAddress != 0 ? _message.ClientAddress : _message.RequestedAddress;

        if (_message.ServerId != 0)
        {
            return Select(query, own, isStranger, nowMs, answer);
        }

        // Init-reboot names the address it had, renewing and rebinding the one it has; both at once is neither.
        if (asked == 0 || (_message.ClientAddress != 0 && _message.RequestedAddress != 0))
        {
            return 0;
        }

        if (own >= 0 && _table.AddressOf(own) == asked)
        {
            return Lease(query, own, isStranger, nowMs, answer);
        }

        // Who is not known and asks again after a restart may belong to another server of this network (RFC 2131, 4.3.2).
        bool isOthers = own < 0 && _message.ClientAddress == 0 && _table.IsInside(asked);
        return isOthers ? 0 : Refuse(query, answer);
    }

    private int Select(byte[] query, int own, bool isStranger, long nowMs, byte[] answer)
    {
        if (_message.ServerId != _table.Own)
        {
            // Another server's offer was taken: ours is free again.
            if (own >= 0 && _table.StateOf(own) == LeaseState.Offered)
            {
                _table.Release(own, nowMs);
            }

            return 0;
        }

        // RFC 2131, 4.3.2: who selects has no address of its own yet.
        if (_message.ClientAddress != 0 || _message.RequestedAddress == 0)
        {
            return 0;
        }

        return own >= 0 && _table.AddressOf(own) == _message.RequestedAddress ? Lease(query, own, isStranger, nowMs, answer) : Refuse(query, answer);
    }

    private int Lease(byte[] query, int place, bool isStranger, long nowMs, byte[] answer)
    {
        // A lease that is over counts among the strangers' again.
        if (_table.Choose(_message.Hardware, 0, isStranger, nowMs) != place)
        {
            return 0;
        }

        _table.Lease(place, _message.Hardware, isStranger, nowMs + LeaseMs(isStranger));
        Note(query, place);
        Map(place, nowMs);

        // Before the answer: what was promised outlives a power cut.
        _book.Keep(nowMs);
        return Give(query, DhcpType.Ack, place, isStranger, answer);
    }

    private int Inform(byte[] query, byte[] answer)
    {
        if (_message.ClientAddress == 0 || _message.ClientAddress == _table.Own || !_table.IsInside(_message.ClientAddress))
        {
            return 0;
        }

        _writer.Begin(answer, _message, DhcpType.Ack, _message.ClientAddress, 0);
        _writer.Add(DhcpOption.ServerId, _table.Own);
        return End(query, answer, _message.ClientAddress);
    }

    private void Decline(long nowMs)
    {
        int own = _table.PlaceOf(_message.Hardware);

        if (_message.ServerId == _table.Own && own >= 0 && _table.AddressOf(own) == _message.RequestedAddress)
        {
            _table.Decline(own, nowMs);
            Map(own, nowMs);
        }
    }

    private void Release(byte[] sender, long nowMs)
    {
        int own = _table.PlaceOf(_message.Hardware);

        // It comes from the address that it gives back: nobody else can, without at least pretending to be there.
        if (_message.ServerId == _table.Own && own >= 0 && _table.AddressOf(own) == _message.ClientAddress && LeaseTable.Number(sender) == _message.ClientAddress)
        {
            _table.Release(own, nowMs);
            Map(own, nowMs);
        }
    }

    private int Give(byte[] query, DhcpType type, int place, bool isStranger, byte[] answer)
    {
        uint seconds = (uint)(isStranger ? StrangerSeconds : ToySeconds);
        _writer.Begin(answer, _message, type, type == DhcpType.Ack ? _message.ClientAddress : 0, _table.AddressOf(place));
        _writer.Add(DhcpOption.ServerId, _table.Own);
        _writer.Add(DhcpOption.LeaseTime, seconds);

        if (_message.ClientIdLength <= ClientIdWithTimesMax)
        {
            _writer.Add(DhcpOption.RenewalTime, seconds / 2);
            _writer.Add(DhcpOption.RebindingTime, seconds / 8 * 7);
        }

        // RFC 2131, 4.1: to the address it has, else to all: we cannot reach one that it is only about to have.
        return End(query, answer, _message.ClientAddress != 0 && type == DhcpType.Ack ? _message.ClientAddress : Everybody);
    }

    // Everything leads to us: there is no route through the hub, only its services (RFC 2132: the mask before the router).
    private int End(byte[] query, byte[] answer, uint target)
    {
        _writer.Add(DhcpOption.SubnetMask, _table.Mask);
        _writer.Add(DhcpOption.Router, _table.Own);
        _writer.Add(DhcpOption.NameServer, _table.Own);
        _writer.Add(DhcpOption.TimeServer, _table.Own);
        return End(query, target);
    }

    private int Refuse(byte[] query, byte[] answer)
    {
        _writer.Begin(answer, _message, DhcpType.Nak, 0, 0);
        _writer.Add(DhcpOption.ServerId, _table.Own);

        // RFC 2131, 4.1: who is told no may not have the address it believes to have.
        return End(query, Everybody);
    }

    private int End(byte[] query, uint target)
    {
        if (_message.ClientIdLength > 0)
        {
            _writer.Add(DhcpOption.ClientId, query, _message.ClientIdOffset, _message.ClientIdLength);
        }

        SetBytes(Target, target);
        return _writer.End();
    }

    private void Note(byte[] query, int place)
    {
        string name = StationText.Name(query, _message.HostNameOffset, _message.HostNameLength);
        string url = StationText.Url(query, _message.MudUrlOffset, _message.MudUrlLength);
        string hardware = StationText.Hardware(_message.Hardware);
        SeenStation? before = _seen[place];

        if (before is null || before.Hardware != hardware || before.Name != name || before.MudUrl != url)
        {
            _seen[place] = new SeenStation((byte[])_message.Hardware.Clone(), hardware, _table.AddressOf(place), name, url);
        }
    }

    private void Map(int place, long nowMs)
    {
        int toy = 0;

        if (_table.StateOf(place) == LeaseState.Leased && _table.IsHeld(place, nowMs))
        {
            _table.CopyHardware(place, _hardware, 0);
            toy = _stations.IsHere(_hardware) ? _stations.ToyOf(_hardware) : 0;
        }

        if (toy == _mapped[place])
        {
            return;
        }

        SetBytes(_address, _table.AddressOf(place));
        bool isMapped = toy > 0 ? _toys.Add(_address, toy) : _toys.Remove(_address);
        _mapped[place] = toy > 0 && isMapped ? toy : 0;
    }

    private static void SetBytes(byte[] bytes, uint number)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(number >> (24 - (i * 8)));
        }
    }
}
