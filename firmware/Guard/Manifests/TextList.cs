using System.Collections;

namespace ToyGuard.Guard.Manifests;

/// <summary>A growing list of texts. Compares letters itself: how an ArrayList compares differs between the two runtimes.</summary>
internal sealed class TextList
{
    private readonly ArrayList _texts = new ArrayList();

    internal int Count
    {
        get { return _texts.Count; }
    }

    internal void Add(string text)
    {
        _texts.Add(text);
    }

    internal bool Contains(string text)
    {
        for (int i = 0; i < _texts.Count; i++)
        {
            if ((string)_texts[i]! == text)
            {
                return true;
            }
        }

        return false;
    }

    internal string[] ToArray()
    {
        string[] texts = new string[_texts.Count];

        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = (string)_texts[i]!;
        }

        return texts;
    }
}
