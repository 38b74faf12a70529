namespace ToyGuard.Fakes;

/// <summary>One row of the hello table: what a client sends first, and what has to become of it.</summary>
public sealed class HelloCase
{
    /// <summary>A row.</summary>
    public HelloCase(string name, bool isPass, int status, int fault, byte[] bytes)
    {
        Name = name;
        IsPass = isPass;
        Status = status;
        Fault = fault;
        Bytes = bytes;
    }

    /// <summary>What is special about it.</summary>
    public string Name { get; }

    /// <summary>True when every byte must reach the allowed server; false when none may reach any.</summary>
    public bool IsPass { get; }

    /// <summary>What the reader must say: the number of a ReadStatus.</summary>
    public int Status { get; }

    /// <summary>The number of the HelloFault, 0 for none.</summary>
    public int Fault { get; }

    /// <summary>What the client sends.</summary>
    public byte[] Bytes { get; }
}
