namespace ToyGuard.Core.Family;

/// <summary>Who has an address on a hub's own Wi-Fi. Safe from any thread.</summary>
public interface ISeenThings
{
    /// <summary>How many places there are for things.</summary>
    int Places { get; }

    /// <summary>The thing at a place, from 0; null where none is.</summary>
    SeenThing? At(int place);
}
