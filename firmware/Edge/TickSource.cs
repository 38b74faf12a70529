namespace ToyGuard.Edge;

/// <summary>Milliseconds of a clock that never goes back; what zero was means nothing. Asked from any thread.</summary>
public delegate long TickSource();
