using System;

namespace ToyGuard.Core.Policy;

/// <summary>The one place where a verdict is asked for before bytes leave.</summary>
/// <remarks>
/// <see cref="Decide(GateState, GateQuery)"/> is the rule, pure and complete. An instance adds what a running home needs around it: one
/// state that changes only here, counters, and a lock that every public member takes, so that any thread may call.
/// Asking allocates nothing on any branch, and nothing that comes in makes it throw.
/// </remarks>
public sealed class Gate
{
    private const int AnyEndpoint = 0;
    private const int DaysOfWeek = 7;

    // More than any reason's number, so that an endpoint of the right port and scheme is nearer than one that is not.
    private const int RightPlace = 256;

    /// <summary>Minutes with power before a day that no phone confirmed begins new counts: 18 hours.</summary>
    public const int RefillMinutes = 18 * 60;

    /// <summary>Most minutes that a grown-up plays along at a time (<see cref="PlayTogether"/>).</summary>
    public const int TogetherMinutesMax = 120;

    /// <summary>Most minutes that <see cref="GiveBonus"/> adds to one day of a toy.</summary>
    public const int BonusMinutesMax = 180;

    private readonly object _lock = new object();
    private readonly GateState _state;
    private readonly VerdictCounters _counters;
    private IVerdictWatcher? _watcher;

    // A state that comes with a time comes from somebody who knows it.
    private bool _isConfirmed = true;

    /// <summary>A gate over <paramref name="state"/>, which belongs to the gate from now on.</summary>
    public Gate(GateState state, VerdictCounters counters)
    {
        _state = state ?? throw new ArgumentNullException(nameof(state));
        _counters = counters ?? throw new ArgumentNullException(nameof(counters));

        for (int i = 0; i < state.Toys.Length; i++)
        {
            TakePlayed(state.Toys[i]);
        }

        KeepClock(state.Now);
    }

    /// <summary>Who is told of verdicts; null is nobody.</summary>
    public IVerdictWatcher? Watcher
    {
        get
        {
            lock (_lock)
            {
                return _watcher;
            }
        }

        set
        {
            lock (_lock)
            {
                _watcher = value;
            }
        }
    }

    /// <summary>The delete-requests of this device, of which the one in hand is let out; null is none.</summary>
    public IEraseInHand? Erase
    {
        get
        {
            lock (_lock)
            {
                return _state.Erase;
            }
        }

        set
        {
            lock (_lock)
            {
                _state.Erase = value;
            }
        }
    }

    /// <summary>The wall time that verdicts go by.</summary>
    public Moment Now
    {
        get
        {
            lock (_lock)
            {
                return _state.Now;
            }
        }
    }

    /// <summary>The verdict on <paramref name="query"/>, and nothing else: changes nothing, allocates nothing.</summary>
    /// <remarks>
    /// The order is fixed and the first that holds wins: paired, known toy, everything paused, toy paused, clock, quiet hours, play time,
    /// a name, on the manifest, approved, port, scheme, the endpoint's hours, its bytes, its names, age band. The questions for the
    /// time stop after the pauses; the device's own delete-request is no toy's, and after the clock it is the one in hand or held. A sensor, from play time on: on the manifest, agreed to, not over, age band. Where several endpoints have the host, one that allows wins; else the one of the right port and scheme that came
    /// furthest says why.
    /// </remarks>
    public static Verdict Decide(GateState state, GateQuery query)
    {
        return Decide(state, query, AnyEndpoint);
    }

    /// <summary>Decides, counts, notes a new name under a wildcard, tells the watcher.</summary>
    public Verdict Ask(GateQuery query)
    {
        lock (_lock)
        {
            Verdict verdict = Decide(_state, query, AnyEndpoint);
            NoteName(query, verdict);
            NoteTry(query, verdict);
            NoteActive(query, verdict.IsAllowed);
            Tell(query, verdict);
            return verdict;
        }
    }

    /// <summary>The verdict as it is now, neither counted nor told: for who only wants to know whether asking is of use yet.</summary>
    public Verdict Look(GateQuery query)
    {
        lock (_lock)
        {
            return Decide(_state, query, AnyEndpoint);
        }
    }

