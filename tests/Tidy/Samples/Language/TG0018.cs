#nullable enable

public class Sample
{
    public static int Find(string?[] texts, string[] words, string? other, string text)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            string? known = texts[i];

            if (texts[i] == text) // refused: is not null
            {
                return 1;
            }

            if (text != known) // refused
            {
                return 2;
            }

            if (other == text) // refused
            {
                return 3;
            }

            if (words[i] == text || texts[i] == null || texts[i] is null || (known is not null && known == text))
            {
                return 4;
            }
        }

        return other is null ? 0 : other == text ? 5 : 6;
    }
}
