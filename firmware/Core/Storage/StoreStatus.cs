namespace ToyGuard.Core.Storage;

/// <summary>How a store was found.</summary>
public enum StoreStatus : byte
{
    /// <summary>Nothing was ever kept here, or flash came back empty.</summary>
    Empty = 0,

    /// <summary>Every copy there should be reads whole, and all say the same.</summary>
    Whole = 1,

    /// <summary>The newest reads whole, and its second copy is missing, torn or older.</summary>
    OneCopy = 2,

    /// <summary>Something is there, and none of it reads whole.</summary>
    Damaged = 3,

    /// <summary>Two whole copies of one sequence say different things, which no power cut leaves behind. The first slot is taken.</summary>
    Split = 4,
}
