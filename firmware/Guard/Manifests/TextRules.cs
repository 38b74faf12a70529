using ToyGuard.Core.Policy;
using ToyGuard.Wire.Url;

namespace ToyGuard.Guard.Manifests;

/// <summary>The rules for single texts of a manifest. Each answers yes or no; none changes the text.</summary>
internal static class TextRules
{
    /// <summary>Characters of a name that a parent reads.</summary>
    internal const int NameMax = 64;

    /// <summary>Characters of a code.</summary>
    internal const int CodeMax = 32;

    /// <summary>Characters of a contact address.</summary>
    internal const int ContactMax = 256;

    /// <summary>Characters of a file name.</summary>
    internal const int FileNameMax = 64;

    /// <summary>1 to 32 of a-z, 0-9 and hyphen.</summary>
    internal static bool IsCode(string text)
    {
        if (text.Length == 0 || text.Length > CodeMax)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (!IsLower(text[i]) && !IsDigit(text[i]) && text[i] != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The code nearest to <paramref name="text"/>, "story-bear-2" for "Story Bear 2"; null when nothing of it is left.</summary>
    internal static string? CodeFor(string text)
    {
        char[] letters = text.ToLower().ToCharArray();
        char[] code = new char[CodeMax];
        int length = 0;

        for (int i = 0; i < letters.Length && length < CodeMax; i++)
        {
            bool isKept = IsLower(letters[i]) || IsDigit(letters[i]);

            if (isKept || (length > 0 && code[length - 1] != '-'))
            {
                code[length] = isKept ? letters[i] : '-';
                length++;
            }
        }

        while (length > 0 && code[length - 1] == '-')
        {
            length--;
        }

        return length == 0 ? null : new string(code, 0, length);
    }

    /// <summary>1 to 64 characters in any script that show as what they are, without a space at either end.</summary>
    /// <remarks>Controls, marks that turn the direction of writing, and blanks that are not U+0020 are refused: a parent approves what is seen.</remarks>
    internal static bool IsName(string text)
    {
        char[] letters = text.ToCharArray();
        int characters = 0;

        for (int i = 0; i < letters.Length; i++)
        {
            if (IsUnseen(letters[i]))
            {
                return false;
            }

            // Of a surrogate pair only the first half counts.
            if (letters[i] < 0xDC00 || letters[i] > 0xDFFF)
            {
                characters++;
            }
        }

        return characters >= 1 && characters <= NameMax
            && !IsEdgeless(letters[0]) && !IsEdgeless(letters[letters.Length - 1]) && !IsVariation(letters[0]);
    }

    /// <summary>1 to 64 of letters, digits, dot, hyphen and underscore, the first a letter or digit: never a path.</summary>
    internal static bool IsFileName(string text)
    {
        if (text.Length == 0 || text.Length > FileNameMax)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPlain = IsLower(c) || IsDigit(c) || (c >= 'A' && c <= 'Z');

            if (!isPlain && (i == 0 || (c != '.' && c != '-' && c != '_')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>yyyy-mm-dd, a day that exists, from 2000-01-01 to 2199-12-31.</summary>
    /// <param name="text">What stands in the manifest.</param>
    /// <param name="lastOfMonth">The month's last day in the same form, when only the day is too large; else null.</param>
    internal static bool IsDate(string text, out string? lastOfMonth)
    {
        lastOfMonth = null;

        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        int year = Number(text, 0, 4);
        int month = Number(text, 5, 2);
        int day = Number(text, 8, 2);

        if (year < 2000 || year > 2199 || month < 1 || month > 12 || day < 1)
        {
            return false;
        }

        int last = DaysOf(year, month);

        if (day > last)
        {
            lastOfMonth = text.Substring(0, 8) + last.ToString();
            return false;
        }

        return true;
    }

    /// <summary>hh:mm from 00:00 to 23:59 as minutes, or -1.</summary>
    internal static int MinuteOfDay(string text)
    {
        if (text.Length != 5 || text[2] != ':')
        {
            return -1;
        }

        int hour = Number(text, 0, 2);
        int minute = Number(text, 3, 2);
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 ? -1 : (hour * 60) + minute;
    }

    /// <summary>An https URL of at most 256 characters, its scheme in small letters, whose host is a name.</summary>
    internal static bool IsWebAddress(string text, out UrlFault fault)
    {
        UrlReader url = new UrlReader();
        fault = url.Read(text);
        return fault == UrlFault.None
            && url.Scheme == UrlScheme.Https
            && text.Length <= ContactMax
            && text.Substring(0, 5) == "https"
            && new HostName().Read(url.Source, url.HostOffset, url.HostLength) == HostFault.None;
    }

    /// <summary>mailto: and one plain address (a narrow part of RFC 6068), at most 256 characters.</summary>
    internal static bool IsMailAddress(string text)
    {
        const string Scheme = "mailto:";
        int at = text.IndexOf('@');

        if (text.Length > ContactMax || at <= Scheme.Length || text.Substring(0, Scheme.Length) != Scheme)
        {
            return false;
        }

        for (int i = Scheme.Length; i < at; i++)
        {
            char c = text[i];
            bool isPlain = IsLower(c) || IsDigit(c) || (c >= 'A' && c <= 'Z');

            if (!isPlain && c != '.' && c != '-' && c != '_' && c != '+')
            {
                return false;
            }
        }

        return new HostName().Read(text.Substring(at + 1)) == HostFault.None;
    }

    private static bool IsUnseen(char c)
    {
        return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160
            || c == 0x1680 || (c >= 0x180B && c <= 0x180F) || (c >= 0x2000 && c <= 0x200B) || c == 0x200E || c == 0x200F
            || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x2800 || c == 0x3000 || c == 0x3164
            || c == 0xFEFF || c == 0xFFA0 || c >= 0xFFF9
            // First half of U+E0000 to U+E03FF: tags and variation selectors.
            || c == 0xDB40;
    }

    // A space, or a joiner, which joins two letters and is nothing alone.
    private static bool IsEdgeless(char c)
    {
        return c == ' ' || c == 0x200C || c == 0x200D;
    }

    private static bool IsVariation(char c)
    {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    private static int DaysOf(int year, int month)
    {
        if (month == 2)
        {
            bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return isLeap ? 29 : 28;
        }

        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static int Number(string text, int from, int count)
    {
        int value = 0;

        for (int i = from; i < from + count; i++)
        {
            if (!IsDigit(text[i]))
            {
                return -1;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return value;
    }

    private static bool IsLower(char c)
    {
        return c >= 'a' && c <= 'z';
    }

    private static bool IsDigit(char c)
    {
        return c >= '0' && c <= '9';
    }
}
