namespace ToyGuard.Wire.Json;

/// <summary>Why bytes are not the JSON that <see cref="JsonReader"/> reads. Numbers are fixed: add at the end, never renumber.</summary>
public enum JsonFault : byte
{
    /// <summary>Nothing is wrong so far.</summary>
    None = 0,

    /// <summary>The text begins with a byte order mark (RFC 8259, 8.1).</summary>
    ByteOrderMark = 1,

    /// <summary>No value begins with this byte.</summary>
    ValueExpected = 2,

    /// <summary>A word that is not exactly true, false or null.</summary>
    BadLiteral = 3,

    /// <summary>Not a number by the grammar of RFC 8259, 6: leading zeros, a plus sign, a bare point.</summary>
    BadNumber = 4,

    /// <summary>A character below U+0020 stands in a string as itself.</summary>
    ControlInText = 5,

    /// <summary>A backslash is followed by something that is no escape.</summary>
    BadEscape = 6,

    /// <summary>The escape of U+0000. Legal JSON, refused here: the device's strings end at it.</summary>
    NulInText = 7,

    /// <summary>Half of a surrogate pair.</summary>
    LoneSurrogate = 8,

    /// <summary>Not UTF-8 (RFC 3629): overlong, a surrogate, past U+10FFFF, or a stray byte.</summary>
    BadUtf8 = 9,

    /// <summary>A string or number longer than <see cref="JsonReader.TextMax"/> bytes.</summary>
    TextTooLong = 10,

    /// <summary>More than <see cref="JsonReader.DepthMax"/> objects and arrays inside each other.</summary>
    TooDeep = 11,

    /// <summary>More than <see cref="JsonReader.NamesMax"/> members in one object.</summary>
    TooManyNames = 12,

    /// <summary>Two members of one object have the same name, however it is escaped.</summary>
    DuplicateName = 13,

    /// <summary>A member's name in quotes must stand here.</summary>
    NameExpected = 14,

    /// <summary>A colon must stand between a name and its value.</summary>
    ColonExpected = 15,

    /// <summary>A comma, or the bracket that closes the innermost object or array, must stand here.</summary>
    CommaOrEndExpected = 16,

    /// <summary>Something follows the one value.</summary>
    TrailingBytes = 17,
}
