using System;
using System.Net.Sockets;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Sockets;
using ToyGuard.Guard.Plain;
using ToyGuard.Guard.Relay;
using ToyGuard.Guard.Sockets;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Relay;

/// <summary>Plain HTTP: one request a connection. Its head goes to the server as it was judged, its body to the byte, and nothing behind it; who is not served gets a small answer.</summary>
/// <remarks>An <c>Expect: 100-continue</c> is the server's to answer: both directions are open as soon as the head has gone.</remarks>
internal sealed class PlainTrade : RelayTrade
{
    // What a rewritten head may be longer than the one that came: Host and Connection are put in anew.
    private const int Longer = 512;

    private readonly HeadJudge _judge;
    private byte[] _written = new byte[0];

    internal PlainTrade(HeadJudge judge)
        : base(judge, SocketUse.Plain)
    {
        _judge = judge;
    }

    /// <inheritdoc/>
    internal override Reason Open(byte[] opening, int count)
    {
        if (_written.Length < opening.Length + Longer)
        {
            _written = new byte[opening.Length + Longer];
        }

        RequestHead head = _judge.Head;
        int length = RequestRewriter.Write(head, opening, _written);

        if (length == 0)
        {
            return Reason.HeadTooLong;
        }

        // A message without a length has no body (RFC 9112, 6.3).
        long body = head.ContentLength > 0 ? head.ContentLength : 0;
        int come = count - head.HeadLength;
        int first = come < body ? come : (int)body;
        Array.Copy(opening, head.HeadLength, _written, length, first);
        First = _written;
        FirstCount = length + first;
        UpMax = body - first;

        return Reason.None;
    }

    /// <inheritdoc/>
    internal override bool Tell(Socket client, RelayEffect effect, Reason reason)
    {
        if (reason == Reason.None)
        {
            return false;
        }

        byte[] answer = new byte[PlainRefusal.LengthMax];
        Farewell.Say(client, answer, PlainRefusal.Write(reason, _judge.Head.Method, answer));

        return true;
    }
}
