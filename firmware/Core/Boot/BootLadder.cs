namespace ToyGuard.Core.Boot;

/// <summary>What a device that keeps starting anew does: after three bad boots it takes a step back, after five another (UPD-04).</summary>
/// <remarks>
/// A boot is bad until it is marked good by <c>BootLog</c>, so one that a pulled plug ends early counts too. That loses
/// nothing: the newest settings stay where they are, and the first boot after a good one uses them again.
/// </remarks>
public static class BootLadder
{
    /// <summary>Bad boots in a row after which the last good settings are used. Two plugs pulled in a hurry are an accident.</summary>
    public const int LastGoodAfter = 3;

    /// <summary>Bad boots in a row after which everything is held.</summary>
    public const int SafeAfter = 5;

    /// <summary>Milliseconds of service after which a boot is good: long enough for every service to have run.</summary>
    public const int GoodAfterMs = 30 * 1000;

    /// <summary>The stage of a boot before which <paramref name="badBoots"/> in a row were bad. A number below 0 counts as the most.</summary>
    public static BootStage Of(int badBoots)
    {
        if (badBoots < 0 || badBoots >= SafeAfter)
        {
            return BootStage.Safe;
        }

        return badBoots >= LastGoodAfter ? BootStage.LastGood : BootStage.Normal;
    }
}
