namespace ToyGuard.Fakes;

/// <summary>One row of the HTTP table: what a client sends, and what has to become of its head.</summary>
public sealed class HttpCase
{
    /// <summary>A row.</summary>
    public HttpCase(string name, int status, int fault, byte[] bytes)
    {
        Name = name;
        Status = status;
        Fault = fault;
        Bytes = bytes;
    }

    /// <summary>What is special about it.</summary>
    public string Name { get; }

    /// <summary>True when the head is one that has to be read, and then the bytes begin with it. False for all that must never be answered as if it were.</summary>
    public bool IsWellFormed
    {
        get { return Status == 1; }
    }

    /// <summary>What the reader must say: the number of a ReadStatus.</summary>
    public int Status { get; }

    /// <summary>The number of the HttpFault, 0 for none.</summary>
    public int Fault { get; }

    /// <summary>What the client sends.</summary>
    public byte[] Bytes { get; }
}
