using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>Begin, challenge, proof, accept (pairing.md, "Steps"). Keeps nothing of a begin; a proof that is not right changes nothing.</summary>
internal sealed class Handshakes
{
    private const int SlotMs = 30000;
    private const int SaltOfBoot = 32;

    // Statuses of a session's accept.
    private const byte Granted = 0;
    private const byte WrongPin = 1;
    private const byte Waits = 2;
    private const byte NoPin = 3;

    private readonly DeskRoom _room;
    private readonly byte[] _bootKey;
    private readonly ProofBudget _budget = new ProofBudget();
    private readonly AcceptedNonces _accepted = new AcceptedNonces();
    private readonly byte[] _nonce = new byte[SealedMessage.NonceBytes];
    private readonly byte[] _key = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _channelKey = new byte[KeySchedule.KeyBytes];
    private readonly byte[] _tag = new byte[KeySchedule.KeyBytes];

    internal Handshakes(DeskRoom room)
    {
        _room = room;
        _bootKey = room.Draw(SaltOfBoot);
    }

    private int Slot
    {
        get { return (int)(_room.NowMs / SlotMs); }
    }

    /// <summary>Answers a begin with a challenge; 0 is the constant refusal.</summary>
    internal int Begin(byte[] message, MessageHead head, byte[] answer)
    {
        bool isSession = head.Purpose == Purpose.Session;

        if (!IsOurs(message, isBlankFine: true) || !(isSession ? _room.State.HasPhones : IsAnyCodeOpen(head.Purpose)))
        {
            return 0;
        }

        int count = SealedMessage.WriteAnswer(message, answer, Step.Challenge, 0);
        Array.Copy(_room.Id.DeviceId, 0, answer, SealedMessage.DeviceIdAt, SealedMessage.IdBytes);
        _room.Keys.Challenge(_bootKey, answer, Slot, answer, SealedMessage.DeviceNonceAt);
        return count;
    }

    /// <summary>Answers a proof with an accept; 0 is the constant refusal.</summary>
    internal int Prove(byte[] message, MessageHead head, DeskCaller caller, byte[] answer)
    {
        if (!IsOurs(message, isBlankFine: false))
        {
            return 0;
        }

        if (head.Purpose == Purpose.Session)
        {
            return IsFresh(message) ? ProvePhone(message, head, answer) : 0;
        }

        bool isLooked = IsAnyCodeOpen(head.Purpose) && _budget.Take(caller.Holder, _room.NowMs) && IsFresh(message);
        return isLooked ? ProveCode(message, head.Purpose, answer) : 0;
    }

    // A device that somebody begins with may not be known to the phone yet.
    private bool IsOurs(byte[] message, bool isBlankFine)
    {
        int any = 0;

        for (int i = 0; i < SealedMessage.IdBytes; i++)
        {
            any |= message[SealedMessage.DeviceIdAt + i];
        }

        return (isBlankFine && any == 0) || ConstantTime.AreEqual(message, SealedMessage.DeviceIdAt, _room.Id.DeviceId, 0, SealedMessage.IdBytes);
    }

