using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.View;

/// <summary>A command to paste into another terminal, and what comes of it.</summary>
/// <param name="Toy">The toy that it plays.</param>
/// <param name="Expected">The verdict.</param>
/// <param name="Command">One line for a shell.</param>
internal sealed record TryLine(string Toy, Reason Expected, string Command)
{
    /// <summary>The same as a log line; behind the first ": " stands the command.</summary>
    public string Line
    {
        get { return $"try {Words.StateOf(Expected)} reason={(int)Expected} toy={Words.Value(Toy)}: {Command}"; }
    }
}
