namespace ToyGuard.Core.Seal;

/// <summary>The first rule of the grammar that bytes break. None of these is told to whoever sent them. Numbers stay as they are.</summary>
public enum MessageFault : byte
{
    /// <summary>It is a message. Whether it is a right one only its tag can say.</summary>
    None = 0,

    /// <summary>Shorter than a head and a tag, longer than the longest message, or not as long as its head says.</summary>
    Length = 1,

    /// <summary>It does not begin with <c>TG</c>.</summary>
    Label = 2,

    /// <summary>Another version.</summary>
    Version = 3,

    /// <summary>A purpose that there is not.</summary>
    Purpose = 4,

    /// <summary>A step that this purpose has not.</summary>
    Step = 5,

    /// <summary>No direction, or the wrong one for its step.</summary>
    Direction = 6,

    /// <summary>A body of a length that this step never has.</summary>
    Body = 7,

    /// <summary>A counter before there is a channel, or none inside one.</summary>
    Counter = 8,

    /// <summary>Something stands where this step has only zeros.</summary>
    NotZero = 9,
}
