namespace ToyGuard.Wire.Qr;

/// <summary>How many code words each version holds and how they are cut into blocks (ISO/IEC 18004, table 9). Up to version 6 all blocks of a code are of one length.</summary>
internal static class QrVersion
{
    public const int Max = 6;

    private static readonly byte[] s_all = { 26, 44, 70, 100, 134, 172 };
    private static readonly byte[] s_correctionL = { 7, 10, 15, 20, 26, 18 };
    private static readonly byte[] s_correctionM = { 10, 16, 26, 18, 24, 16 };
    private static readonly byte[] s_blocksL = { 1, 1, 1, 1, 1, 2 };
    private static readonly byte[] s_blocksM = { 1, 1, 1, 2, 2, 4 };

    /// <summary>Code words in all, data and correction.</summary>
    public static int AllBytes(int version)
    {
        return s_all[version - 1];
    }

    /// <summary>Blocks that are corrected each for itself.</summary>
    public static int Blocks(int version, QrLevel level)
    {
        return level == QrLevel.M ? s_blocksM[version - 1] : s_blocksL[version - 1];
    }

    /// <summary>Correction words of each block.</summary>
    public static int CorrectionBytes(int version, QrLevel level)
    {
        return level == QrLevel.M ? s_correctionM[version - 1] : s_correctionL[version - 1];
    }

    /// <summary>Data words in all blocks together.</summary>
    public static int DataBytes(int version, QrLevel level)
    {
        return AllBytes(version) - (Blocks(version, level) * CorrectionBytes(version, level));
    }
}
