namespace ToyGuard.Core.Pairing;

/// <summary>What was asked for in the first of two messages, kept by the device so that the second can carry nothing else (DEF-04). Immutable.</summary>
public sealed class Loosening
{
    internal Loosening(Operation operation, int a, int b, int c, byte[]? text)
    {
        Operation = operation;
        A = a;
        B = b;
        C = c;
        Text = text;
    }

    /// <summary>What.</summary>
    public Operation Operation { get; }

    /// <summary>Its first number, as the asker gave it.</summary>
    public int A { get; }

    /// <summary>Its second number.</summary>
    public int B { get; }

    /// <summary>Its third number.</summary>
    public int C { get; }

    /// <summary>Its text, a copy of its own; null where there is none.</summary>
    public byte[]? Text { get; }
}
