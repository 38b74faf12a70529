using System;

using ToyGuard.Edge.Hub;

namespace ToyGuard.Device.Body;

/// <summary>Looks at the buttons a hundred times a second.</summary>
/// <remarks>Looked at and not told of by interrupts: a button that is held while power comes on must be seen, and no edge that is lost may leave it stuck.</remarks>
public sealed class ButtonService : TurnService
{
    private const int TurnMs = 10;

    private readonly PinButton[] _buttons;

    /// <summary>A service for <paramref name="buttons"/>.</summary>
    public ButtonService(PinButton[] buttons)
        : base("pins", TurnMs)
    {
        _buttons = buttons;
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        foreach (PinButton button in _buttons)
        {
            button.Turn(Environment.TickCount64);
        }
    }
}
