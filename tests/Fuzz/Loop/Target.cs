using System.Collections.Generic;

namespace ToyGuard.Fuzz.Loop;

/// <summary>One reader under test: how inputs reach it, what is known of its format, and what must hold whatever it is given.</summary>
internal abstract class Target
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What an input must get past to count as one that got somewhere, for the table.</summary>
    public abstract string Hurdle { get; }

    /// <summary>Longest input made, in bytes.</summary>
    public virtual int LengthMax
    {
        get { return 2048; }
    }

    /// <summary>Good inputs to begin with.</summary>
    public abstract IEnumerable<byte[]> Seeds();

    /// <summary>Bytes that mean something in the format.</summary>
    public abstract IEnumerable<byte[]> Words();

    /// <summary>Reads one input, whole or in pieces. A whole one goes to a reader that has read all the inputs before it.</summary>
    public abstract Outcome Read(Pieces pieces);

    /// <summary>What else must hold of the outcome; null when it does. Called right after the input was read whole.</summary>
    public virtual string? Judge(byte[] input, int count, Outcome outcome)
    {
        return null;
    }

    /// <summary>Sets the length fields of an input to what is there, as far as it can be found. Returns its length.</summary>
    public virtual int Repair(byte[] input, int count, Dice dice)
    {
        return count;
    }

    /// <summary>True for a reader of all at once that tells too little from wrong: what it refuses it must refuse, whatever comes behind.</summary>
    /// <remarks>Readers that are given pieces need not say so: the pieces show it.</remarks>
    public virtual bool TellsTooLittle
    {
        get { return false; }
    }

    /// <summary>Blocks that reading so many bytes may pass, whatever they are: a fixed number and so many a byte.</summary>
    public abstract int StepsMax(int count);

    /// <summary>Bytes that reading so many may allocate.</summary>
    public virtual long AllocatedMax(int count)
    {
        return 0;
    }
}