    /// <summary>Adds what a live connection moved, and decides anew whether it may stay. Counted and told only when it may not.</summary>
    /// <param name="query">The question it was let out on.</param>
    /// <param name="endpoint">The endpoint it was let out by; no other can keep it open, or one would pay for what another moves.</param>
    /// <param name="newBytes">Bytes since the last time, both directions together.</param>
    public Verdict Recheck(GateQuery query, int endpoint, long newBytes)
    {
        lock (_lock)
        {
            _state.ToyAt(query.Toy)?.EndpointAt(endpoint)?.AddBytes(newBytes);
            Verdict verdict = Decide(_state, query, endpoint);
            NoteName(query, verdict);
            NoteActive(query, newBytes > 0);

            if (!verdict.IsAllowed)
            {
                Tell(query, verdict);
            }

            return verdict;
        }
    }

    /// <summary>Counts and tells a hold that was found after or beside the decision: an address, a resolver, a hello, a socket. Never allows.</summary>
    public Verdict Hold(GateQuery query, Reason reason)
    {
        lock (_lock)
        {
            Verdict verdict = Verdict.Hold(reason, Decide(_state, query, AnyEndpoint).Endpoint);
            Tell(query, verdict);
            return verdict;
        }
    }

    /// <summary>Adds bytes to an endpoint's day, both directions together; numbers that name no endpoint add nothing.</summary>
    public void AddBytes(int toy, int endpoint, long bytes)
    {
        lock (_lock)
        {
            _state.ToyAt(toy)?.EndpointAt(endpoint)?.AddBytes(bytes);
        }
    }

    /// <summary>The bytes of an endpoint's day, both directions together; 0 for numbers that name no endpoint.</summary>
    public long BytesToday(int toy, int endpoint)
    {
        lock (_lock)
        {
            EndpointState? found = _state.ToyAt(toy)?.EndpointAt(endpoint);
            return found is null ? 0 : found.BytesToday;
        }
    }

    /// <summary>Sets the wall time, as a guardian's phone has confirmed it. A later day than any before begins new counts; going back, or not knowing, gives nothing back (PCTL-03).</summary>
    public void SetClock(Moment now)
    {
        SetClock(now, true);
    }

    /// <summary>Sets the wall time, confirmed by a guardian's phone since the power came or not.</summary>
    /// <remarks>
    /// Where it is not, a later day begins new counts only when there was power for <see cref="RefillMinutes"/> since the last one began (design.md 7).
    /// A phone that puts the date back by more than a week shows that it was wrong before: the counts go on with its day, and nothing is given back.
    /// By less, no day that was counted for gives new counts again, whoever says so.
    /// </remarks>
    public void SetClock(Moment now, bool isConfirmed)
    {
        lock (_lock)
        {
            TurnBack(_state.Now, now);
            _state.Now = now;
            _isConfirmed = isConfirmed;
            KeepClock(now);
        }
    }

    /// <summary>Counts minutes that there was power.</summary>
    public void AddPowered(int minutes)
    {
        lock (_lock)
        {
            _state.PoweredMinutes = minutes > int.MaxValue - _state.PoweredMinutes ? int.MaxValue : _state.PoweredMinutes + minutes;
            KeepClock(_state.Now);
        }
    }

    /// <summary>Says whether a guardian exists.</summary>
    public void SetPaired(bool isPaired)
    {
        lock (_lock)
        {
            _state.IsPaired = isPaired;
        }
    }

    /// <summary>Pauses everything, or ends that pause.</summary>
    public void PauseEverything(bool isPaused)
    {
        lock (_lock)
        {
            _state.IsEverythingPaused = isPaused;
            _state.PausedUntil = 0;
        }
    }

    /// <summary>Pauses one toy, or ends that pause; a number that names no toy changes nothing.</summary>
    public void PauseToy(int toy, bool isPaused)
    {
        lock (_lock)
        {
            ToyState? found = _state.ToyAt(toy);

            if (found is not null)
            {
                found.IsPaused = isPaused;
                found.PausedUntil = 0;
            }
        }
    }

