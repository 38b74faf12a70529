using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Home manifests in flash, and of makers' manifests a mark, so that a changed one is noticed (EGR-07).</summary>
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

        return Put(new KeptToy(name, places, 0));
    }

    /// <summary>Notes what a maker's manifest lists now.</summary>
    /// <returns>True when that is not what it listed before. The first time is no change, since the family was shown all of it when it paired.</returns>
    public bool NoteMaker(DeclaredToy toy)
    {
        long mark = MarkOf(toy);
        int at = IndexOf(_toys, _toys.Length, toy.Name);

        if (at >= 0 && _toys[at].Places is null && _toys[at].Mark == mark)
        {
            return false;
        }

        bool wasKnown = at >= 0 && _toys[at].Places is null;
        return Put(new KeptToy(toy.Name, null, mark)) && wasKnown;
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
