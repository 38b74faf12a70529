namespace ToyGuard.Core.Storage;

/// <summary>Takes what a journal holds, in the order in which it was written.</summary>
public interface IJournalReader
{
    /// <summary>The state that the entries build on; comes once, before any entry, and not at all where none is readable.</summary>
    /// <param name="bytes">Holds the state; the reader's to keep.</param>
    /// <param name="count">How long it is.</param>
    void OnBase(byte[] bytes, int count);

    /// <summary>One entry.</summary>
    /// <param name="kind">What its writer called it, 0 to 255.</param>
    /// <param name="bytes">Holds it; reused for the next.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How long it is, 0 to <see cref="Journal.EntryMax"/>.</param>
    void OnEntry(int kind, byte[] bytes, int offset, int count);
}
