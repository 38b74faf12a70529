using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>The rest of the device, as the door shows and changes it. Who may do what was decided before it is asked.</summary>
public interface IDoorHome
{
    /// <summary>The toys that are here; number 1 is the first.</summary>
    DeclaredToy[] Toys { get; }

    /// <summary>What the family has set, as it is in force.</summary>
    FamilySettings Settings { get; }

    /// <summary>The local time, or that it is not known.</summary>
    Moment Now { get; }

    /// <summary>How many things a guardian should look at: what the start found amiss.</summary>
    int Complaints { get; }

    /// <summary>Puts other settings in force and keeps them.</summary>
    SaveAnswer Change(FamilySettings next);

    /// <summary>How a toy stands with its day; false for a number that names none.</summary>
    bool ShowPlay(int toy, out PlayView view);

    /// <summary>Gives a toy more play time for today (<see cref="Gate.GiveBonus"/>); false when it gives no more.</summary>
    bool GiveBonus(int toy, int minutes);

    /// <summary>Lets a toy be seen and heard, so that a parent knows which one it is. False when it cannot.</summary>
    bool Hello(int toy);

    /// <summary>Sets the clock, as a guardian's phone says it. False for a time that is none.</summary>
    bool SetClock(long utcSeconds, int offsetSeconds);

    /// <summary>Writes the array of networks that were heard last, of { ssid, bars, kind }.</summary>
    void WriteNetworks(JsonWriter writer);

    /// <summary>Writes the members of the set-up, for whoever may see them, into an object that is open: step, networks, ssid, fault. Nothing where there is no set-up.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isPrivate">True on the device's own Wi-Fi after a press: networks and names, too.</param>
    void WriteSetUp(JsonWriter writer, bool isPrivate);

    /// <summary>Adds a network and tries it. False when it is none that can be, or there is no Wi-Fi to choose.</summary>
    bool AddNetwork(string ssid, string key);

    /// <summary>What the set-up came to last, in one word for the page; empty when nothing is wrong.</summary>
    string NetworkFault { get; }
}
