namespace ToyGuard.Core.Pairing;

/// <summary>What a phone may ask for through the door. Records keep the number: never renumber, never reuse.</summary>
public enum Operation : byte
{
    /// <summary>Nothing; nobody may ask for it.</summary>
    None = 0,

    /// <summary>See the toys of today.</summary>
    Look = 1,

    /// <summary>Pause a toy, or all.</summary>
    Pause = 2,

    /// <summary>End a pause.</summary>
    Resume = 3,

    /// <summary>Give minutes for today.</summary>
    Bonus = 4,

    /// <summary>Light and sound on one toy, to tell which it is.</summary>
    Hello = 5,

    /// <summary>See the phones and notices.</summary>
    Phones = 6,

    /// <summary>Take a notice away.</summary>
    Seen = 7,

    /// <summary>Make a code for one more phone.</summary>
    Invite = 8,

    /// <summary>Make a code for the same phone in another browser or icon.</summary>
    Ticket = 9,

    /// <summary>Take a phone out.</summary>
    Remove = 10,

    /// <summary>End all other sessions of all phones.</summary>
    EndSessions = 11,

    /// <summary>End the own session.</summary>
    SignOut = 12,

    /// <summary>Change the own PIN.</summary>
    PinSet = 13,

    /// <summary>Take away another phone's PIN, so that it sets a new one.</summary>
    PinReset = 14,

    /// <summary>Stop the wait of a forgotten PIN.</summary>
    ForgotStop = 15,

    /// <summary>See which Wi-Fi networks can be heard.</summary>
    Networks = 16,

    /// <summary>Add a Wi-Fi network.</summary>
    WifiAdd = 17,

    /// <summary>Set the clock.</summary>
    Clock = 18,

    /// <summary>Erase everything.</summary>
    Wipe = 19,

    /// <summary>Erase everything for the next family.</summary>
    GiveAway = 20,

    /// <summary>Agree to a use of a sensor.</summary>
    Agree = 21,

    /// <summary>Allow a toy older TLS than the safe one.</summary>
    Plain = 22,

    /// <summary>Open a place that a toy may reach.</summary>
    Approve = 23,

    /// <summary>Close it.</summary>
    Withdraw = 24,

    /// <summary>Carry out what was asked for before: the second message of every loosening (DEF-04).</summary>
    Confirm = 25,

    /// <summary>See what the child asked for.</summary>
    Requests = 26,

    /// <summary>Answer a request with "not today".</summary>
    Refuse = 27,

    /// <summary>Answer a request with yes.</summary>
    Grant = 28,

    /// <summary>See who changed what.</summary>
    History = 29,

    /// <summary>See what is right and what to fix.</summary>
    Check = 30,

    /// <summary>Let a new toy out for half an hour to learn its places, or keep those that were picked.</summary>
    Introduce = 31,

    /// <summary>See a new toy's tries; keep one of them closed, or end the half hour.</summary>
    Tries = 32,

    /// <summary>See the data list.</summary>
    Stored = 33,

    /// <summary>Take all data along.</summary>
    Export = 34,

    /// <summary>Bring rules back, as far as they are not looser.</summary>
    Import = 35,

    /// <summary>Bring rules back that are looser.</summary>
    ImportAll = 36,

    /// <summary>Erase one toy.</summary>
    Erase = 37,

    /// <summary>See what is set for one toy, and who it talks to.</summary>
    Rules = 38,

    /// <summary>Set a toy's quiet hours.</summary>
    Quiet = 39,

    /// <summary>Set a toy's or a child's minutes of play.</summary>
    Minutes = 40,

    /// <summary>Say how the clocks of this home go.</summary>
    Zone = 41,

    /// <summary>See the children.</summary>
    Children = 42,

    /// <summary>Set a child: its picture, age band and minutes.</summary>
    Child = 43,

    /// <summary>Take a child out.</summary>
    ChildRemove = 44,

    /// <summary>Give a toy to a child, to several or to nobody.</summary>
    Assign = 45,

    /// <summary>Set how many tickets of more play a toy has.</summary>
    Tickets = 46,

    /// <summary>Play along with a toy, or end that.</summary>
    Together = 47,

    /// <summary>Carry out one of the changes that may go either way, where it is looser; what is kept names it.</summary>
    Loosen = 48,

    /// <summary>See which services were asked to delete.</summary>
    Deletes = 49,

    /// <summary>See the things on a hub's own Wi-Fi.</summary>
    Things = 50,

    /// <summary>Make one of them a toy.</summary>
    Join = 51,

    /// <summary>Make it nobody's.</summary>
    Part = 52,
}
