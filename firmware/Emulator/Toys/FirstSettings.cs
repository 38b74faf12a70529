using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

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

        FamilySettings settings = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false);

        foreach (DeclaredToy toy in toys)
        {
            long[] prints = [.. toy.Manifest.Endpoints
                .Select((endpoint, at) => (Endpoint: endpoint, Print: toy.PrintAt(at + 1)))
                .Where(place => IsAccepted(place.Endpoint, accepted))
                .Select(place => place.Print)];
            settings = settings.WithToy(ToySettings.Introduced(toy.Name).WithApprovals(prints));
        }

        return settings;
    }

    /// <summary>What a gate starts from: <paramref name="settings"/> for <paramref name="toys"/>, nothing used of the day.</summary>
    public static GateState StateOf(FamilySettings settings, IReadOnlyList<DeclaredToy> toys, Moment now)
    {
        return new GateState(Core.Settings.Household.StatesOf(settings, [.. toys]))
        {
            IsPaired = settings.IsPaired,
            IsEverythingPaused = settings.IsEverythingPaused,
            Now = now,
        };
    }

    private static bool IsAccepted(Endpoint endpoint, Acceptance accepted)
    {
        bool isSchemeAccepted = endpoint.Scheme switch
        {
            Scheme.Https or Scheme.Tls => true,
            Scheme.Http => accepted == Acceptance.PlainToo,
            _ => false,
        };

        return endpoint.Party == Party.First && isSchemeAccepted;
    }
}
