using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>Where every message of a phone arrives, and the only one who decides what it may do (design.md 6). Bytes in, bytes out; time comes in. Not for two threads at once.</summary>
/// <remarks>
/// <code>
///   switch (desk.Take(message, count, caller, nowMs, answer, out int answerCount))
///     Refused   the constant refusal
///     Answered  send answer
///     Asked     read desk.Call, carry it out through the methods below, then desk.Reply
/// </code>
/// The methods act for the call that is being answered, and refuse outside of one. Nothing that a phone sends makes any of them throw.
/// </remarks>
public sealed class PairingDesk
{
    /// <summary>Bytes of the token of a loosening.</summary>
    public const int TokenBytes = 16;

    private const int PassDaysMax = 7;
    private const long WarnMs = 30 * 1000L;
    private const long RetryMs = 60 * 1000L;
    private const long ChildMs = 10 * 60 * 1000L;

    private readonly DeskRoom _room;
    private readonly Handshakes _handshakes;
    private readonly PairSteps _steps;
    private readonly DeskView _view = new DeskView();

    // Who is being answered: one of the two, or nobody.
    private PairChannel? _channel;
    private Session? _session;
    private Loosening? _confirmed;

    private long _warnMs;
    private long _retryMs;
    private long _childMs;
    private bool _isWipeDue;

    /// <summary>A desk for a family whose book is open.</summary>
    /// <param name="id">Who the device is.</param>
    /// <param name="book">The family.</param>
    /// <param name="hmac">The device's HMAC.</param>
    /// <param name="random">The device's generator.</param>
    /// <param name="home">The rest of the device.</param>
    public PairingDesk(FactoryIdentity id, FamilyBook book, IHmac hmac, IRandom random, IDeskHome home)
    {
        _room = new DeskRoom(id, book, hmac, random, home);
        _handshakes = new Handshakes(_room);
        _steps = new PairSteps(_room);
    }

    /// <summary>The question to be answered, while a step is <see cref="DeskStep.Asked"/>.</summary>
    public DeskCall Call { get; } = new DeskCall(SealedMessage.PlainMax);

    /// <summary>Seconds to wait behind the last <see cref="Why.Wait"/> or <see cref="Why.WrongPin"/>.</summary>
    public int WaitSeconds
    {
        get { return _room.WaitSeconds; }
    }

    /// <summary>The id of the phone that a channel of pairing makes or has chosen, 8 bytes; zeros while none is chosen. The phone's key depends on it.</summary>
    public byte[] PhoneId
    {
        get { return _channel is null ? new byte[Phone.IdBytes] : Copy(_channel.PhoneId); }
    }

    /// <summary>The phone that a channel has chosen, or that asks in a session; null for one that is not kept yet.</summary>
    public Phone? Self
    {
        get { return _session is not null ? _room.Find(_session.Phone) : _channel is not null ? _room.Find(_channel.Entry) : null; }
    }

    /// <summary>The role that a channel of claim or invitation gives; None elsewhere.</summary>
    public Role NewRole
    {
        get
        {
            return _channel is null ? Role.None
                : _channel.Given is not null ? _channel.Given.Role
                : _channel.Purpose == Purpose.Claim ? Role.Guardian
                : Role.None;
        }
    }

