namespace ToyGuard.Kit.Body;

/// <summary>A button without its bounce: a change counts once the level has stayed the same for a while. Pure: the time comes in.</summary>
public sealed class Debounce
{
    /// <summary>How long it has to stay the same, in milliseconds. Contacts of push buttons come to rest within 10.</summary>
    public const int SettleMs = 30;

    private bool _hasBegun;
    private bool _isLevel;
    private long _sinceMs;

    /// <summary>True while the button is pressed.</summary>
    public bool IsDown { get; private set; }

    /// <summary>The level as it was read. The first one is believed at once: a button that is held while power comes on has done its bouncing.</summary>
    /// <param name="isDown">True when the contact is closed now.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <returns>True when <see cref="IsDown"/> changed, and at the first time.</returns>
    public bool Read(bool isDown, long nowMs)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _isLevel = isDown;
            IsDown = isDown;
            return true;
        }

        if (isDown != _isLevel)
        {
            _isLevel = isDown;
            _sinceMs = nowMs;
        }

        if (_isLevel == IsDown || nowMs - _sinceMs < SettleMs)
        {
            return false;
        }

        IsDown = _isLevel;
        return true;
    }
}
