namespace ToyGuard.Wire.Dns;

/// <summary>What is wrong with a DNS message. Records keep the number: add at the end of a group, never renumber.</summary>
/// <remarks>A message that is only too short is not here: it needs more. RFC 9267 lists the mistakes that most of these answer.</remarks>
public enum DnsFault : byte
{
    /// <summary>Nothing is wrong, or nothing was read yet.</summary>
    None = 0,

    // 1-19: the header and the sections as a whole.

    /// <summary>An answer where a question was expected. Never answered, or two servers could talk for ever.</summary>
    NotAQuestion = 1,

    /// <summary>A question where an answer was expected.</summary>
    NotAnAnswer = 2,

    /// <summary>Not a standard query but another operation (RFC 1035, 4.1.1).</summary>
    OpCode = 3,

    /// <summary>Not exactly one question (RFC 9619).</summary>
    QuestionCount = 4,

    /// <summary>A question that brings answers or authorities along, or more additional records than any client sends.</summary>
    RecordCount = 5,

    /// <summary>Longer than a datagram of ours may be.</summary>
    TooLong = 6,

    /// <summary>Bytes behind the last record.</summary>
    TrailingBytes = 7,

    /// <summary>A class other than Internet.</summary>
    Class = 8,

    /// <summary>A question that says it was cut off.</summary>
    CutQuestion = 9,

    /// <summary>Multicast DNS with a response code: nobody is there to be told of an error (RFC 6762, 18.11).</summary>
    ResponseCode = 10,

    // 20-39: names.

    /// <summary>A label begins with the reserved bits 01 or 10 (RFC 1035, 4.1.4; RFC 6891, 5).</summary>
    LabelKind = 20,

    /// <summary>A name over 255 bytes (RFC 1035, 2.3.4).</summary>
    NameTooLong = 21,

    /// <summary>A compression pointer in a question, where there is nothing before it to point to.</summary>
    PointerInQuestion = 22,

    /// <summary>A compression pointer into the header.</summary>
    PointerIntoHeader = 23,

    /// <summary>A compression pointer to itself, forwards, or past the end.</summary>
    PointerNotBackwards = 24,

    /// <summary>The part pointed to runs into the part that points to it.</summary>
    PointerOverlap = 25,

    /// <summary>More compression pointers in one name than it can have labels.</summary>
    TooManyPointers = 26,

    // 40-59: records.

    /// <summary>A second OPT record (RFC 6891, 6.1.1).</summary>
    OptTwice = 40,

    /// <summary>An OPT record whose name is not the root (RFC 6891, 6.1.2).</summary>
    OptName = 41,

    /// <summary>An OPT record outside the additional section.</summary>
    OptPlace = 42,

    /// <summary>The options of an OPT record do not fill it exactly.</summary>
    OptionLength = 43,

    /// <summary>An A record of other than 4 bytes.</summary>
    AddressLength = 44,

    /// <summary>A CNAME record that is longer or shorter than the name in it.</summary>
    AliasLength = 45,

    // 60-79: an answer beside the question that was asked.

    /// <summary>Another identifier than the one asked with.</summary>
    OtherId = 60,

    /// <summary>An answer to another question.</summary>
    OtherQuestion = 61,

    /// <summary>One name with two aliases, or with an alias and an address (RFC 2181, 10.1).</summary>
    AliasNotAlone = 62,

    /// <summary>An alias to something that is no host name.</summary>
    AliasNotAName = 63,

    /// <summary>A chain of aliases that is too long, or runs in a circle.</summary>
    ChainTooLong = 64,
}
