namespace ToyGuard.Page.Routes;

/// <summary>What the device is. Records and pages use the number: add at the end, never renumber.</summary>
public enum PageMode : byte
{
    /// <summary>Not said. The page shows no mode.</summary>
    None = 0,

    /// <summary>A hub in the home, with toys behind it.</summary>
    Hub = 1,

    /// <summary>One toy.</summary>
    Toy = 2,
}

/// <summary>Who the page speaks for: what anybody on the home network may know of the device, and nothing else (ATT-03).</summary>
/// <remarks>No serial number, version, child or network is in here, so no page can show one by mistake. Whether it is paired may change at any time, from any thread.</remarks>
public sealed class PageIdentity
{
    private readonly object _lock = new object();
    private bool _isPaired;
    private string _routerDomain = "";

    /// <summary>A device that is not paired yet.</summary>
    /// <param name="name">What people call it, as in "Story Bear". Shown as text, whatever it holds.</param>
    /// <param name="hostLabel">Its lasting name without a domain, as in toyguard-k7m2p9qx: lower-case letters, digits and hyphens.</param>
    /// <param name="mode">Hub or toy.</param>
    public PageIdentity(string name, string hostLabel, PageMode mode)
    {
        Name = name;
        HostLabel = hostLabel;
        Mode = mode;
    }

    /// <summary>What people call the device.</summary>
    public string Name { get; }

    /// <summary>The lasting name without a domain, lower-case.</summary>
    public string HostLabel { get; }

    /// <summary>Hub or toy.</summary>
    public PageMode Mode { get; }

    /// <summary>True once a grown-up's phone belongs to it.</summary>
    public bool IsPaired
    {
        get
        {
            lock (_lock)
            {
                return _isPaired;
            }
        }

        set
        {
            lock (_lock)
            {
                _isPaired = value;
            }
        }
    }

    /// <summary>The domain that the home's router gives its devices, as in fritz.box: lower-case, no dot at either end; empty while it is not known.</summary>
    public string RouterDomain
    {
        get
        {
            lock (_lock)
            {
                return _routerDomain;
            }
        }

        set
        {
            lock (_lock)
            {
                _routerDomain = value;
            }
        }
    }
}
