namespace ToyGuard.Wire.Dhcp;

/// <summary>Where what stands in a message (RFC 2131, 2, figure 1).</summary>
/// <remarks>
/// <code>
///   0  op   1  htype   2  hlen   3  hops
///   4  xid            8  secs       10  flags
///  12  ciaddr        16  yiaddr     20  siaddr   24  giaddr
///  28  chaddr, 16 bytes
///  44  sname, 64     108  file, 128
/// 236  cookie        240  options
/// </code>
/// </remarks>
internal static class DhcpFormat
{
    internal const int Hops = 3;
    internal const int Xid = 4;
    internal const int Seconds = 8;
    internal const int Flags = 10;
    internal const int ClientAddress = 12;
    internal const int YourAddress = 16;
    internal const int ServerAddress = 20;
    internal const int RelayAddress = 24;
    internal const int Hardware = 28;
    internal const int ServerName = 44;
    internal const int ServerNameLength = 64;
    internal const int File = 108;
    internal const int FileLength = 128;
    internal const int Cookie = 236;
    internal const int Options = 240;

    internal const uint CookieValue = 0x63825363;
    internal const int BroadcastFlag = 0x8000;
    internal const int RequestOperation = 1;
    internal const int ReplyOperation = 2;
    internal const int Ethernet = 1;

    internal static int Read16(byte[] buffer, int at)
    {
        return (buffer[at] << 8) | buffer[at + 1];
    }

    internal static uint Read32(byte[] buffer, int at)
    {
        return ((uint)Read16(buffer, at) << 16) | (uint)Read16(buffer, at + 2);
    }

    internal static void Write16(byte[] buffer, int at, int value)
    {
        buffer[at] = (byte)(value >> 8);
        buffer[at + 1] = (byte)value;
    }

    internal static void Write32(byte[] buffer, int at, uint value)
    {
        Write16(buffer, at, (int)(value >> 16));
        Write16(buffer, at + 2, (int)(value & 0xFFFF));
    }
}
