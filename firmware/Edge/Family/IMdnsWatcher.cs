namespace ToyGuard.Edge.Family;

/// <summary>Hears when another device claims the lasting name, and when it stops. Called from the service's thread.</summary>
public interface IMdnsWatcher
{
    /// <summary>True when somebody else answers to our name: it is kept and defended, and a grown-up should look.</summary>
    void OnConflict(bool isInConflict);
}
