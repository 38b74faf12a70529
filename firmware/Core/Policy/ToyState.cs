using System;

using ToyGuard.Core.Times;

namespace ToyGuard.Core.Policy;

/// <summary>What a family set for one toy, and what the toy used of its day.</summary>
/// <remarks>Set it up before it is handed to a <see cref="Gate"/>; from then on only the gate changes it.</remarks>
public sealed class ToyState
{
    private AgeBand _childBand;
    private int _playedToday;

    // By use of a sensor: the minute that an agreement ends in, below 0 once it was seen to be over, 0 for none. Null is none at all.
    private int[]? _agreedUntil;
    private ChildRules[] _children = new ChildRules[0];
    private DayMinutes _playMinutes = DayMinutes.Unlimited;

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

    /// <summary>The minute that the pause ends in, as <see cref="Moment.Minute"/>; 0 until somebody lifts it, below 0 once it was seen to be over.</summary>
    public int PausedUntil { get; set; }

    /// <summary>When it has to be quiet; null is never (PCTL-02).</summary>
    public WeeklyHours? QuietHours { get; set; }

    /// <summary>Minutes of play it has a day, by weekday (PCTL-02).</summary>
    public DayMinutes PlayMinutes
    {
        get { return _playMinutes; }
        set { _playMinutes = value ?? throw new ArgumentNullException(nameof(value)); }
    }

    /// <summary>The children whose rules count for it: of the one who has it, or of all where several have it or nobody knows who (DEF-05). Null means none.</summary>
    public ChildRules[] Children
    {
        get { return _children; }
        set { _children = value ?? new ChildRules[0]; }
    }

    /// <summary>Minutes of play used on <see cref="GateState.CountedDay"/>; a number below 0 counts as all there are.</summary>
    public int PlayedToday
    {
        get { return _playedToday; }
        set { _playedToday = value < 0 ? int.MaxValue : value; }
    }

    /// <summary>Minutes that were given on top for this day only.</summary>
    public int BonusToday { get; internal set; }

    /// <summary>The minute until which a grown-up plays along, as <see cref="Moment.Minute"/>: what is played does not count then. 0 for none.</summary>
    public int TogetherUntil { get; private set; }

    /// <summary>The age of who has it, beside that of the children whose rules count. Throws for a band that does not exist.</summary>
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

    /// <summary>The minute that the agreement to a use of a sensor ends in, as <see cref="Moment.Minute"/>; below 0 once it is over, 0 when there is none.</summary>
    /// <param name="sensor">Which of the manifest's uses, from 1.</param>
    public int AgreedUntil(int sensor)
    {
        return _agreedUntil is not null && sensor >= 1 && sensor <= _agreedUntil.Length ? _agreedUntil[sensor - 1] : 0;
    }

    /// <summary>Agrees to a use of a sensor until a minute, or takes that back; a number that names none changes nothing.</summary>
    /// <param name="sensor">Which of the manifest's uses, from 1.</param>
    /// <param name="untilMinute">As <see cref="Moment.Minute"/>; 0 and below take it back.</param>
    public void Agree(int sensor, int untilMinute)
    {
        if (sensor >= 1 && sensor <= Manifest.Sensors.Length)
        {
            _agreedUntil ??= new int[Manifest.Sensors.Length];
            _agreedUntil[sensor - 1] = untilMinute < 0 ? 0 : untilMinute;
        }
    }

    /// <summary>Counts at least these minutes of play.</summary>
    internal void TakePlayed(int minutes)
    {
        PlayedToday = minutes > PlayedToday ? minutes : PlayedToday;
    }

    /// <summary>Gives back what was given on top before a restart.</summary>
    internal void TakeBonus(int minutes)
    {
        int given = minutes > Gate.BonusMinutesMax ? Gate.BonusMinutesMax : minutes;
        BonusToday = given > BonusToday ? given : BonusToday;
    }

    /// <summary>Counts minutes of play; stops at the largest number there is.</summary>
    internal void AddPlay(int minutes)
    {
        if (minutes > 0)
        {
            PlayedToday = minutes > int.MaxValue - PlayedToday ? int.MaxValue : PlayedToday + minutes;
        }
    }

    /// <summary>True once it was let out to a place since the last minute was counted.</summary>
    internal bool IsActive { get; set; }

    /// <summary>True while it is paused at a time; a pause with an end lasts as long as nobody knows the time.</summary>
    internal bool IsPausedAt(Moment now)
    {
        return IsPaused && GateState.IsPauseOn(PausedUntil, now);
    }

