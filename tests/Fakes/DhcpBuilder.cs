using System;

namespace ToyGuard.Fakes;

/// <summary>Puts DHCP messages together piece by piece, right or wrong. Shares nothing with the code under test.</summary>
public sealed class DhcpBuilder
{
    /// <summary>Bytes before the first option.</summary>
    public const int OptionsOffset = 240;

    private readonly byte[] _bytes = new byte[2048];

    /// <summary>A client's message without any option.</summary>
    /// <param name="last">The last byte of its network address, 02:00:5e:00:53:xx.</param>
    public DhcpBuilder(int last)
    {
        Set(0, 1, 1, 6, 0).Set(4, 0x12, 0x34, 0x56, 0x78).Set(28, 0x02, 0x00, 0x5E, 0x00).Set(32, 0x53, (byte)last).Set(236, 0x63, 0x82, 0x53, 0x63);
        Length = OptionsOffset;
    }

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>A message of one type, options still open.</summary>
    public static DhcpBuilder Of(int type, int last)
    {
        return new DhcpBuilder(last).Option(53, (byte)type);
    }

    /// <summary>Puts bytes at a place.</summary>
    public DhcpBuilder Set(int at, params byte[] bytes)
    {
        Array.Copy(bytes, 0, _bytes, at, bytes.Length);
        return this;
    }

    /// <summary>Puts an address, 192.0.2. and the last byte, at a place: 12 is the client's, 24 the relay's.</summary>
    public DhcpBuilder Address(int at, int last)
    {
        return Set(at, 192, 0, 2, (byte)last);
    }

    /// <summary>The client wants answers as a broadcast.</summary>
    public DhcpBuilder Broadcast()
    {
        return Set(10, 0x80);
    }

    /// <summary>Adds an option.</summary>
    public DhcpBuilder Option(int option, params byte[] bytes)
    {
        return Raw((byte)option, (byte)bytes.Length).Raw(bytes);
    }

    /// <summary>Adds an option with an address, 192.0.2. and the last byte: 50 is the wish, 54 the server.</summary>
    public DhcpBuilder OptionAddress(int option, int last)
    {
        return Option(option, 192, 0, 2, (byte)last);
    }

    /// <summary>Adds bytes as they are.</summary>
    public DhcpBuilder Raw(params byte[] bytes)
    {
        Set(Length, bytes);
        Length += bytes.Length;
        return this;
    }

    /// <summary>The end option, and the message.</summary>
    public byte[] End()
    {
        return Raw(255).Bytes();
    }

    /// <summary>The message as it is.</summary>
    public byte[] Bytes()
    {
        return Fakes.Bytes.Part(_bytes, 0, Length);
    }
}
