using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Family;

/// <summary>Introducing a toy whose maker wrote no manifest: half an hour in which it shows what it wants, and then a guardian picks (experience.md 1).</summary>
/// <remarks>
/// <code>
///   Idle --Start--> Open --half an hour, Stop, unknown clock--> Choosing --Keep, Stop--> Idle
///                     +------------------Keep------------------------------------------>
/// </code>
/// Nothing is let out here: while it is Open the gate has the half hour as data (<see cref="Introduction"/>), and everything closes with it.
/// The tries are in memory only, so a restart is Idle: closed, and nothing to pick.
/// </remarks>
public sealed class Introducing
{
    private const long OpenMs = Introduction.Minutes * 60 * 1000L;

    private readonly Gate _gate;
    private readonly HomeBook _book;
    private Introduction? _tries;
    private long _endMs;

    /// <summary>Over a gate and a book that is open.</summary>
    public Introducing(Gate gate, HomeBook book)
    {
        _gate = gate;
        _book = book;
    }

    /// <summary>The toy that is being introduced, or was and can be picked for; 0 for none.</summary>
    public int Toy
    {
        get { return _tries is null ? 0 : _tries.Toy; }
    }

    /// <summary>What it tried; null while there is none. Read it and do not keep it.</summary>
    public Introduction? Tries
    {
        get { return _tries; }
    }

    /// <summary>Seconds that it still gets out; 0 once everything is closed.</summary>
    public int SecondsLeft(long nowMs)
    {
        return _tries is null || _tries.IsOver || nowMs >= _endMs ? 0 : (int)((_endMs - nowMs + 999) / 1000);
    }

    /// <summary>Begins the half hour of a toy; one that runs ends, with its tries.</summary>
    /// <param name="number">The toy's number, from 1.</param>
    /// <param name="toy">The toy.</param>
    /// <param name="nowMs">The monotonic clock, so that no clock set back makes it longer.</param>
    public IntroFault Start(int number, DeclaredToy toy, long nowMs)
    {
        if (!HomeManifest.Is(toy.Manifest))
        {
            return IntroFault.HasManifest;
        }

        Introduction next = new Introduction(number, _gate.Now);

        if (!_gate.Introduce(next))
        {
            return IntroFault.NotNow;
        }

        _tries = next;
        _endMs = nowMs + OpenMs;
        return IntroFault.None;
    }

    /// <summary>Keeps one of the tries closed, from 1, or lets it out again.</summary>
    public IntroFault Close(int toy, int number, bool isClosed)
    {
        return toy == Toy && toy != 0 && _gate.CloseTry(number - 1, isClosed) ? IntroFault.None : IntroFault.NotRunning;
    }

    /// <summary>Closes everything. The first time the tries stay, to be picked from; the second time they go.</summary>
    public void Stop()
    {
        if (_tries is not null && _tries.IsOver)
        {
            _tries = null;
        }

        _gate.Introduce(null);
    }

    /// <summary>Ends what is over; at every turn.</summary>
    public void Turn(long nowMs)
    {
        if (_tries is not null && (_tries.IsOver || nowMs >= _endMs))
        {
            _gate.Introduce(null);
        }
    }

    /// <summary>Ends the half hour and keeps what a guardian picked beside what was kept before; the rest stays closed.</summary>
    /// <param name="toy">The toy's number.</param>
    /// <param name="name">Its name in the home.</param>
    /// <param name="picks">Numbers of tries, from 1.</param>
    /// <param name="declared">The toy with its new home manifest, to be declared and its picks to be approved; null when refused.</param>
    public IntroFault Keep(int toy, string name, int[] picks, out DeclaredToy? declared)
    {
        declared = null;

        if (_tries is null || toy != Toy)
        {
            return IntroFault.NotRunning;
        }

        HomePlace[] before = _book.PlacesOf(name);
        HomePlace[] places = new HomePlace[before.Length + picks.Length];
        Array.Copy(before, 0, places, 0, before.Length);
        int count = before.Length;

        for (int i = 0; i < picks.Length; i++)
        {
            int index = picks[i] - 1;

            if (index < 0 || index >= _tries.Count)
            {
                return IntroFault.Unfit;
            }

            int port = _tries.PortAt(index);
            HomePlace place = new HomePlace(_tries.NameAt(index), port == 0 ? HomePlace.UsualPort : port);

            // What waits from before is approved anew, by its number.
            if (!HomeBook.Has(places, count, place.Host))
            {
                places[count++] = place;
            }
        }

        if (count > HomeManifest.PlacesMax)
        {
            return IntroFault.Unfit;
        }

        HomePlace[] kept = new HomePlace[count];
        Array.Copy(places, 0, kept, 0, count);

        if (!_book.Keep(name, kept))
        {
            return IntroFault.NotSaved;
        }

        _gate.Introduce(null);
        declared = HomeManifest.Of(name, kept);
        return IntroFault.None;
    }

    /// <summary>The numbers of the endpoints that picks became, in their order.</summary>
    public int[] EndpointsOf(DeclaredToy declared, int[] picks)
    {
        int[] numbers = new int[picks.Length];

        for (int i = 0; i < picks.Length; i++)
        {
            string name = _tries!.NameAt(picks[i] - 1);

            for (int number = 1; number <= declared.Manifest.Endpoints.Length; number++)
            {
                numbers[i] = declared.Manifest.Endpoints[number - 1].Id == name ? number : numbers[i];
            }
        }

        return numbers;
    }

    /// <summary>Picked: nothing is left to pick from.</summary>
    public void End()
    {
        _tries = null;
        _gate.Introduce(null);
    }
}
