using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Page.Door;

/// <summary>What the gate goes by for one toy and for the children, copied for an answer: what it has seen to be over is over here too.</summary>
internal sealed class ToyLook : IUsageReader
{
    private readonly IDoorHome _home;
    private readonly bool[] _isOpen = new bool[ToySettings.ApprovalsMax + 1];
    private readonly int[] _openUntil = new int[ToySettings.ApprovalsMax + 1];
    private readonly long[] _bytes = new long[ToySettings.ApprovalsMax + 1];
    private readonly int[] _agreedUntil = new int[ToySettings.ConsentsMax + 1];
    private readonly int[] _played = new int[ChildSettings.Max + 1];
    private readonly int[] _bonus = new int[ChildSettings.Max + 1];
    private int _day;

    internal ToyLook(IDoorHome home)
    {
        _home = home;
    }

    /// <summary>The time that it was looked at.</summary>
    internal Moment Now { get; private set; }

    /// <summary>The toy is paused.</summary>
    internal bool IsPaused { get; private set; }

    /// <summary>Until when, as <see cref="Moment.Minute"/>; 0 until somebody lifts it, and where it is not.</summary>
    internal int PausedUntil { get; private set; }

    /// <summary>Everything is paused.</summary>
    internal bool IsEverythingPaused { get; private set; }

    /// <summary>Until when; 0 until somebody lifts it, and where it is not.</summary>
    internal int EverythingUntil { get; private set; }

    /// <summary>Looks at a toy, from 1; of another number only at what is no toy's.</summary>
    internal void Take(int toy)
    {
        Now = _home.Now;
        IsPaused = true;
        PausedUntil = 0;
        _home.ShowUsage(toy, this);
    }

    /// <summary>A place is open; and until when, 0 without an end.</summary>
    internal bool IsOpen(int place, out int until)
    {
        bool isOpen = place < _isOpen.Length && _isOpen[place] && (_openUntil[place] == 0 || (Now.IsKnown && Now.Minute < _openUntil[place]));
        until = isOpen ? _openUntil[place] : 0;
        return isOpen;
    }

    /// <summary>Bytes of today at a place.</summary>
    internal long BytesAt(int place)
    {
        return place < _bytes.Length ? _bytes[place] : 0;
    }

    /// <summary>Until when a use of a sensor is agreed to; 0 when it is not.</summary>
    internal int AgreedUntil(int sensor)
    {
        int until = sensor < _agreedUntil.Length ? _agreedUntil[sensor] : 0;
        return Now.IsKnown && until > Now.Minute ? until : 0;
    }

    /// <summary>Minutes that a child has left of its own day; -1 without a limit.</summary>
    internal int LeftOf(ChildSettings child)
    {
        int limit = child.PlayMinutes.On(_day);
        int left = limit + _bonus[child.Number] - _played[child.Number];
        return limit < 0 ? limit : left > 0 ? left : 0;
    }

    /// <inheritdoc/>
    public void OnDay(int day)
    {
        _day = day;
    }

    /// <inheritdoc/>
    public void OnState(GateState state)
    {
        IsEverythingPaused = IsOn(state.IsEverythingPaused, state.PausedUntil);
        EverythingUntil = IsEverythingPaused ? state.PausedUntil : 0;

        for (int child = 1; child <= ChildSettings.Max; child++)
        {
            _played[child] = state.PlayedBy(child);
            _bonus[child] = state.BonusOf(child);
        }
    }

    /// <inheritdoc/>
    public void OnToy(ToyState toy)
    {
        IsPaused = IsOn(toy.IsPaused, toy.PausedUntil);
        PausedUntil = IsPaused ? toy.PausedUntil : 0;

        for (int place = 1; place < _isOpen.Length; place++)
        {
            EndpointState? state = toy.EndpointAt(place);
            _isOpen[place] = state is not null && state.IsApproved;
            _openUntil[place] = state is null ? 0 : state.ApprovedUntil;
            _bytes[place] = state is null ? 0 : state.BytesToday;
        }

        for (int sensor = 1; sensor < _agreedUntil.Length; sensor++)
        {
            _agreedUntil[sensor] = toy.AgreedUntil(sensor);
        }
    }

    // A pause holds as long as nobody knows the time.
    private bool IsOn(bool isPaused, int until)
    {
        return isPaused && (until == 0 || !Now.IsKnown || Now.Minute < until);
    }
}
