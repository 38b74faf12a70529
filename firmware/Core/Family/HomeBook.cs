using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Home manifests in flash, and of makers' manifests a mark and the places that are known, so that what is new is noticed (EGR-07).</summary>
/// <remarks>It says which places there are and approves none. What does not read is no place at all; approvals without a place open nothing.</remarks>
public sealed class HomeBook
{
    private readonly TwoSlotStore _store;
    private KeptToy[] _toys = new KeptToy[0];

    /// <summary>A book in <see cref="FlashLayout.HomesA"/> and B of a flash that does not throw. <see cref="Open"/> comes first.</summary>
    public HomeBook(IFlash flash)
    {
        _store = new TwoSlotStore(flash, FlashLayout.HomesA, FlashLayout.HomesB);
    }

    /// <summary>Reads what is kept; once after every start, and after a wipe.</summary>
    public void Open()
    {
        StoreStatus status = _store.Open();
        byte[] payload = status == StoreStatus.Split || _store.Payload is null ? new byte[0] : _store.Payload;
        _toys = HomeCodec.Read(payload) ?? new KeptToy[0];
        _store.Repair();
    }

    /// <summary>The toy as it is declared with its home manifest; itself when its maker wrote one.</summary>
    public DeclaredToy Declared(DeclaredToy toy)
    {
        return HomeManifest.Is(toy.Manifest) ? HomeManifest.Of(toy.Name, PlacesOf(toy.Name)) : toy;
    }

    /// <summary>The places of a toy's home manifest; none where it has none. Nobody changes the array.</summary>
    public HomePlace[] PlacesOf(string name)
    {
        int at = IndexOf(_toys, _toys.Length, name);
        return at < 0 ? new HomePlace[0] : _toys[at].Places ?? new HomePlace[0];
    }

    /// <summary>Keeps the places of a toy in place of those it had.</summary>
    /// <returns>False, and everything is as before: too many, one that is unfit or there twice, no room, or flash does not take it.</returns>
    public bool Keep(string name, HomePlace[] places)
    {
        if (places.Length > HomeManifest.PlacesMax || !ToyName.IsFit(name))
        {
            return false;
        }

        for (int i = 0; i < places.Length; i++)
        {
            if (!places[i].IsFit || Has(places, i, places[i].Host))
            {
                return false;
            }
        }

        return Put(new KeptToy(name, places));
    }

    /// <summary>Notes what a maker's manifest lists now.</summary>
    /// <returns>True when that is not what it listed before. The first time is no change, since the family was shown all of it when it paired.</returns>
    public bool NoteMaker(DeclaredToy toy)
    {
        long mark = MarkOf(toy);
        KeptToy? kept = MakersOf(toy.Name);

        if (kept is not null && kept.Mark == mark)
        {
            return false;
        }

        int[]? known = kept is null ? ListedOf(toy, null) : kept.Known is null ? null : ListedOf(toy, kept.Known);

        // A change is told even where there is no room to say which places are new.
        return (Put(new KeptToy(toy.Name, mark, known)) || Put(new KeptToy(toy.Name, mark, null))) && kept is not null;
    }

    /// <summary>True for a place that came with a maker's update and that nobody has decided on since. It may well be closed for other reasons too.</summary>
    /// <param name="toy">Whose; one that was noted (<see cref="NoteMaker"/>), else nothing is new.</param>
    /// <param name="place">Which of its places, from 1. Throws for a number that names none.</param>
    public bool IsNew(DeclaredToy toy, int place)
    {
        KeptToy? kept = MakersOf(toy.Name);
        return kept is not null && kept.Known is not null && !IsIn(kept.Known, kept.Known.Length, ShortOf(toy, place));
    }

    /// <summary>Notes that a guardian decided on a place, either way. When flash does not take it, the place stays new.</summary>
    /// <param name="toy">Whose.</param>
    /// <param name="place">Which of its places, from 1. Throws for a number that names none.</param>
    public void Decide(DeclaredToy toy, int place)
    {
        if (!IsNew(toy, place))
        {
            return;
        }

        KeptToy kept = MakersOf(toy.Name)!;
        int[] known = new int[kept.Known!.Length + 1];
        Array.Copy(kept.Known, 0, known, 0, kept.Known.Length);
        known[kept.Known.Length] = ShortOf(toy, place);
        Put(new KeptToy(toy.Name, kept.Mark, known));
    }

    /// <summary>Forgets a toy. False when flash does not take it: then it is as before.</summary>
    public bool Forget(string name)
    {
        return IndexOf(_toys, _toys.Length, name) < 0 || Save(Without(name, null));
    }

    internal static int IndexOf(KeptToy[] toys, int count, string name)
    {
        for (int i = 0; i < count; i++)
        {
            if (toys[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    internal static bool Has(HomePlace[] places, int count, string host)
    {
        for (int i = 0; i < count; i++)
        {
            if (places[i].Host == host)
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsIn(int[] prints, int count, int print)
    {
        for (int i = 0; i < count; i++)
        {
            if (prints[i] == print)
            {
                return true;
            }
        }

        return false;
    }

    // Its places in short, of which one is enough to be known; all, or those that were known before.
    private static int[] ListedOf(DeclaredToy toy, int[]? before)
    {
        int[] all = new int[toy.Manifest.Endpoints.Length];
        int count = 0;

        for (int place = 1; place <= all.Length; place++)
        {
            int print = ShortOf(toy, place);

            if (!IsIn(all, count, print) && (before is null || IsIn(before, before.Length, print)))
            {
                all[count++] = print;
            }
        }

        int[] listed = new int[count];
        Array.Copy(all, 0, listed, 0, count);
        return listed;
    }

    // Enough to tell a place from a few dozen others; what may be reached goes by the whole print.
    private static int ShortOf(DeclaredToy toy, int place)
    {
        return (int)(toy.PrintAt(place) & ushort.MaxValue);
    }

    // The order in a manifest means nothing, so the prints are summed.
    private static long MarkOf(DeclaredToy toy)
    {
        long mark = toy.Manifest.Endpoints.Length;

        for (int place = 1; place <= toy.Manifest.Endpoints.Length; place++)
        {
            mark += toy.PrintAt(place);
        }

        for (int sensor = 1; sensor <= toy.Manifest.Sensors.Length; sensor++)
        {
            mark += toy.SensorPrintAt(sensor);
        }

        return mark;
    }

    private KeptToy? MakersOf(string name)
    {
        int at = IndexOf(_toys, _toys.Length, name);
        return at < 0 || _toys[at].Places is not null ? null : _toys[at];
    }

    private bool Put(KeptToy toy)
    {
        return Save(Without(toy.Name, toy));
    }

    private KeptToy[] Without(string name, KeptToy? last)
    {
        KeptToy[] toys = new KeptToy[_toys.Length + 1];
        int count = 0;

        for (int i = 0; i < _toys.Length; i++)
        {
            if (_toys[i].Name != name)
            {
                toys[count++] = _toys[i];
            }
        }

        if (last is not null)
        {
            toys[count++] = last;
        }

        KeptToy[] all = new KeptToy[count];
        Array.Copy(toys, 0, all, 0, count);
        return all;
    }

    private bool Save(KeptToy[] next)
    {
        if (next.Length > FamilySettings.ToysMax || !_store.Save(HomeCodec.Write(next)))
        {
            return false;
        }

        _toys = next;
        return true;
    }
}
