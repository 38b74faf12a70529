using ToyGuard.Core.Crypto;

namespace ToyGuard.Core.Pairing;

/// <summary>Invitations, four at most, and tickets, one a phone.</summary>
internal sealed class GivenCodes
{
    internal const long InviteMs = 10 * 60 * 1000L;
    internal const long TicketMs = 24 * 60 * 60 * 1000L;
    internal const int Max = InvitesMax + FamilyBook.PhonesMax;

    private const int InvitesMax = 4;

    private readonly GivenCode?[] _codes = new GivenCode?[Max];
    private readonly IRandom _random;

    internal GivenCodes(IRandom random)
    {
        _random = random;
    }

    /// <summary>A new invitation; null when four are open.</summary>
    internal GivenCode? Invite(Role role, int days, int guardian, long nowMs)
    {
        for (int i = 0; i < InvitesMax; i++)
        {
            if (At(i, nowMs) is null)
            {
                return Put(i, role, days, guardian, nowMs + InviteMs);
            }
        }

        return null;
    }

    /// <summary>A new ticket in place of the phone's last one.</summary>
    internal GivenCode Ticket(int phone, long nowMs)
    {
        return Put(InvitesMax + phone - 1, Role.None, 0, phone, nowMs + TicketMs);
    }

    /// <summary>The code at a place, 0 to <see cref="Max"/> - 1; null for none, or one that is over.</summary>
    internal GivenCode? At(int index, long nowMs)
    {
        GivenCode? code = _codes[index];
        return code is not null && code.EndMs > nowMs ? code : null;
    }

    /// <summary>True while it may still be used.</summary>
    internal bool IsOpen(GivenCode? code, long nowMs)
    {
        for (int i = 0; i < Max; i++)
        {
            if (code is not null && At(i, nowMs) == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Used.</summary>
    internal void Drop(GivenCode? code)
    {
        for (int i = 0; i < Max; i++)
        {
            _codes[i] = _codes[i] == code ? null : _codes[i];
        }
    }

    /// <summary>Everything that a phone gave; of every phone for 0.</summary>
    internal void DropOf(int phone)
    {
        for (int i = 0; i < Max; i++)
        {
            GivenCode? code = _codes[i];
            _codes[i] = code is null || phone == 0 || code.Phone == phone ? null : code;
        }
    }

    private GivenCode Put(int index, Role role, int days, int phone, long endMs)
    {
        byte[] bytes = new byte[FactoryIdentity.CodeBytes];
        _random.Fill(bytes, 0, bytes.Length);
        GivenCode code = new GivenCode(bytes, role, days, phone, endMs);
        _codes[index] = code;
        return code;
    }
}
