namespace ToyGuard.Heap;

/// <summary>Says how many bytes of the managed heap the parts of a device take: the very classes of its program, in their order, over a flash in memory.</summary>
/// <remarks>Runs on a board, and wherever the interpreter does; one built for 32 bits has the board's sizes. README.md says how to write what it says into firmware/budgets.json.</remarks>
public static class Program
{
    /// <summary>Where it starts.</summary>
    public static void Main()
    {
        // The smaller one first: what a collection leaves of it is in nobody's way.
        object? kept = ToyLoad.Weigh();
        kept = null;
        kept = HubLoad.Weigh();
        System.Threading.Thread.Sleep(kept is null ? 0 : 1);
    }
}
