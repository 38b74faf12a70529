using System;

namespace ToyGuard.Emulator.Commands;

/// <summary>Whoever started the program asked for something that cannot be done. Its message is the one line they read; the exit code is 2.</summary>
internal sealed class WrongUseException : Exception
{
    public WrongUseException(string line, params string[] details)
        : base(line)
    {
        Details = details;
    }

    /// <summary>Further lines, for those who want to know it exactly; often none.</summary>
    public string[] Details { get; }
}
