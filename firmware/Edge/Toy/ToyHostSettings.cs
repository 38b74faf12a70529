using ToyGuard.Core.Family;
using ToyGuard.Edge.Hub;
using ToyGuard.Page.Routes;

namespace ToyGuard.Edge.Toy;

/// <summary>Whom a toy asks and where its page is. Set before it is handed over, not changed after.</summary>
public sealed class ToyHostSettings : HostSettings
{
    /// <summary>Settings for a toy in a network whose resolver is at <paramref name="resolver"/>, 4 bytes. There is no built-in one (EGR-04).</summary>
    public ToyHostSettings(byte[] resolver)
        : this(new HomeNetwork(resolver))
    {
    }

    /// <summary>The same in a home whose router may give another address and another resolver at any time.</summary>
    public ToyHostSettings(HomeNetwork home)
        : base(home, PageMode.Toy)
    {
    }

    /// <summary>What services are to be told to delete; null where nobody keeps that.</summary>
    public EraseBook? Deletes { get; set; }
}
