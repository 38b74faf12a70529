namespace ToyGuard.Kit.Play;

/// <summary>What a turn of <see cref="TimeLeft"/> has to tell, in the order in which it comes.</summary>
public enum TimeSign : byte
{
    /// <summary>Nothing new.</summary>
    None = 0,

    /// <summary>Ten minutes or fewer are left.</summary>
    TenMinutes = 1,

    /// <summary>Two minutes or fewer are left.</summary>
    TwoMinutes = 2,

    /// <summary>Nothing is left: no piece may begin, one that runs may finish within 90 s.</summary>
    Over = 3,

    /// <summary>No piece runs any more: good night.</summary>
    Asleep = 4,
}
