using System.Collections.Generic;
using System.Linq;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Toys;

namespace ToyGuard.Emulator.View;

/// <summary>What a hub's run tells before anything happens: which toys there are, and what to try.</summary>
internal sealed class Briefing : RunBriefing
{
    /// <summary>The toys.</summary>
    public required IReadOnlyList<EmulatedToy> Toys { get; init; }

    /// <summary>What the gate starts from.</summary>
    public required GateState State { get; init; }

    /// <summary>What to try.</summary>
    public required IReadOnlyList<TryLine> TryLines { get; init; }

    /// <inheritdoc/>
    protected override string FirstLine
    {
        get { return $"hub paired={(IsPaired ? "yes" : "no")} clock={Clock}"; }
    }

    /// <inheritdoc/>
    protected override string Title
    {
        get { return "ToyGuard hub"; }
    }

    /// <inheritdoc/>
    /// <remarks>Those together that play one toy and have one outcome. The title is a shell comment, so that a whole block can be pasted.</remarks>
    public override IEnumerable<(IRenderable Title, IReadOnlyList<string> Commands)> Tries()
    {
        foreach (IGrouping<(string Toy, Reason Expected), TryLine> group in TryLines.GroupBy(line => (line.Toy, line.Expected)))
        {
            Paragraph title = group.First().IsWithoutVerdict
                ? new Paragraph("# The page, and what our reader makes of it\n", Paint.Soft)
                : new Paragraph($"# {Texts.Shown(group.Key.Toy)} · ", Paint.Soft)
                    .Append(ReasonWords.Of(group.Key.Expected) + "\n", Paint.Of(group.Key.Expected));
            yield return (title, [.. group.Select(line => line.Command)]);
        }
    }

    /// <inheritdoc/>
    public override IRenderable Picture(Tally tally, long lost, int width, int height)
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

    /// <inheritdoc/>
    protected override (string What, string How) AuthorityWords(string file)
    {
        return ("lab CA", file);
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> ToyLines()
    {
        foreach (EmulatedToy toy in Toys)
        {
            string addresses = toy.Addresses.Count == 0 ? "-" : string.Join(',', toy.Addresses);
            (int approved, int waiting) = PlacesOf(toy);
            yield return $"toy {toy.Number} {Words.Value(toy.Name)} address={addresses} accepted={approved} waiting={waiting}";
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> TryTexts()
    {
        return TryLines.Select(line => line.Line);
    }

    /// <inheritdoc/>
    protected override IEnumerable<IRenderable> LastParts()
    {
        yield return new Text("\nTry it in another terminal:\n", Paint.Strong);
    }
}
