namespace Samples;

public static class Texts
{
    public const string Line = "A thousand words and more, told again and again until the shelf is full.";
    public const string Page = Line + Line + Line + Line + Line + Line + Line + Line + Line + Line;
    public const string Story = Page + Page + Page + Page + Page + Page + Page + Page + Page + Page;
    public const string Shelf = Story + Story + Story + Story + Story; // refused
    public const string Whole = (Story + Story + Story + Story + Story) + "."; // refused

    public static string Read(int count)
    {
        return Story + Page + Line + count;
    }
}
