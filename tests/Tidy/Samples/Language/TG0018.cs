#nullable enable

public class Sample
{
    public static int Find(string?[] texts, string?[] others, string[] words, string text)
    {
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] == text) // refused: is not null
            {
                return 1;
            }

            if (text != others[i]) // refused
            {
                return 2;
            }

            if (words[i] == text || texts[i] == null || texts[i] is null)
            {
                return 3;
            }

            if (texts[i] is not null && texts[i] == text)
            {
                return 4;
            }
        }

        return 0;
    }
}
