using System;

namespace ToyGuard.Core.Policy;

/// <summary>What a family set for one toy, and what was used of it.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class ToyState
{
    private AgeBand _childBand;

    /// <summary>A toy with its kept endpoint states, one for each endpoint of the manifest in the same order. Any other number holds them all.</summary>
    public ToyState(string name, Manifest manifest, EndpointState[] endpoints)
    {
        Name = name;
        Manifest = manifest ?? throw new ArgumentNullException(nameof(manifest));
        Endpoints = endpoints;
    }

    /// <summary>A toy that is new here: nothing approved, nothing used.</summary>
    public ToyState(string name, Manifest manifest)
        : this(name, manifest, NewStates(manifest))
    {
    }

    /// <summary>The family's name for it; one of its kind in a home.</summary>
    public string Name { get; }

    /// <summary>What its maker declares.</summary>
    public Manifest Manifest { get; }

    /// <summary>True while a guardian has it paused.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When it has to be quiet; null is never.</summary>
    public WeeklyHours? QuietHours { get; set; }

    /// <summary>True when its play time is limited.</summary>
    public bool HasPlayBudget { get; set; }

    /// <summary>Minutes left of today's play time; means something only with a budget.</summary>
    public int PlayMinutesLeft { get; set; }

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

    /// <summary>One state for each endpoint of the manifest, in the same order.</summary>
    public EndpointState[] Endpoints { get; }

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
