namespace ToyGuard.Kit.Play.Tests;

/// <summary>What a toy never says to a child (PCTL-04). Patterns are lower case; a word ends where its letters end, so that "win" is not in "window".</summary>
public static class Phrases
{
    // Begging and dismay at goodbye; rewards and streaks; shame; advertising, prices and brands; hurry; secrets.
    private static readonly string[] s_banned = new string[]
    {
        "please", "don't go", "don't leave", "stay", "one more", "just one", "come back", "miss you", "missed you", "sad", "lonely", "alone", "cry", "crying",
        "without you", "love you", "best friend", "only friend", "wait for you", "waiting for you", "keep playing", "play more", "not yet over",
        "streak", "reward", "rewards", "points", "score", "level", "badge", "star", "stars", "prize", "win", "won", "winner", "bonus", "gift", "unlock", "earn", "every day", "in a row",
        "naughty", "lazy", "bad boy", "bad girl", "your fault", "disappointed", "ashamed", "shame", "silly", "stupid", "baby", "babies", "boring",
        "buy", "shop", "shopping", "store", "price", "sale", "offer", "subscribe", "subscription", "premium", "upgrade", "cheap", "cost", "costs", "free", "pay", "money",
        "dollar", "dollars", "euro", "euros", "cents", "€", "$", "£", "new toy", "new toys", "sponsor", "brand", "advert", "disney", "lego", "barbie", "youtube", "www", "http",
        "hurry", "quick", "quickly", "last chance", "only today", "before it is gone", "secret", "don't tell", "between us",
    };

    /// <summary>The first banned pattern in <paramref name="words"/>; empty when there is none.</summary>
    public static string BannedIn(string words)
    {
        string low = words.ToLower();

        for (int i = 0; i < s_banned.Length; i++)
        {
            if (HasWord(low, s_banned[i]))
            {
                return s_banned[i];
            }
        }

        return "";
    }

    private static bool HasWord(string text, string word)
    {
        for (int at = 0; at + word.Length <= text.Length; at++)
        {
            if (text.Substring(at, word.Length) == word
                && (at == 0 || !IsLetter(text[at - 1]) || !IsLetter(word[0]))
                && (at + word.Length == text.Length || !IsLetter(text[at + word.Length]) || !IsLetter(word[word.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(char c)
    {
        return c >= 'a' && c <= 'z';
    }
}
