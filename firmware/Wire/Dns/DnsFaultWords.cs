namespace ToyGuard.Wire.Dns;

/// <summary>One line of English for each <see cref="DnsFault"/>, for logs and tools; parents never see these.</summary>
public static class DnsFaultWords
{
    /// <summary>At most 90 characters. A number that has no fault gets a line that says so.</summary>
    public static string Of(DnsFault fault)
    {
        switch (fault)
        {
            case DnsFault.None:
                return "nothing wrong";
            case DnsFault.NotAQuestion:
                return "an answer, where a question was expected";
            case DnsFault.NotAnAnswer:
                return "a question, where an answer was expected";
            case DnsFault.OpCode:
                return "not a standard query";
            case DnsFault.QuestionCount:
                return "not exactly one question";
            case DnsFault.RecordCount:
                return "a question with records that a question does not have";
            case DnsFault.TooLong:
                return "longer than a message may be";
            case DnsFault.TrailingBytes:
                return "bytes behind the last record";
            case DnsFault.Class:
                return "not of the Internet class";
            case DnsFault.CutQuestion:
                return "a question that says it was cut off";
            case DnsFault.ResponseCode:
                return "a response code, where there is none";
            case DnsFault.LabelKind:
                return "a label of a kind that is not in use";
            case DnsFault.NameTooLong:
                return "a name over 255 bytes";
            case DnsFault.PointerInQuestion:
                return "a compressed name in a question";
            case DnsFault.PointerIntoHeader:
                return "a compressed name that points into the header";
            case DnsFault.PointerNotBackwards:
                return "a compressed name that does not point backwards";
            case DnsFault.PointerOverlap:
                return "a compressed name that runs into itself";
            case DnsFault.TooManyPointers:
                return "a name with too many compression pointers";
            case DnsFault.OptTwice:
                return "two OPT records";
            case DnsFault.OptName:
                return "an OPT record with a name";
            case DnsFault.OptPlace:
                return "an OPT record outside the additional section";
            case DnsFault.OptionLength:
                return "options that do not fill their OPT record";
            case DnsFault.AddressLength:
                return "an address record that is not 4 bytes long";
            case DnsFault.AliasLength:
                return "an alias record that its name does not fill";
            case DnsFault.OtherId:
                return "an answer with another identifier";
            case DnsFault.OtherQuestion:
                return "an answer to another question";
            case DnsFault.AliasNotAlone:
                return "a name with two aliases, or with an alias and an address";
            case DnsFault.AliasNotAName:
                return "an alias to something that is no host name";
            case DnsFault.ChainTooLong:
                return "a chain of aliases that is too long or runs in a circle";
            default:
                return "a fault that has no words";
        }
    }
}
