namespace ToyGuard.Core.Factory;

/// <summary>What was found where data from the device's making should be. Only <see cref="Well"/> lets anything of it count.</summary>
public enum FactoryFinding
{
    /// <summary>It is whole.</summary>
    Well = 0,

    /// <summary>There is none.</summary>
    Missing = 1,

    /// <summary>It does not begin as a box does, or is of another version.</summary>
    Foreign = 2,

    /// <summary>It ends before its length says, or the length is none that a box has.</summary>
    CutShort = 3,

    /// <summary>Its checksum is wrong.</summary>
    Damaged = 4,

    /// <summary>Its parts are none that it may hold.</summary>
    Unfit = 5,

    /// <summary>It is one of several, and the others do not belong to it.</summary>
    Incomplete = 6,
}