    // Our own challenge, of this half minute or the last one.
    private bool IsFresh(byte[] message)
    {
        for (int back = 0; back < 2; back++)
        {
            _room.Keys.Challenge(_bootKey, message, Slot - back, _nonce, 0);

            if (ConstantTime.AreEqual(_nonce, 0, message, SealedMessage.DeviceNonceAt, SealedMessage.NonceBytes))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAnyCodeOpen(Purpose purpose)
    {
        if (purpose != Purpose.Invite && purpose != Purpose.Move)
        {
            return _room.State.HasPhones != (purpose == Purpose.Claim) && _room.Windows.CodeFor(purpose, _room.NowMs) is not null;
        }

        for (int i = 0; i < GivenCodes.Max; i++)
        {
            if (GivenAt(i, purpose) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private GivenCode? GivenAt(int index, Purpose purpose)
    {
        GivenCode? code = _room.Given.At(index, _room.NowMs);
        return code is not null && code.IsTicket == (purpose == Purpose.Move) && _room.Find(code.Phone) is not null ? code : null;
    }

    private int ProveCode(byte[] message, Purpose purpose, byte[] answer)
    {
        GivenCode? given = null;
        bool isRight = false;

        if (purpose != Purpose.Invite && purpose != Purpose.Move)
        {
            isRight = IsProofOf(_room.Windows.CodeFor(purpose, _room.NowMs)!, purpose == Purpose.Claim ? Role.Guardian : Role.None, message);
            _room.Windows.Wrongs += isRight ? 0 : 1;
        }

        for (int i = 0; i < GivenCodes.Max && !isRight; i++)
        {
            given = purpose == Purpose.Invite || purpose == Purpose.Move ? GivenAt(i, purpose) : null;
            isRight = given is not null && IsProofOf(given.Code, given.Role, message);
        }

        if (!isRight || !IsNew(message))
        {
            return 0;
        }

        if (given is null)
        {
            _room.Windows.Extend(purpose, _room.NowMs);
        }

        return AcceptCode(message, purpose, given, answer);
    }

    // The pair key stays in _key.
    private bool IsProofOf(byte[] code, Role role, byte[] message)
    {
        _room.Keys.PairKey(code, message, (int)role, _key);
        return _room.Keys.IsTagRight(_key, TagUse.Proof, message, 0);
    }

    private int AcceptCode(byte[] message, Purpose purpose, GivenCode? given, byte[] answer)
    {
        int count = SealedMessage.WriteAnswer(message, answer, Step.Accept, SealedMessage.ChannelBodyBytes);
        Phone? mover = given is not null && given.IsTicket ? _room.Find(given.Phone) : null;

        if (mover is not null)
        {
            Array.Copy(mover.Id, 0, answer, SealedMessage.PhoneIdAt, SealedMessage.IdBytes);
        }
        else if (purpose == Purpose.Claim || purpose == Purpose.Invite)
        {
            _room.Random.Fill(answer, SealedMessage.PhoneIdAt, SealedMessage.IdBytes);
        }

        _room.Random.Fill(answer, SealedMessage.BodyAt, SealedMessage.ChannelBodyBytes);
        _room.Keys.ChannelKey(_key, answer, _channelKey);
        _room.Keys.WriteTag(_channelKey, TagUse.Accept, answer, SealedMessage.ChannelBodyBytes);
        SealedChannel channel = new SealedChannel(_room.Hmac, _channelKey, answer);
        PairChannel pair = new PairChannel(purpose, channel, answer, _key, given, _room.NowMs);

        if (mover is not null)
        {
            pair.Choose(mover);
        }

        _room.Channels.Add(pair);
        Forget();
        return count;
    }

    private int ProvePhone(byte[] message, MessageHead head, byte[] answer)
    {
        Phone? phone = ByIdOf(message);

        // A wrong first tag counts against nobody.
        if (phone is null || !_room.Keys.IsTagRight(phone.Key, TagUse.SignIn, message, head.BodyCount) || !IsNew(message))
        {
            return 0;
        }

        if (head.BodyCount == 0)
        {
            _room.Keys.QuickKey(phone.Key, message, _key);
            return Grant(message, phone, false, answer);
        }

        if (phone.Pin is null)
        {
            return Refuse(message, phone, NoPin, answer);
        }

        _room.Keys.FullKey(phone.Key, phone.Pin.Check, message, _key);
        _room.Keys.PinTag(_key, _tag, 0);
        Why why = _room.TryPin(phone, _tag, message, SealedMessage.BodyAt);
        return why switch
        {
            Why.None => Grant(message, phone, true, answer),
            Why.Wait => Refuse(message, phone, Waits, answer),
            Why.WrongPin => Refuse(message, phone, WrongPin, answer),
            _ => 0,
        };
    }

    private Phone? ByIdOf(byte[] message)
    {
        for (int number = 1; number <= FamilyBook.PhonesMax; number++)
        {
            Phone? phone = _room.Find(number);

            if (phone is not null && ConstantTime.AreEqual(phone.Id, 0, message, SealedMessage.PhoneIdAt, SealedMessage.IdBytes))
            {
                return phone;
            }
        }

        return null;
    }

    private bool IsNew(byte[] message)
    {
        return _accepted.Add(message, _room.NowMs, (Slot + 2L) * SlotMs);
    }

    // The base key is in _key.
    private int Grant(byte[] message, Phone phone, bool isFull, byte[] answer)
    {
        int count = SealedMessage.WriteAnswer(message, answer, Step.Accept, SealedMessage.SessionBodyBytes);
        answer[SealedMessage.BodyAt] = Granted;
        _room.Random.Fill(answer, SealedMessage.BodyAt + 8, SealedMessage.NonceBytes);
        _room.Keys.ChannelKey(_key, answer, _channelKey);
        _room.Keys.WriteTag(_channelKey, TagUse.Accept, answer, SealedMessage.SessionBodyBytes);
        _room.Sessions.Add(new Session(new SealedChannel(_room.Hmac, _channelKey, answer), phone.Number, isFull, _room.NowMs), _room.NowMs);
        _room.Home.Note(RecordKind.SignedIn, isFull ? 1 : 0, phone.Number);
        Forget();
        return count;
    }

    // Says no to the right phone only, so that it can say so to a parent.
    private int Refuse(byte[] message, Phone phone, byte status, byte[] answer)
    {
        int wait = status == NoPin ? 0 : _room.WaitSeconds;
        int count = SealedMessage.WriteAnswer(message, answer, Step.Accept, SealedMessage.SessionBodyBytes);
        answer[SealedMessage.BodyAt] = status;
        answer[SealedMessage.BodyAt + 4] = (byte)(wait >> 24);
        answer[SealedMessage.BodyAt + 5] = (byte)(wait >> 16);
        answer[SealedMessage.BodyAt + 6] = (byte)(wait >> 8);
        answer[SealedMessage.BodyAt + 7] = (byte)wait;
        _room.Keys.WriteTag(phone.Key, TagUse.Refuse, answer, SealedMessage.SessionBodyBytes);
        Forget();
        return count;
    }

    private void Forget()
    {
        Array.Clear(_key, 0, _key.Length);
        Array.Clear(_channelKey, 0, _channelKey.Length);
        Array.Clear(_tag, 0, _tag.Length);
    }
}
