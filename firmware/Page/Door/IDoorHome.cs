using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Guard.Export;

namespace ToyGuard.Page.Door;

/// <summary>The rest of the device, as the door shows and changes it. Who may do what was decided before it is asked. Called with the desk's lock held.</summary>
public interface IDoorHome : IExportHome
{
    /// <summary>The local time, or that it is not known.</summary>
    Moment Now { get; }

    /// <summary>How many things the start found amiss that a guardian should know of.</summary>
    int Complaints { get; }

    /// <summary>Records are missing or were altered, as far as they were looked through.</summary>
    bool AreRecordsDamaged { get; }

    /// <summary>What children asked for.</summary>
    RequestBook Requests { get; }

    /// <summary>The places that a grown-up kept for a toy without a maker's list; none for another.</summary>
    HomePlace[] HomePlaces(string toy);

    /// <summary>The toy that is being introduced.</summary>
    Introducing Introducing { get; }

    /// <summary>Where the page lives in the home, as in http://toyguard-k7m2p9qx.local/.</summary>
    string HomeLink { get; }

    /// <summary>Puts other settings in force and keeps them.</summary>
    SaveAnswer Change(FamilySettings next);

    /// <summary>Erases one toy: all that is set, counted and remembered of it.</summary>
    SaveAnswer EraseToy(int toy);

    /// <summary>True for a place that came with a maker's update and that nobody has decided on since (EGR-07).</summary>
    bool IsNew(int toy, int place);

    /// <summary>Notes that a guardian keeps a place closed, so that it is not new any more. What is opened is noted by <see cref="Change"/>.</summary>
    void KeepClosed(int toy, int place);

    /// <summary>What services were asked to delete.</summary>
    EraseBook Deletes { get; }

    /// <summary>Notes that services are to be told to delete what they have of a toy: those that are or were open, and get data (DEL-03).</summary>
    /// <param name="toy">Which toy, from 1.</param>
    /// <param name="place">Which of its places, from 1; 0 for all.</param>
    /// <param name="cause">Why.</param>
    /// <returns>False when one of them could not be noted.</returns>
    bool AskToErase(int toy, int place, EraseCause cause);

    /// <summary>Puts another manifest in the place of a toy's, with the settings as they are.</summary>
    void Declare(int toy, DeclaredToy declared);

    /// <summary>Which thing on a hub's own Wi-Fi is which toy; null for a toy.</summary>
    ThingBook? Things { get; }

    /// <summary>Who is there now; null where nobody can be.</summary>
    ISeenThings? SeenThings { get; }

    /// <summary>Makes a thing a toy that is here, or, with the next number, one more without a maker's list. Rules are as before: nothing is open by it that was not.</summary>
    /// <param name="hardware">Its network address.</param>
    /// <param name="toy">Which toy, from 1.</param>
    /// <param name="name">The family's name for one more; of no use for another.</param>
    Why Join(byte[] hardware, int toy, string name);

    /// <summary>Adds a record of what a phone changed (LOG-01).</summary>
    /// <param name="operation">What.</param>
    /// <param name="toy">The toy's number; 0 for none, or for all.</param>
    /// <param name="phone">The phone's number.</param>
    /// <param name="isLooser">Rules are looser by it.</param>
    void NoteChange(Operation operation, int toy, int phone, bool isLooser);

    /// <summary>How a toy stands with its day; false for a number that names none.</summary>
    bool ShowPlay(int toy, out PlayView view);

    /// <summary>Gives a toy more play time for today (<see cref="Gate.GiveBonus"/>); false when it gives no more.</summary>
    bool GiveBonus(int toy, int minutes);

    /// <summary>Lets a grown-up play along with a toy, or ends that (<see cref="Gate.PlayTogether"/>); false when it cannot be.</summary>
    bool PlayTogether(int toy, int minutes);

    /// <summary>Spends one of a toy's tickets for minutes of today, saved first; false when it has none, or they would be of no use now.</summary>
    bool SpendTicket(int toy);

    /// <summary>Lets the device, or a toy behind it, be seen and heard, so that a parent knows which one it is.</summary>
    void Hello(int toy);

    /// <summary>Sets the clock, as a guardian's phone says it.</summary>
    /// <param name="utcSeconds">Seconds since 1970 in UTC.</param>
    /// <param name="offsetSeconds">How far the clock on the wall is ahead of that.</param>
    void SetClock(long utcSeconds, int offsetSeconds);

    /// <summary>How far half one of the set-up is.</summary>
    SetupView SetUp(long nowMs);

    /// <summary>The page on the device's own Wi-Fi was told how a try ended.</summary>
    void OnFetched();

    /// <summary>Chooses the home's network on the device's own Wi-Fi, while nobody is paired; false when that is not open, or it cannot be one.</summary>
    bool AskNetwork(string ssid, string key);

    /// <summary>The same on a paired device, for who has shown code and PIN.</summary>
    bool AskNetworkSealed(string ssid, string key);

    /// <summary>Remembers one more network; false when it cannot be one, or is not kept.</summary>
    bool AddNetwork(string ssid, string key);

    /// <summary>The networks that were heard last.</summary>
    WifiNetwork[] Heard();
}
