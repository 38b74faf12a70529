#pragma warning disable CA1822 // The surface only; bodies follow.
using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>Where every message of a phone arrives: windows, codes, PINs, sessions, in this order. Bytes in, bytes out; time comes in. Not for two threads at once.</summary>
public sealed class PairingDesk
{
    /// <summary>Bytes of a token of a loosening.</summary>
    public const int TokenBytes = 16;

    private readonly DeskView _view = new DeskView();

    /// <summary>A desk for a family that is open.</summary>
    public PairingDesk(FactoryIdentity id, FamilyBook book, IHmac hmac, IRandom random, IDeskHome home)
    {
        if (id is null || book is null || hmac is null || random is null || home is null)
        {
            throw new ArgumentNullException(nameof(id));
        }
    }

    /// <summary>The question to be answered, while a step is <see cref="DeskStep.Asked"/>.</summary>
    public DeskCall Call { get; } = new DeskCall(0);

    /// <summary>Seconds to wait after the last answer <see cref="Why.Wait"/> or <see cref="Why.WrongPin"/>.</summary>
    public int WaitSeconds { get; private set; }

    /// <summary>How many phones the family has; those whose pass is over do not count.</summary>
    public int PhoneCount { get { return 0; } }

    /// <summary>How many notices the asking phone has not seen.</summary>
    public int NoticeCount { get { return 0; } }

    /// <summary>Takes one message.</summary>
    public DeskStep Take(byte[] message, int count, DeskCaller caller, long nowMs, byte[] answer, out int answerCount)
    {
        answerCount = 0;
        return DeskStep.Refused;
    }

    /// <summary>Seals the answer to the question; how long it is.</summary>
    public int Reply(byte[] plain, int count, byte[] answer)
    {
        return 0;
    }

    /// <summary>Channels of claim, invite and forgot: proposes PIN and label.</summary>
    public Why SetPin(string pin, byte[] base32, byte[] salt, int rounds, string label, string ownerCode, out byte[] deviceSalt)
    {
        deviceSalt = new byte[0];
        return Why.Bad;
    }

    /// <summary>Saves the phone.</summary>
    public Why Keep(out string ownerCode)
    {
        ownerCode = "";
        return Why.Bad;
    }

    /// <summary>Channel of welcome.</summary>
    public Why Adopt(int n, byte[] proof, string label, out byte[] phoneId, out Role role)
    {
        phoneId = new byte[0];
        role = Role.None;
        return Why.Bad;
    }

    /// <summary>Channel of own Wi-Fi again.</summary>
    public Why ProvePin(int n, byte[] proof)
    {
        return Why.Bad;
    }

    /// <summary>Channel of the forgotten PIN.</summary>
    public Why Forgot(int n, out int waitSeconds)
    {
        waitSeconds = 0;
        return Why.Bad;
    }

    /// <summary>Role, kind of session.</summary>
    public Why Ask(Operation op)
    {
        return Why.Role;
    }

    /// <summary>First message of a loosening.</summary>
    public Why Loosen(Operation op, int a, int b, int c, byte[]? text, out byte[] token, out bool needsPress)
    {
        token = new byte[0];
        needsPress = true;
        return Why.Role;
    }

    /// <summary>Second message of a loosening.</summary>
    public Why Confirm(byte[] token, out Loosening? what)
    {
        what = null;
        return Why.Expired;
    }

    /// <summary>After a confirmed loosening.</summary>
    public Why Invite(Role role, int days, out byte[] code)
    {
        code = new byte[0];
        return Why.Role;
    }

    /// <summary>A ticket for the own phone.</summary>
    public Why Ticket(out byte[] code)
    {
        code = new byte[0];
        return Why.Role;
    }

    /// <summary>Takes out a phone.</summary>
    public Why Remove(int n)
    {
        return Why.Role;
    }

    /// <summary>After a confirmed loosening: takes away a phone's PIN.</summary>
    public Why ResetPin(int n)
    {
        return Why.Role;
    }

    /// <summary>Stops the wait of a forgotten PIN.</summary>
    public Why ForgotStop()
    {
        return Why.Role;
    }

    /// <summary>Changes the own PIN.</summary>
    public Why ChangePin(string pin, byte[] base32, byte[] salt, int rounds, out byte[] deviceSalt)
    {
        deviceSalt = new byte[0];
        return Why.Role;
    }

    /// <summary>Ends all sessions but the asking one.</summary>
    public void EndSessions()
    {
    }

    /// <summary>Ends the asking session once it is answered.</summary>
    public void SignOut()
    {
    }

    /// <summary>The phone at a place, 0 to <see cref="PhoneCount"/> - 1; null for another place.</summary>
    public Phone? PhoneAt(int index)
    {
        return null;
    }

    /// <summary>The notice at a place, newest first, of those that the asking phone has not seen; null for another place.</summary>
    public Notice? NoticeAt(int index)
    {
        return null;
    }

    /// <summary>The asking phone has seen a notice.</summary>
    public Why Seen(int notice)
    {
        return Why.Role;
    }

    /// <summary>Tells every guardian.</summary>
    public void Note(NoticeKind kind, int who)
    {
    }

    /// <summary>Seconds until a phone's PIN is looked at again; 0 for now.</summary>
    public int WaitOf(int n)
    {
        return 0;
    }

    /// <summary>A press on the device.</summary>
    public PressUse Press(long nowMs)
    {
        return PressUse.None;
    }

    /// <summary>The button was held for 15 s: a press within 30 s wipes.</summary>
    public void HoldWipe(long nowMs)
    {
    }

    /// <summary>Once a second: what is over ends.</summary>
    public void Turn(long nowMs)
    {
    }

    /// <summary>What everybody may see.</summary>
    public DeskView View(long nowMs)
    {
        return _view;
    }
}
