using System;

using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Hub;

/// <summary>Gives a kept home its turn once a second, and once more at an end that is announced.</summary>
internal sealed class KeepingService : TurnService
{
    private const int TurnMs = 1000;

    private readonly KeptHome _home;

    public KeepingService(KeptHome home)
        : base("keeping", TurnMs)
    {
        _home = home;
    }

    protected override void Turn()
    {
        _home.Keep(Environment.TickCount64);
    }

    protected override void End()
    {
        _home.Flush();
    }
}
