using System;

namespace ToyGuard.Edge.Toy;

/// <summary>Reads the first record of a server, of which the runtime tells too little: whether it speaks no TLS that we do. Keeps a few bytes, decides nothing.</summary>
/// <remarks>
/// A server that knows no TLS 1.2 says so in one of two ways, both in plain bytes at its very beginning: a ServerHello with a lower version
/// (RFC 5246, 7.4.1.3: 22, version, length, 2, length of 3 bytes, version) or a fatal alert 70 (21, version, 0 2, 2 70).
/// </remarks>
internal sealed class ServerSays
{
    private const int HelloVersionEnd = 11;
    private const byte Alert = 21;
    private const byte Handshake = 22;
    private const byte ServerHello = 2;
    private const byte ProtocolVersion = 70;

    private readonly byte[] _first = new byte[HelloVersionEnd];
    private int _count;

    /// <summary>Takes what was read from the server, in order.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        int taken = Math.Min(bytes.Length, _first.Length - _count);
        bytes[..taken].CopyTo(_first.AsSpan(_count));
        _count += taken;
    }

    /// <summary>True when it said that it speaks nothing that we speak.</summary>
    public bool IsOldVersion
    {
        get
        {
            bool isAlert = _count >= 7 && _first[0] == Alert && _first[6] == ProtocolVersion;
            bool isHello = _count >= HelloVersionEnd && _first[0] == Handshake && _first[5] == ServerHello;

            return isAlert || (isHello && (_first[9] < 3 || (_first[9] == 3 && _first[10] < 3)));
        }
    }
}
