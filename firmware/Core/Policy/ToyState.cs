using System;

namespace ToyGuard.Core.Policy;

/// <summary>What a family set for one toy, and what the toy used of its day.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class ToyState
{
    private AgeBand _childBand;
    private int _playedToday;

    /// <summary>A toy that is new here: nothing approved, nothing used.</summary>
    public ToyState(string name, Manifest manifest)
        : this(name, manifest, NewStates(manifest))
    {
    }

    /// <summary>A toy with its kept endpoint states.</summary>
    /// <param name="name">The family's name for it, one of its kind in a home.</param>
    /// <param name="manifest">What its maker declares.</param>
    /// <param name="endpoints">One state for each endpoint of the manifest, in the same order. Any other number approves none.</param>
    public ToyState(string name, Manifest manifest, EndpointState[] endpoints)
    {
        Name = name;
        Manifest = manifest ?? throw new ArgumentNullException(nameof(manifest));
        Endpoints = endpoints ?? new EndpointState[0];
    }

    /// <summary>The family's name for it; one of its kind in a home.</summary>
    public string Name { get; }

    /// <summary>What its maker declares.</summary>
    public Manifest Manifest { get; }

    /// <summary>True while a guardian has it paused (PCTL-07).</summary>
    public bool IsPaused { get; set; }

    /// <summary>When it has to be quiet; null is never (PCTL-02).</summary>
    public WeeklyHours? QuietHours { get; set; }

    /// <summary>Minutes of play it has a day; below 0 is no limit (PCTL-02).</summary>
    public int PlayMinutesADay { get; set; } = -1;

    /// <summary>Minutes of play used on <see cref="GateState.CountedDay"/>; a number below 0 counts as all there are.</summary>
    public int PlayedToday
    {
        get { return _playedToday; }
        set { _playedToday = value < 0 ? int.MaxValue : value; }
    }

    /// <summary>True when it has a limit and nothing is left of it today.</summary>
    public bool IsPlayedOut
    {
        get { return PlayMinutesADay >= 0 && PlayedToday >= PlayMinutesADay; }
    }

    /// <summary>The age of the child who has it. Throws for a band that does not exist.</summary>
    public AgeBand ChildBand
    {
        get
        {
            return _childBand;
        }

        set
        {
            if (value > AgeBand.From13To18)
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            _childBand = value;
        }
    }

    /// <summary>The endpoints' states, in the order of the manifest.</summary>
    public EndpointState[] Endpoints { get; }

    /// <summary>The state of the endpoint with <paramref name="number"/>, from 1; null when there is none, or when states and manifest do not fit together.</summary>
    public EndpointState? EndpointAt(int number)
    {
        return number >= 1 && number <= Endpoints.Length && Endpoints.Length == Manifest.Endpoints.Length ? Endpoints[number - 1] : null;
    }

    /// <summary>Forgets what it and every endpoint of it used of the day.</summary>
    internal void BeginDay()
    {
        PlayedToday = 0;

        for (int number = 1; number <= Endpoints.Length; number++)
        {
            EndpointAt(number)?.BeginDay();
        }
    }

    /// <summary>Approves an endpoint or takes the approval back; a number that names none changes nothing.</summary>
    internal void Approve(int number, bool isApproved)
    {
        EndpointState? state = EndpointAt(number);

        if (state is not null)
        {
            state.IsApproved = isApproved;

            // What its wildcard let out today by another port is let out.
            GoOnFrom(this);
        }
    }

    /// <summary>Takes over what the toy of the same name among <paramref name="before"/> used of its day.</summary>
    internal void GoOnFrom(ToyState[] before)
    {
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] is not null && before[i].Name == Name)
            {
                GoOnFrom(before[i]);
                PlayedToday = before[i].PlayedToday > PlayedToday ? before[i].PlayedToday : PlayedToday;
            }
        }
    }

    // Bytes belong to an endpoint, names to a wildcard, which several endpoints may share.
    private void GoOnFrom(ToyState before)
    {
        for (int mine = 1; mine <= Endpoints.Length; mine++)
        {
            for (int theirs = 1; theirs <= before.Endpoints.Length; theirs++)
            {
                EndpointState? now = EndpointAt(mine);
                EndpointState? then = before.EndpointAt(theirs);

                if (now is null || then is null)
                {
                    continue;
                }

                if (Manifest.Endpoints[mine - 1].Id == before.Manifest.Endpoints[theirs - 1].Id)
                {
                    now.TakeBytes(then);
                }

                if (Manifest.Endpoints[mine - 1].Pattern.Text == before.Manifest.Endpoints[theirs - 1].Pattern.Text)
                {
                    now.TakeNames(then);
                }
            }
        }
    }

    private static EndpointState[] NewStates(Manifest manifest)
    {
        EndpointState[] states = new EndpointState[manifest.Endpoints.Length];

        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new EndpointState(manifest.Endpoints[i], false, 0);
        }

        return states;
    }
}
