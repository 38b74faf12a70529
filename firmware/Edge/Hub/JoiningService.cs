using System.Threading;

using ToyGuard.Core.Boot;

namespace ToyGuard.Edge.Hub;

/// <summary>Joins the home's Wi-Fi, and joins it again, each time after a random delay that grows while it fails (RES-02).</summary>
public sealed class JoiningService : IService
{
    // A lost network is noticed within this time; toys behind the hub hear of it no sooner.
    private const int LookMs = 5000;

    private readonly IRadio _radio;
    private readonly JoinDelay _delay;
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    /// <summary>Joins with <paramref name="radio"/>, with waits from <paramref name="delay"/>.</summary>
    public JoiningService(IRadio radio, JoinDelay delay)
    {
        _radio = radio;
        _delay = delay;
    }

    /// <inheritdoc/>
    public string Name
    {
        get { return "radio"; }
    }

    /// <inheritdoc/>
    public void Run()
    {
        int waitMs = _delay.NextMs();

        while (!_stopped.WaitOne(waitMs, false))
        {
            bool isJoined = _radio.IsJoined;

            if (!isJoined && _radio.TryJoin())
            {
                _delay.OnJoined();
                isJoined = true;
            }

            waitMs = isJoined ? LookMs : _delay.NextMs();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped.Set();
    }
}