    /// <summary>Approves one endpoint or takes the approval back; numbers that name no endpoint change nothing.</summary>
    public void Approve(int toy, int endpoint, bool isApproved)
    {
        lock (_lock)
        {
            _state.ToyAt(toy)?.Approve(endpoint, isApproved);
        }
    }

    /// <summary>Agrees to a use of a sensor until a minute, or takes that back with 0 (<see cref="ToyState.Agree"/>); numbers that name none change nothing.</summary>
    public void Agree(int toy, int sensor, int untilMinute)
    {
        lock (_lock)
        {
            _state.ToyAt(toy)?.Agree(sensor, untilMinute);
        }
    }

    /// <summary>Adds minutes to a toy's play time of the day; nothing for a number that names none, and while nobody has paired.</summary>
    public void AddPlay(int toy, int minutes)
    {
        lock (_lock)
        {
            if (_state.IsPaired)
            {
                ToyState? found = _state.ToyAt(toy);

                if (found is not null)
                {
                    _state.AddPlay(found, minutes);
                }
            }
        }
    }

    /// <summary>Counts a minute of play for every toy that was let out to a place, or moved bytes there, since the last call: how a hub, which sees no child, tells play. Call it once a minute.</summary>
    public void CountActiveMinute()
    {
        lock (_lock)
        {
            for (int i = 0; i < _state.Toys.Length; i++)
            {
                ToyState? toy = _state.Toys[i];

                if (toy is not null && toy.IsActive)
                {
                    toy.IsActive = false;
                    _state.AddPlay(toy, _state.IsPaired ? 1 : 0);
                }
            }
        }
    }

    /// <summary>Gives a toy, and the child whose it is, more play time for this day only. What is given adds up.</summary>
    /// <param name="toy">Which toy, from 1.</param>
    /// <param name="minutes">How much more, 1 or more.</param>
    /// <returns>False, and nothing changes: no such toy, nobody paired, no known day, no limit to add to, or more than <see cref="BonusMinutesMax"/> in all.</returns>
    public bool GiveBonus(int toy, int minutes)
    {
        lock (_lock)
        {
            ToyState? found = _state.ToyAt(toy);
            return _state.IsPaired && _state.Now.IsKnown && found is not null && _state.GiveBonus(found, minutes);
        }
    }

    /// <summary>Lets a grown-up play along: what is played with a toy in the next minutes does not count, and used up time does not hold it. Gone after a restart.</summary>
    /// <param name="toy">Which toy, from 1.</param>
    /// <param name="minutes">For how long from now, up to <see cref="TogetherMinutesMax"/>; 0 ends it.</param>
    /// <returns>False, and nothing changes: no such toy, nobody paired, no known time, or other minutes.</returns>
    public bool PlayTogether(int toy, int minutes)
    {
        lock (_lock)
        {
            ToyState? found = _state.ToyAt(toy);

            if (found is null || minutes < 0 || minutes > TogetherMinutesMax || (minutes > 0 && (!_state.IsPaired || !_state.Now.IsKnown)))
            {
                return false;
            }

            found.PlayTogether(minutes == 0 ? 0 : _state.Now.Minute + minutes);
            return true;
        }
    }

    /// <summary>Shows how a toy stands with its day. Allocates and changes nothing, counts and tells nothing.</summary>
    /// <returns>False for a number that names no toy; what is shown then is held too.</returns>
    public bool ShowPlay(int toy, out PlayView view)
    {
        lock (_lock)
        {
            ToyState? found = _state.ToyAt(toy);
            Reason held = DecideToy(_state, found, AskKind.Sensor);
            view = found is null ? new PlayView(held) : PlayForecast.Of(_state, found, held);
            return found is not null;
        }
    }

