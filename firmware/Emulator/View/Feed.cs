using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Channels;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Lab;

namespace ToyGuard.Emulator.View;

/// <summary>Takes what happens from the threads where it happens to the one that shows it. Never waits: what nobody can show in time is counted instead.</summary>
internal sealed class Feed : IVerdictWatcher, ILabWatcher, IServiceWatcher
{
    // Room for a storm of some seconds; a terminal shows less than this anyway.
    private const int Capacity = 16 * 1024;

    private readonly IReadOnlyList<string> _toyNames;
    private readonly TimeProvider _time;
    private readonly Channel<Happening> _channel = Channel.CreateBounded<Happening>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private long _lost;

    /// <summary>A feed that calls toy number n by the name at n - 1 of <paramref name="toyNames"/>.</summary>
    public Feed(IReadOnlyList<string> toyNames, TimeProvider time)
    {
        _toyNames = toyNames;
        _time = time;
    }

    /// <summary>Where the one that shows takes from.</summary>
    public ChannelReader<Happening> Reader
    {
        get { return _channel.Reader; }
    }

    /// <summary>How much could not be shown.</summary>
    public long Lost
    {
        get { return Interlocked.Read(ref _lost); }
    }

    /// <summary>Nothing more will happen; what did is still shown.</summary>
    public void Complete()
    {
        _channel.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        string toy = query.Toy >= 1 && query.Toy <= _toyNames.Count ? _toyNames[query.Toy - 1] : "";
        Add(new VerdictGiven(Now(), toy, query.Host.ToString(), query.Kind, query.Port, verdict.Reason));
    }

    /// <inheritdoc/>
    public void OnResolverAsked(string name)
    {
        Add(new ResolverAsked(Now(), name));
    }

    /// <inheritdoc/>
    public void OnServerReached(string host, IPAddress claimed)
    {
        Add(new ServerReached(Now(), host, claimed.ToString()));
    }

    /// <inheritdoc/>
    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
        if (what == ServiceEvent.Failed)
        {
            Add(new ServiceFailed(Now(), service, delayMs, fault));
        }
    }

    private void Add(Happening happening)
    {
        if (!_channel.Writer.TryWrite(happening))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private DateTime Now()
    {
        return _time.GetLocalNow().DateTime;
    }
}
