using System;

using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Boot;

/// <summary>How long to wait before joining a network, random and growing, so that the devices of a street do not all come back in one second (RES-02).</summary>
/// <remarks>
/// Full jitter: each wait is drawn evenly from 0 to a bound that doubles from <see cref="BaseMs"/> to <see cref="CapMs"/>. Half of the bound would
/// be a floor that everybody shares. Joined means that the next wait is the first again.
/// </remarks>
public sealed class JoinDelay
{
    /// <summary>Bound of the first wait in milliseconds. After a power cut a whole street starts at once.</summary>
    public const int BaseMs = 8 * 1000;

    /// <summary>The bound at which it stops doubling, in milliseconds: a router that comes back after a night is found within five minutes.</summary>
    public const int CapMs = 5 * 60 * 1000;

    private const int DrawBytes = 3;

    private readonly IRandom _random;
    private readonly byte[] _draw = new byte[DrawBytes];
    private int _boundMs = BaseMs;

    /// <summary>Waits drawn from <paramref name="random"/>.</summary>
    public JoinDelay(IRandom random)
    {
        _random = random ?? throw new ArgumentNullException(nameof(random));
    }

    /// <summary>Milliseconds to wait before the next try, 0 to the bound, which then doubles.</summary>
    public int NextMs()
    {
        _random.Fill(_draw, 0, DrawBytes);
        long drawn = ((long)_draw[0] << 16) | ((long)_draw[1] << 8) | _draw[2];

        // The high part of a product, not a remainder: every wait is as likely as the next.
        int waitMs = (int)((drawn * (_boundMs + 1)) >> (DrawBytes * 8));
        _boundMs = _boundMs > CapMs / 2 ? CapMs : _boundMs * 2;

        return waitMs;
    }

    /// <summary>It worked: the next wait is a first one.</summary>
    public void OnJoined()
    {
        _boundMs = BaseMs;
    }
}
