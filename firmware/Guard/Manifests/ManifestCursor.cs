using System.Collections;
using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Guard.Manifests;

/// <summary>Walks through a manifest's JSON, knows at every moment which member it stands at, and collects the complaints.</summary>
/// <remarks>
/// Broken JSON ends the walk: from then on there is no next value, the path stays where it broke, and only <see cref="Finish"/> still complains.
/// </remarks>
internal sealed class ManifestCursor
{
    // A file with more wrong is another kind of file. Bounds the memory that a hostile one takes.
    private const int ComplaintsMax = 64;

    private readonly JsonReader _reader;
    private string _path = "";

    internal ManifestCursor(JsonReader reader)
    {
        _reader = reader;
    }

    internal ArrayList Complaints { get; } = new ArrayList();

    /// <summary>Complaints so far, those that found no room in the list as well.</summary>
    internal int ComplaintCount { get; private set; }

    private bool IsBroken
    {
        get { return _reader.Status == ReadStatus.Refused || _reader.Status == ReadStatus.NeedMore; }
    }

    /// <summary>Where the cursor stands, as in endpoints[1].port.</summary>
    internal string Path
    {
        get { return _path; }
    }

    /// <summary>Line of the last value or name.</summary>
    internal int Line
    {
        get { return _reader.Line; }
    }

    /// <summary>True when the JSON is whole so far and no complaint came after the first <paramref name="complaints"/> ones.</summary>
    internal bool IsCleanSince(int complaints)
    {
        return !IsBroken && ComplaintCount == complaints;
    }

    /// <summary>Steps into the value if it begins with <paramref name="start"/>; else complains and passes it over.</summary>
    internal bool Open(JsonToken start)
    {
        if (_reader.Read() == start)
        {
            return true;
        }

        Reject(start == JsonToken.ObjectStart ? "An object in { } must stand here." : "A list in [ ] must stand here.", null);
        return false;
    }

    /// <summary>Goes to the next known member of the object that lies at <paramref name="path"/>; complains about unknown ones on the way.</summary>
    /// <returns>Its index in <paramref name="names"/>, or -1 after the last.</returns>
    internal int NextMember(string path, string[] names)
    {
        while (_reader.Read() == JsonToken.Name)
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (_reader.IsText(names[i]))
                {
                    Go(MemberOf(path, names[i]));
                    return i;
                }
            }

