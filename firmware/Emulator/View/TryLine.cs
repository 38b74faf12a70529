using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.View;

/// <summary>A command to paste into another terminal, and what comes of it.</summary>
/// <param name="Toy">The toy that it plays; empty for one that plays none.</param>
/// <param name="Expected">The verdict; none where nobody is asked for one.</param>
/// <param name="Command">One line for a shell.</param>
internal sealed record TryLine(string Toy, Reason Expected, string Command)
{
    /// <summary>True for a command that leads to no verdict: the page, or a look at raw bytes.</summary>
    public bool IsWithoutVerdict
    {
        get { return Expected == Reason.None; }
    }

    /// <summary>The same as a log line; behind the first ": " stands the command.</summary>
    public string Line
    {
        get
        {
            return IsWithoutVerdict
                ? $"try page: {Command}"
                : $"try {Words.StateOf(Expected)} reason={(int)Expected} toy={Words.Value(Toy)}: {Command}";
        }
    }
}
