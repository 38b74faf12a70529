namespace ToyGuard.Core.Storage;

/// <summary>A small flash of numbered areas, each a run of bytes that grows at its end or is replaced as a whole; on the device an area is a file.</summary>
/// <remarks>
/// A call that returns true says that its bytes would survive a pulled plug. Nobody has to believe it: a flash may lie, fail, throw, or come
/// back empty, and whoever keeps things in it finds that out by reading. An area that was never written holds nothing.
/// Areas are numbered as in <see cref="FlashLayout"/>; an area that does not exist can be neither read nor written.
/// </remarks>
public interface IFlash
{
    /// <summary>Most bytes that <paramref name="area"/> can hold; 0 for an area that does not exist.</summary>
    int CapacityOf(int area);

    /// <summary>Reads up to <paramref name="count"/> bytes of an area into <paramref name="buffer"/> at <paramref name="at"/>.</summary>
    /// <param name="area">Which area.</param>
    /// <param name="offset">Where in the area, 0 or more.</param>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="at">Where in the buffer.</param>
    /// <param name="count">How many bytes at most.</param>
    /// <returns>How many bytes were read: fewer than asked for only where the area ends. -1 when it cannot be read.</returns>
    int Read(int area, int offset, byte[] buffer, int at, int count);

    /// <summary>Adds bytes behind those that an area holds.</summary>
    /// <param name="area">Which area.</param>
    /// <param name="held">How many bytes the area holds, as far as the caller knows. Any other number there: refused.</param>
    /// <param name="bytes">Holds the bytes.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="count">How many, at most what the capacity leaves.</param>
    /// <returns>True once they are durable. False when refused, and then nothing was written, or when it failed, and then any part of them may be there.</returns>
    bool Append(int area, int held, byte[] bytes, int offset, int count);

    /// <summary>Puts other bytes in the place of all that an area holds, as one write. It is not atomic: cut off, it leaves the old, the new, a mixture, or nothing.</summary>
    /// <param name="area">Which area.</param>
    /// <param name="bytes">Holds the bytes.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="count">How many, at most the capacity.</param>
    /// <returns>True once they are durable.</returns>
    bool Replace(int area, byte[] bytes, int offset, int count);

    /// <summary>Empties an area. What it held may stay readable for whoever opens the chip (<see href="../../docs/storage-format.md">Erasing</see>).</summary>
    /// <returns>True once it is empty, or was.</returns>
    bool Erase(int area);
}
