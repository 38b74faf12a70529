namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>How long tries rest while the device's own Wi-Fi is open: each try throws the phones out of it.</summary>
public static class TryRest
{
    /// <summary>From so many failures in a row on, the next try waits.</summary>
    public const int FreeTries = 3;

    /// <summary>The first rest in milliseconds; each one is twice the one before.</summary>
    public const int FirstMs = 30 * 1000;

    /// <summary>The longest rest in milliseconds.</summary>
    public const int LongestMs = 10 * 60 * 1000;

    /// <summary>Milliseconds to rest after so many failures in a row.</summary>
    public static int After(int failures)
    {
        if (failures < FreeTries)
        {
            return 0;
        }

        int restMs = FirstMs;

        for (int i = FreeTries; i < failures && restMs < LongestMs; i++)
        {
            restMs *= 2;
        }

        return restMs < LongestMs ? restMs : LongestMs;
    }
}
