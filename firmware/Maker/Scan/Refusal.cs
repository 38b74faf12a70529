namespace ToyGuard.Maker.Scan;

/// <summary>Why one thing may not stand in an app, wherever it stands.</summary>
/// <param name="Kind">The kind of thing it is.</param>
/// <param name="Name">Its name, or a few words for what has none; foreign text.</param>
/// <param name="Advice">What to do instead, where there is more to say than the kind says; else null.</param>
internal sealed record Refusal(ScanKind Kind, string Name, string? Advice = null);
