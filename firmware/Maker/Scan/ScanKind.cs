namespace ToyGuard.Maker.Scan;

/// <summary>What kind of thing an app may not do by itself.</summary>
internal enum ScanKind
{
    /// <summary>Sockets, web clients, name look-ups.</summary>
    Network,

    /// <summary>Wi-Fi, Bluetooth and other radio.</summary>
    Radio,

    /// <summary>Pins, buses, and what hangs on them: a microphone is one I2S call away.</summary>
    Hardware,

    /// <summary>Files, drives and other storage.</summary>
    Files,

    /// <summary>The machine, its processes, its power, its environment.</summary>
    System,

    /// <summary>Finding or calling code by its name at run time.</summary>
    Reflection,

    /// <summary>Bringing in code that nobody scanned.</summary>
    Loading,

    /// <summary>Native code, pointers, and what gets around the types.</summary>
    Native,

    /// <summary>What ToyGuard keeps to itself.</summary>
    Inside,

    /// <summary>A name that makes it look like ToyGuard or the platform.</summary>
    Pretending,

    /// <summary>A library that is not there to be scanned.</summary>
    UnknownLibrary,

    /// <summary>Nothing that the list of what an app may name knows.</summary>
    Unlisted,

    /// <summary>A file that cannot be scanned, so nobody knows what it does.</summary>
    Unreadable,
}