    /// <summary>Puts all that a family can set in force in one step: no verdict goes by a part of it. What a toy of the same name used of its day stays used.</summary>
    /// <param name="isPaired">Whether a guardian exists.</param>
    /// <param name="isEverythingPaused">Whether everything is paused.</param>
    /// <param name="toys">The toys, which belong to the gate from now on. Counters know toys by number: a toy keeps its number as long as it is known.</param>
    /// <param name="pausedUntil">The minute that this pause ends in; 0 until somebody lifts it.</param>
    public void Replace(bool isPaired, bool isEverythingPaused, ToyState[] toys, int pausedUntil = 0)
    {
        lock (_lock)
        {
            // The same end is the same pause; a new one ends at another minute.
            bool isOver = pausedUntil > 0 && pausedUntil == -_state.PausedUntil;
            _state.IsPaired = isPaired;
            _state.IsEverythingPaused = isEverythingPaused && !isOver;
            _state.PausedUntil = isOver ? -pausedUntil : pausedUntil;

            if (!isPaired)
            {
                // Whoever pairs it next must not find the half hour of the family before.
                _state.Introduction?.End();
                _state.Introduction = null;
            }

            for (int i = 0; i < toys.Length; i++)
            {
                toys[i].GoOnFrom(_state.Toys);
                TakePlayed(toys[i]);
            }

            _state.Toys = toys;
            KeepClock(_state.Now);
        }
    }

    /// <summary>Lets a new toy out to the names that it tries, for its half hour, in place of any other toy's. Null ends it at once: then every relay that it opened closes.</summary>
    /// <returns>False, and nothing changes: no such toy, nobody paired, or no known time.</returns>
    public bool Introduce(Introduction? introduction)
    {
        lock (_lock)
        {
            bool isFit = introduction is null || (_state.IsPaired && _state.Now.IsKnown && !introduction.IsOver && _state.ToyAt(introduction.Toy) is not null);

            if (isFit)
            {
                _state.Introduction?.End();
                _state.Introduction = introduction;
            }

            return isFit;
        }
    }

    /// <summary>Keeps one name of a new toy's tries closed, or no longer. False for a number that is none.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="isClosed">Whether it stays closed.</param>
    public bool CloseTry(int index, bool isClosed)
    {
        lock (_lock)
        {
            Introduction? introduction = _state.Introduction;

            if (introduction is null || index < 0 || index >= introduction.Count)
            {
                return false;
            }

            introduction.Close(index, isClosed);
            return true;
        }
    }