    /// <summary>How many phones the family has; one whose pass is over does not count.</summary>
    public int PhoneCount
    {
        get
        {
            int count = 0;

            for (int number = 1; number <= FamilyBook.PhonesMax; number++)
            {
                count += _room.Find(number) is null ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>The family has an owner code, which the first guardian was to keep on paper.</summary>
    public bool HasOwnerCode
    {
        get { return _room.State.Owner is not null; }
    }

    /// <summary>How many notices the asking guardian has not seen; 0 for anybody else.</summary>
    public int NoticeCount
    {
        get
        {
            int count = 0;

            while (NoticeAt(count) is not null)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Takes one message.</summary>
    /// <param name="message">What came; not kept.</param>
    /// <param name="count">How much of it.</param>
    /// <param name="caller">From where.</param>
    /// <param name="nowMs">The monotonic clock.</param>
    /// <param name="answer">Takes the answer, <see cref="SealedMessage.MessageMax"/> bytes; not the array of the message.</param>
    /// <param name="answerCount">How long the answer is; 0 unless the step is <see cref="DeskStep.Answered"/>.</param>
    public DeskStep Take(byte[] message, int count, DeskCaller caller, long nowMs, byte[] answer, out int answerCount)
    {
        answerCount = 0;
        Leave();
        _room.At(nowMs);
        MessageHead head = SealedMessage.Read(message, count);
        bool isOnItsSide = caller.IsHomeSide != (head.Purpose == Purpose.Wifi);

        if (head.Fault != MessageFault.None || !isOnItsSide || _room.Book.IsUnreadable || _isWipeDue)
        {
            return DeskStep.Refused;
        }

        if (head.Step == Step.Sealed)
        {
            return Open(message, count, head, answer, out answerCount);
        }

        answerCount = head.Step switch
        {
            Step.Begin => _handshakes.Begin(message, head, answer),
            Step.Proof => _handshakes.Prove(message, head, caller, answer),
            _ => 0,
        };

        return answerCount > 0 ? DeskStep.Answered : DeskStep.Refused;
    }

    /// <summary>Seals the answer to the question and ends the call.</summary>
    /// <returns>How long the message in <paramref name="answer"/> is; 0 when nobody is being answered.</returns>
    public int Reply(byte[] plain, int count, byte[] answer)
    {
        SealedChannel? channel = _session is not null ? _session.Channel : _channel?.Channel;
        int answerCount = channel is null ? 0 : channel.Seal(plain, count, answer);

        if (_session is not null && _session.IsEnding)
        {
            _room.Sessions.End(_session);
        }

        Leave();
        return answerCount;
    }

    /// <summary>Claim, invitation, and a forgotten PIN whose wait is over: proposes a PIN. It counts with <see cref="Keep"/>; of several the last.</summary>
    /// <param name="pin">The PIN itself; looked at for <see cref="PinRules"/> and forgotten.</param>
    /// <param name="base32">What PBKDF2 made of it, 32 bytes.</param>
    /// <param name="salt">The phone's salt, 16 bytes.</param>
    /// <param name="rounds">10,000 to 1,000,000.</param>
    /// <param name="label">What phone it is; cut to 24 characters.</param>
    /// <param name="ownerCode">The owner code of the family before, where <see cref="DeskView.IsResetByButton"/>; else it is not looked at.</param>
    /// <param name="deviceSalt">The device's salt, 16 bytes; empty when refused.</param>
    public Why SetPin(string pin, byte[] base32, byte[] salt, int rounds, string label, string ownerCode, out byte[] deviceSalt)
    {
        deviceSalt = new byte[0];

        if (_channel is null || _channel.IsDone)
        {
            return Why.Bad;
        }

        PinCheck? check = _room.CheckOf(pin, base32, salt, rounds, out Why why);

        if (check is not null)
        {
            why = _steps.SetPin(_channel, check, label, ownerCode);
            deviceSalt = why == Why.None ? Copy(check.DeviceSalt) : deviceSalt;
        }

        return why;
    }

    /// <summary>The phone has stored its key and read it back: saves it, and closes the window.</summary>
    /// <param name="ownerCode">For the first guardian the owner code, to be kept on paper; else empty.</param>
    public Why Keep(out string ownerCode)
    {
        ownerCode = "";

        if (_channel is null || _channel.IsDone)
        {
            return Why.Bad;
        }

        Why why = _steps.Keep(_channel, out ownerCode);

        if (why == Why.None)
        {
            Settle();
        }

        return why;
    }

    /// <summary>Welcome back: chooses the phone that this browser is to be, by its PIN. Counts with <see cref="Keep"/>.</summary>
    /// <param name="n">The phone's number.</param>
    /// <param name="proof">32 bytes (<see cref="KeySchedule.PinProof"/>).</param>
    /// <param name="label">What phone it is now; empty for the one it had.</param>
    /// <param name="phoneId">The phone's id; empty when refused.</param>
    /// <param name="role">Its role.</param>
    public Why Adopt(int n, byte[] proof, string label, out byte[] phoneId, out Role role)
    {
        phoneId = new byte[0];
        role = Role.None;

        if (_channel is null || _channel.IsDone)
        {
            return Why.Bad;
        }

        Why why = _steps.Adopt(_channel, n, proof, label);

        if (why == Why.None)
        {
            phoneId = Copy(_channel.PhoneId);
            role = _room.Find(n)!.Role;
        }

        return why;
    }

    /// <summary>Own Wi-Fi again: the PIN of a guardian or helper. <see cref="Why.None"/> allows the try of one network.</summary>
    public Why ProvePin(int n, byte[] proof)
    {
        return _channel is null ? Why.Bad : _steps.ProveForWifi(_channel, n, proof);
    }

    /// <summary>A forgotten PIN: starts the wait of 24 powered hours, or says how long it still is. At 0 this channel may set another PIN.</summary>
    public Why Forgot(int n, out int waitSeconds)
    {
        waitSeconds = 0;
        return _channel is null || _channel.IsDone ? Why.Bad : _steps.Forgot(_channel, n, out waitSeconds);
    }

    /// <summary>Whether the asking phone may do it in its session: asked first for every operation of the door.</summary>
    /// <returns><see cref="Why.Role"/> when it never may, <see cref="Why.Pin"/> when it may with its PIN.</returns>
    public Why Ask(Operation op)
    {
        Phone? phone = _session is null ? null : Self;

        if (phone is null || !RoleTable.May(phone.Role, true, op))
        {
            return Why.Role;
        }

        return RoleTable.May(phone.Role, _session!.IsFull, op) ? Why.None : Why.Pin;
    }

    /// <summary>The first message of a loosening: remembered with all its numbers for this session, in place of any before it. Nothing is done yet.</summary>
    /// <param name="op">What; only what is a loosening.</param>
    /// <param name="a">Its first number; of an invitation the role, of a PIN to be taken away the phone.</param>
    /// <param name="b">Its second; of an invitation the days of the pass.</param>
    /// <param name="c">Its third.</param>
    /// <param name="text">Its text, copied; null for none.</param>
    /// <param name="token">16 bytes for <see cref="Confirm"/>; empty when refused.</param>
    /// <param name="needsPress">It takes a press on the device within 60 s.</param>
    public Why Loosen(Operation op, int a, int b, int c, byte[]? text, out byte[] token, out bool needsPress)
    {
        token = new byte[0];
        needsPress = RoleTable.NeedsPress(op);
        Why why = Ask(op);

        if (why == Why.None && (!RoleTable.IsLoosening(op) || (op == Operation.Invite && !IsInvitation(a, b))))
        {
            why = Why.Bad;
        }

        if (why == Why.None && op == Operation.PinReset && (_room.Find(a) is null || a == _session!.Phone))
        {
            why = Why.Unknown;
        }

        if (why == Why.None)
        {
            byte[] drawn = _room.Draw(TokenBytes);
            _session!.Ask(new Loosening(op, a, b, c, text is null ? null : Copy(text)), drawn, _room.NowMs);
            token = Copy(drawn);
        }

        return why;
    }

    /// <summary>The second message: gives back what was asked for, once, to be carried out now. A wipe the desk carries out itself at its next turn, behind the answer.</summary>
    public Why Confirm(byte[] token, out Loosening? what)
    {
        what = null;
        Why why = Ask(Operation.Confirm);
        why = why == Why.None ? _session!.Confirm(token, _room.NowMs, out what) : why;
        why = why == Why.None ? Ask(what!.Operation) : why;

        if (why != Why.None)
        {
            what = null;
            return why;
        }

        _confirmed = what;
        _isWipeDue = what!.Operation == Operation.Wipe || what.Operation == Operation.GiveAway;
        _room.Home.Note(RecordKind.LooseningConfirmed, (int)what.Operation, _session!.Phone);
        return Why.None;
    }

    /// <summary>A code for one more phone, after <see cref="Confirm"/> of just this.</summary>
    /// <param name="role">What it may do.</param>
    /// <param name="days">For how many days, 1 to 7; 0 for ever. A guardian's is for ever.</param>
    /// <param name="code">10 bytes, for ten minutes and one phone; empty when refused.</param>
    public Why Invite(Role role, int days, out byte[] code)
    {
        code = new byte[0];

        if (!IsConfirmed(Operation.Invite, (int)role, days))
        {
            return Why.Role;
        }

        GivenCode? given = _room.State.FreeNumber() == 0 ? null : _room.Given.Invite(role, days, _session!.Phone, _room.NowMs);
        code = given is null ? code : Copy(given.Code);
        return given is null ? Why.Full : Why.None;
    }

    /// <summary>A code for the asking phone's own icon, for 24 h and once; a new one takes the place of the last.</summary>
    public Why Ticket(out byte[] code)
    {
        code = new byte[0];
        Why why = Ask(Operation.Ticket);

        if (why == Why.None)
        {
            code = Copy(_room.Given.Ticket(_session!.Phone, _room.NowMs).Code);
        }

        return why;
    }

    /// <summary>Takes a phone out: its sessions end, its own behind the answer. The last guardian stays.</summary>
    public Why Remove(int n)
    {
        Why why = Ask(Operation.Remove);
        Phone? phone = _room.State.Find(n);

        if (why == Why.None && phone is null)
        {
            why = Why.Unknown;
        }
        else if (why == Why.None && phone!.Role == Role.Guardian && _room.State.CountOf(Role.Guardian) == 1)
        {
            why = Why.LastGuardian;
        }

        if (why != Why.None)
        {
            return why;
        }

        FamilyState next = _room.State.Copy();
        next.Drop(n);
        next.Note(NoticeKind.Removed, n, _room.Home.UtcSeconds);

        if (!_room.Book.Save(next))
        {
            return Why.NotSaved;
        }

        EndPhone(n);
        _room.Home.Note(RecordKind.PhoneRemoved, 0, n);
        return Why.None;
    }

    /// <summary>Takes another phone's PIN away, after <see cref="Confirm"/> of just this: within 24 powered hours it sets a new one in a quick session.</summary>
    public Why ResetPin(int n)
    {
        if (!IsConfirmed(Operation.PinReset, n, -1))
        {
            return Why.Role;
        }

        Phone? phone = _room.Find(n);

        if (phone is null)
        {
            return Why.Unknown;
        }

        FamilyState next = _room.State.Copy();
        Phone reset = phone.With(phone.Label, phone.Key, null);
        reset.PinOpenTick = _room.Book.Ticks + TryBook.TicksADay;
        next.Take(reset);
        next.ForgotPhone = next.ForgotPhone == n ? 0 : next.ForgotPhone;
        next.Note(NoticeKind.PinReset, n, _room.Home.UtcSeconds);

        if (!_room.Book.Save(next))
        {
            return Why.NotSaved;
        }

        _room.Sessions.End(n, _session, true);
        return Why.None;
    }

    /// <summary>Stops the wait of a forgotten PIN.</summary>
    public Why ForgotStop()
    {
        Why why = Ask(Operation.ForgotStop);

        if (why != Why.None || _room.State.ForgotPhone == 0)
        {
            return why;
        }

        int phone = _room.State.ForgotPhone;
        FamilyState next = _room.State.Copy();
        next.ForgotPhone = 0;

        if (!_room.Book.Save(next))
        {
            return Why.NotSaved;
        }

        _room.Channels.End(Purpose.Forgot, null);
        _room.Home.Note(RecordKind.ForgotStopped, 0, phone);
        return Why.None;
    }

    /// <summary>The asking phone's own new PIN: in a full session, or in a quick one while a guardian's reset is open. Its other sessions end.</summary>
    public Why ChangePin(string pin, byte[] base32, byte[] salt, int rounds, out byte[] deviceSalt)
    {
        deviceSalt = new byte[0];
        Phone? phone = _session is null ? null : Self;
        Why why = Ask(Operation.PinSet);

        if (phone is null || (why != Why.None && phone.HasPin))
        {
            return why;
        }

        if (!phone.HasPin && phone.PinOpenTick <= _room.Book.Ticks)
        {
            return Why.Expired;
        }

        PinCheck? check = _room.CheckOf(pin, base32, salt, rounds, out why);

        if (check is null)
        {
            return why;
        }

        FamilyState next = _room.State.Copy();
        next.Take(phone.With(phone.Label, phone.Key, check));

        if (!_room.Book.Save(next))
        {
            return Why.NotSaved;
        }

        if (!phone.HasPin)
        {
            _room.Pins.Renew(phone.Number);
        }

        _room.Sessions.End(phone.Number, _session, true);
        _room.Given.DropOf(phone.Number);
        _room.Home.Note(RecordKind.PinChanged, 0, phone.Number);
        deviceSalt = Copy(check.DeviceSalt);
        return Why.None;
    }

    /// <summary>Ends all sessions of all phones but the asking one, if it may.</summary>
    public void EndSessions()
    {
        if (Ask(Operation.EndSessions) == Why.None)
        {
            _room.Sessions.End(0, _session, true);
        }
    }

    /// <summary>Ends the asking session behind its answer.</summary>
    public void SignOut()
    {
        if (_session is not null)
        {
            _session.IsEnding = true;
        }
    }

    /// <summary>The phone at a place, 0 to <see cref="PhoneCount"/> - 1, by number; null for another place.</summary>
    public Phone? PhoneAt(int index)
    {
        for (int number = 1; number <= FamilyBook.PhonesMax; number++)
        {
            Phone? phone = _room.Find(number);

            if (phone is not null && index-- == 0)
            {
                return phone;
            }
        }

        return null;
    }

    /// <summary>True while a phone has a session that was not ended.</summary>
    public bool HasSession(int n)
    {
        return n > 0 && _room.Sessions.CountOf(n) > 0;
    }

    /// <summary>The notice at a place, newest first, of those that the asking guardian has not seen; null for another place.</summary>
    public Notice? NoticeAt(int index)
    {
        if (Ask(Operation.Phones) != Why.None)
        {
            return null;
        }

        Notice[] notices = _room.State.Notices;
        int bit = 1 << (_session!.Phone - 1);

        for (int i = notices.Length - 1; i >= 0; i--)
        {
            if ((notices[i].SeenBy & bit) == 0 && index-- == 0)
            {
                return notices[i];
            }
        }

        return null;
    }

    /// <summary>The asking guardian has seen a notice.</summary>
    public Why Seen(int notice)
    {
        Why why = Ask(Operation.Seen);

        if (why == Why.None)
        {
            FamilyState next = _room.State.Copy();
            why = !next.See(notice, _session!.Phone) ? Why.Unknown : _room.Book.Save(next) ? Why.None : Why.NotSaved;
        }

        return why;
    }

    /// <summary>Tells every guardian of something, once until somebody has seen it. Nobody is told while nobody is paired.</summary>
    /// <param name="kind">What.</param>
    /// <param name="who">The number of the phone; 0 for none.</param>
    /// <param name="toy">The number of the toy, up to 255; 0 for none.</param>
    public void Note(NoticeKind kind, int who, int toy = 0)
    {
        _room.Note(kind, who, toy);
    }

    /// <summary>Seconds until a PIN of this phone is looked at; 0 for now, or for no phone.</summary>
    public int WaitOf(int n)
    {
        return _room.Find(n) is null ? 0 : _room.Pins.WaitOf(n, _room.NowMs);
    }

    /// <summary>A press on the device: serves exactly one thing, the first of <see cref="PressUse"/> that fits.</summary>
    public PressUse Press(long nowMs)
    {
        _room.At(nowMs);
        Session? waiting = _room.Book.IsUnreadable ? null : _room.Sessions.WaitsForPress(_room.NowMs);

        if (waiting is not null)
        {
            waiting.Press(_room.NowMs);
            return PressUse.Loosening;
        }

        if (_warnMs > _room.NowMs)
        {
            Wipe(_room.Book.LeftByButton());
            return PressUse.Wipe;
        }

        if (_room.Book.IsUnreadable || _isWipeDue)
        {
            return PressUse.None;
        }

        if (!_room.State.HasPhones && !_room.Home.IsJoined)
        {
            return PressUse.SetUp;
        }

        bool isPaired = _room.State.HasPhones;
        _childMs = isPaired ? _room.NowMs + ChildMs : 0;
        _room.Windows.Open(isPaired, _room.NowMs);
        _room.Pins.Shorten(_room.NowMs);
        _room.Home.Note(RecordKind.WindowOpened, isPaired ? 1 : 0, 0);
        return isPaired ? PressUse.Open : PressUse.Claim;
    }

    /// <summary>The button was held for 15 s: a press within 30 s wipes (DEL-01).</summary>
    public void HoldWipe(long nowMs)
    {
        _room.At(nowMs);
        _warnMs = _room.NowMs + WarnMs;
    }

    /// <summary>Once a second: what is over ends, and a wipe that was confirmed is carried out.</summary>
    public void Turn(long nowMs)
    {
        Leave();
        _room.At(nowMs);

        if (_isWipeDue)
        {
            Wipe(null);
        }

        _room.Windows.Turn(_room.NowMs);
        _room.Sessions.Turn(_room.NowMs);
        _room.Channels.Turn(_room.NowMs);

        if (_retryMs <= _room.NowMs && !_room.Book.IsUnreadable)
        {
            EndPasses();
            Settle();
        }
    }

    /// <summary>What anybody in the home may see. One object, filled anew.</summary>
    public DeskView View(long nowMs)
    {
        _room.At(nowMs);
        FamilyBook book = _room.Book;
        bool isPaired = book.IsUnreadable || book.HasPhones;
        int main = _room.Windows.MainLeft(_room.NowMs);
        _view.IsUnreadable = book.IsUnreadable;
        _view.IsPaired = isPaired;
        _view.ClaimLeft = isPaired ? 0 : main;
        _view.WelcomeLeft = isPaired ? main : 0;
        _view.WifiLeft = isPaired ? _room.Windows.WifiLeft(_room.NowMs) : 0;
        _view.ChildLeft = book.HasPhones && _childMs > _room.NowMs ? (int)((_childMs - _room.NowMs + 999) / 1000) : 0;
        _view.IsPressWanted = _room.Sessions.WaitsForPress(_room.NowMs) is not null;
        _view.IsForgotRunning = book.State.ForgotPhone != 0;
        _view.ForgotLeft = _view.IsForgotRunning ? book.SecondsTo(book.State.ForgotTick, _room.NowMs) : 0;
        _view.WipeLeft = _warnMs > _room.NowMs ? (int)((_warnMs - _room.NowMs + 999) / 1000) : 0;
        _view.IsResetByButton = book.IsOldOwnerAsked;
        return _view;
    }

    private static byte[] Copy(byte[] bytes)
    {
        byte[] copy = new byte[bytes.Length];
        System.Array.Copy(bytes, 0, copy, 0, bytes.Length);
        return copy;
    }

    // A guardian's is for ever: a family that is left without one could only wipe.
    private static bool IsInvitation(int role, int days)
    {
        return role == (int)Role.Guardian ? days == 0 : role > 0 && role <= (int)Role.Viewer && days >= 0 && days <= PassDaysMax;
    }

    private bool IsConfirmed(Operation op, int a, int b)
    {
        return _session is not null && _confirmed is not null && _confirmed.Operation == op && _confirmed.A == a && (b < 0 || _confirmed.B == b);
    }

    private DeskStep Open(byte[] message, int count, MessageHead head, byte[] answer, out int answerCount)
    {
        answerCount = 0;
        bool isDoor = head.Purpose == Purpose.Door;
        Session? session = isDoor ? _room.Sessions.Find(message, count, _room.NowMs) : null;
        PairChannel? channel = isDoor ? null : _room.Channels.Find(message, count);
        Phone? phone = session is null ? null : _room.Find(session.Phone);
        SealedChannel? sealedChannel = channel is not null && channel.EndMs > _room.NowMs ? channel.Channel : phone is not null ? session!.Channel : null;

        if (sealedChannel is null)
        {
            return DeskStep.Refused;
        }

        ChannelReading reading = sealedChannel.Open(message, count, Call.Plain, out int plainCount);

        if (reading == ChannelReading.Repeated)
        {
            answerCount = sealedChannel.Kept(answer);
        }

        if (reading != ChannelReading.Fresh)
        {
            return answerCount > 0 ? DeskStep.Answered : DeskStep.Refused;
        }

        _channel = channel;
        _session = session;
        Call.Purpose = head.Purpose;
        Phone? self = Self;
        Call.Role = self is null ? NewRole : self.Role;
        Call.IsFull = session is not null && session.IsFull;
        Call.PhoneNumber = self is null ? 0 : self.Number;
        Call.PlainCount = plainCount;

        if (session is not null)
        {
            session.UsedMs = _room.NowMs;
        }

        return DeskStep.Asked;
    }

    // The call is over, answered or not.
    private void Leave()
    {
        _channel = null;
        _session = null;
        _confirmed = null;
        Call.PlainCount = 0;
        Call.PhoneNumber = 0;
        Call.Role = Role.None;
        Call.IsFull = false;
        System.Array.Clear(Call.Plain, 0, Call.Plain.Length);
    }

    private void EndPhone(int n)
    {
        _room.Sessions.End(n, _session, false);
        _room.Given.DropOf(n);
        _room.Channels.End(Purpose.Welcome, _channel);
        _room.Channels.End(Purpose.Forgot, _channel);
    }

    // The settings hear of the first guardian once his phone is saved; a cut in between is made good at the next start.
    private void Settle()
    {
        if (_room.State.IsSettled || !_room.State.HasPhones)
        {
            return;
        }

        FamilyState next = _room.State.Copy();
        next.IsSettled = true;

        if (!_room.Home.OnFirstGuardian() || !_room.Book.Save(next))
        {
            _retryMs = _room.NowMs + RetryMs;
        }
    }

    private void EndPasses()
    {
        FamilyState next = _room.State.Copy();
        bool isChanged = false;

        for (int number = 1; number <= FamilyBook.PhonesMax; number++)
        {
            Phone? phone = next.Find(number);

            if (phone is not null && _room.IsOver(phone))
            {
                next.Drop(number);
                EndPhone(number);
                isChanged = true;
            }
        }

        if (next.OldOwner is not null && !_room.Book.IsOldOwnerAsked)
        {
            next.OldOwner = null;
            isChanged = true;
        }

        if (PairSteps.IsForgotOver(_room.Book))
        {
            next.ForgotPhone = 0;
            isChanged = true;
        }

        if (isChanged && !_room.Book.Save(next))
        {
            _retryMs = _room.NowMs + RetryMs;
        }
    }

    // From the first moment on nobody is let in; what could not be erased is not believed.
    private void Wipe(byte[]? kept)
    {
        _isWipeDue = false;
        _warnMs = 0;
        _childMs = 0;
        Leave();
        _room.Clear();
        _room.Book.Distrust();

        if (_room.Home.Wipe(kept))
        {
            _room.Book.Open();
            _room.Clear();
            _room.At(_room.NowMs);
        }
    }
}
