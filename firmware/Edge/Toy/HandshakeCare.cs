using ToyGuard.Core.Privacy;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Toy;

/// <summary>What a toy does before a handshake that may stop all of the device: sensors off, and counters where a pulled plug leaves them.</summary>
internal sealed class HandshakeCare : IBeforeHandshake
{
    private readonly SensorBoard _sensors;
    private readonly KeptHome _home;
    private readonly object _lock = new object();
    private bool _isStopped;

    // The toy's own and the device's delete-request may shake hands at once.
    private int _going;

    public HandshakeCare(SensorBoard sensors, KeptHome home)
    {
        _sensors = sensors;
        _home = home;
    }

    // Sensors first: flash takes a moment, and a microphone must not hear it.
    public void BeforeHandshake()
    {
        lock (_lock)
        {
            _going++;
        }

        // Until it is said to be over, and not for a time: who is stopped cannot see the time go by.
        _sensors.RestUntil(long.MaxValue);
        _home.Flush();
    }

    public void AfterHandshake()
    {
        lock (_lock)
        {
            _going--;

            if (!_isStopped && _going == 0)
            {
                _sensors.EndRest();
            }
        }
    }

    /// <summary>Sensors off for good: no handshake that is still going on ends this rest.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
        }

        _sensors.RestUntil(long.MaxValue);
    }
}
