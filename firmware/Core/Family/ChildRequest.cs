using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Family;

/// <summary>One thing that a child asked for, and what became of it. Immutable.</summary>
public sealed class ChildRequest
{
    private const int MinutesOfDay = 24 * 60;

    internal ChildRequest(int number, string toy, RequestKind kind, long what, int minute, RequestState state, int minutes)
    {
        Number = number;
        Toy = toy;
        Kind = kind;
        What = what;
        Minute = minute;
        State = state;
        Minutes = minutes;
    }

    /// <summary>Its number, 1 to 255, to answer it by.</summary>
    public int Number { get; }

    /// <summary>The family's name for the toy that was in the child's hands: numbers of toys may be others after a restart.</summary>
    public string Toy { get; }

    /// <summary>What kind of thing.</summary>
    public RequestKind Kind { get; }

    /// <summary>Of a place its print (<see cref="Settings.EndpointPrint"/>), so that a yes opens nothing else; of a change which rule, 1 to <see cref="RequestBook.RulesMax"/>; else 0.</summary>
    public long What { get; }

    /// <summary>When, as <see cref="Moment.Minute"/>.</summary>
    public int Minute { get; }

    /// <summary>How far it is.</summary>
    public RequestState State { get; }

    /// <summary>The minutes of a yes; 0 for none, and for a place that is open for the term.</summary>
    public int Minutes { get; }

    /// <summary>What a yes to it has to do.</summary>
    public RequestDeed Deed
    {
        get
        {
            return Kind switch
            {
                RequestKind.More => RequestDeed.GiveBonus,
                RequestKind.Open => RequestDeed.OpenPlace,
                _ => RequestDeed.None,
            };
        }
    }

    /// <summary>True on the day that it was asked on, unless that day was seen to be over.</summary>
    internal bool IsOf(Moment now)
    {
        return now.IsKnown && State != RequestState.Over && Minute / MinutesOfDay == now.Day;
    }

    internal bool IsNear(Moment now)
    {
        int gap = now.Minute - Minute;
        return gap > -RequestBook.GapMinutes && gap < RequestBook.GapMinutes;
    }

    internal ChildRequest With(RequestState state, int minutes)
    {
        return new ChildRequest(Number, Toy, Kind, What, Minute, state, minutes);
    }
}
