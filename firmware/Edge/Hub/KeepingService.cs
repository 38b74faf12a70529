using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Hub;

/// <summary>Gives a kept home its turn once a second, and once more at an end that is announced.</summary>
public sealed class KeepingService : TurnService
{
    private const int TurnMs = 1000;

    private readonly KeptHome _home;

    /// <summary>Looks after <paramref name="home"/>, which is open.</summary>
    public KeepingService(KeptHome home)
        : base("keeping", TurnMs)
    {
        _home = home;
    }

    /// <inheritdoc/>
    protected override void Turn()
    {
        _home.Keep(LivedTime.NowMs);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        _home.Flush();
    }
}
