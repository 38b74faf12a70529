using System;

namespace ToyGuard.Fakes;

/// <summary>Questions that are wrong in one way each: a generator of our own for the kinds that RFC 9267, unbound's hand-made packets and dnsproxy's format-error list name.</summary>
/// <remarks>All ask for the name given, so that a reader which lets one pass would also answer it.</remarks>
public static class BadDnsQuestions
{
    /// <summary>What can be asked of <see cref="Make"/>.</summary>
    public static string[] Kinds()
    {
        return new string[]
        {
            "nothing", "one byte", "header short", "header alone", "name missing its end", "type missing", "type short", "class missing",
            "class short", "label past end", "long label past end", "no question", "no question but its bytes", "two counted",
            "two questions", "65535 questions", "answer counted", "answer brought", "authority counted", "authority brought",
            "two OPT records", "65535 additional", "additional missing", "address as additional", "TSIG as additional",
            "is an answer", "is an answer of another operation", "cut off", "inverse query", "status", "operation 3", "notify",
            "update", "operation 15", "pointer to itself", "pointer to 0", "pointer to 11", "pointer to its question", "pointer to 16383",
            "pointer forwards", "pointers in a circle", "pointer to the OPT root", "pointer short", "label bits 01", "label bits 10",
            "name of 256", "128 labels", "name of 320", "class CHAOS", "class ANY", "class NONE", "class 0", "byte behind",
            "message behind", "zeros behind", "OPT with a name", "OPT with a pointer", "OPT short", "OPT of 65535", "option head short",
            "option past OPT", "option of 65535", "options leave a byte", "OPT among answers", "OPT among authorities", "too long",
            "512 zeros", "512 ones", "HTTP", "TLS",
        };
    }

