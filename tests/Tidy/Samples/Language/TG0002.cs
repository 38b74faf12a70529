namespace Samples;

public static class Ranks
{
    private static readonly int[][] s_jagged = new int[2][];

    private static readonly byte[,] s_grid = new byte[2, 2]; // refused

    public static int Count()
    {
        var pairs = new[,] { { 1, 2 }, { 3, 4 } }; // refused
        int[][][] deep = new int[1][][];
        return s_jagged.Length + s_grid.Length + deep.Length + pairs.Length;
    }
}
