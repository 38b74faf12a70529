using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Kit.Body;

namespace ToyGuard.Device.Body;

/// <summary>A push button: free of bounce, it goes to the grown-ups' reader, and of a toy's talk button to the child's too.</summary>
public sealed class PinButton : Part
{
    private readonly ButtonPin _pin;
    private readonly HostButton _grownUp;
    private readonly ITalkHand? _child;
    private readonly TalkKey _key = new TalkKey();
    private readonly Debounce _debounce = new Debounce();

    /// <summary>A button on <paramref name="pin"/>.</summary>
    /// <param name="name">What the serial port calls it.</param>
    /// <param name="pin">Its contact.</param>
    /// <param name="grownUp">Hears of every change.</param>
    /// <param name="child">Hears what a child means with it; null for the recessed button.</param>
    public PinButton(string name, ButtonPin pin, HostButton grownUp, ITalkHand? child)
        : base(name)
    {
        _pin = pin;
        _grownUp = grownUp;
        _child = child;
    }

    /// <inheritdoc/>
    protected override void Work(long nowMs)
    {
        if (_debounce.Read(_pin.IsDown, nowMs))
        {
            _grownUp.Change(_debounce.IsDown, nowMs);
        }

        TalkAct act = _child is null ? TalkAct.None : _key.Read(_debounce.IsDown, nowMs);

        if (act != TalkAct.None)
        {
            _child!.OnTalk(act);
        }
    }

    /// <inheritdoc/>
    protected override void Drop()
    {
        _pin.Close();
    }
}
