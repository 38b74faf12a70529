namespace ToyGuard.Wire.Http;

/// <summary>Reads a host with or without a port, as in Host, in an absolute target and in that of CONNECT (RFC 3986, 3.2; RFC 9110, 7.2).</summary>
/// <remarks>Narrower than the RFC on purpose: no user info, no percent signs, no IPv6 literal. Nothing behind it has such a name.</remarks>
internal static class Authority
{
    private const int PortMax = 65535;

    /// <summary>Reads exactly these bytes. <paramref name="port"/> is -1 when there is none; both results are nothing with a fault.</summary>
    public static HttpFault Read(byte[] buffer, int offset, int length, out int hostLength, out int port)
    {
        int end = offset + length;
        int at = offset;
        port = -1;

        while (at < end && HttpBytes.IsHost(buffer[at]))
        {
            at++;
        }

        hostLength = at - offset;

        if (at < end && buffer[at] != ':')
        {
            return HttpFault.HostBytes;
        }

        if (hostLength == 0)
        {
            return HttpFault.HostEmpty;
        }

        if (hostLength > RequestHead.HostMax)
        {
            return HttpFault.HostTooLong;
        }

        return at == end ? HttpFault.None : ReadPort(buffer, at + 1, end, out port);
    }

    private static HttpFault ReadPort(byte[] buffer, int from, int end, out int port)
    {
        port = 0;

        // Nothing, a zero in front, and whatever is no digit: all are refused the same way.
        if (from == end || buffer[from] == '0')
        {
            return HttpFault.HostPort;
        }

        for (int i = from; i < end; i++)
        {
            if (!HttpBytes.IsDigit(buffer[i]))
            {
                return HttpFault.HostPort;
            }

            port = (port * 10) + (buffer[i] - '0');

            if (port > PortMax)
            {
                return HttpFault.HostPort;
            }
        }

        return HttpFault.None;
    }
}
