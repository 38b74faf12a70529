using System;
using System.Collections.Generic;

using ToyGuard.Core.Policy;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Fuzz.Targets;

/// <summary>What a server says to a toy's own call, up to the end of the last head or to the next look-up. Whatever it says, nothing is looked up but what is open.</summary>
internal sealed class AnswerTarget : Target
{
    private const int MostBytes = 9000;

    private static readonly byte[] s_address = { 192, 0, 2, 7 };

    private readonly OutgoingRequest _request = new(HttpMethod.Get, "https://" + Household.Open + "/a/b");
    private readonly byte[] _head = new byte[MessageHead.HeadMax];
    private readonly byte[] _said = new byte[MostBytes];
    private readonly OutgoingCall _used = new(Household.NewGate(), Household.Toy, true);

    private OutgoingCall _call;
    private OutgoingEffect _effect;

    public AnswerTarget()
    {
        _call = _used;
    }

    public override string Name
    {
        get { return "answer"; }
    }

    public override string Hurdle
    {
        get { return "version"; }
    }

    public override int LengthMax
    {
        get { return MostBytes; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        foreach (byte[] seed in HttpSeeds.Responses())
        {
            yield return seed;
        }

        foreach (string location in new[] { "/x", "../x", "//plain.toys.example/", "https://stories.toys.example/x", "https://usage.metrics.example/", "http://plain.toys.example/", "//a@b.example/" })
        {
            foreach (byte[] seed in Ascii.All($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n", $"HTTP/1.1 103 A\r\n\r\nHTTP/1.1 308 Moved\r\nlocation: {location}\r\n\r\n"))
            {
                yield return seed;
            }
        }
    }

    public override IEnumerable<byte[]> Words()
    {
        foreach (byte[] word in HttpSeeds.ResponseWords())
        {
            yield return word;
        }

        foreach (byte[] word in Ascii.All("Location: ", "301", "303", "307", "https://", "//", "/", "..", "?", "\\", "@", ":443", Household.Open, Household.Plain, Household.Waiting))
        {
            yield return word;
        }
    }

    public override Outcome Read(Pieces pieces)
    {
        _call = pieces.IsOtherwise ? new OutgoingCall(Household.NewGate(), Household.Toy, true) : _used;
        _call.OnClosed();
        _call.Begin(_request, 0);
        _call.OnResolved(Reason.None, s_address, 1, 0);
        _call.OnConnected(0);
        _call.OnSecured(0);
        _call.WriteHead(_head);
        _effect = _call.OnSent(0);
        int skipped = 0;

        while (_effect == OutgoingEffect.Receive && pieces.Next(out int have))
        {
            // The call takes no offset: what stands before the head is left out, and what has not come yet with it.
            _effect = OutgoingEffect.Skip;

            while (_effect == OutgoingEffect.Skip)
            {
                Array.Copy(pieces.Buffer, pieces.Offset + skipped, _said, 0, have - skipped);
                _effect = _call.OnHead(_said, have - skipped, 0);
                skipped += _effect == OutgoingEffect.Skip ? _call.HeadLength : 0;
            }
        }

        if (_effect == OutgoingEffect.Redirect)
        {
            _effect = _call.Follow(0);
        }

        long sum = Outcome.Add(Outcome.Add((int)_call.End, (int)_effect), _call.Host.Bytes, 0, _call.Host.Length);

        // Only what is whole may be acted on; a fault has no place here, since the head may be the second or third.
        ReadStatus status = _effect == OutgoingEffect.Receive ? ReadStatus.NeedMore : _effect == OutgoingEffect.Close ? ReadStatus.Refused : ReadStatus.Complete;

        bool isPast = status != ReadStatus.Refused || _call.End != Reason.AnswerMalformed || skipped > 0 || _said.AsSpan().StartsWith("HTTP/1.1 "u8);

        return new Outcome(status, (int)_call.End, 0, 0, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        return _effect is not (OutgoingEffect.Receive or OutgoingEffect.Answer or OutgoingEffect.Resolve or OutgoingEffect.Close) ? "neither an answer nor a next step nor an end"
            : (_effect == OutgoingEffect.Close) != (_call.End != Reason.None) ? "an end without a reason, or a reason without an end"
            : _effect != OutgoingEffect.Close && (_call.Host.ToString() != Household.Open || _call.Port != 443) ? "another place than the one that is open"
            : _effect == OutgoingEffect.Resolve && _call.Redirects != 1 ? "a redirect that was not counted"
            : null;
    }

    public override int StepsMax(int count)
    {
        return 8000 + (150 * count);
    }
}
