namespace ToyGuard.Guard.Manifests;

/// <summary>Guesses which of a few words a writer meant.</summary>
internal static class Nearest
{
    // Longer than any word of ours with a slip or two in it.
    private const int LengthMax = 32;

    /// <summary>The word that begins in the same way or is fewest slips away, at most two in five letters; null for none.</summary>
    internal static string? Of(string text, string[] words)
    {
        if (text.Length == 0 || text.Length > LengthMax)
        {
            return null;
        }

        string lower = text.ToLower();
        string? best = null;
        int bestSlips = int.MaxValue;

        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i].ToLower();
            int longer = word.Length > lower.Length ? word.Length : lower.Length;
            int slips = Slips(lower, word);

            if (slips > 1 && HasSameBeginning(lower, word))
            {
                slips = 1;
            }

            if (slips < bestSlips && slips * 5 <= longer * 2)
            {
                best = words[i];
                bestSlips = slips;
            }
        }

        return best;
    }

    // Four letters, or three when that is all of one of them.
    private static bool HasSameBeginning(string a, string b)
    {
        int same = 0;

        while (same < a.Length && same < b.Length && a[same] == b[same])
        {
            same++;
        }

        return same >= 4 || (same == 3 && (a.Length == 3 || b.Length == 3));
    }

    // Levenshtein distance, one row at a time.
    private static int Slips(string a, string b)
    {
        int[] row = new int[b.Length + 1];

        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;

            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                int least = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
                diagonal = row[j];
                row[j] = change < least ? change : least;
            }
        }

        return row[b.Length];
    }
}