    /// <summary>Forgets what was used of the day and what was counted: for a wipe, after which both would tell of a family that is gone (DEL-01).</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _state.Forget();
            _counters.Forget();
        }
    }

    /// <summary>Forgets what one toy used of the day, its bonus, that somebody plays along, and what was counted of it (DEL-01); a number that names no toy changes nothing.</summary>
    /// <remarks>For a toy that is erased, and so strict, before it is called: else it would have its day again.</remarks>
    public void Forget(int toy)
    {
        lock (_lock)
        {
            _state.ToyAt(toy)?.Forget();
            _counters.Forget(toy);
        }
    }

    /// <summary>Shows what a toy used of the day, one toy at a time, so that no verdict waits for all of them. False for a number that names none.</summary>
    public bool ShowUsage(int toy, IUsageReader reader)
    {
        lock (_lock)
        {
            ToyState? found = _state.ToyAt(toy);
            reader.OnDay(_state.CountedDay);
            reader.OnState(_state);

            if (found is not null)
            {
                reader.OnToy(found);
            }

            return found is not null;
        }
    }

    private static Verdict Decide(GateState state, GateQuery query, int only)
    {
        ToyState? toy = query.IsOwn ? null : state.ToyAt(query.Toy);
        Reason held = DecideToy(state, toy, query.Kind);
        int endpoint = 0;

        if (held == Reason.None && query.Kind == AskKind.OwnErase && (state.Erase is null || !state.Erase.IsInHand(query.Host, query.Port)))
        {
            held = Reason.NotOnManifest;
        }

        if (held == Reason.None && toy is not null && query.Kind != AskKind.Clock)
        {
            held = query.Kind == AskKind.Sensor
                ? DecideSensor(toy, query.Sensor, state.Now)
                : DecideAmong(toy, query, state.Now, only, out endpoint);

            // What a guardian has not decided on yet, for the half hour that he gave the toy to show it.
            if (held is Reason.NotOnManifest or Reason.WaitingForGuardian && state.Introduction is not null && state.Introduction.LetsOut(query, state.Now))
            {
                held = Reason.None;
                endpoint = 0;
            }
        }

        return held == Reason.None ? Verdict.Allow(endpoint) : Verdict.Hold(held, endpoint);
    }

    // The order up to play time: what holds a toy whatever it wants, but for the time. None when nothing does.
    private static Reason DecideToy(GateState state, ToyState? toy, AskKind kind)
    {
        if (!state.IsPaired)
        {
            return Reason.NotPaired;
        }

        if (toy is null && kind != AskKind.OwnClock && kind != AskKind.OwnErase)
        {
            return Reason.UnknownToy;
        }

        if (state.IsEverythingPaused && GateState.IsPauseOn(state.PausedUntil, state.Now))
        {
            return Reason.EverythingPaused;
        }

        if (toy is not null && toy.IsPausedAt(state.Now))
        {
            return Reason.ToyPaused;
        }

        // The questions for the time end here, else an unknown clock could never become known.
        if (kind == AskKind.Clock || kind == AskKind.OwnClock)
        {
            return Reason.None;
        }

        if (!state.Now.IsKnown)
        {
            return Reason.ClockUnknown;
        }

        // What is no toy's has no bedtime.
        if (toy is null)
        {
            return Reason.None;
        }

        if (toy.QuietHours is not null && toy.QuietHours.Contains(state.Now.MinuteOfWeek))
        {
            return Reason.QuietHours;
        }

        return state.LeftOf(toy) == 0 && !toy.IsTogetherAt(state.Now) ? Reason.PlayTimeUsedUp : Reason.None;
    }

    // The rest of the order, for a sensor. None switches it on.
    private static Reason DecideSensor(ToyState toy, int sensor, Moment now)
    {
        if (sensor < 1 || sensor > toy.Manifest.Sensors.Length)
        {
            return Reason.SensorNotDeclared;
        }

        int until = toy.AgreedUntil(sensor);

        if (until == 0)
        {
            return Reason.SensorWaiting;
        }

        if (until <= now.Minute)
        {
            return Reason.SensorAgreementOver;
        }

        return toy.IsForOlder() ? Reason.AgeBand : Reason.None;
    }

    // Goes through the endpoints that have the host. None when one of them lets it out; else the nearest miss, which tells a parent
    // what to change.
    private static Reason DecideAmong(ToyState toy, GateQuery query, Moment now, int only, out int endpoint)
    {
        Endpoint[] endpoints = toy.Manifest.Endpoints;
        HostName host = query.Host;
        Reason held = Reason.NotOnManifest;
        int nearness = 0;
        endpoint = 0;

        if (host.Length == 0)
        {
            return Reason.NotAName;
        }

        for (int number = 1; number <= endpoints.Length; number++)
        {
            Endpoint listed = endpoints[number - 1];

            if ((only != AnyEndpoint && only != number) || !listed.Pattern.Matches(host))
            {
                continue;
            }

            Reason reason = DecideOne(toy, listed, toy.EndpointAt(number), query, now);

            if (reason == Reason.None)
            {
                endpoint = number;
                return Reason.None;
            }

            // The reasons are numbered in the order of the rules.
            int near = (int)reason + (IsPort(listed, query) && IsScheme(listed, query) ? RightPlace : 0);

            if (near > nearness)
            {
                nearness = near;
                held = reason;
                endpoint = number;
            }
        }

        return held;
    }

    // The rest of the order, for one endpoint that has the host. None lets it out.
    private static Reason DecideOne(ToyState toy, Endpoint endpoint, EndpointState? state, GateQuery query, Moment now)
    {
        if (state is null || !state.IsApprovedAt(now))
        {
            return Reason.WaitingForGuardian;
        }

        if (!IsPort(endpoint, query))
        {
            return Reason.OtherPort;
        }

        if (!IsScheme(endpoint, query))
        {
            return Reason.OtherScheme;
        }

        if (endpoint.Hours is not null && !endpoint.Hours.Contains(now.MinuteOfWeek))
        {
            return Reason.EndpointHours;
        }

        if (endpoint.DailyBytes > 0 && state.BytesToday >= endpoint.DailyBytes)
        {
            return Reason.EndpointBudget;
        }

        if (endpoint.Pattern.IsWildcard && !state.HasRoomFor(query.Host))
        {
            return Reason.TooManyNames;
        }

        return toy.IsForOlder() ? Reason.AgeBand : Reason.None;
    }

    private static bool IsPort(Endpoint endpoint, GateQuery query)
    {
        return query.Kind == AskKind.Lookup || endpoint.Port == query.Port;
    }

    private static bool IsScheme(Endpoint endpoint, GateQuery query)
    {
        return query.Kind switch
        {
            AskKind.Lookup => true,
            AskKind.TlsHello => endpoint.Scheme == Scheme.Https || endpoint.Scheme == Scheme.Tls,
            AskKind.Https => endpoint.Scheme == Scheme.Https,
            AskKind.Tls => endpoint.Scheme == Scheme.Tls,
            AskKind.Http => endpoint.Scheme == Scheme.Http,
            _ => false,
        };
    }

    // Several endpoints may share one wildcard, on other ports: a name let out by one of them is used up for all.
    private void NoteName(GateQuery query, Verdict verdict)
    {
        if (!verdict.IsAllowed || verdict.Endpoint == 0)
        {
            return;
        }

        ToyState toy = _state.Toys[query.Toy - 1];
        Endpoint[] endpoints = toy.Manifest.Endpoints;

        if (!endpoints[verdict.Endpoint - 1].Pattern.IsWildcard)
        {
            return;
        }

        for (int i = 0; i < endpoints.Length; i++)
        {
            if (endpoints[i].Pattern.IsWildcard && endpoints[i].Pattern.Matches(query.Host))
            {
                toy.EndpointAt(i + 1)?.Note(query.Host);
            }
        }
    }

    // What a new toy tries and no guardian has decided on, whether it was let out for that or kept closed.
    private void NoteTry(GateQuery query, Verdict verdict)
    {
        bool isUndecided = verdict.IsAllowed ? verdict.Endpoint == 0 : verdict.Reason is Reason.NotOnManifest or Reason.WaitingForGuardian;

        if (isUndecided)
        {
            _state.Introduction?.Note(query, _state.Now);
        }
    }

    // Asking for a name, for the time or for a sensor is not play yet.
    private void NoteActive(GateQuery query, bool isActive)
    {
        bool isPlace = query.Kind >= AskKind.TlsHello && query.Kind <= AskKind.Http;
        ToyState? toy = isActive && isPlace ? _state.ToyAt(query.Toy) : null;

        if (toy is not null)
        {
            toy.IsActive = true;
        }
    }

    private void Tell(GateQuery query, Verdict verdict)
    {
        int toy = _state.ToyAt(query.Toy) is null ? 0 : query.Toy;
        _counters.Count(toy, verdict.Endpoint, verdict.Reason);

        if (_watcher is not null)
        {
            _watcher.OnVerdict(query, verdict);
        }
    }

    // What a toy was played with counts for the child who has it now.
    private void TakePlayed(ToyState? toy)
    {
        for (int i = 0; toy is not null && i < toy.Children.Length; i++)
        {
            _state.TakePlayedBy(toy.Children[i].Number, toy.PlayedToday);
        }
    }

    private void TurnBack(Moment before, Moment now)
    {
        for (int i = 0; before.IsKnown && now.IsKnown && now.Minute < before.Minute && i < _state.Toys.Length; i++)
        {
            _state.Toys[i]?.TurnBack(before.Minute - now.Minute);
        }
    }

    private void KeepClock(Moment now)
    {
        _state.Introduction?.KeepClock(now);

        if (!now.IsKnown)
        {
            return;
        }

        _state.EndWhatIsOver(now.Minute);
        _counters.StartDay(now.Day);
        int counted = _state.CountedDay;

        // What was counted before any day was known may be of this very day: pulling the plug must not refill a budget.
        if (counted == 0 || (_isConfirmed && now.Day < counted - DaysOfWeek))
        {
            _state.CountedDay = now.Day;
        }
        else if (now.Day > counted && (_isConfirmed || _state.PoweredMinutes >= RefillMinutes))
        {
            _state.CountedDay = now.Day;
            _state.BeginDay();
        }
    }
}
