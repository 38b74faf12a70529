using System;
using System.Threading;

using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Hub;

/// <summary>Gives a kept home its turn once a second, and once more at an end that is announced.</summary>
internal sealed class KeepingService : IService
{
    private const int TurnMs = 1000;

    private readonly KeptHome _home;
    private readonly ManualResetEvent _stopped = new ManualResetEvent(false);

    public KeepingService(KeptHome home)
    {
        _home = home;
    }

    public string Name
    {
        get { return "keeping"; }
    }

    public void Run()
    {
        do
        {
            _home.Keep(Environment.TickCount64);
        }
        while (!_stopped.WaitOne(TurnMs, false));

        _home.Flush();
    }

    public void Stop()
    {
        _stopped.Set();
    }
}
