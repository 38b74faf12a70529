using System;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>The device's button for grown-ups: its changes come in, a service notices what takes time.</summary>
/// <remarks>Safe from any thread. The times are given, so that a tester's board can hold it for 15 seconds in no time.</remarks>
public sealed class HostButton : TurnService
{
    private const int TurnMs = 250;

    private readonly object _lock = new object();
    private readonly ButtonReader _reader;
    private readonly IButtonTarget _target;
    private bool _isDown;

    /// <summary>A button that <paramref name="reader"/> reads for <paramref name="target"/>.</summary>
    public HostButton(ButtonReader reader, IButtonTarget target)
        : base("button", TurnMs)
    {
        _reader = reader ?? throw new ArgumentNullException(nameof(reader));
        _target = target ?? throw new ArgumentNullException(nameof(target));
    }

    /// <summary>The button went down or up at <paramref name="nowMs"/> of the monotonic clock.</summary>
    public void Change(bool isDown, long nowMs)
    {
        ButtonAct act;

        lock (_lock)
        {
            _isDown = isDown;
            act = _reader.Read(isDown, nowMs);
        }

        Tell(act, nowMs);
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        long nowMs = Environment.TickCount64;
        ButtonAct act;

        lock (_lock)
        {
            act = _reader.Read(_isDown, nowMs);
        }

        Tell(act, nowMs);
    }

    private void Tell(ButtonAct act, long nowMs)
    {
        if (act != ButtonAct.None)
        {
            _target.OnButton(act, nowMs);
        }
    }
}
