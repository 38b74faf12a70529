using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>What the parts of the desk share: the family, the tables, the time of the message that is being looked at.</summary>
internal sealed class DeskRoom
{
    private const int ManyWrongs = 10;

    internal DeskRoom(FactoryIdentity id, FamilyBook book, IHmac hmac, IRandom random, IDeskHome home)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Book = book ?? throw new ArgumentNullException(nameof(book));
        Hmac = hmac ?? throw new ArgumentNullException(nameof(hmac));
        Random = random ?? throw new ArgumentNullException(nameof(random));
        Home = home ?? throw new ArgumentNullException(nameof(home));
        Keys = new KeySchedule(hmac);
        Pins = new PinTries(book);
        Windows = new PressWindows(id, random, home);
        Given = new GivenCodes(random);
    }

    internal FactoryIdentity Id { get; }

    internal FamilyBook Book { get; }

    internal IHmac Hmac { get; }

    internal IRandom Random { get; }

    internal IDeskHome Home { get; }

    internal KeySchedule Keys { get; }

    internal PinTries Pins { get; private set; }

    internal PressWindows Windows { get; }

    internal GivenCodes Given { get; }

    internal PairChannels Channels { get; } = new PairChannels();

    internal SessionTable Sessions { get; } = new SessionTable();

    /// <summary>The time of now; never goes back.</summary>
    internal long NowMs { get; private set; }

    /// <summary>Seconds to wait, behind <see cref="Why.Wait"/> and <see cref="Why.WrongPin"/>.</summary>
    internal int WaitSeconds { get; set; }

    internal FamilyState State
    {
        get { return Book.State; }
    }

    internal void At(long nowMs)
    {
        NowMs = nowMs > NowMs ? nowMs : NowMs;
        Pins.Begin(NowMs);
        Book.Turn(NowMs);
    }

    /// <summary>A phone that is in the family now; null for none, or one whose pass is over.</summary>
    internal Phone? Find(int number)
    {
        Phone? phone = State.Find(number);
        return phone is null || IsOver(phone) ? null : phone;
    }

    /// <summary>Its pass is over, by powered time or by the clock, whichever says so first.</summary>
    internal bool IsOver(Phone phone)
    {
        long utc = Home.UtcSeconds;
        return phone.HasPass
            && (Book.Ticks >= phone.PassEndsTick || (phone.PassEndsUtc > 0 && utc > 0 && utc >= phone.PassEndsUtc));
    }

    /// <summary>Tells every guardian, unless the same stands there and nobody has seen it.</summary>
    internal void Note(NoticeKind kind, int who, int toy = 0)
    {
        Notice[] notices = State.Notices;

        for (int i = 0; i < notices.Length; i++)
        {
            if (notices[i].Kind == kind && notices[i].Who == who && notices[i].Toy == toy && notices[i].SeenBy == 0)
            {
                return;
            }
        }

        if (State.HasPhones)
        {
            FamilyState next = State.Copy();
            next.Note(kind, who, Home.UtcSeconds, toy);
            Book.Save(next);
        }
    }

    internal byte[] Draw(int count)
    {
        byte[] bytes = new byte[count];
        Random.Fill(bytes, 0, count);
        return bytes;
    }

    /// <summary>Looks at the proof of a PIN. The try is counted in flash before it is compared.</summary>
    /// <param name="phone">Whose.</param>
    /// <param name="expected">32 bytes that only the right PIN gives.</param>
    /// <param name="given">Holds what came.</param>
    /// <param name="at">Where its 32 bytes stand.</param>
    internal Why TryPin(Phone phone, byte[] expected, byte[] given, int at)
    {
        WaitSeconds = Pins.WaitOf(phone.Number, NowMs);

        if (WaitSeconds > 0)
        {
            return Why.Wait;
        }

        if (!Pins.Count(phone.Number, NowMs))
        {
            return Why.NotSaved;
        }

        if (ConstantTime.AreEqual(expected, 0, given, at, KeySchedule.KeyBytes))
        {
            Pins.Pass(phone.Number);
            return Why.None;
        }

        WaitSeconds = Pins.WaitOf(phone.Number, NowMs);
        Home.Note(RecordKind.TryFailed, (int)Purpose.Session, phone.Number);

        if (Book.Tries.WrongsOf(phone.Number) >= ManyWrongs)
        {
            Note(NoticeKind.WrongPins, phone.Number);
        }

        return Why.WrongPin;
    }

    /// <summary>What the device keeps of a PIN; null where what came does not fit, and why.</summary>
    internal PinCheck? CheckOf(string pin, byte[] base32, byte[] salt, int rounds, out Why why)
    {
        why = PinRules.FaultOf(pin);

        if (why == Why.None
            && (base32.Length != KeySchedule.KeyBytes
                || salt.Length != KeySchedule.SaltBytes
                || rounds < PinCheck.RoundsMin
                || rounds > PinCheck.RoundsMax))
        {
            why = Why.Bad;
        }

        if (why != Why.None)
        {
            return null;
        }

        byte[] phoneSalt = new byte[KeySchedule.SaltBytes];
        byte[] deviceSalt = Draw(KeySchedule.SaltBytes);
        byte[] check = new byte[KeySchedule.KeyBytes];
        Array.Copy(salt, 0, phoneSalt, 0, phoneSalt.Length);
        Keys.Check(base32, deviceSalt, check);
        return new PinCheck(phoneSalt, deviceSalt, rounds, check);
    }

    /// <summary>Everything that is open ends: a wipe, or a family that is another one now.</summary>
    internal void Clear()
    {
        Windows.Close();
        Sessions.End(0, null, false);
        Channels.End(Purpose.None, null);
        Given.DropOf(0);
        Pins = new PinTries(Book);
    }
}
