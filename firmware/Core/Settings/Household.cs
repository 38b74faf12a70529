using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>Where a family's settings and what makers declare meet: what the gate goes by.</summary>
public static class Household
{
    /// <summary>The toys as the gate knows them, in the order declared, nothing used of their day. What the settings do not know is held.</summary>
    public static ToyState[] StatesOf(FamilySettings settings, DeclaredToy[] toys)
    {
        ToyState[] states = new ToyState[toys.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = StateOf(settings.Find(toys[i].Name) ?? ToySettings.Strict(AnyName), toys[i]);
        }

        return states;
    }

    /// <summary>The settings after a guardian approved one endpoint, or took the approval back. A toy that was not known is introduced by it.</summary>
    /// <param name="settings">The settings before.</param>
    /// <param name="toy">Whose endpoint; its name must be fit (<see cref="ToyName.IsFit(string)"/>).</param>
    /// <param name="number">Which endpoint of its manifest, from 1. Throws for a number that names none.</param>
    /// <param name="isApproved">The new answer.</param>
    /// <remarks>Approvals of endpoints that the toy's manifest no longer lists go away with it, so that there is always room.</remarks>
    public static FamilySettings Approve(FamilySettings settings, DeclaredToy toy, int number, bool isApproved)
    {
        ToySettings before = settings.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        int listed = toy.Manifest.Endpoints.Length;
        long[] approvals = new long[listed];
        int count = 0;

        for (int i = 1; i <= listed; i++)
        {
            if (toy.PrintAt(i) == toy.PrintAt(number) ? isApproved : before.IsApproved(toy.PrintAt(i)))
            {
                approvals[count++] = toy.PrintAt(i);
            }
        }

        return settings.WithToy(before.WithApprovals(ToySettings.First(approvals, count)));
    }

    // Stands for a toy whose own name nobody has to be able to keep.
    private const string AnyName = "toy";

    private static ToyState StateOf(ToySettings set, DeclaredToy toy)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        EndpointState[] states = new EndpointState[endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            bool isApproved = set.HasApprovals && set.IsApproved(toy.PrintAt(i + 1));
            states[i] = new EndpointState(endpoints[i], isApproved, 0);
        }

        ToyState state = new ToyState(toy.Name, toy.Manifest, states);
        state.IsPaused = set.IsPaused;
        state.QuietHours = set.QuietHours;
        state.PlayMinutesADay = set.PlayMinutesADay;
        state.ChildBand = set.ChildBand;
        return state;
    }
}