    /// <summary>The message of one kind.</summary>
    public static byte[] Make(string kind, string name)
    {
        DnsBuilder b = new();

        switch (kind)
        {
            case "nothing":
                return b.Bytes();
            case "one byte":
                return b.U8(0x12).Bytes();
            case "header short":
                return b.Fill(0, 11).Bytes();
            case "header alone":
                return Head(b, 0).Bytes();
            case "name missing its end":
                return Head(b, 0).Labels(name).Bytes();
            case "type missing":
                return Head(b, 0).Name(name).Bytes();
            case "type short":
                return Head(b, 0).Name(name).U8(0).Bytes();
            case "class missing":
                return Head(b, 0).Name(name).U16(1).Bytes();
            case "class short":
                return Head(b, 0).Name(name).U16(1).U8(0).Bytes();
            case "label past end":
                return Head(b, 0).U8(9).U8('a').Bytes();
            case "long label past end":
                return Head(b, 0).Labels(name).U8(63).U8('a').Bytes();
            case "no question":
                return b.Header(7, DnsBuilder.QuestionFlags, 0, 0, 0, 0).Bytes();
            case "no question but its bytes":
                return b.Header(7, DnsBuilder.QuestionFlags, 0, 0, 0, 0).Question(name, 1).Bytes();
            case "two counted":
                return b.Header(7, DnsBuilder.QuestionFlags, 2, 0, 0, 0).Question(name, 1).Bytes();
            case "two questions":
                return b.Header(7, DnsBuilder.QuestionFlags, 2, 0, 0, 0).Question(name, 1).Question(name, 28).Bytes();
            case "65535 questions":
                return b.Header(7, DnsBuilder.QuestionFlags, 65535, 0, 0, 0).Question(name, 1).Bytes();
            case "answer counted":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 1, 0, 0).Question(name, 1).Bytes();
            case "answer brought":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 1, 0, 0).Question(name, 1).Address(name, 5, 1).Bytes();
            case "authority counted":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 0, 1, 0).Question(name, 1).Bytes();
            case "authority brought":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 0, 1, 0).Question(name, 1).Record(name, 2, 5, 1).U8(0).Bytes();
            case "two OPT records":
                return Head(b, 2).Question(name, 1).Opt().Opt().Bytes();
            case "65535 additional":
                return Head(b, 65535).Question(name, 1).Opt().Bytes();
            case "additional missing":
                return Head(b, 1).Question(name, 1).Bytes();
            case "address as additional":
                return Head(b, 1).Question(name, 1).Address("", 5, 1).Bytes();
            case "TSIG as additional":
                return Head(b, 1).Question(name, 1).Record("", 250, 0, 2).U16(0).Bytes();
            case "is an answer":
                return b.Header(7, DnsBuilder.AnswerFlags, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "is an answer of another operation":
                return b.Header(7, 0xA800, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "cut off":
                return b.Header(7, 0x0300, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "inverse query":
                return b.Header(7, 0x0900, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "status":
                return b.Header(7, 0x1100, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "operation 3":
                return b.Header(7, 0x1900, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "notify":
                return b.Header(7, 0x2100, 1, 0, 0, 0).Question(name, 6).Bytes();
            case "update":
                return b.Header(7, 0x2900, 1, 0, 0, 0).Question(name, 6).Bytes();
            case "operation 15":
                return b.Header(7, 0x7900, 1, 0, 0, 0).Question(name, 1).Bytes();
            case "pointer to itself":
                return Head(b, 0).Jump(12).U16(1).U16(1).Bytes();
            case "pointer to 0":
                return Head(b, 0).Labels(name).Jump(0).U16(1).U16(1).Bytes();
            case "pointer to 11":
                return Head(b, 0).Labels(name).Jump(11).U16(1).U16(1).Bytes();
            case "pointer to its question":
                return Head(b, 0).Labels(name).Jump(12).U16(1).U16(1).Bytes();
            case "pointer to 16383":
                return Head(b, 0).Labels(name).Jump(16383).U16(1).U16(1).Bytes();
            case "pointer forwards":
                return Head(b, 0).Jump(18).U16(1).U16(1).Name(name).Bytes();
            case "pointers in a circle":
                return Head(b, 0).Jump(14).Jump(12).U16(1).U16(1).Bytes();
            case "pointer to the OPT root":
                return Head(b, 1).Labels(name).Jump(b.Length + 6).U16(1).U16(1).Opt().Bytes();
            case "pointer short":
                return Head(b, 0).Labels(name).U8(0xC0).Bytes();
            case "label bits 01":
                return Head(b, 0).Labels(name).U8(0x41).U8('a').U8(0).U16(1).U16(1).Bytes();
            case "label bits 10":
                return Head(b, 0).Labels(name).U8(0x81).U8('a').U8(0).U16(1).U16(1).Bytes();
            case "name of 256":
                return Long(Long(Long(Long(Head(b, 0), 63), 63), 63), 62).U8(0).U16(1).U16(1).Bytes();
            case "128 labels":
                for (int i = 0; i < 128; i++)
                {
                    Long(i == 0 ? Head(b, 0) : b, 1);
                }

                return b.U8(0).U16(1).U16(1).Bytes();
            case "name of 320":
                return Long(Long(Long(Long(Long(Head(b, 0), 63), 63), 63), 63), 63).U8(0).U16(1).U16(1).Bytes();
            case "class CHAOS":
                return Head(b, 0).Name(name).U16(1).U16(3).Bytes();
            case "class ANY":
                return Head(b, 0).Name(name).U16(1).U16(255).Bytes();
            case "class NONE":
                return Head(b, 0).Name(name).U16(1).U16(254).Bytes();
            case "class 0":
                return Head(b, 0).Name(name).U16(1).U16(0).Bytes();
            case "byte behind":
                return Head(b, 0).Question(name, 1).U8(0).Bytes();
            case "message behind":
                return Head(Head(b, 0).Question(name, 1), 0).Question(name, 1).Bytes();
            case "zeros behind":
                return Head(b, 1).Question(name, 1).Opt().Fill(0, 100).Bytes();
            case "OPT with a name":
                return Head(b, 1).Question(name, 1).Name("x").OptTail(0, 0).Bytes();
            case "OPT with a pointer":
                return Head(b, 1).Question(name, 1).Jump(12).OptTail(0, 0).Bytes();
            case "OPT short":
                return Head(b, 1).Question(name, 1).U8(0).U16(41).U16(1232).Bytes();
            case "OPT of 65535":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 65535).Bytes();
            case "option head short":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 3).U16(10).U8(0).Bytes();
            case "option past OPT":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 4).U16(10).U16(8).Bytes();
            case "option of 65535":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 12).U16(10).U16(65535).Fill(0, 8).Bytes();
            case "options leave a byte":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 13).U16(10).U16(8).Fill(0, 9).Bytes();
            case "OPT among answers":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 1, 0, 0).Question(name, 1).Opt().Bytes();
            case "OPT among authorities":
                return b.Header(7, DnsBuilder.QuestionFlags, 1, 0, 1, 0).Question(name, 1).Opt().Bytes();
            case "too long":
                return Head(b, 1).Question(name, 1).U8(0).OptTail(0, 1304).U16(12).U16(1300).Fill(0, 1300).Bytes();
            case "512 zeros":
                return b.Fill(0, 512).Bytes();
            case "512 ones":
                return b.Fill(255, 512).Bytes();
            case "HTTP":
                return Text(b, "GET /generate_204 HTTP/1.1\r\nHost: connectivity.example\r\n\r\n").Bytes();
            case "TLS":
                return b.U8(22).U16(0x0301).U16(200).U8(1).U8(0).U16(196).U16(0x0303).Fill(0xA5, 194).Bytes();
            default:
                throw new ArgumentException(kind);
        }
    }

    private static DnsBuilder Head(DnsBuilder b, int additional)
    {
        return b.Header(7, DnsBuilder.QuestionFlags, 1, 0, 0, additional);
    }

    private static DnsBuilder Long(DnsBuilder b, int label)
    {
        return b.U8(label).Fill('a', label);
    }

    private static DnsBuilder Text(DnsBuilder b, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            b.U8(text[i]);
        }

        return b;
    }
}
