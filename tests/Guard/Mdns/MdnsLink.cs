using ToyGuard.Guard.Mdns;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Guard.Tests.Mdns;

/// <summary>A responder at 192.0.2.5, and what it says in words. Every packet that it writes is compared with the few that there are.</summary>
internal sealed class MdnsLink
{
    public const string Label = "toyguard-k7m2p9qx";
    public const string Name = Label + ".local";

    private const int A = 1;
    private const int Nsec = 47;
    private const int Any = 255;

    // Behind the header and the name.
    private const int TypeOffset = 12 + 17 + 1 + 5 + 1 + 1;

    public MdnsLink()
    {
        Responder = new MdnsResponder(Label, new byte[] { 192, 0, 2, 5 }, Subnet.Parse("192.0.2.0/24")!, 5353, 200);
    }

    public static byte[] Phone
    {
        get { return new byte[] { 192, 0, 2, 20 }; }
    }

    public static byte[] Other
    {
        get { return new byte[] { 192, 0, 2, 7 }; }
    }

    public MdnsResponder Responder { get; }

    public byte[] Packet { get; } = new byte[MdnsResponder.PacketMax];

    /// <summary>How many packets went out.</summary>
    public int PacketsOut { get; private set; }

    /// <summary>How many of them are none of the four forms: probe, answer, alone, ordinary DNS.</summary>
    public int PacketsOfOtherForms { get; private set; }

    /// <summary>One that has announced itself, last at 1950.</summary>
    public static MdnsLink Settled()
    {
        MdnsLink link = new();

        for (long now = 0; now < 3000; now += 50)
        {
            link.Turn(now);
        }

        return link;
    }

    /// <summary>Somebody else says that the name is at 192.0.2. and the last byte.</summary>
    public static DnsBuilder Claim(int last)
    {
        return new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 0).Name(Name).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(last);
    }

    /// <summary>Somebody else is about to.</summary>
    public static DnsBuilder ProbeOf(int last)
    {
        return new DnsBuilder().Header(0, 0, 1, 0, 1, 0).Name(Name).U16(Any).U16(0x8001).Jump(12).RecordTail(A, 120, 4).U8(192).U8(0).U8(2).U8(last);
    }

    /// <summary>What goes to all now, as in "[200 probe]"; empty for nothing.</summary>
    public string Turn(long nowMs)
    {
        int length = Responder.Turn(nowMs, Packet);
        return length == 0 ? "" : "[" + nowMs.ToString() + " " + WordsOf(length) + "]";
    }

    /// <summary>A phone asks, from the port of multicast DNS.</summary>
    public string Ask(int type, bool isForOne, long nowMs)
    {
        return AskFrom(Phone, 5353, type, isForOne, nowMs);
    }

    /// <summary>Somebody asks.</summary>
    public string AskFrom(byte[] sender, int port, int type, bool isForOne, long nowMs)
    {
        return Take(new DnsBuilder().Header(0xBEEF, 0, 1, 0, 0, 0).Name("TOYGUARD-k7m2p9qx.LOCAL").U16(type).U16(isForOne ? 0x8001 : 1), sender, port, nowMs);
    }

    /// <summary>What the sender alone is told, as in "answer to one"; empty for nothing.</summary>
    public string Take(DnsBuilder packet, byte[] sender, int port, long nowMs)
    {
        byte[] bytes = packet.Bytes();
        int length = Responder.Take(bytes, bytes.Length, sender, port, nowMs, Packet);
        string words = length == 0 ? "" : WordsOf(length);

        return words == "answer" || words == "alone" ? words + " to one" : words;
    }

    private string WordsOf(int length)
    {
        PacketsOut++;

        if (Is(ProbeOf(5), length))
        {
            return "probe";
        }

        if (Is(new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 1).Name(Name).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(5)
            .Jump(12).U16(Nsec).U16(0x8001).U16(0).U16(120).U16(5).Jump(12).U8(0).U8(1).U8(0x40), length))
        {
            return "answer";
        }

        if (Is(new DnsBuilder().Header(0, 0x8400, 0, 1, 0, 1).Name(Name).U16(Nsec).U16(0x8001).U16(0).U16(120).U16(5).Jump(12).U8(0).U8(1).U8(0x40)
            .Jump(12).U16(A).U16(0x8001).U16(0).U16(120).U16(4).U8(192).U8(0).U8(2).U8(5), length))
        {
            return "alone";
        }

        int id = (Packet[0] << 8) | Packet[1];
        int type = (Packet[TypeOffset] << 8) | Packet[TypeOffset + 1];
        bool hasAddress = type == A || type == Any;

        if (hasAddress && Is(new DnsBuilder().Header(id, 0x8400, 1, 1, 0, 0).Question(Name, type).Jump(12).RecordTail(A, 10, 4).U8(192).U8(0).U8(2).U8(5), length))
        {
            return "legacy " + id.ToString() + " 10 s";
        }

        if (!hasAddress && Is(new DnsBuilder().Header(id, 0x8400, 1, 0, 0, 0).Question(Name, type), length))
        {
            return "legacy " + id.ToString() + " empty";
        }

        PacketsOfOtherForms++;
        return "something else";
    }

    private bool Is(DnsBuilder expected, int length)
    {
        return Bytes.AreSame(expected.Bytes(), expected.Length, Packet, length);
    }
}
