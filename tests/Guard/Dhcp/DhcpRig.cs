using ToyGuard.Core.Storage;
using ToyGuard.Guard.Dhcp;
using ToyGuard.Guard.Toys;
using ToyGuard.Wire.Dhcp;

namespace ToyGuard.Guard.Dhcp.Tests;

/// <summary>A hub at 192.0.2.1 with stations, a clock and a flash, and what its last answer said.</summary>
public sealed class DhcpRig
{
    /// <summary>The last byte of the hub's address.</summary>
    public const int Hub = 1;

    private static readonly byte[] s_address = { 192, 0, 2, Hub };

    private readonly byte[] _answer = new byte[600];

    /// <summary>In 192.0.2.0/24, with toys 1 to <paramref name="toys"/> at stations of those numbers.</summary>
    public DhcpRig(int toys)
        : this(toys, "192.0.2.0/24")
    {
    }

    /// <summary>The same in another network.</summary>
    public DhcpRig(int toys, string network)
        : this(toys, network, 0, 0)
    {
    }

    private DhcpRig(int toys, string network, int stationEveryMs, int allEveryMs)
    {
        Network = network;
        StationEveryMs = stationEveryMs;
        AllEveryMs = allEveryMs;

        for (int i = 1; i <= toys; i++)
        {
            Stations.Come(i, i);
        }

        Table = new LeaseTable(s_address, Subnet.Parse(network)!);
        Responder = null!;
        Restart();
    }

    /// <summary>One that answers at the pace of a device; the others answer as often as they are asked.</summary>
    public static DhcpRig AtPace(int toys)
    {
        return new DhcpRig(toys, "192.0.2.0/24", AnswerPace.StationEveryMs, AnswerPace.AllEveryMs);
    }

    /// <summary>Milliseconds now.</summary>
    public long NowMs { get; set; } = 1000;

    /// <summary>The radio.</summary>
    public StationList Stations { get; } = new StationList();

    /// <summary>The flash.</summary>
    public FlashModel Flash { get; } = new FlashModel();

    /// <summary>Which address is which toy's.</summary>
    public ToyAddresses Toys { get; private set; } = new ToyAddresses();

    /// <summary>Who has what.</summary>
    public LeaseTable Table { get; private set; }

    /// <summary>What is tested.</summary>
    public DhcpResponder Responder { get; private set; }

    /// <summary>Whether the last start read its book.</summary>
    public bool WasOpened { get; private set; }

    /// <summary>The last answer.</summary>
    public DhcpMessage Answer { get; } = new DhcpMessage();

    /// <summary>Its bytes.</summary>
    public byte[] AnswerBytes { get; private set; } = new byte[0];

    /// <summary>Where it went: the last byte of an address of the network, 255 for all, -1 for elsewhere.</summary>
    public int Target { get; private set; }

    private string Network { get; }

    private int StationEveryMs { get; }

    private int AllEveryMs { get; }

    /// <summary>A power cut and a start.</summary>
    public void Restart()
    {
        Toys = new ToyAddresses();
        Table = new LeaseTable(s_address, Subnet.Parse(Network)!);
        LeaseBook book = new LeaseBook(Flash, Table);
        WasOpened = book.Open(NowMs);
        Responder = new DhcpResponder(Table, book, Stations, Toys, new AnswerPace(StationEveryMs, AllEveryMs));
    }

    /// <summary>Sends bytes from 0.0.0.0; the answer's type, None for silence.</summary>
    public DhcpType Send(byte[] bytes)
    {
        return Send(bytes, 0);
    }

    /// <summary>Sends bytes from 192.0.2. and the last byte.</summary>
    public DhcpType Send(byte[] bytes, int sender)
    {
        byte[] from = sender == 0 ? new byte[4] : new byte[] { 192, 0, 2, (byte)sender };
        int length = Responder.Take(bytes, bytes.Length, from, NowMs, _answer);
        Target = -1;

        if (length == 0)
        {
            return DhcpType.None;
        }

        AnswerBytes = Bytes.Part(_answer, 0, length);
        Assert.IsTrue(Answer.Read(_answer, 0, length), "the answer is a message");
        Assert.IsTrue(Answer.IsReply && length >= 300 && length <= 548);
        byte[] to = Responder.Target;
        bool isAll = to[0] == 255 && to[1] == 255 && to[2] == 255 && to[3] == 255;
        Target = isAll ? 255 : to[0] == 192 && to[1] == 0 && to[2] == 2 ? to[3] : -1;
        return Answer.Type;
    }

    /// <summary>The last byte of the address that the last answer gives; 0 for none.</summary>
    public int Given
    {
        get { return (int)(Answer.YourAddress & 255); }
    }

    /// <summary>Looks for a server; the address that it is offered, 0 for none.</summary>
    public int Discover(int station)
    {
        return Send(DhcpBuilder.Of(1, station).End()) == DhcpType.Offer ? Given : 0;
    }

    /// <summary>Takes an offer.</summary>
    public DhcpType Select(int station, int address)
    {
        return Send(DhcpBuilder.Of(3, station).OptionAddress(54, Hub).OptionAddress(50, address).End());
    }

    /// <summary>The whole way to an address; 0 when there is none to have.</summary>
    public int Join(int station)
    {
        int offered = Discover(station);
        return offered != 0 && Select(station, offered) == DhcpType.Ack ? Given : 0;
    }

    /// <summary>Asks for the address it had, after a start of its own.</summary>
    public DhcpType Reboot(int station, int address)
    {
        return Send(DhcpBuilder.Of(3, station).OptionAddress(50, address).End());
    }

    /// <summary>Asks for more time.</summary>
    public DhcpType Renew(int station, int address)
    {
        return Send(DhcpBuilder.Of(3, station).Address(12, address).End(), address);
    }

    /// <summary>Gives an address back, from <paramref name="sender"/>.</summary>
    public void Release(int station, int address, int sender)
    {
        Assert.AreEqual(0, (int)Send(DhcpBuilder.Of(7, station).Address(12, address).OptionAddress(54, Hub).End(), sender));
    }

    /// <summary>Found somebody else there.</summary>
    public void Decline(int station, int address)
    {
        Assert.AreEqual(0, (int)Send(DhcpBuilder.Of(4, station).OptionAddress(50, address).OptionAddress(54, Hub).End()));
    }

    /// <summary>Which toy is at an address.</summary>
    public int ToyAt(int address)
    {
        return Toys.ToyAt(new byte[] { 192, 0, 2, (byte)address });
    }

    /// <summary>Lets so many seconds go by, with the turn that time brings.</summary>
    public void Wait(int seconds)
    {
        NowMs += seconds * 1000L;
        Responder.Keep(NowMs);
    }

    /// <summary>How many addresses are held.</summary>
    public int Held()
    {
        int held = 0;

        for (int place = 0; place < Table.Count; place++)
        {
            held += Table.IsHeld(place, NowMs) ? 1 : 0;
        }

        return held;
    }
}
