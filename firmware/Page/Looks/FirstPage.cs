using ToyGuard.Page.Routes;
using ToyGuard.Page.Words;

namespace ToyGuard.Page.Looks;

/// <summary>The page at "/": whom one is talking to, what that is, and whether it is paired. And the page that is not there, which looks like it.</summary>
/// <remarks>It works without scripts and shows nothing private, since anybody on the home network can open it.</remarks>
internal static class FirstPage
{
    // The picture in the tab stands in the page itself, so that no browser asks for /favicon.ico.
    private const string Icon =
        "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E"
        + "%3Crect width='24' height='24' rx='7' fill='%23F4B942'/%3E%3Ccircle cx='12' cy='12' r='4' fill='%2314313A'/%3E%3C/svg%3E\">";

    // A house with the button eye in it, and a bear's head with one.
    private const string HubGlyph = "<path d=\"M3 11.5 12 4l9 7.5\"/><path d=\"M5.5 10v10h13V10\"/><circle class=\"eye\" cx=\"12\" cy=\"14.5\" r=\"2.5\"/>";
    private const string ToyGlyph = "<circle cx=\"12\" cy=\"13\" r=\"8\"/><path d=\"M5 9a3 3 0 1 1 4-4\"/><path d=\"M19 9a3 3 0 1 0-4-4\"/><circle class=\"eye\" cx=\"12\" cy=\"13\" r=\"2.5\"/>";

    /// <summary>Writes the first page.</summary>
    internal static void Write(AnswerWriter writer, PageIdentity identity, PageWords words)
    {
        bool isPaired = identity.IsPaired;

        Begin(writer, identity, words);
        writer.Put("<section class=\"card ").Put(isPaired ? "good" : "wait")
            .Put("\"><h2>").Put(isPaired ? words.Paired : words.NotPaired)
            .Put("</h2><p>").Put(isPaired ? words.PairedMeans : words.NotPairedMeans)
            .Put("</p></section><section class=\"card\"><p>").Put(words.HelloBeforeName);
        Name(writer, identity);
        writer.Put(words.HelloBehindName).Put("</p><p class=\"soft\">").Put(words.NotSecure).Put("</p></section>");
        End(writer);
    }

    /// <summary>Writes what is shown at every other address.</summary>
    internal static void WriteNoPage(AnswerWriter writer, PageIdentity identity, PageWords words)
    {
        Begin(writer, identity, words);
        writer.Put("<section class=\"card\"><p>").Put(words.NoPage).Put("</p><p><a href=\"/\">").Put(words.ToFirstPage).Put("</a></p></section>");
        End(writer);
    }

    private static void Begin(AnswerWriter writer, PageIdentity identity, PageWords words)
    {
        writer.Put("<!doctype html><html lang=\"").Put(words.Tag).Put("\" dir=\"").Put(words.Direction)
            .Put("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Put(Icon).Put("<title>").PutText(identity.Name).Put("</title><style>").Put(PageStyle.Text)
            .Put("</style></head><body><main><header><div class=\"patch\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">")
            .Put(identity.Mode == PageMode.Toy ? ToyGlyph : HubGlyph).Put("</svg></div><div><h1>");
        Name(writer, identity);
        writer.Put("</h1>");

        if (identity.Mode != PageMode.None)
        {
            writer.Put("<p>").Put(identity.Mode == PageMode.Toy ? words.Toy : words.Hub).Put("</p>");
        }

        writer.Put("</div></header>");
    }

    private static void End(AnswerWriter writer)
    {
        writer.Put("</main></body></html>");
    }

    // A name may be written the other way than the words around it.
    private static void Name(AnswerWriter writer, PageIdentity identity)
    {
        writer.Put("<bdi>").PutText(identity.Name).Put("</bdi>");
    }
}
