namespace ToyGuard.Page.Routes;

/// <summary>What an answer carries. Each route has exactly one, and each says for itself who may ask for it.</summary>
public enum PageContent : byte
{
    /// <summary>Nothing: the status says it all.</summary>
    None = 0,

    /// <summary>The small page, for browsers that take no gzip, and for a device with nobody behind its page. Public.</summary>
    Small = 1,

    /// <summary>The small page that says that there is none here. Public.</summary>
    NoPage = 2,

    /// <summary>The page itself, packed. Public: it holds nothing of this device.</summary>
    Page = 3,

    /// <summary>The help page, packed. Public.</summary>
    Help = 4,

    /// <summary>What anybody may know of the device. Public.</summary>
    State = 5,

    /// <summary>A message to the door. Whoever holds a key that fits.</summary>
    Door = 6,

    /// <summary>The home's Wi-Fi in plain. On the device's own Wi-Fi after a press, while nobody is paired.</summary>
    SetUp = 7,

    /// <summary>A part that the page loads later, packed. Public, as the page is.</summary>
    Part = 8,

    /// <summary>What a phone's probe wants to hear, on the device's own Wi-Fi during set-up. Public.</summary>
    Probe = 9,

    /// <summary>A child's request. Anybody in the home, from our own page: it adds one bounded item.</summary>
    Ask = 10,

    /// <summary>What the child is told. Public, with rules only for ten minutes after a press.</summary>
    MyToy = 11,
}
