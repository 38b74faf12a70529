namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>Reads a button's ups and downs as what a grown-up means by them. Pure: the time comes in.</summary>
/// <remarks>
///   up --down, up--> press
///   up --down for 15 s--> warning --up, down, up within 3 s--> wipe
///                            +--30 s are over, or held again for 3 s--> cancelled; that hold means nothing more
/// A talk button is a grown-up's only from a power-on that found it down to the end of what that began; all that a child does with it in play
/// means nothing here (experience.md 3).
/// </remarks>
public sealed class ButtonReader
{
    /// <summary>A hold of so many milliseconds warns of a wipe.</summary>
    public const int HoldMs = 15 * 1000;

    /// <summary>So many milliseconds after the warning it is over.</summary>
    public const int WarnedMs = 30 * 1000;

    /// <summary>A second press is shorter than this, in milliseconds: a hand that rests on the button wipes nothing.</summary>
    public const int ShortMs = 3 * 1000;

    private readonly bool _isTalkButton;
    private bool _hasBegun;
    private bool _isHeeded;
    private bool _isDown;
    private long _downAtMs;

    // What the button does until it is up again was answered already.
    private bool _isAnswered;
    private bool _isWarned;
    private long _warnedAtMs;

    /// <summary>A reader for a recessed button, or for a talk button.</summary>
    public ButtonReader(bool isTalkButton)
    {
        _isTalkButton = isTalkButton;
    }

    /// <summary>How the button is now. Called at power-on, at each change, and a few times a second.</summary>
    /// <param name="isDown">True while it is pressed; free of bounce.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    public ButtonAct Read(bool isDown, long nowMs)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _isHeeded = isDown || !_isTalkButton;
        }

        bool wentUp = _isDown && !isDown;

        if (isDown && !_isDown)
        {
            _downAtMs = nowMs;
            _isAnswered = false;
        }

        _isDown = isDown;

        if (!_isHeeded)
        {
            return ButtonAct.None;
        }

        // How long it was or is held; -1 while nothing is to be answered.
        long heldMs = (isDown || wentUp) && !_isAnswered ? nowMs - _downAtMs : -1;

        return _isWarned ? ReadWarned(wentUp, heldMs, nowMs) : ReadCalm(wentUp, heldMs, nowMs);
    }

    private ButtonAct ReadCalm(bool wentUp, long heldMs, long nowMs)
    {
        if (heldMs >= HoldMs)
        {
            _isAnswered = true;
            _isWarned = true;
            _warnedAtMs = nowMs;
            return ButtonAct.WipeWarning;
        }

        return wentUp && heldMs >= 0 ? Answered(ButtonAct.Press) : ButtonAct.None;
    }

    private ButtonAct ReadWarned(bool wentUp, long heldMs, long nowMs)
    {
        if (nowMs - _warnedAtMs > WarnedMs || heldMs >= ShortMs)
        {
            return Answered(ButtonAct.WipeCancelled);
        }

        return wentUp && heldMs >= 0 ? Answered(ButtonAct.Wipe) : ButtonAct.None;
    }

    private ButtonAct Answered(ButtonAct act)
    {
        _isAnswered = true;
        _isWarned = false;
        _isHeeded = !_isTalkButton;
        return act;
    }
}
