namespace ToyGuard.Wire.Json;

/// <summary>English words for each <see cref="JsonFault"/>, for the person who wrote the file.</summary>
public static class JsonFaultWords
{
    /// <summary>What is wrong and, where it is short to say, what to write instead. At most 90 characters.</summary>
    public static string Of(JsonFault fault)
    {
        switch (fault)
        {
            case JsonFault.None:
                return "Nothing is wrong.";
            case JsonFault.ByteOrderMark:
                return "The file begins with a byte order mark; save it as UTF-8 without one.";
            case JsonFault.ValueExpected:
                return "A value must stand here: a text in double quotes, a number, an object or a list.";
            case JsonFault.BadLiteral:
                return "Only the words true, false and null may stand without quotes.";
            case JsonFault.BadNumber:
                return "This is not a JSON number: no plus sign, no leading zeros, digits around a point.";
            case JsonFault.ControlInText:
                return "A line break, tab or other control character stands inside a text; write \\n or \\t.";
            case JsonFault.BadEscape:
                return "After a backslash only \" \\ / b f n r t or u with four hex digits may stand.";
            case JsonFault.NulInText:
                return "A text may not hold \\u0000.";
            case JsonFault.LoneSurrogate:
                return "Half of a \\uD800 to \\uDFFF pair stands alone.";
            case JsonFault.BadUtf8:
                return "These bytes are not UTF-8; save the file as UTF-8.";
            case JsonFault.TextTooLong:
                return "This text or number is longer than 1,024 bytes.";
            case JsonFault.TooDeep:
                return "More than 16 objects and lists stand inside each other.";
            case JsonFault.TooManyNames:
                return "One object has more than 64 members.";
            case JsonFault.DuplicateName:
                return "This name stands twice in one object; which one counts would be a guess.";
            case JsonFault.NameExpected:
                return "A name in double quotes must stand here; is there a comma too many before it?";
            case JsonFault.ColonExpected:
                return "A colon must stand between a name and its value.";
            case JsonFault.CommaOrEndExpected:
                return "A comma or the closing bracket is missing before this.";
            case JsonFault.TrailingBytes:
                return "Something stands after the end of the one value.";
            default:
                return "Cannot be read.";
        }
    }
}
