using System.Collections.Generic;
using System.Linq;

using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Look;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.View;

/// <summary>What a hub's run tells before anything happens: what listens where, which toys there are, what to try.</summary>
internal sealed class Briefing : IBriefing
{
    /// <summary>Whether there is a guardian.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>The same in words, with whose settings are in force.</summary>
    public required string PairedWords { get; init; }

    /// <summary>What the start came to.</summary>
    public required BootOutcome Start { get; init; }

    /// <summary>The time as text, or "unknown".</summary>
    public required string Clock { get; init; }

    /// <summary>What listens where.</summary>
    public required IReadOnlyList<Listening> Listens { get; init; }

    /// <summary>Where names are looked up, in words.</summary>
    public required string Resolver { get; init; }

    /// <summary>The lab's CA file, null without one.</summary>
    public required string? AuthorityFile { get; init; }

    /// <summary>What whoever started it should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The toys.</summary>
    public required IReadOnlyList<EmulatedToy> Toys { get; init; }

    /// <summary>What the gate starts from.</summary>
    public required GateState State { get; init; }

    /// <summary>What to try.</summary>
    public required IReadOnlyList<TryLine> TryLines { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> Lines()
    {
        yield return $"hub paired={(IsPaired ? "yes" : "no")} clock={Clock}";
        yield return BootWords.LineOf(Start);

        foreach (BootFinding finding in Start.Findings)
        {
            yield return BootWords.LineOf(finding);
        }

        foreach (Listening listening in Listens)
        {
            yield return listening.Line;
        }

        yield return $"resolver {Resolver}";

        if (AuthorityFile is not null)
        {
            yield return $"ca {AuthorityFile}";
        }

        foreach (EmulatedToy toy in Toys)
        {
            string addresses = toy.Addresses.Count == 0 ? "-" : string.Join(',', toy.Addresses);
            (int approved, int waiting) = PlacesOf(toy);
            yield return $"toy {toy.Number} {Words.Value(toy.Name)} address={addresses} accepted={approved} waiting={waiting}";
        }

        foreach (string note in Notes)
        {
            yield return $"note {note}";
        }

        foreach (TryLine line in TryLines)
        {
            yield return line.Line;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Parts()
    {
        return BriefingPicture.Of(this);
    }

    /// <inheritdoc/>
    public IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> Tries()
    {
        return BriefingPicture.TriesOf(this);
    }

    /// <inheritdoc/>
    public string? Take(Happening happening)
    {
        return null;
    }

    /// <inheritdoc/>
    public IRenderable Picture(Tally tally, long lost, int width, int height)
    {
        return LivePicture.Of(this, tally, lost, width, height);
    }

    /// <summary>How many places of a toy's manifest a guardian accepted, and how many wait for one.</summary>
    public (int Accepted, int Waiting) PlacesOf(EmulatedToy toy)
    {
        EndpointState[] places = State.Toys[toy.Number - 1].Endpoints;
        int accepted = places.Count(place => place.IsApproved);
        return (accepted, places.Length - accepted);
    }
}