    /// <summary>True while a grown-up plays along.</summary>
    internal bool IsTogetherAt(Moment now)
    {
        return now.IsKnown && now.Minute < TogetherUntil;
    }

    /// <summary>Begins, goes on with or ends playing together.</summary>
    internal void PlayTogether(int untilMinute)
    {
        TogetherUntil = untilMinute;
    }

    /// <summary>Keeps what is left of playing together as long as it was, when the clock goes back.</summary>
    internal void TurnBack(int minutes)
    {
        TogetherUntil = TogetherUntil > minutes ? TogetherUntil - minutes : 0;
    }

    /// <summary>True when a child whose rules count, or who has it, is younger than the toy is meant for. An unknown age is never too young: the toy is taken as meant for it.</summary>
    internal bool IsForOlder()
    {
        bool isForOlder = IsYounger(ChildBand);

        for (int i = 0; i < _children.Length; i++)
        {
            isForOlder |= IsYounger(_children[i].Band);
        }

        return isForOlder;
    }

    /// <summary>Notes what is over, so that a clock set back revives nothing.</summary>
    internal void EndWhatIsOver(int nowMinute)
    {
        if (IsPaused && PausedUntil > 0 && PausedUntil <= nowMinute)
        {
            IsPaused = false;
            PausedUntil = -PausedUntil;
        }

        TogetherUntil = TogetherUntil <= nowMinute ? 0 : TogetherUntil;

        for (int i = 0; _agreedUntil is not null && i < _agreedUntil.Length; i++)
        {
            if (_agreedUntil[i] > 0 && _agreedUntil[i] <= nowMinute)
            {
                _agreedUntil[i] = -_agreedUntil[i];
            }
        }

        for (int number = 1; number <= Endpoints.Length; number++)
        {
            EndpointAt(number)?.EndWhatIsOver(nowMinute);
        }
    }

    /// <summary>Forgets what it and every endpoint of it used of the day.</summary>
    internal void BeginDay()
    {
        PlayedToday = 0;
        BonusToday = 0;

        for (int number = 1; number <= Endpoints.Length; number++)
        {
            EndpointAt(number)?.BeginDay();
        }
    }

    /// <summary>Forgets its day, and that somebody plays along: whoever has a toy of this name next begins anew (DEL-01).</summary>
    internal void Forget()
    {
        BeginDay();
        TogetherUntil = 0;
    }

    /// <summary>Approves an endpoint or takes the approval back; a number that names none changes nothing.</summary>
    internal void Approve(int number, bool isApproved)
    {
        EndpointState? state = EndpointAt(number);

        if (state is not null)
        {
            state.IsApproved = isApproved;
            state.ApprovedUntil = 0;

            // What its wildcard let out today by another port is let out.
            GoOnFrom(this);
        }
    }

    /// <summary>Takes over what the toy of the same name among <paramref name="before"/> used of its day, and which of its pauses and agreements were over.</summary>
    internal void GoOnFrom(ToyState[] before)
    {
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] is not null && before[i].Name == Name)
            {
                GoOnFrom(before[i]);
                TakePlayed(before[i].PlayedToday);
                BonusToday = before[i].BonusToday;
                TogetherUntil = before[i].TogetherUntil;
                IsActive = before[i].IsActive;

                // The same end is the same pause; a new one ends at another minute.
                if (IsPaused && before[i].PausedUntil < 0 && PausedUntil == -before[i].PausedUntil)
                {
                    IsPaused = false;
                    PausedUntil = before[i].PausedUntil;
                }

                for (int sensor = 1; sensor <= Manifest.Sensors.Length; sensor++)
                {
                    // The same end is the same agreement; a new one ends at another minute.
                    if (before[i].AgreedUntil(sensor) < 0 && AgreedUntil(sensor) == -before[i].AgreedUntil(sensor))
                    {
                        _agreedUntil![sensor - 1] = before[i].AgreedUntil(sensor);
                    }
                }
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
                    now.GoOnFrom(then);
                }

                if (Manifest.Endpoints[mine - 1].Pattern.Text == before.Manifest.Endpoints[theirs - 1].Pattern.Text)
                {
                    now.TakeNames(then);
                }
            }
        }
    }

    private bool IsYounger(AgeBand band)
    {
        return band != AgeBand.Unknown && band < Manifest.AgeBand;
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
