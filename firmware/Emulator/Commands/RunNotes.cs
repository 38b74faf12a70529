using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.Commands;

/// <summary>What whoever started a run should know about it, one line each: what is not there yet, and what will not do what they may expect.</summary>
internal static class RunNotes
{
    public static IEnumerable<string> Of(RunSettings settings, IReadOnlyList<EmulatedToy> toys)
    {
        if (settings.IsBare)
        {
            yield return "this is the sample lab, paired as with --paired, because nobody can pair yet; with any argument only --paired pairs";
        }
        else if (settings.Accepted == Acceptance.NotPaired)
        {
            yield return "not paired, so everything is held; --paired plays a guardian";
        }

        if (!settings.Clock.AsMoment().IsKnown)
        {
            yield return "the clock is unknown, so everything is held that is not held for another reason first";
        }

        yield return $"{string.Join(", ", settings.NotOpenedYet.Select(Named))} are not opened yet: those services come later";
        yield return $"nothing listens on the home side {settings.HomeSideText} yet: the page comes later";
        yield return settings.Sockets == 0
            ? "any number of relays at once, because of --sockets unlimited"
            : $"the budget of {settings.Sockets} sockets is not enforced yet: it comes later";

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

    private static string Named((string Service, int Port) service)
    {
        return $"{service.Service} ({(service.Port == 0 ? "any free port" : service.Port)})";
    }
}
