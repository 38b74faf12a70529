using System;
using System.Text;
using ToyGuard.Core.Policy;
using ToyGuard.Guard.Outgoing;
using ToyGuard.Wire.Http;

namespace ToyGuard.Guard.Tests.Outgoing;

/// <summary>A home with one toy that calls out itself, what its gate said last, and the steps of a call that goes well.</summary>
public sealed class OutgoingHome : IVerdictWatcher
{
    /// <summary>Endpoint 1: https, approved.</summary>
    public const int Stories = 1;

    /// <summary>Endpoint 2: https, approved.</summary>
    public const int Other = 2;

    /// <summary>Endpoint 5: https, approved, 100,000 bytes a day.</summary>
    public const int Limited = 5;

    /// <summary>A URL of endpoint 1.</summary>
    public const string StoriesUrl = "https://stories.toys.example/tale";

    /// <summary>Paired, the time known, nothing paused, and with trust anchors.</summary>
    public OutgoingHome()
    {
        Endpoint[] endpoints = new Endpoint[]
        {
            NewEndpoint("stories", "stories.toys.example", 443, Scheme.Https, 0),
            NewEndpoint("other", "other.toys.example", 443, Scheme.Https, 0),
            NewEndpoint("waiting", "waiting.toys.example", 443, Scheme.Https, 0),
            NewEndpoint("plain", "plain.toys.example", 80, Scheme.Http, 0),
            NewEndpoint("limited", "limited.toys.example", 443, Scheme.Https, 100000),
            NewEndpoint("stories-8443", "stories.toys.example", 8443, Scheme.Https, 0),
            NewEndpoint("plain-secure", "plain.toys.example", 443, Scheme.Https, 0),
            NewEndpoint("push", "push.toys.example", 443, Scheme.Tls, 0),
        };

        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(endpoints[i], endpoints[i].Id != "waiting", 0);
        }

        Manifest manifest = new Manifest(
            "bear", "Bear", "Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31",
            AgeBand.Under9, endpoints, new SensorUse[0], new string[0]);

        Toy = new ToyState("bear", manifest, states);
        Gate = new Gate(
            new GateState(new ToyState[] { Toy }) { IsPaired = true, Now = Moment.FromLocalSeconds(1800000000) },
            new VerdictCounters());
        Gate.Watcher = this;
        Call = new OutgoingCall(Gate, 1, true);
    }

    /// <summary>The gate.</summary>
    public Gate Gate { get; }

    /// <summary>The toy.</summary>
    public ToyState Toy { get; }

    /// <summary>Its call.</summary>
    public OutgoingCall Call { get; }

    /// <summary>How many verdicts were told.</summary>
    public int Told { get; private set; }

    /// <summary>The last verdict's reason.</summary>
    public Reason Last { get; private set; }

    /// <summary>The host of the last verdict's question.</summary>
    public string LastHost { get; private set; } = "";

    /// <summary>True makes the gate throw when it tells a verdict.</summary>
    public bool IsBroken { get; set; }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        if (IsBroken)
        {
            throw new InvalidOperationException();
        }

        Told++;
        Last = verdict.Reason;
        LastHost = query.Host.ToString();
    }

    /// <summary>Bytes of the day of the endpoint with that number.</summary>
    public long Ledger(int endpoint)
    {
        return Toy.Endpoints[endpoint - 1].BytesToday;
    }

    /// <summary>A GET that begins at 0.</summary>
    public OutgoingEffect Get(string url)
    {
        return Call.Begin(new OutgoingRequest(HttpMethod.Get, url), 0);
    }

    /// <summary>A good address for each look-up, connected, checked, sent: from Resolve to the head of the answer. The head of the request as text.</summary>
    public string Reach(long nowMs)
    {
        Assert.AreEqual((int)OutgoingEffect.Connect, (int)Call.OnResolved(Reason.None, GoodAddress(), 1, nowMs));
        OutgoingEffect effect = Call.OnConnected(nowMs);

        if (effect == OutgoingEffect.Secure)
        {
            effect = Call.OnSecured(nowMs);
        }

        Assert.AreEqual((int)OutgoingEffect.Send, (int)effect);
        byte[] head = new byte[MessageHead.HeadMax];
        int length = Call.WriteHead(head);
        Assert.IsTrue(length > 0);
        Assert.AreEqual((int)OutgoingEffect.Receive, (int)Call.OnSent(nowMs));

        return Encoding.UTF8.GetString(head, 0, length);
    }

    /// <summary>The server says this, and nothing more for now.</summary>
    public OutgoingEffect Hear(string answer)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(answer);

        return Call.OnHead(bytes, bytes.Length, 20);
    }

    /// <summary>192.0.2.7, an address that is judged good.</summary>
    public static byte[] GoodAddress()
    {
        return new byte[] { 192, 0, 2, 7 };
    }

    private static Endpoint NewEndpoint(string id, string host, int port, Scheme scheme, long dailyBytes)
    {
        HostPattern pattern = HostPattern.Parse(host, out PatternFault fault)!;

        return new Endpoint(id, pattern, port, scheme, "Toys", Party.First, "stories", new string[0], dailyBytes, null);
    }
}
