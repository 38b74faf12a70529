namespace ToyGuard.Kit.Play;

/// <summary>What a toy can tell a child without a screen. How each looks and sounds is in <see cref="SignSheet"/>. The numbers stay as they are.</summary>
public enum Sign : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The microphone is powered. Its light is in one circuit with it, and nobody's to switch.</summary>
    Listening = 1,

    /// <summary>The microphone was powered and is not any more.</summary>
    ListeningOver = 2,

    /// <summary>A grown-up may set the toy up now.</summary>
    SetupOpen = 10,

    /// <summary>Ten minutes of play are left.</summary>
    TenMinutes = 20,

    /// <summary>Two minutes of play are left.</summary>
    TwoMinutes = 21,

    /// <summary>The toy goes to sleep.</summary>
    Asleep = 22,

    /// <summary>A guardian paused the toy.</summary>
    Paused = 30,

    /// <summary>What the child wants, the toy may not do.</summary>
    NotAllowed = 31,

    /// <summary>The toy passed a child's question on to a grown-up.</summary>
    Asked = 40,

    /// <summary>A grown-up said yes.</summary>
    Yes = 41,

    /// <summary>A grown-up said no.</summary>
    No = 42,

    /// <summary>Something is broken or missing that a grown-up can mend.</summary>
    Unwell = 50,

    /// <summary>The toy is about to forget everything.</summary>
    Wiping = 60,
}
