using System.Threading;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;

namespace ToyGuard.Edge.Time;

/// <summary>Keeps the hub's clock right from the network: asks once at the start, then less and less often.</summary>
/// <remarks>
/// The delay doubles from <see cref="FirstDelayMs"/> to <see cref="LongestDelayMs"/> whatever came, so a server that turns us away or does not
/// answer is asked less and less often too, and up to a quarter of it is drawn, so that hubs which lost their power together do not ask together.
/// </remarks>
public sealed class ClockRefiner : IService
{
    /// <summary>Milliseconds between the first two questions; no server minds one a minute (RFC 4330, 10: never more often than every 15 s).</summary>
    public const int FirstDelayMs = 64 * 1000;

    /// <summary>The longest delay, an hour, without what is drawn: a crystal is some hundred milliseconds wrong by then.</summary>
    public const int LongestDelayMs = 60 * 60 * 1000;

    private readonly SntpClient _client;
    private readonly WallClock _clock;
    private readonly IRandom _random;
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);
    private readonly byte[] _drawn = new byte[2];

    /// <summary>Refines <paramref name="clock"/> by what <paramref name="client"/> hears, at times that <paramref name="random"/> moves about.</summary>
    public ClockRefiner(SntpClient client, WallClock clock, IRandom random)
    {
        _client = client;
        _clock = clock;
        _random = random;
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "clock refiner"; }
    }

    /// <inheritdoc/>
    public void Run()
    {
        int delayMs = FirstDelayMs;

        while (!_stopped.WaitOne(0, false))
        {
            RefineOnce();

            if (_stopped.WaitOne(WithDrawn(delayMs), false))
            {
                return;
            }

            delayMs = NextDelay(delayMs);
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped.Set();
    }

    /// <summary>Asks once. True when the clock was set or refined; a time that is not believed changes nothing.</summary>
    public bool RefineOnce()
    {
        bool isKnown = _clock.TryUtcMs(out long aboutMs);

        return _client.Ask(isKnown ? aboutMs : SntpClient.AboutMs, out long utcMs) == Reason.None && _clock.Refine(utcMs);
    }

    /// <summary>The delay after one of <paramref name="delayMs"/>.</summary>
    public static int NextDelay(int delayMs)
    {
        return delayMs > LongestDelayMs / 2 ? LongestDelayMs : delayMs * 2;
    }

    private int WithDrawn(int delayMs)
    {
        _random.Fill(_drawn, 0, _drawn.Length);
        int drawn = (_drawn[0] << 8) | _drawn[1];

        return delayMs + (delayMs / 4 / 256 * drawn / 256);
    }
}
