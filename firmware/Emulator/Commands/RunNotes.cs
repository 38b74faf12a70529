using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>What whoever started a run should know about it, one line each: what is not there yet, and what will not do what they may expect.</summary>
internal static class RunNotes
{
    /// <summary>The notes of a hub's run.</summary>
    public static IEnumerable<string> Of(RunSettings settings, RunHome home, IReadOnlyList<EmulatedToy> toys)
    {
        return Of(settings, home).Concat(OfPlaces(settings, toys));
    }

    /// <summary>The notes of a toy's run.</summary>
    public static IEnumerable<string> Of(RunSettings settings, RunHome home)
    {
        if (!home.Kept.Settings.IsPaired)
        {
            yield return "not paired, so everything is held; pair it with the board, or play a guardian with --paired" + (home.IsFirst ? "" : ", but only in an empty data folder");
        }
        else if (settings.Accepted != Acceptance.NotPaired)
        {
            yield return "--paired: the guardian is an option and has no phone, so nobody can sign in; a press lets a phone be claimed all the same";
        }

        if (!home.IsFirst && settings.Accepted != Acceptance.NotPaired)
        {
            yield return $"what {Texts.Shown(settings.Data!)} has kept counts, and not --paired; another folder begins anew";
        }

        if (home.IsFirst && settings.Accepted != Acceptance.NotPaired && !home.Kept.Settings.IsPaired)
        {
            yield return "what --paired says could not be kept, so it is not in force";
        }

        if (settings.IsCommanded)
        {
            yield return "--commands: whoever types here changes settings without signing in; a device has no such thing";
        }

        if (!settings.Clock.AsMoment().IsKnown)
        {
            yield return "the clock is unknown, so everything is held that is not held for another reason first";
        }

        if (settings.Sockets == 0)
        {
            yield return "any number of connections at once, because of --sockets unlimited; a device has 16 sockets in all";
        }

        if (settings.IsOnLan)
        {
            yield return "--lan: the page, and nothing but the page, is reachable from the network that this computer is in";
        }
    }

    private static IEnumerable<string> OfPlaces(RunSettings settings, IReadOnlyList<EmulatedToy> toys)
    {
        foreach (EmulatedToy toy in toys)
        {
            foreach (IPAddress address in toy.Addresses.Where(address => !settings.ToySide.Contains(address.GetAddressBytes())))
            {
                yield return $"{Texts.Shown(toy.Name)} at {address} is outside the toy side {settings.ToySideText}, so it gets no answer at all";
            }

            if (toy.Addresses.Count == 0)
            {
                yield return $"{Texts.Shown(toy.Name)} has no address in this run";
            }
        }
    }
}
