namespace ToyGuard.Core.Policy;

/// <summary>Is shown what a gate counted, while its lock is held: copies, and returns.</summary>
public interface IUsageReader
{
    /// <summary>The day that the counts are of, as <see cref="GateState.CountedDay"/>.</summary>
    void OnDay(int day);

    /// <summary>What children used of that day, and how long there was power in it.</summary>
    void OnState(GateState state);

    /// <summary>One toy with what its endpoints used.</summary>
    void OnToy(ToyState toy);
}