            string name = _reader.Text;
            Go(MemberOf(path, Printable(name)));
            Complain(
                "There is no such member here. Names are spelled exactly, and no others may stand.",
                InQuotes(Nearest.Of(name, names)));
            _reader.Skip();
        }

        Go(path);
        return -1;
    }

    /// <summary>Complains about each of the first <paramref name="required"/> names whose bit is not in <paramref name="seen"/>.</summary>
    internal void RequireMembers(string path, string[] names, int required, int seen, int line)
    {
        for (int i = 0; i < required; i++)
        {
            if ((seen & (1 << i)) == 0)
            {
                ComplainAt(line, MemberOf(path, names[i]), "The member \"" + names[i] + "\" is missing.", null);
            }
        }

        Go(path);
    }

    /// <summary>Goes to the next value of the list at <paramref name="path"/> and reads a text there.</summary>
    /// <returns>False after the last. True with null when something else stood there.</returns>
    internal bool NextText(string path, int index, out string? text)
    {
        text = null;
        JsonToken token = _reader.Read();

        if (token == JsonToken.ArrayEnd || token == JsonToken.None)
        {
            Go(path);
            return false;
        }

        Go(ItemOf(path, index));

        if (token == JsonToken.Text)
        {
            text = _reader.Text;
        }
        else
        {
            Reject(TextExpected, null);
        }

        return true;
    }

    /// <summary>Goes to the next object of the list at <paramref name="path"/>, passing over anything else with a complaint.</summary>
    /// <returns>False after the last.</returns>
    internal bool NextObject(string path, ref int index)
    {
        while (true)
        {
            JsonToken token = _reader.Read();

            if (token == JsonToken.ArrayEnd || token == JsonToken.None)
            {
                Go(path);
                return false;
            }

            index++;
            Go(ItemOf(path, index));

            if (token == JsonToken.ObjectStart)
            {
                return true;
            }

            Reject("An object in { } must stand here.", null);
        }
    }

    /// <summary>Passes over the rest of the value that was stepped into.</summary>
    internal void SkipRest()
    {
        int outside = _reader.Depth - 1;

        while (_reader.Depth > outside && _reader.Read() != JsonToken.None)
        {
        }
    }

    /// <summary>The value, when it is a text; else null and a complaint.</summary>
    internal string? Text()
    {
        if (_reader.Read() == JsonToken.Text)
        {
            return _reader.Text;
        }

        Reject(TextExpected, null);
        return null;
    }

    /// <summary>The value, when it is a name that a parent can read; else null and a complaint.</summary>
    internal string? Name()
    {
        string? text = Text();

        if (text == null || TextRules.IsName(text))
        {
            return text;
        }

        string trimmed = text.Trim(' ');
        bool isTrimmed = trimmed == Printable(trimmed) && trimmed.IndexOf('"') < 0 && trimmed.IndexOf('\\') < 0 && TextRules.IsName(trimmed);
        Complain(
            "1 to 64 characters must stand here, none of them invisible, and no space at either end.",
            isTrimmed ? InQuotes(trimmed) : null);
        return null;
    }

    /// <summary>The value, when it is a code of a-z, 0-9 and hyphens; else null and a complaint.</summary>
    internal string? Code()
    {
        string? text = Text();

        if (text == null || TextRules.IsCode(text))
        {
            return text;
        }

        Complain("1 to 32 of the letters a to z, digits and hyphens must stand here.", InQuotes(TextRules.CodeFor(text)));
        return null;
    }

    /// <summary>The value, when it is a whole number from <paramref name="min"/> to <paramref name="max"/>; else -1 and a complaint.</summary>
    internal long Whole(long min, long max)
    {
        JsonToken token = _reader.Read();

        if (token == JsonToken.Number && _reader.IsWhole && _reader.Whole >= min && _reader.Whole <= max)
        {
            return _reader.Whole;
        }

        string words = min == max
            ? "The number " + min.ToString() + " must stand here."
            : "A whole number from " + min.ToString() + " to " + max.ToString() + " must stand here.";
        string? digits = token == JsonToken.Text && IsWholeText(_reader.Text, min, max) ? _reader.Text : null;
        Reject(digits == null ? words : words + " Write it without quotes.", digits);
        return -1;
    }

    /// <summary>Index of the value in <paramref name="words"/>; -1 and a complaint for any other.</summary>
    internal int Word(string[] words, string what)
    {
        string? text = Text();
        return text == null ? -1 : IndexOf(text, words, what);
    }

    /// <summary>The same for a text that was read already.</summary>
    internal int IndexOf(string text, string[] words, string what)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] == text)
            {
                return i;
            }
        }

        StringBuilder complaint = new StringBuilder();
        complaint.Append('"');
        complaint.Append(Printable(text));
        complaint.Append("\" is no ");
        complaint.Append(what);
        complaint.Append(". There are: ");

        for (int i = 0; i < words.Length; i++)
        {
            complaint.Append(words[i]);
            complaint.Append(i == words.Length - 1 ? "." : ", ");
        }

        Complain(complaint.ToString(), InQuotes(Nearest.Of(text, words)));
        return -1;
    }

    /// <summary>Complains about the value at the cursor.</summary>
    internal void Complain(string text, string? suggestion)
    {
        ComplainAt(_reader.Line, _path, text, suggestion);
    }

    /// <summary>Complains about something that was read before.</summary>
    internal void ComplainAt(int line, string path, string text, string? suggestion)
    {
        if (!IsBroken)
        {
            _path = path;
            Add(line, text, suggestion);
        }
    }

    /// <summary>Makes sure that nothing follows, and says what is broken when something is.</summary>
    internal void Finish()
    {
        if (_reader.Status == ReadStatus.None)
        {
            Go("");
            _reader.Read();
        }

        if (_reader.Status == ReadStatus.NeedMore)
        {
            Add(_reader.Line, "The file ends too early: a closing quote or bracket is missing.", null);
        }
        else if (_reader.Status == ReadStatus.Refused)
        {
            Add(_reader.Line, JsonFaultWords.Of(_reader.Fault), null);
        }
    }

    /// <summary>The text as a JSON string; null stays null. Only for texts without quotes, backslashes and control characters.</summary>
    internal static string? InQuotes(string? text)
    {
        return text == null ? null : "\"" + text + "\"";
    }

    /// <summary>What a complaint may cite: 40 characters at most, none that a terminal or a page could take for more than a letter.</summary>
    internal static string Printable(string text)
    {
        char[] letters = text.ToCharArray();
        int length = letters.Length > 40 ? 40 : letters.Length;

        for (int i = 0; i < length; i++)
        {
            if (letters[i] < ' ' || letters[i] > '~')
            {
                letters[i] = '?';
            }
        }

        string shown = new string(letters, 0, length);
        return length < letters.Length ? shown + "..." : shown;
    }

    /// <summary>Path of a member of the object at <paramref name="path"/>.</summary>
    internal static string MemberOf(string path, string name)
    {
        return path.Length == 0 ? name : path + "." + name;
    }

    /// <summary>Path of a value of the list at <paramref name="path"/>.</summary>
    internal static string ItemOf(string path, int index)
    {
        return path + "[" + index.ToString() + "]";
    }

    private const string TextExpected = "A text in double quotes must stand here.";

    private void Go(string path)
    {
        if (!IsBroken)
        {
            _path = path;
        }
    }

    private void Add(int line, string text, string? suggestion)
    {
        ComplaintCount++;

        if (Complaints.Count < ComplaintsMax)
        {
            Complaints.Add(new Complaint(line, _path, text, suggestion));
        }
        else if (Complaints.Count == ComplaintsMax)
        {
            Complaints.Add(new Complaint(line, _path, "There is more; mend what stands above first.", null));
        }
    }

    // The value is of the wrong kind: complain, and go to its end.
    private void Reject(string text, string? suggestion)
    {
        Complain(text, suggestion);
        _reader.Skip();
    }

    private static bool IsWholeText(string text, long min, long max)
    {
        long value = 0;

        // 13 digits hold the largest number of any member.
        if (text.Length == 0 || text.Length > 13 || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < '0' || text[i] > '9')
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return value >= min && value <= max;
    }
}
