namespace ToyGuard.Guard.Dhcp;

/// <summary>What an address of the table is used for.</summary>
public enum LeaseState : byte
{
    /// <summary>Nobody ever had it, or who had it is forgotten.</summary>
    None = 0,

    /// <summary>Offered to a station, for a minute.</summary>
    Offered = 1,

    /// <summary>Given to a station until its time is over; who had it stays known until another has to have it.</summary>
    Leased = 2,

    /// <summary>Somebody else was found there: given to nobody for a while.</summary>
    Declined = 3,
}
