namespace ToyGuard.Maker.Boards;

/// <summary>One pin of a board.</summary>
/// <param name="Role">What it is for, in small letters and hyphens: "talk-button".</param>
/// <param name="Gpio">The chip's number for it.</param>
/// <param name="IsSoldered">True when the board's maker wired it, so that nobody can choose.</param>
/// <param name="Notes">How it is wired, and why there.</param>
internal sealed record BoardPin(string Role, int Gpio, bool IsSoldered, string Notes);
