namespace ToyGuard.Wire.Qr;

/// <summary>Tries the eight masks and keeps the one that looks least like something else (ISO/IEC 18004, 7.8.3). Of several that are as good, the first.</summary>
internal static class QrMask
{
    private const int Masks = 8;
    private const int FormatGenerator = 0x537;
    private const int FormatMask = 0x5412;

    // 1:1:3:1:1 of a finder with four light modules before or behind it.
    private const int WindowMask = 0x7FF;
    private const int FinderThenLight = 0x5D0;
    private const int LightThenFinder = 0x05D;

    /// <summary>Leaves the best mask and its format in the grid.</summary>
    public static void Choose(QrGrid grid, QrLevel level)
    {
        int best = 0;
        int bestPenalty = int.MaxValue;

        for (int mask = 0; mask < Masks; mask++)
        {
            Put(grid, level, mask);
            int penalty = Penalty(grid);
            grid.Flip(mask);

            if (penalty < bestPenalty)
            {
                best = mask;
                bestPenalty = penalty;
            }
        }

        Put(grid, level, best);
    }

    private static void Put(QrGrid grid, QrLevel level, int mask)
    {
        grid.Flip(mask);
        grid.WriteFormat(FormatOf(level, mask));
    }

    // Two bits of the level (L 01, M 00), three of the mask, ten of BCH correction (7.9).
    private static int FormatOf(QrLevel level, int mask)
    {
        int data = ((level == QrLevel.L ? 1 : 0) << 3) | mask;
        int rest = data;

        for (int i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * FormatGenerator);
        }

        return ((data << 10) | rest) ^ FormatMask;
    }

    private static int Penalty(QrGrid grid)
    {
        int penalty = 0;
        int dark = 0;

        for (int i = 0; i < grid.Size; i++)
        {
            penalty += LinePenalty(grid, i, true) + LinePenalty(grid, i, false);

            for (int x = 0; x < grid.Size; x++)
            {
                bool isDark = grid.IsDark(x, i);
                dark += isDark ? 1 : 0;

                if (x > 0 && i > 0 && isDark == grid.IsDark(x - 1, i) && isDark == grid.IsDark(x, i - 1) && isDark == grid.IsDark(x - 1, i - 1))
                {
                    penalty += 3;
                }
            }
        }

        // Ten for each whole five in a hundred away from half.
        int off = (dark * 2) - (grid.Size * grid.Size);
        return penalty + ((off < 0 ? -off : off) * 10 / (grid.Size * grid.Size) * 10);
    }

    private static int LinePenalty(QrGrid grid, int line, bool isRow)
    {
        int penalty = 0;
        int window = 0;
        int run = 0;
        bool isRunDark = false;

        for (int i = 0; i < grid.Size; i++)
        {
            bool isDark = isRow ? grid.IsDark(i, line) : grid.IsDark(line, i);
            run = i > 0 && isDark == isRunDark ? run + 1 : 1;
            isRunDark = isDark;
            window = ((window << 1) | (isDark ? 1 : 0)) & WindowMask;

            if (run >= 5)
            {
                penalty += run == 5 ? 3 : 1;
            }

            if (i >= 10 && (window == FinderThenLight || window == LightThenFinder))
            {
                penalty += 40;
            }
        }

        return penalty;
    }
}
