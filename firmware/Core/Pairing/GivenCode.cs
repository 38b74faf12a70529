namespace ToyGuard.Core.Pairing;

/// <summary>A code that a phone made for another: an invitation, or the ticket of a phone for its own icon. In memory only, used once.</summary>
internal sealed class GivenCode
{
    internal GivenCode(byte[] code, Role role, int days, int phone, long endMs)
    {
        Code = code;
        Role = role;
        Days = days;
        Phone = phone;
        EndMs = endMs;
    }

    internal byte[] Code { get; }

    /// <summary>Of an invitation the role it gives; of a ticket None.</summary>
    internal Role Role { get; }

    /// <summary>How many days the pass lasts; 0 for ever.</summary>
    internal int Days { get; }

    /// <summary>Of a ticket the phone that moves; of an invitation the guardian who gave it.</summary>
    internal int Phone { get; }

    internal long EndMs { get; }

    internal bool IsTicket
    {
        get { return Role == Role.None; }
    }
}
