using System;
using System.IO;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Dns;
using ToyGuard.Edge.Hub;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Guard.Time;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;
using ToyGuard.Wire.Json;

namespace ToyGuard.Edge.Toy;

/// <summary>Sends the delete-requests of the book, one at a time and each when it is due (DEL-03). What may leave is the gate's to say.</summary>
/// <remarks>
/// A request is POST to the place's path with <c>{"erase":1,"id":"32 hex digits"}</c>, and <c>"reference"</c> where the toy's program has an account
/// there: no name, no number of the toy's, nothing of a child. 2xx with <c>{"erased":true}</c> confirms; another 2xx is asked again each day;
/// 404 and 410 mean that this service takes none. A redirect is followed nowhere.
/// </remarks>
internal sealed class EraseSender : TurnService, ITurn
{
    private const int TurnMs = 1000;
    private const int AnswerMax = 1024;
    private const int NotFound = 404;
    private const int Gone = 410;

    private readonly object _lock = new object();
    private readonly EraseBook _book;
    private readonly Accounts _accounts;
    private readonly Gate _gate;
    private readonly INameLookup _lookup;
    private readonly Dialer _dialer;
    private readonly TlsRoots _roots;
    private readonly ITimeOfDay _clock;
    private readonly IBeforeHandshake _before;
    private readonly IRandom _random;
    private readonly GateQuery _query = new GateQuery { Kind = AskKind.OwnErase };
    private readonly byte[] _drawn = new byte[1];

    // Only while it sends: its buffers are large, and weeks go by without.
    private OutgoingClient? _client;
    private bool _isStopped;

    internal EraseSender(
        EraseBook book, Accounts accounts, Gate gate, INameLookup lookup, Dialer dialer, TlsRoots roots, ITimeOfDay clock, IBeforeHandshake before, IRandom random)
        : base("erases", TurnMs)
    {
        _book = book;
        _accounts = accounts;
        _gate = gate;
        _lookup = lookup;
        _dialer = dialer;
        _roots = roots;
        _clock = clock;
        _before = before;
        _random = random;
        gate.Erase = book;
    }

    /// <summary>The watch's turn: ends a sending that takes too long, or that the gate no longer allows.</summary>
    void ITurn.Turn(long nowMs)
    {
        OutgoingClient? client;

        lock (_lock)
        {
            client = _client;
        }

        client?.Turn(Environment.TickCount64);
    }

    /// <summary>Ends what is being sent, for good.</summary>
    internal void Cut()
    {
        OutgoingClient? client;

        lock (_lock)
        {
            _isStopped = true;
            client = _client;
        }

        client?.Stop();
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        while (SendNext())
        {
        }
    }

    // False when none is due, or none may be sent now.
    private bool SendNext()
    {
        long utcSeconds = UtcSeconds;
        EraseRequest? request = _book.Take(utcSeconds);

        if (request is null)
        {
            return false;
        }

        EraseState state = EraseState.Waiting;
        bool isBegun = false;

        try
        {
            _query.Host.Read(request.Place.Text);
            _query.Port = request.Port;
            _random.Fill(_drawn, 0, _drawn.Length);

            // While a pause lasts nothing is tried, and so no try is used up.
            isBegun = _gate.Look(_query).IsAllowed && Open() && _book.Begin(utcSeconds, _drawn[0]);

            if (isBegun)
            {
                state = Send(request);
            }
        }
        finally
        {
            _book.Settle(state, UtcSeconds);
            Close();
        }

        return isBegun;
    }

    private long UtcSeconds
    {
        get { return _clock.TryUtcMs(out long utcMs) ? utcMs / 1000 : 0; }
    }

    private bool Open()
    {
        lock (_lock)
        {
            _client = _isStopped ? null : OutgoingClient.ForErase(_gate, _lookup, _dialer, _roots, _clock, _before);
            return _client is not null;
        }
    }

    private void Close()
    {
        OutgoingClient? client;

        lock (_lock)
        {
            client = _client;
            _client = null;
        }

        client?.Stop();
    }

    private EraseState Send(EraseRequest request)
    {
        string url = "https://" + request.Place.Text + ":" + request.Port.ToString() + request.Path;
        OutgoingRequest post = new OutgoingRequest(HttpMethod.Post, url) { Body = BodyOf(request), BodyBytesMax = AnswerMax };
        post.AddHeader("Content-Type", "application/json");
        OutgoingAnswer answer = _client!.Send(post);

        return answer.Status == NotFound || answer.Status == Gone ? EraseState.Cannot
            : answer.Status < 200 || answer.Status > 299 ? EraseState.Waiting
            : IsErased(answer) ? EraseState.Confirmed
            : EraseState.Told;
    }

    private byte[] BodyOf(EraseRequest request)
    {
        string reference = _accounts.Of(request.Place.Text);
        string account = reference.Length > 0 ? ",\"reference\":\"" + reference + "\"" : "";
        return Encoding.UTF8.GetBytes("{\"erase\":1,\"id\":\"" + request.IdText + "\"" + account + "}");
    }

    // What does not read confirms nothing.
    private static bool IsErased(OutgoingAnswer answer)
    {
        byte[] body = new byte[AnswerMax];
        int count = 0;

        try
        {
            for (int got = 1; got > 0 && count < body.Length; count += got)
            {
                got = answer.Body!.Read(body, count, body.Length - count);
            }
        }
        catch (IOException)
        {
            return false;
        }

        return SaysErased(new JsonReader(body, 0, count));
    }

    private static bool SaysErased(JsonReader json)
    {
        bool isErased = false;

        if (json.Read() != JsonToken.ObjectStart)
        {
            return false;
        }

        while (json.Read() == JsonToken.Name)
        {
            if (json.IsText("erased"))
            {
                isErased = json.Read() == JsonToken.True;
            }
            else
            {
                json.Skip();
            }
        }

        // To the end: what is cut off or goes on is no answer.
        return isErased && json.Token == JsonToken.ObjectEnd && json.Read() == JsonToken.End && json.Status == ReadStatus.Complete;
    }
}
