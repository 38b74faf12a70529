using Spectre.Console;

using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.View;

/// <summary>The few styles there are. Colour never stands alone: the word is always there too.</summary>
internal static class Paint
{
    public static readonly Style Frame = new(new Color(0x48, 0x61, 0x6A));
    public static readonly Style Soft = new(new Color(0xA3, 0xB7, 0xBC));
    public static readonly Style Strong = new(decoration: Decoration.Bold);

    private static readonly Style Open = new(new Color(0x8A, 0xD6, 0xAA));
    private static readonly Style Waiting = new(new Color(0xF2, 0xC8, 0x79));
    private static readonly Style Closed = new(new Color(0xFF, 0xA1, 0x96));

    /// <summary>The style of a verdict.</summary>
    public static Style Of(Reason reason)
    {
        return Of(Words.StateOf(reason));
    }

    /// <summary>The style of one of the three words.</summary>
    public static Style Of(string state)
    {
        return state switch
        {
            "open" => Open,
            "waiting" => Waiting,
            _ => Closed,
        };
    }
}
