using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Family;

/// <summary>What a command makes of a family's settings. Nothing is put in force here.</summary>
internal static class FamilyChange
{
    /// <summary>The settings after <paramref name="command"/>, or null and why it cannot be.</summary>
    /// <param name="before">The settings in force.</param>
    /// <param name="command">One that changes settings.</param>
    /// <param name="toys">The toys that are here.</param>
    /// <param name="now">The wall time, from which an agreement's end is counted.</param>
    /// <param name="refusal">Why not, in words of ours; empty when it can be.</param>
    public static FamilySettings? Of(FamilySettings before, FamilyCommand command, IReadOnlyList<DeclaredToy> toys, Moment now, out string refusal)
    {
        refusal = "";

        if (!before.IsPaired)
        {
            refusal = "nobody is paired, so nobody may change anything";
            return null;
        }

        bool isPause = command.Verb == FamilyVerb.Pause;
        bool hasEnd = command.Until != AgreedTime.None || (isPause && command.Number > 0);

        if (hasEnd && !now.IsKnown)
        {
            refusal = "the time is not known, so nobody could say when it is over";
            return null;
        }

        int pausedUntil = hasEnd ? now.Minute + command.Number : 0;

        switch (command.Verb)
        {
            case FamilyVerb.Retention:
                return before.WithRetentionDays(command.Number);
            case FamilyVerb.Pause or FamilyVerb.Resume when command.Toy is null:
                return isPause ? before.WithPausedUntil(pausedUntil) : before.WithEverythingPaused(false);
        }

        DeclaredToy? toy = toys.FirstOrDefault(declared => declared.Name == command.Toy);

        if (toy is null)
        {
            refusal = $"there is no toy '{Texts.Shown(command.Toy ?? "")}'";
            return null;
        }

        if (command.Verb is FamilyVerb.Approve or FamilyVerb.Withdraw)
        {
            int number = 1 + Array.FindIndex(toy.Manifest.Endpoints, endpoint => endpoint.Id == command.Endpoint);

            if (number == 0)
            {
                refusal = $"{Texts.Shown(toy.Name)} has no place '{Texts.Shown(command.Endpoint)}'";
                return null;
            }

            return Household.Approve(
                before, toy, number, command.Verb == FamilyVerb.Approve, AgreedTimes.UntilMinute(command.Until, now, Approval.DaysMax));
        }

        if (command.Verb == FamilyVerb.Agree)
        {
            int sensor = 1 + Array.FindIndex(toy.Manifest.Sensors, use => use.Kind == command.Sensor);
            refusal = sensor == 0 ? $"{Texts.Shown(toy.Name)} has no '{Texts.Shown(command.Sensor)}'"
                : "";
            return refusal.Length == 0 ? Household.Agree(before, toy, sensor, AgreedTimes.UntilMinute(command.Until, now, SensorConsent.DaysMax)) : null;
        }

        ToySettings set = before.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        return before.WithToy(command.Verb switch
        {
            FamilyVerb.Pause or FamilyVerb.Resume => isPause ? set.WithPausedUntil(pausedUntil) : set.WithPaused(false),
            FamilyVerb.Quiet => set.WithQuietHours(command.Hours),
            FamilyVerb.Minutes => set.WithPlayMinutes(command.Number),
            FamilyVerb.Tickets => set.WithTickets(command.Number),
            FamilyVerb.Band => set.WithChildBand(command.Band),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        });
    }
}
