namespace ToyGuard.Core.Pairing;

/// <summary>Who may do what, in one table: role by operation, in a quick session and in a full one (AUTH-06, DEF-04).</summary>
/// <remarks>A row that is missing allows nobody anything. tests/Core/Pairing has the whole table written out a second time.</remarks>
public static class RoleTable
{
    private const byte Nobody = 0;
    private const byte Guardian = 1;
    private const byte Helper = 2;
    private const byte Viewer = 4;
    private const byte Two = Guardian | Helper;
    private const byte All = Guardian | Helper | Viewer;

    // Of each operation: who in a quick session, who in a full one.
    private static readonly byte[] Rows =
    {
        Nobody, Nobody, // None
        All, All, // Look
        Two, Two, // Pause
        Nobody, Guardian, // Resume
        Nobody, Two, // Bonus
        Two, Two, // Hello
        Guardian, Guardian, // Phones
        Guardian, Guardian, // Seen
        Nobody, Guardian, // Invite
        All, All, // Ticket
        Nobody, Guardian, // Remove
        Guardian, Guardian, // EndSessions
        All, All, // SignOut
        Nobody, All, // PinSet
        Nobody, Guardian, // PinReset
        Guardian, Guardian, // ForgotStop
        Two, Two, // Networks
        Nobody, Two, // WifiAdd
        Guardian, Guardian, // Clock
        Nobody, Guardian, // Wipe
        Nobody, Guardian, // GiveAway
        Nobody, Guardian, // Agree
        Nobody, Guardian, // Plain
        Nobody, Guardian, // Approve
        Guardian, Guardian, // Withdraw
        Nobody, Two, // Confirm
        Two, Two, // Requests
        Guardian, Guardian, // Refuse
        Nobody, Guardian, // Grant
        Guardian, Guardian, // History
        Guardian, Guardian, // Check
        Nobody, Guardian, // Introduce
        Guardian, Guardian, // Tries
        Guardian, Guardian, // Stored
        Nobody, Guardian, // Export
        Guardian, Guardian, // Import
        Nobody, Guardian, // ImportAll
        Nobody, Guardian, // Erase
        All, All, // Rules
        Guardian, Guardian, // Quiet
        Guardian, Guardian, // Minutes
        Guardian, Guardian, // Zone
        Guardian, Guardian, // Children
        Guardian, Guardian, // Child
        Guardian, Guardian, // ChildRemove
        Guardian, Guardian, // Assign
        Guardian, Guardian, // Tickets
        Guardian, Guardian, // Together
        Nobody, Guardian, // Loosen
        Guardian, Guardian, // Deletes
        Guardian, Guardian, // Things
        Nobody, Guardian, // Join
        Guardian, Guardian, // Part
    };

    /// <summary>True when a phone of this role may ask for it in a session of this kind.</summary>
    /// <remarks>One exception is not in the table: a phone whose PIN a guardian took away sets a new one in a quick session.</remarks>
    /// <param name="role">The phone's role.</param>
    /// <param name="isFull">The session was opened with the PIN.</param>
    /// <param name="op">What is asked for.</param>
    public static bool May(Role role, bool isFull, Operation op)
    {
        int at = ((int)op * 2) + (isFull ? 1 : 0);
        int bit = role switch
        {
            Role.Guardian => Guardian,
            Role.Helper => Helper,
            Role.Viewer => Viewer,
            _ => Nobody,
        };

        return at < Rows.Length && (Rows[at] & bit) != 0;
    }

    /// <summary>True for what makes the device less strict, or cannot be undone: it takes a second message.</summary>
    public static bool IsLoosening(Operation op)
    {
        return op switch
        {
            Operation.Resume => true,
            Operation.Bonus => true,
            Operation.Invite => true,
            Operation.PinReset => true,
            Operation.WifiAdd => true,
            Operation.Wipe => true,
            Operation.GiveAway => true,
            Operation.Agree => true,
            Operation.Plain => true,
            Operation.Approve => true,
            Operation.Grant => true,
            Operation.Introduce => true,
            Operation.ImportAll => true,
            Operation.Erase => true,
            Operation.Loosen => true,
            Operation.Join => true,
            _ => false,
        };
    }

    /// <summary>True for what changes a rule, a network or the clock, and has no record of its own: who did it is noted (LOG-01).</summary>
    public static bool IsChange(Operation op)
    {
        return op switch
        {
            Operation.Pause => true,
            Operation.Resume => true,
            Operation.Bonus => true,
            Operation.Invite => true,
            Operation.PinReset => true,
            Operation.WifiAdd => true,
            Operation.Clock => true,
            Operation.Agree => true,
            Operation.Plain => true,
            Operation.Approve => true,
            Operation.Withdraw => true,
            Operation.Refuse => true,
            Operation.Grant => true,
            Operation.Introduce => true,
            Operation.Import => true,
            Operation.ImportAll => true,
            Operation.Erase => true,
            Operation.Quiet => true,
            Operation.Minutes => true,
            Operation.Zone => true,
            Operation.Child => true,
            Operation.ChildRemove => true,
            Operation.Assign => true,
            Operation.Tickets => true,
            Operation.Together => true,
            Operation.Join => true,
            Operation.Part => true,
            _ => false,
        };
    }

    /// <summary>True for a loosening whose first number is the toy's.</summary>
    public static bool IsOfToy(Operation op)
    {
        return op is Operation.Resume or Operation.Bonus or Operation.Agree or Operation.Plain or Operation.Approve or Operation.Introduce or Operation.Erase or Operation.Join;
    }

    /// <summary>True for the four loosenings that take a press on the device as well: a new phone, a Wi-Fi, a sensor, loosened TLS.</summary>
    public static bool NeedsPress(Operation op)
    {
        return op is Operation.Invite or Operation.WifiAdd or Operation.Agree or Operation.Plain;
    }
}
