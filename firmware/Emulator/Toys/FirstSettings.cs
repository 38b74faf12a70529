using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Toys;

/// <summary>The settings that a run begins with where none are kept: those of the guardian whom its options play.</summary>
internal static class FirstSettings
{
    /// <summary>Nothing is paired, or every toy is introduced and what <paramref name="accepted"/> says is approved. Third parties wait for a real guardian.</summary>
    public static FamilySettings Of(IReadOnlyList<DeclaredToy> toys, Acceptance accepted)
    {
        if (accepted == Acceptance.NotPaired)
        {
            return FamilySettings.Strict;
        }

        FamilySettings settings = Household.First(FamilySettings.Strict, [.. toys]).WithZone(ClockSetting.Zone);

        foreach (DeclaredToy toy in toys.Where(_ => accepted == Acceptance.PlainToo))
        {
            for (int number = 1; number <= toy.Manifest.Endpoints.Length; number++)
            {
                Endpoint endpoint = toy.Manifest.Endpoints[number - 1];

                if (endpoint.Party == Party.First && endpoint.Scheme == Scheme.Http)
                {
                    settings = Household.Approve(settings, toy, number, true);
                }
            }
        }

        return settings;
    }

    /// <summary>What a gate starts from: <paramref name="settings"/> for <paramref name="toys"/>, nothing used of the day.</summary>
    public static GateState StateOf(FamilySettings settings, IReadOnlyList<DeclaredToy> toys, Moment now)
    {
        return new GateState(Household.StatesOf(settings, [.. toys]))
        {
            IsPaired = settings.IsPaired,
            IsEverythingPaused = settings.IsEverythingPaused,
            PausedUntil = settings.PausedUntil,
            Now = now,
        };
    }
}
