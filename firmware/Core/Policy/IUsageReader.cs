namespace ToyGuard.Core.Policy;

/// <summary>Is shown what a gate counted, while its lock is held: copies, and returns.</summary>
public interface IUsageReader
{
    /// <summary>The day that the counts are of, as <see cref="GateState.CountedDay"/>.</summary>
    void OnDay(int day);

    /// <summary>One toy with what its endpoints used.</summary>
    void OnToy(ToyState toy);
}
