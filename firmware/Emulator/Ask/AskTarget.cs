using System;

using ToyGuard.Core.Policy;
using ToyGuard.Wire.Url;

namespace ToyGuard.Emulator.Ask;

/// <summary>Turns the bytes of one target into a question to the gate: host:port stands for a TLS hello, a URL for its own scheme.</summary>
/// <remarks>It refuses nothing by itself. What cannot be read becomes a question without a host, so that the gate's own order says why it is held.</remarks>
internal sealed class AskTarget
{
    /// <summary>Bytes of a target that are looked at; a longer one has no readable host. A URL may have this many.</summary>
    public const int LengthMax = UrlReader.LengthMax;

    private static readonly byte[] Nothing = [];

    private readonly UrlReader _url = new();

    /// <summary>Fills <paramref name="query"/> but for its toy.</summary>
    public void Read(ReadOnlySpan<byte> target, GateQuery query)
    {
        byte[] bytes = target.ToArray();
        query.Kind = AskKind.TlsHello;
        query.Port = 0;
        query.Host.Read(Nothing, 0, 0);

        if (bytes.Length > LengthMax)
        {
            return;
        }

        if (target.IndexOf("://"u8) >= 0)
        {
            ReadUrl(bytes, query);
        }
        else
        {
            ReadHostAndPort(bytes, query);
        }
    }

    private void ReadUrl(byte[] bytes, GateQuery query)
    {
        if (_url.Read(bytes, 0, bytes.Length) == UrlFault.None)
        {
            query.Kind = _url.Scheme == UrlScheme.Https ? AskKind.Https : AskKind.Http;
            query.Port = _url.Port;
            query.Host.Read(bytes, _url.HostOffset, _url.HostLength);
        }
    }

    // A port that is missing or none stays 0, which no endpoint has.
    private static void ReadHostAndPort(byte[] bytes, GateQuery query)
    {
        int colon = Array.LastIndexOf(bytes, (byte)':');
        int hostLength = colon < 0 ? bytes.Length : colon;

        query.Host.Read(bytes, 0, hostLength);
        query.Port = colon < 0 ? 0 : Port(bytes.AsSpan(colon + 1));
    }

    private static int Port(ReadOnlySpan<byte> digits)
    {
        const int DigitsMax = 5;
        int port = 0;

        if (digits.Length is 0 or > DigitsMax || digits[0] == '0')
        {
            return 0;
        }

        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return 0;
            }

            port = (port * 10) + (digit - '0');
        }

        return port <= 65535 ? port : 0;
    }
}
