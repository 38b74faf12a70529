namespace ToyGuard.Edge.Toy;

/// <summary>Something that must be given a turn again and again to keep its own time limits, whoever else is stuck.</summary>
public interface ITurn
{
    /// <summary>Does what is due. About every 50 ms, always from the one watch thread; it must not wait, and one that throws is called again.</summary>
    /// <param name="nowMs">Milliseconds of the monotonic clock.</param>
    void Turn(long nowMs);
}
