using System.Text;

namespace ToyGuard.Samples.StoryToy;

/// <summary>A story as it can be told: a title, and sentences one after the other. Immutable.</summary>
public sealed class StoryText
{
    /// <summary>Bytes of the longest story that is read.</summary>
    public const int BytesMax = 8 * 1024;

    /// <summary>Sentences of the longest story that is told: some ten minutes.</summary>
    public const int SentencesMax = 120;

    /// <summary>Characters of the longest sentence, the title included.</summary>
    public const int LineMax = 200;

    private readonly string[] _lines;

    // The title stands first.
    private StoryText(string[] lines)
    {
        _lines = lines;
    }

    /// <summary>The story that the toy knows by heart, for when nothing can or may be fetched.</summary>
    public static StoryText ByHeart()
    {
        return new StoryText(new string[]
        {
            "The Bear Who Knew One Story by Heart",
            "Once there was a bear who could read every book in the wood.",
            "One night the wind blew out all the lamps.",
            "Nobody could read anything any more.",
            "\"Then I will tell you the one that I know by heart,\" said the bear.",
            "It was a short story about a small bear and a long night.",
            "At the end of it, the night was over.",
        });
    }

    /// <summary>Reads a story: lines of visible ASCII, the title first, then one sentence a line; empty lines do not count.</summary>
    /// <returns>The story; null for everything that is none, since a toy says nothing aloud that it cannot read.</returns>
    public static StoryText? Read(byte[] bytes)
    {
        if (bytes.Length > BytesMax)
        {
            return null;
        }

        string[] lines = new string[SentencesMax + 1];
        int count = 0;
        int start = 0;

        for (int i = 0; i <= bytes.Length; i++)
        {
            bool isEnd = i == bytes.Length || bytes[i] == '\n';

            if (!isEnd && (bytes[i] < ' ' || bytes[i] > '~'))
            {
                return null;
            }

            if (isEnd && i > start)
            {
                if (count == lines.Length || i - start > LineMax)
                {
                    return null;
                }

                lines[count++] = Encoding.UTF8.GetString(bytes, start, i - start);
            }

            start = isEnd ? i + 1 : start;
        }

        return count < 2 ? null : new StoryText(FirstOf(lines, count));
    }

    /// <summary>Its title.</summary>
    public string Title
    {
        get { return _lines[0]; }
    }

    /// <summary>How many sentences it has.</summary>
    public int Count
    {
        get { return _lines.Length - 1; }
    }

    /// <summary>A sentence by its index, from 0.</summary>
    public string SentenceAt(int index)
    {
        return _lines[index + 1];
    }

    private static string[] FirstOf(string[] lines, int count)
    {
        string[] first = new string[count];

        for (int i = 0; i < count; i++)
        {
            first[i] = lines[i];
        }

        return first;
    }
}
