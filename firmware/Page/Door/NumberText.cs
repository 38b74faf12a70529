namespace ToyGuard.Page.Door;

/// <summary>Lists of whole numbers as questions spell them, since a question has no arrays: "30,30,-1".</summary>
internal static class NumberText
{
    // Minutes of a week have five; so nothing overflows.
    private const int DigitsMax = 5;

    /// <summary>The numbers between the separators, each of 1 to 5 digits, or -1; null for anything else, empty text among it.</summary>
    internal static int[]? List(string text, char separator)
    {
        string[] parts = text.Split(separator);
        int[] numbers = new int[parts.Length];

        for (int i = 0; i < parts.Length; i++)
        {
            int number = NumberOf(parts[i]);

            if (number < -1)
            {
                return null;
            }

            numbers[i] = number;
        }

        return numbers;
    }

    // Below -1 for what is none.
    private static int NumberOf(string text)
    {
        const int NoNumber = -2;
        int number = 0;

        if (text == "-1")
        {
            return -1;
        }

        for (int i = 0; i < text.Length; i++)
        {
            int digit = text[i] - '0';

            if (digit < 0 || digit > 9 || i == DigitsMax)
            {
                return NoNumber;
            }

            number = (number * 10) + digit;
        }

        return text.Length == 0 ? NoNumber : number;
    }
}
