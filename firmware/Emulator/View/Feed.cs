using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Lab;

namespace ToyGuard.Emulator.View;

/// <summary>Takes what happens from the threads where it happens to the one that shows it. Never waits: what nobody can show in time is counted instead.</summary>
/// <remarks>Verdicts come under the gate's lock, hundreds of thousands a second in a flood: past what anybody reads, a toy's are summed up, which allocates nothing.</remarks>
internal sealed class Feed : IVerdictWatcher, ILabWatcher, IServiceWatcher
{
    // Room for a storm of some seconds; a terminal shows less than this anyway.
    private const int Capacity = 16 * 1024;

    // Verdicts of one toy that are shown one by one in a window. More than a crowd of browsers makes, less than costs the gate anything.
    private const int ShownMax = 1000;
    private const int WindowMs = 500;

    private readonly IReadOnlyList<string> _toyNames;
    private readonly Crowd[] _crowds;
    private readonly TimeProvider _time;
    private readonly Channel<Happening> _channel = Channel.CreateBounded<Happening>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private bool _isSummingUp;
    private long _lost;

    /// <summary>A feed that calls toy number n by the name at n - 1 of <paramref name="toyNames"/>.</summary>
    public Feed(IReadOnlyList<string> toyNames, TimeProvider time)
    {
        _toyNames = toyNames;
        _time = time;
        _crowds = new Crowd[toyNames.Count + 1];

        for (int i = 0; i < _crowds.Length; i++)
        {
            _crowds[i] = new Crowd();
        }
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
        SumUp();
        _channel.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        int toy = query.Toy >= 1 && query.Toy <= _toyNames.Count ? query.Toy : 0;

        if (IsOneByOne(_crowds[toy], verdict.Reason))
        {
            Add(new VerdictGiven(Now(), NameOf(toy), query.Host.ToString(), query.Kind, query.Port, verdict.Reason) { Sensor = query.Sensor });
        }
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

    /// <summary>Tells what was found amiss after the start.</summary>
    public void OnFinding(BootFinding finding)
    {
        Add(new SomethingFound(Now(), finding));
    }

    /// <summary>Tells of something else, with the time at which it happened.</summary>
    public void Tell(Func<DateTime, Happening> what)
    {
        Add(what(Now()));
    }

    /// <summary>Tells the answer to a line of --commands. Whoever asked waits for it, so this one waits for room instead of being lost.</summary>
    public void Answer(string answer)
    {
        try
        {
            _channel.Writer.WriteAsync(new CommandAnswered(Now(), answer)).AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException)
        {
            // The run is over, and nobody reads any more.
        }
    }

    // False for one that was counted to be summed up.
    private bool IsOneByOne(Crowd crowd, Reason reason)
    {
        long nowMs = Environment.TickCount64;

        lock (_crowds)
        {
            if (nowMs - crowd.BegunMs >= WindowMs)
            {
                crowd.BegunMs = nowMs;
                crowd.Shown = 0;
            }

            if (crowd.Shown < ShownMax)
            {
                crowd.Shown++;
                return true;
            }

            switch (reason)
            {
                case Reason.Allowed:
                    crowd.Open++;
                    break;
                case Reason.WaitingForGuardian or Reason.SensorWaiting:
                    crowd.Waiting++;
                    break;
                default:
                    crowd.Closed++;
                    break;
            }

            if (!_isSummingUp)
            {
                _isSummingUp = true;
                _ = SumUpLaterAsync();
            }

            return false;
        }
    }

    private async Task SumUpLaterAsync()
    {
        await Task.Delay(WindowMs).ConfigureAwait(false);
        SumUp();
    }

    private void SumUp()
    {
        lock (_crowds)
        {
            _isSummingUp = false;

            for (int toy = 0; toy < _crowds.Length; toy++)
            {
                Crowd crowd = _crowds[toy];

                if (crowd.Open + crowd.Waiting + crowd.Closed > 0)
                {
                    Add(new VerdictsSummedUp(Now(), NameOf(toy), crowd.Open, crowd.Waiting, crowd.Closed));
                    crowd.Open = 0;
                    crowd.Waiting = 0;
                    crowd.Closed = 0;
                }
            }
        }
    }

    private string NameOf(int toy)
    {
        return toy == 0 ? "" : _toyNames[toy - 1];
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

    /// <summary>What one toy asked in the present window, and what of it is not shown one by one.</summary>
    private sealed class Crowd
    {
        public long BegunMs;
        public int Shown;
        public int Open;
        public int Waiting;
        public int Closed;
    }
}
