namespace ToyGuard.Kit.Body;

/// <summary>Reads a toy's one button as a child means it: short is a press, a hold is talk (experience.md 3). Pure: the time comes in.</summary>
/// <remarks>Held while power comes on it is a grown-up's, and means nothing to the toy until it was up.</remarks>
public sealed class TalkKey
{
    /// <summary>From so many milliseconds on it is talk. A press before that must not switch a microphone on.</summary>
    public const int TalkMs = 300;

    private bool _hasBegun;
    private bool _isDown;
    private bool _isHeeded;
    private bool _isTalk;
    private long _downAtMs;

    /// <summary>How the button is now. Called at each change and a few times a second.</summary>
    /// <param name="isDown">True while it is pressed; free of bounce.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public TalkAct Read(bool isDown, long nowMs)
    {
        if (isDown && !_isDown)
        {
            _isHeeded = _hasBegun;
            _downAtMs = nowMs;
        }

        bool wentUp = _isDown && !isDown && _isHeeded;
        _hasBegun = true;
        _isDown = isDown;

        if (wentUp)
        {
            bool wasTalk = _isTalk;
            _isTalk = false;
            return wasTalk ? TalkAct.End : TalkAct.Press;
        }

        if (isDown && _isHeeded && !_isTalk && nowMs - _downAtMs >= TalkMs)
        {
            _isTalk = true;
            return TalkAct.Begin;
        }

        return TalkAct.None;
    }
}
