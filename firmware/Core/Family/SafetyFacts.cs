namespace ToyGuard.Core.Family;

/// <summary>All that the safety check goes by. A new one is of a device that nobody paired, with nothing else amiss.</summary>
public sealed class SafetyFacts
{
    /// <summary>How many guardians there are.</summary>
    public int Guardians { get; set; }

    /// <summary>There is an owner code, given to the first guardian to keep on paper.</summary>
    public bool HasOwnerCode { get; set; }

    /// <summary>How many phones have no PIN.</summary>
    public int PhonesWithoutPin { get; set; }

    /// <summary>The last try at the home's Wi-Fi failed.</summary>
    public bool IsWifiFaulty { get; set; }

    /// <summary>Nobody has said what time it is.</summary>
    public bool IsClockUnknown { get; set; }

    /// <summary>How many things the start found amiss with what is kept.</summary>
    public int Complaints { get; set; }

    /// <summary>Records are missing or altered.</summary>
    public bool AreRecordsDamaged { get; set; }

    /// <summary>How many places are open in plain text.</summary>
    public int PlainPlaces { get; set; }

    /// <summary>How many places of third parties are open without an end.</summary>
    public int EndlessPlaces { get; set; }

    /// <summary>How many toys' makers promised fixes up to a day that is past.</summary>
    public int UnsupportedToys { get; set; }

    /// <summary>How many notices the asking guardian has not read.</summary>
    public int UnreadNotices { get; set; }
}
