using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Home;

/// <summary>What happens in a home, one thing after another, by a seed.</summary>
internal static class Script
{
    // How often each kind comes, in the order of the enum.
    private static readonly int[] s_shares = [8, 16, 20, 10, 10, 6, 4, 4, 28, 8, 40, 16, 24, 14, 10, 10, 1];

    /// <summary>A script of so many things.</summary>
    public static Op[] Of(int seed, int count)
    {
        Chance chance = new(seed);
        Op[] ops = new Op[count];

        for (int i = 0; i < count; i++)
        {
            ops[i] = new Op(Kind(chance), (int)(chance.Next() >> 8), (int)(chance.Next() >> 8));
        }

        // Somebody pairs it first of all.
        ops[0] = new Op(OpKind.PauseAll, 0, 0);
        return ops;
    }

    private static OpKind Kind(Chance chance)
    {
        int all = 0;

        foreach (int share in s_shares)
        {
            all += share;
        }

        int at = chance.Below(all);
        int kind = 0;

        while (at >= s_shares[kind])
        {
            at -= s_shares[kind++];
        }

        return (OpKind)kind;
    }
}
