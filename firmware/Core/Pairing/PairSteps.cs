using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Seal;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Pairing;

/// <summary>What a phone asks for in a channel of pairing: propose a PIN, choose an entry, keep. One save makes it count, or nothing does.</summary>
internal sealed class PairSteps
{
    private const int LabelMax = 24;

    // A forgotten PIN may be set for this long once its wait is over.
    private const uint ForgotOpenTicks = 2 * TryBook.TicksADay;
    private const int ForgotSeconds = 24 * 60 * 60;

    private readonly DeskRoom _room;

    internal PairSteps(DeskRoom room)
    {
        _room = room;
    }

    /// <summary>Takes a PIN into the channel; the last one counts.</summary>
    internal Why SetPin(PairChannel channel, PinCheck pin, string label, string ownerCode)
    {
        bool isEntryReady = channel.Purpose == Purpose.Forgot && channel.Entry != 0;

        if (!isEntryReady && channel.Purpose != Purpose.Claim && channel.Purpose != Purpose.Invite)
        {
            return Why.Bad;
        }

        if (channel.Purpose == Purpose.Claim && _room.Book.IsOldOwnerAsked && !_room.State.OldOwner!.IsOf(ownerCode, _room.Hmac))
        {
            return Why.OwnerCode;
        }

        if (!IsLabel(ref label))
        {
            return Why.Bad;
        }

        channel.Label = label;
        channel.Pin = pin;
        return Why.None;
    }

    /// <summary>Chooses the entry that this browser is to be, by its PIN.</summary>
    internal Why Adopt(PairChannel channel, int n, byte[] proof, string label)
    {
        if (channel.Purpose != Purpose.Welcome || !IsLabel(ref label))
        {
            return Why.Bad;
        }

        Why why = ProvePin(channel, n, proof, out Phone? phone);

        if (why == Why.None)
        {
            channel.Choose(phone!);
            channel.Label = label;
        }

        return why;
    }

    /// <summary>Proves the PIN of a phone that may change the Wi-Fi.</summary>
    internal Why ProveForWifi(PairChannel channel, int n, byte[] proof)
    {
        Phone? phone = _room.Find(n);

        if (channel.Purpose != Purpose.Wifi)
        {
            return Why.Bad;
        }

        if (phone is not null && !RoleTable.May(phone.Role, true, Operation.WifiAdd))
        {
            return Why.Role;
        }

        return ProvePin(channel, n, proof, out phone);
    }

    /// <summary>Starts the wait of a forgotten PIN, or finds it over.</summary>
    internal Why Forgot(PairChannel channel, int n, out int waitSeconds)
    {
        waitSeconds = 0;
        FamilyState state = _room.State;
        Phone? phone = _room.Find(n);

        if (channel.Purpose != Purpose.Forgot || phone is null)
        {
            return channel.Purpose != Purpose.Forgot ? Why.Bad : Why.Unknown;
        }

        if (state.ForgotPhone != 0 && state.ForgotPhone != n)
        {
            return Why.Busy;
        }

        if (state.ForgotPhone == 0)
        {
            FamilyState next = state.Copy();
            next.ForgotPhone = n;
            next.ForgotTick = _room.Book.Ticks + TryBook.TicksADay + 1;
            next.Note(NoticeKind.ForgotBegun, n, _room.Home.UtcSeconds);

            if (!_room.Book.Save(next))
            {
                return Why.NotSaved;
            }

            _room.Home.Note(RecordKind.ForgotBegun, 0, n);
        }

        waitSeconds = _room.Book.SecondsTo(_room.State.ForgotTick, _room.NowMs);
        waitSeconds = waitSeconds > ForgotSeconds ? ForgotSeconds : waitSeconds;

        if (waitSeconds == 0)
        {
            channel.Choose(phone);
        }

        return Why.None;
    }

    /// <summary>The phone has its key and read it back: now it counts. Closes what was open for it.</summary>
    internal Why Keep(PairChannel channel, out string ownerCode)
    {
        ownerCode = "";

        if (!IsWhole(channel))
        {
            return Why.Bad;
        }

        if (!IsStillOpen(channel))
        {
            return Why.Expired;
        }

        bool isFirst = channel.Purpose == Purpose.Claim;
        bool isNew = isFirst || channel.Purpose == Purpose.Invite;
        FamilyState next = _room.State.Copy();
        Phone? phone = isNew ? NewPhone(channel, next) : OldPhone(channel);

        if (phone is null)
        {
            return isNew ? Why.Full : Why.Expired;
        }

        if (isFirst)
        {
            byte[] code = _room.Draw(FactoryIdentity.CodeBytes);
            ownerCode = Base32.Write(code);
            next.Owner = OwnerHash.Of(code, _room.Hmac, _room.Random);
            next.OldOwner = null;
            next.IsSettled = false;
        }

        next.Take(phone);
        Tell(channel, phone, next);

        // A count that is cleared for a phone that then is not saved belongs to nobody.
        if ((isNew && !_room.Pins.Renew(phone.Number)) || !_room.Book.Save(next))
        {
            ownerCode = "";
            return Why.NotSaved;
        }

        channel.IsDone = true;
        End(channel, phone);

        return Why.None;
    }

