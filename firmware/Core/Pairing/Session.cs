using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>One signed-in tab of a phone (AUTH-05), in memory only, and the one loosening that it has asked for.</summary>
internal sealed class Session
{
    internal const long IdleMs = 15 * 60 * 1000L;
    internal const long LastsMs = 12 * 60 * 60 * 1000L;
    internal const long PressMs = 60 * 1000L;
    internal const long ConfirmMs = 2 * 60 * 1000L;

    private readonly long _startMs;
    private byte[] _token = new byte[0];
    private Loosening? _loosening;
    private long _looseningMs;
    private bool _isPressed;

    internal Session(SealedChannel channel, int phone, bool isFull, long nowMs)
    {
        Channel = channel;
        Phone = phone;
        IsFull = isFull;
        _startMs = nowMs;
        UsedMs = nowMs;
    }

    internal SealedChannel Channel { get; }

    internal int Phone { get; }

    internal bool IsFull { get; }

    internal long UsedMs { get; set; }

    /// <summary>Ends once its question is answered.</summary>
    internal bool IsEnding { get; set; }

    internal bool IsOver(long nowMs)
    {
        return nowMs - UsedMs >= IdleMs || nowMs - _startMs >= LastsMs;
    }

    /// <summary>Remembers what is to be confirmed, in place of anything before.</summary>
    internal void Ask(Loosening loosening, byte[] token, long nowMs)
    {
        _loosening = loosening;
        _token = token;
        _isPressed = false;
        _looseningMs = nowMs + (RoleTable.NeedsPress(loosening.Operation) ? PressMs : ConfirmMs);
    }

    /// <summary>When a loosening that waits for its press would be over; 0 when none waits.</summary>
    internal long WaitsForPress(long nowMs)
    {
        bool isWaiting = _loosening is not null && !_isPressed && RoleTable.NeedsPress(_loosening.Operation) && _looseningMs > nowMs;
        return isWaiting ? _looseningMs : 0;
    }

    /// <summary>The press it waited for.</summary>
    internal void Press(long nowMs)
    {
        _isPressed = true;
        _looseningMs = nowMs + PressMs;
    }

    /// <summary>What was asked for, once: the token is this session's, its time is not over, and the press was there where one is needed.</summary>
    internal Why Confirm(byte[] token, long nowMs, out Loosening? what)
    {
        what = null;

        if (_loosening is null
            || _looseningMs <= nowMs
            || token.Length != _token.Length
            || !ConstantTime.AreEqual(token, 0, _token, 0, _token.Length))
        {
            return Why.Expired;
        }

        if (RoleTable.NeedsPress(_loosening.Operation) && !_isPressed)
        {
            return Why.Press;
        }

        what = _loosening;
        _loosening = null;
        return Why.None;
    }
}
