using System;
using System.Net;

using ToyGuard.Fakes;
using ToyGuard.Page.Routes;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Edge.Family.Tests.Attacks;

/// <summary>The page's true router and door without a socket: what the server does with a whole request, a million times a minute.</summary>
internal sealed class RouterLine
{
    private readonly FamilyRig _rig;
    private readonly RequestHead _head = new();
    private readonly PageVisitor _visitor = new();
    private readonly PageAnswer _answer = new();
    private readonly byte[] _buffer = new byte[Math.Max(RequestHead.HeadMax, PageRouter.AnswerMax)];

    public RouterLine(FamilyRig rig)
    {
        _rig = rig;
    }

    /// <summary>Gives a request to the page and returns the first bytes of its answer; none where the server would wait for more, or say no more than a status.</summary>
    public PhoneExchange Send(byte[] request, bool isHomeSide, int holder)
    {
        request.CopyTo(_buffer, 0);
        _head.Reset();

        if (_head.Read(_buffer, 0, request.Length) != ReadStatus.Complete)
        {
            return new PhoneExchange(request, Array.Empty<byte>());
        }

        _visitor.Set(IPAddress.Loopback.GetAddressBytes(), _rig.Page.Port, isHomeSide, holder);
        _rig.Router.Judge(_head, _buffer, _visitor, _answer);
        int had = request.Length - _head.HeadLength;

        if (had < _answer.BodyLength)
        {
            return new PhoneExchange(request, Array.Empty<byte>());
        }

        Array.Copy(_buffer, _head.HeadLength, _buffer, 0, _answer.BodyLength);
        int length = _rig.Router.Write(_answer, _buffer, _visitor, _rig.NowMs);
        return new PhoneExchange(request, _buffer[..length]);
    }
}