    /// <summary>What is over when a forgotten PIN was not set in time.</summary>
    internal static bool IsForgotOver(FamilyBook book)
    {
        return book.State.ForgotPhone != 0 && book.Ticks >= book.State.ForgotTick && book.Ticks - book.State.ForgotTick >= ForgotOpenTicks;
    }

    // Short enough for a list; characters that nobody sees are refused.
    private static bool IsLabel(ref string label)
    {
        label = label.Trim(' ');
        label = label.Length > LabelMax ? label.Substring(0, LabelMax).Trim(' ') : label;

        while (label.Length > 1 && Encoding.UTF8.GetBytes(label).Length > ToyName.BytesMax)
        {
            label = label.Substring(0, label.Length - 1).Trim(' ');
        }

        return label.Length == 0 || ToyName.IsFit(label);
    }

    private Why ProvePin(PairChannel channel, int n, byte[] proof, out Phone? phone)
    {
        phone = _room.Find(n);

        if (phone is null || proof.Length != KeySchedule.KeyBytes)
        {
            return phone is null ? Why.Unknown : Why.Bad;
        }

        if (phone.Pin is null)
        {
            return Why.Pin;
        }

        byte[] expected = new byte[KeySchedule.KeyBytes];
        _room.Keys.PinProof(phone.Pin.Check, channel.Accept, expected);
        return _room.TryPin(phone, expected, proof, 0);
    }

    // All that the purpose needs is there: never a phone without a PIN.
    private static bool IsWhole(PairChannel channel)
    {
        return channel.Purpose switch
        {
            Purpose.Claim => channel.Pin is not null,
            Purpose.Invite => channel.Pin is not null,
            Purpose.Welcome => channel.Entry != 0,
            Purpose.Forgot => channel.Entry != 0 && channel.Pin is not null,
            Purpose.Move => channel.Entry != 0,
            _ => false,
        };
    }

    // What allowed it is not over, used, or another's meanwhile.
    private bool IsStillOpen(PairChannel channel)
    {
        if (channel.Given is not null)
        {
            return _room.Given.IsOpen(channel.Given, _room.NowMs);
        }

        return _room.Windows.CodeFor(channel.Purpose, _room.NowMs) is not null
            && _room.State.HasPhones != (channel.Purpose == Purpose.Claim)
            && (channel.Purpose != Purpose.Forgot || channel.Entry == _room.State.ForgotPhone);
    }

    private Phone? NewPhone(PairChannel channel, FamilyState next)
    {
        int number = next.FreeNumber();
        GivenCode? given = channel.Given;

        if (number == 0)
        {
            return null;
        }

        Phone phone = new Phone(number, given is null ? Role.Guardian : given.Role, channel.Label, channel.PhoneId, KeyOf(channel))
        {
            Pin = channel.Pin,
        };

        if (given is not null && given.Days > 0)
        {
            long utc = _room.Home.UtcSeconds;
            phone.PassEndsTick = _room.Book.Ticks + ((uint)given.Days * TryBook.TicksADay) + 1;
            phone.PassEndsUtc = utc > 0 ? utc + (given.Days * 86400L) : 0;
        }

        return phone;
    }

    private Phone? OldPhone(PairChannel channel)
    {
        Phone? phone = _room.Find(channel.Entry);

        // Somebody else may have taken the number meanwhile.
        if (phone is null || !ConstantTime.AreEqual(phone.Id, 0, channel.PhoneId, 0, Phone.IdBytes))
        {
            return null;
        }

        return phone.With(channel.Label.Length > 0 ? channel.Label : phone.Label, KeyOf(channel), channel.Pin ?? phone.Pin);
    }

    private byte[] KeyOf(PairChannel channel)
    {
        byte[] key = new byte[KeySchedule.KeyBytes];
        _room.Keys.PhoneKey(channel.PairKey, channel.PhoneId, 0, key);
        return key;
    }

    private void Tell(PairChannel channel, Phone phone, FamilyState next)
    {
        long utc = _room.Home.UtcSeconds;

        switch (channel.Purpose)
        {
            case Purpose.Invite:
                next.Note(NoticeKind.Joined, phone.Number, utc);
                break;
            case Purpose.Welcome:
                next.Note(NoticeKind.CameBack, phone.Number, utc);
                break;
            case Purpose.Forgot:
                next.Note(NoticeKind.ForgotDone, phone.Number, utc);
                next.ForgotPhone = 0;
                break;
            default:
                break;
        }
    }

    private void End(PairChannel channel, Phone phone)
    {
        bool isJoined = channel.Purpose == Purpose.Claim || channel.Purpose == Purpose.Invite;
        _room.Home.Note(isJoined ? RecordKind.PhoneJoined : RecordKind.PhoneMoved, (int)channel.Purpose, phone.Number);
        _room.Given.Drop(channel.Given);

        if (!isJoined)
        {
            // The browser of before knows a key that is none any more.
            _room.Sessions.End(phone.Number, null, false);
        }

        if (channel.Purpose == Purpose.Forgot)
        {
            _room.Pins.Renew(phone.Number);
        }

        if (channel.Given is null)
        {
            _room.Windows.CloseMain(_room.NowMs);
            _room.Channels.End(channel.Purpose, channel);
        }
    }
}
