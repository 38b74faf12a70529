using System;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Which thing on a hub's own Wi-Fi is which toy, in flash: its network address and the family's name for the toy; and the toys that have no maker's list.</summary>
/// <remarks>
/// A thing that is not in here is nobody's, and everything of it is held. An address is at most one toy's; a toy may have several, once a guardian
/// says that they are the same one. What does not read is no thing at all. Whoever pretends to have a toy's address is that toy, and has no more
/// than what the toy has (docs/trust.md). Safe from any thread; nothing is called under its lock but flash.
/// </remarks>
public sealed class ThingBook : IMoreToys
{
    /// <summary>Bytes of a network address.</summary>
    public const int HardwareBytes = 6;

    /// <summary>Most addresses: two for each toy, and as many as there are leases.</summary>
    public const int AddressesMax = 64;

    private readonly object _lock = new object();
    private readonly TwoSlotStore _store;
    private string[] _made = new string[0];
    private KnownThing[] _things = new KnownThing[0];

    // The toys that are here, number 1 first.
    private string[] _toys = new string[0];
    private bool _isOpen;

    /// <summary>A book in <see cref="FlashLayout.ThingsA"/> and B of a flash that does not throw. <see cref="With"/> comes first.</summary>
    public ThingBook(IFlash flash)
    {
        _store = new TwoSlotStore(flash, FlashLayout.ThingsA, FlashLayout.ThingsB);
    }

    /// <summary>All things that are toys. Nobody changes the array.</summary>
    public KnownThing[] All
    {
        get
        {
            lock (_lock)
            {
                return _things;
            }
        }
    }

    /// <summary>True for the address of one station: not of a group, and not of nobody.</summary>
    public static bool IsStation(byte[] hardware)
    {
        int any = 0;

        for (int i = 0; i < HardwareBytes && hardware.Length == HardwareBytes; i++)
        {
            any |= hardware[i];
        }

        return any != 0 && (hardware[0] & 1) == 0;
    }

    /// <inheritdoc/>
    public DeclaredToy[] With(DeclaredToy[] carried)
    {
        lock (_lock)
        {
            StoreStatus status = _store.Open();
            byte[] payload = status == StoreStatus.Split || _store.Payload is null ? new byte[0] : _store.Payload;
            ThingCodec.Read(payload, out _made, out _things);
            _store.Repair();
            _isOpen = true;

            DeclaredToy[] toys = carried;
            SetToys(toys);

            for (int i = 0; i < _made.Length && toys.Length < FamilySettings.ToysMax; i++)
            {
                // One that the device carries now has its maker's list.
                if (IndexOf(_toys, _toys.Length, _made[i]) < 0)
                {
                    toys = Plus(toys, HomeManifest.Of(_made[i], new HomePlace[0]));
                    SetToys(toys);
                }
            }

            return toys;
        }
    }

    /// <summary>Number of the toy that a network address is, from 1; 0 for nobody's.</summary>
    public int ToyOf(byte[] hardware)
    {
        lock (_lock)
        {
            int at = IndexOf(_things, _things.Length, hardware);
            return at < 0 ? 0 : 1 + IndexOf(_toys, _toys.Length, _things[at].Toy);
        }
    }

    /// <summary>True for a toy that is some thing already, whether or not it is here.</summary>
    public bool Has(string toy)
    {
        lock (_lock)
        {
            return Count(toy) > 0;
        }
    }

    /// <summary>Makes a thing a toy, whatever it was; a toy that is not here yet is one without a maker's list, and its number is the next one.</summary>
    /// <returns>False, and everything is as before: an unfit name or address, no room, or flash does not take it.</returns>
    public bool Join(byte[] hardware, string toy)
    {
        lock (_lock)
        {
            bool isNew = IndexOf(_toys, _toys.Length, toy) < 0;

            if (!IsStation(hardware) || !ToyName.IsFit(toy) || (isNew && _toys.Length >= FamilySettings.ToysMax))
            {
                return false;
            }

            KnownThing[] things = Without(hardware, "", new KnownThing((byte[])hardware.Clone(), toy));
            bool isJoined = things.Length <= AddressesMax && Save(isNew ? Names(_made, "", toy) : _made, things);

            if (isJoined && isNew)
            {
                _toys = Names(_toys, "", toy);
            }

            return isJoined;
        }
    }

    /// <summary>Makes a thing nobody's. False when flash does not take it: then it is as before.</summary>
    public bool Part(byte[] hardware)
    {
        lock (_lock)
        {
            return IndexOf(_things, _things.Length, hardware) < 0 || Save(_made, Without(hardware, "", null));
        }
    }

    /// <summary>Forgets a toy: all its things are nobody's, and one without a maker's list is gone with the next start. False when flash does not take it: then it is as before.</summary>
    public bool Forget(string toy)
    {
        lock (_lock)
        {
            bool isKept = Count(toy) > 0 || IndexOf(_made, _made.Length, toy) >= 0;
            return !isKept || Save(Names(_made, toy, ""), Without(null, toy, null));
        }
    }

    /// <summary>Forgets everything and saves nothing until the next <see cref="With"/>: before a wipe, so that nothing comes back into flash behind it.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isOpen = false;
            _made = new string[0];
            _things = new KnownThing[0];
        }
    }

    internal static int IndexOf(string[] names, int count, string name)
    {
        for (int i = 0; i < count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    internal static int IndexOf(KnownThing[] things, int count, byte[] hardware)
    {
        for (int i = 0; i < count; i++)
        {
            if (IsSame(things[i].Hardware, hardware))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSame(byte[] hardware, byte[] other)
    {
        for (int i = 0; i < HardwareBytes; i++)
        {
            if (hardware[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }

    private static DeclaredToy[] Plus(DeclaredToy[] toys, DeclaredToy last)
    {
        DeclaredToy[] all = new DeclaredToy[toys.Length + 1];
        Array.Copy(toys, 0, all, 0, toys.Length);
        all[toys.Length] = last;
        return all;
    }

    // The names without one, and with another behind them; empty for none.
    private static string[] Names(string[] names, string without, string last)
    {
        string[] left = new string[names.Length + 1];
        int count = 0;

        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] != without)
            {
                left[count++] = names[i];
            }
        }

        if (last.Length > 0)
        {
            left[count++] = last;
        }

        string[] all = new string[count];
        Array.Copy(left, 0, all, 0, count);
        return all;
    }

    private void SetToys(DeclaredToy[] toys)
    {
        _toys = new string[toys.Length];

        for (int i = 0; i < toys.Length; i++)
        {
            _toys[i] = toys[i].Name;
        }
    }

    private int Count(string toy)
    {
        int count = 0;

        for (int i = 0; i < _things.Length; i++)
        {
            count += _things[i].Toy == toy ? 1 : 0;
        }

        return count;
    }

    private KnownThing[] Without(byte[]? hardware, string toy, KnownThing? last)
    {
        KnownThing[] left = new KnownThing[_things.Length + 1];
        int count = 0;

        for (int i = 0; i < _things.Length; i++)
        {
            if (_things[i].Toy != toy && (hardware is null || !IsSame(_things[i].Hardware, hardware)))
            {
                left[count++] = _things[i];
            }
        }

        if (last is not null)
        {
            left[count++] = last;
        }

        KnownThing[] all = new KnownThing[count];
        Array.Copy(left, 0, all, 0, count);
        return all;
    }

    private bool Save(string[] made, KnownThing[] things)
    {
        byte[]? bytes = ThingCodec.Write(made, things);

        if (!_isOpen || bytes is null || !_store.Save(bytes))
        {
            return false;
        }

        _made = made;
        _things = things;
        return true;
    }
}
