using System.IO;
using System.Net;
using System.Net.Http;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Toy;
using ToyGuard.Guard.Outgoing;

namespace ToyGuard.Kit;

/// <summary>What became of a request: an answer, or a hold with its reason. Dispose it, or read its body to the end, before the next call.</summary>
/// <remarks>
/// <c>Content.ReadAsStream()</c> reads from the network as it is read. Such a stream ends where the body ends and nowhere else: whatever
/// cuts it throws <see cref="BodyException"/>, so that half a story never passes for a whole one.
/// </remarks>
public sealed class GuardedResponse : HttpResponseMessage
{
    private readonly OutgoingAnswer? _answer;
    private byte[]? _body;

    /// <summary>A request that was held before anything was asked.</summary>
    internal GuardedResponse(Reason reason, string place)
        : base(HttpStatusCode.Forbidden)
    {
        Reason = reason;
        Place = place;
        IsHeld = true;
        Content = new ByteArrayContent(new byte[0]);
    }

    /// <summary>What the client says.</summary>
    internal GuardedResponse(OutgoingAnswer answer)
        : base(answer.Reason == Reason.Allowed ? (HttpStatusCode)answer.Status : HttpStatusCode.Forbidden)
    {
        _answer = answer;
        Reason = answer.Reason;
        Place = answer.Place;
        IsHeld = answer.Reason != Reason.Allowed;
        Content = answer.Body is null ? new ByteArrayContent(new byte[0]) : new StreamContent(answer.Body);
    }

    /// <summary>True when there is no answer: the request was held, here or at a redirect, or no answer came that can be read. <see cref="Reason"/> says why; the status is then 403, the body empty.</summary>
    public bool IsHeld { get; }

    /// <summary><see cref="Reason.Allowed"/> while there is an answer and nothing is wrong with it.</summary>
    public Reason Reason { get; private set; }

    /// <summary>The reason for a parent: what happened · what comes next. At most 90 characters.</summary>
    public string Words
    {
        get { return ReasonWords.Of(Reason); }
    }

    /// <summary>The host that answered, or that it was held at, after the redirects; with its port when that is not the usual one. Not for a child.</summary>
    public string Place { get; }

    /// <summary>How many redirects were followed.</summary>
    public int Redirects
    {
        get { return _answer is null ? 0 : _answer.Redirects; }
    }

    /// <summary>The value of a field of the answer's head, null when it has none of that name.</summary>
    public string? Header(string name)
    {
        return _answer?.Header(name);
    }

    /// <summary>Reads the whole body, as far as <see cref="GuardedRequest.BodyBytesMax"/> goes. False when it is held or was cut: <see cref="Reason"/> then says why, and nothing of it is given.</summary>
    /// <remarks>Instead of reading <c>Content</c>, not behind it: what was read there is not in it.</remarks>
    public bool TryReadBody(out byte[] body)
    {
        body = new byte[0];

        if (Reason != Reason.Allowed)
        {
            return false;
        }

        try
        {
            _body ??= _answer?.Body is Stream stream ? StreamReading.ReadAll(stream, OutgoingRequest.AnswerBodyMax) : body;
        }
        catch (BodyException e)
        {
            Reason = e.Reason;
        }

        if (_body is null)
        {
            Reason = Reason == Reason.Allowed ? Reason.AnswerTooLong : Reason;
            return false;
        }

        body = _body;
        return true;
    }
}
