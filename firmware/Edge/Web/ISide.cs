namespace ToyGuard.Edge.Web;

/// <summary>A network that may come and go while its door stays: the device's own Wi-Fi, the home's.</summary>
public interface ISide
{
    /// <summary>True while it is there. Asked for every visitor.</summary>
    bool IsThere { get; }
}
