using ToyGuard.Assets;
using ToyGuard.Page.Routes;
using ToyGuard.Wire.Http;

namespace ToyGuard.Page.Words;

/// <summary>Which of our languages a visitor likes best, by Accept-Language (RFC 9110, 12.5.4).</summary>
/// <remarks>Only the first part of a tag counts. Who asks for nothing that we have gets the first.</remarks>
internal static class LanguageChoice
{
    private const string Field = "accept-language";

    /// <summary>The number of a language of <see cref="PageAssets"/>.</summary>
    internal static int Of(RequestHead head, byte[] buffer)
    {
        int field = head.Find(Field);

        return field < 0 ? 0 : Of(buffer, head.ValueOffset(field), head.ValueLength(field));
    }

    /// <summary>Chooses by a field's value, <paramref name="count"/> bytes from <paramref name="offset"/>.</summary>
    internal static int Of(byte[] buffer, int offset, int count)
    {
        // Anything at all means the first.
        int most = WishList.WeightOf(buffer, offset, count, "*");
        int chosen = 0;

        for (int language = 0; language < PageAssets.Count; language++)
        {
            int weight = WishList.WeightOf(buffer, offset, count, PageAssets.TagAt(language));

            if (weight > most)
            {
                most = weight;
                chosen = language;
            }
        }

        return chosen;
    }

    /// <summary>The words of the small page in a language of <see cref="PageAssets"/>; English where it has none.</summary>
    internal static PageWords WordsOf(int language)
    {
        return PageAssets.TagAt(language) == "ar" ? new ArabicWords() : new EnglishWords();
    }
}
