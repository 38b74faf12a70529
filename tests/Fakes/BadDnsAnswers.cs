using System;

namespace ToyGuard.Fakes;

/// <summary>Replies that are wrong in one way each. All carry 192.0.2.66, so that a reader which lets one pass would also hand that out.</summary>
public static class BadDnsAnswers
{
    /// <summary>Kinds that belong to another question, or to none: to be ignored, because anyone may have sent them.</summary>
    public static string[] ForeignKinds()
    {
        return new string[]
        {
            "nothing", "header short", "header alone", "other identifier", "a question", "no question", "two questions", "other name",
            "longer name", "shorter name", "other type", "other class", "question with a pointer", "question short", "empty name",
        };
    }

    /// <summary>Kinds that answer the question asked, but cannot be read in exactly one way.</summary>
    public static string[] BrokenKinds()
    {
        return new string[]
        {
            "other operation", "too long", "byte behind", "record behind", "answer missing", "65535 answers", "authority missing",
            "additional missing", "owner points to itself", "owner points forwards", "owner points into the header",
            "owner points past the end", "owners in a circle", "owner runs into itself", "200 pointers", "owner without end",
            "owner with bits 01", "owner with bits 10", "owner of 256", "owner of 256 by pointer", "record head short", "data past end",
            "data of 65535", "address of 0", "address of 3", "address of 5", "address of 16", "alias shorter than its record",
            "alias longer than its record", "alias of length 0", "alias with a pointer to itself", "alias with a pointer forwards",
            "alias to the root", "alias with a dot in a label", "alias with a NUL", "alias with a high byte", "alias with a blank",
            "alias to itself", "two aliases in a circle", "nine aliases", "two aliases of one name", "alias and address",
            "address and alias", "two OPT records", "OPT among answers", "OPT among authorities", "OPT with a name", "option past OPT",
            "options leave a byte", "OPT of 65535", "authority broken", "additional broken",
        };
    }

    /// <summary>The reply of one kind to the question for the address of <paramref name="name"/> under <paramref name="id"/>.</summary>
    public static byte[] Make(string kind, int id, string name)
    {
        DnsBuilder b = new();

        switch (kind)
        {
            case "nothing":
                return b.Bytes();
            case "header short":
                return b.U16(id).U16(DnsBuilder.AnswerFlags).Bytes();
            case "header alone":
                return b.Header(id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Bytes();
            case "other identifier":
                return Head(b, id ^ 1, name, 1, 0, 0).Address(name, 60, 66).Bytes();
            case "a question":
                return b.Header(id, DnsBuilder.QuestionFlags, 1, 1, 0, 0).Question(name, 1).Address(name, 60, 66).Bytes();
            case "no question":
                return b.Header(id, DnsBuilder.AnswerFlags, 0, 1, 0, 0).Address(name, 60, 66).Bytes();
            case "two questions":
                return b.Header(id, DnsBuilder.AnswerFlags, 2, 1, 0, 0).Question(name, 1).Question(name, 1).Address(name, 60, 66).Bytes();
            case "other name":
                return Head(b, id, "other.example", 1, 0, 0).Address(name, 60, 66).Bytes();
            case "longer name":
                return Head(b, id, name + ".example", 1, 0, 0).Address(name, 60, 66).Bytes();
            case "shorter name":
                return Head(b, id, name.Substring(1), 1, 0, 0).Address(name, 60, 66).Bytes();
            case "other type":
                return b.Header(id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Question(name, 28).Address(name, 60, 66).Bytes();
            case "other class":
                return b.Header(id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Name(name).U16(1).U16(3).Address(name, 60, 66).Bytes();
            case "question with a pointer":
                return b.Header(id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Jump(12).U16(1).U16(1).Address(name, 60, 66).Bytes();
            case "question short":
                return b.Header(id, DnsBuilder.AnswerFlags, 1, 1, 0, 0).Name(name).U16(1).Bytes();
            case "empty name":
                return Head(b, id, "", 1, 0, 0).Address(name, 60, 66).Bytes();

            case "other operation":
                return b.Header(id, DnsBuilder.AnswerFlags | 0x2800, 1, 1, 0, 0).Question(name, 1).Address(name, 60, 66).Bytes();
            case "too long":
                return Good(b, id, name, 1, 0, 1).Record("", 16, 60, 1200).Fill('t', 1200).Bytes();
            case "byte behind":
                return Good(b, id, name, 1, 0, 0).U8(0).Bytes();
            case "record behind":
                return Good(b, id, name, 1, 0, 0).Address(name, 60, 66).Bytes();
            case "answer missing":
                return Good(b, id, name, 2, 0, 0).Bytes();
            case "65535 answers":
                return Good(b, id, name, 65535, 65535, 65535).Bytes();
            case "authority missing":
                return Good(b, id, name, 1, 1, 0).Bytes();
            case "additional missing":
                return Good(b, id, name, 1, 0, 1).Bytes();
            case "owner points to itself":
                return Tail(Head(b, id, name, 1, 0, 0).Jump(b.Length)).Bytes();
            case "owner points forwards":
                return Tail(Head(b, id, name, 1, 0, 0).Jump(b.Length + 16)).Bytes();
            case "owner points into the header":
                return Tail(Head(b, id, name, 1, 0, 0).Jump(4)).Bytes();
            case "owner points past the end":
                return Tail(Head(b, id, name, 1, 0, 0).Jump(16383)).Bytes();
            case "owners in a circle":
                return Tail(Tail(Head(b, id, name, 2, 0, 0).Jump(b.Length + 16)).Jump(b.Length - 16)).Bytes();
            case "owner runs into itself":
                // The part pointed to has no end before the pointer, so it would be read again and again.
                return Tail(Tail(Head(b, id, name, 2, 0, 0).Name("x")).U8(1).U8('a').Jump(b.Length - 4)).Bytes();
            case "200 pointers":
                return ManyPointers(b, id, name, 200).Bytes();
            case "owner without end":
                return Head(b, id, name, 1, 0, 0).Labels(name).Bytes();
            case "owner with bits 01":
                return Tail(Head(b, id, name, 1, 0, 0).U8(0x42).U8(0).U8(0)).Bytes();
            case "owner with bits 10":
                return Tail(Head(b, id, name, 1, 0, 0).U8(0x82).U8(0).U8(0)).Bytes();
            case "owner of 256":
                return Tail(Long(Long(Long(Long(Head(b, id, name, 1, 0, 0), 63), 63), 63), 62).U8(0)).Bytes();
            case "owner of 256 by pointer":
                return Tail(Tail(Long(Long(Head(b, id, name, 2, 0, 0), 63), 63).U8(0)).U8(63).Fill('b', 63).U8(62).Fill('b', 62).Jump(QuestionEnd(name))).Bytes();
            case "record head short":
                return Head(b, id, name, 1, 0, 0).Jump(12).U16(1).U16(1).U16(0).Bytes();
            case "data past end":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 4).U16(0xC000).U8(2).Bytes();
            case "data of 65535":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 65535).U16(0xC000).U16(0x0242).Bytes();
            case "address of 0":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 0).Bytes();
            case "address of 3":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 3).U16(0xC000).U8(2).Bytes();
            case "address of 5":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 5).U16(0xC000).U16(0x0242).U8(0).Bytes();
            case "address of 16":
                return Head(b, id, name, 1, 0, 0).Record(name, 1, 60, 16).Fill(0, 10).U16(0xFFFF).U16(0xC000).U16(0x0242).Bytes();
            case "alias shorter than its record":
                return Head(b, id, name, 2, 0, 0).Record(name, 5, 60, 4).Name("a").U8(0).Address("a", 60, 66).Bytes();
            case "alias longer than its record":
                return Head(b, id, name, 2, 0, 0).Record(name, 5, 60, 2).Name("a").Address("a", 60, 66).Bytes();
            case "alias of length 0":
                return Head(b, id, name, 2, 0, 0).Record(name, 5, 60, 0).Address("a", 60, 66).Bytes();
            case "alias with a pointer to itself":
                return Head(b, id, name, 1, 0, 0).Record(name, 5, 60, 2).Jump(b.Length).Bytes();
            case "alias with a pointer forwards":
                return Head(b, id, name, 2, 0, 0).Record(name, 5, 60, 2).Jump(b.Length + 2).Address("a", 60, 66).Bytes();
            case "alias to the root":
                return Head(b, id, name, 2, 0, 0).Alias(name, 60, "").Address("", 60, 66).Bytes();
            case "alias with a dot in a label":
                return Odd(b, id, name, '.');
            case "alias with a NUL":
                return Odd(b, id, name, 0);
            case "alias with a high byte":
                return Odd(b, id, name, 0xE9);
            case "alias with a blank":
                return Odd(b, id, name, ' ');
            case "alias to itself":
                return Head(b, id, name, 1, 0, 0).Alias(name, 60, name).Bytes();
            case "two aliases in a circle":
                return Head(b, id, name, 2, 0, 0).Alias(name, 60, "b.example").Alias("b.example", 60, name).Bytes();
            case "nine aliases":
                return Chain(b, id, name, 9).Bytes();
            case "two aliases of one name":
                return Head(b, id, name, 3, 0, 0).Alias(name, 60, "a.example").Alias(name, 60, "b.example").Address("a.example", 60, 66).Bytes();
            case "alias and address":
                return Head(b, id, name, 2, 0, 0).Alias(name, 60, "a.example").Address(name, 60, 66).Bytes();
            case "address and alias":
                return Head(b, id, name, 2, 0, 0).Address(name, 60, 66).Alias(name, 60, "a.example").Bytes();
            case "two OPT records":
                return Good(b, id, name, 1, 0, 2).Opt().Opt().Bytes();
            case "OPT among answers":
                return Good(b, id, name, 2, 0, 0).Opt().Bytes();
            case "OPT among authorities":
                return Good(b, id, name, 1, 1, 0).Opt().Bytes();
            case "OPT with a name":
                return Good(b, id, name, 1, 0, 1).Name("x").OptTail(0, 0).Bytes();
            case "option past OPT":
                return Good(b, id, name, 1, 0, 1).U8(0).OptTail(0, 4).U16(10).U16(8).Bytes();
            case "options leave a byte":
                return Good(b, id, name, 1, 0, 1).U8(0).OptTail(0, 1).U8(0).Bytes();
            case "OPT of 65535":
                return Good(b, id, name, 1, 0, 1).U8(0).OptTail(0, 65535).Bytes();
            case "authority broken":
                return Tail(Good(b, id, name, 1, 1, 0).Jump(b.Length)).Bytes();
            case "additional broken":
                return Tail(Good(b, id, name, 1, 0, 1).Jump(b.Length)).Bytes();
            default:
                throw new ArgumentException(kind);
        }
    }

    /// <summary>A reply that leads over <paramref name="aliases"/> aliases to 192.0.2.66; right up to eight.</summary>
    public static DnsBuilder Chain(DnsBuilder b, int id, string name, int aliases)
    {
        Head(b, id, name, aliases + 1, 0, 0);
        string owner = name;

        for (int i = 1; i <= aliases; i++)
        {
            string target = "a" + i.ToString() + ".example";
            b.Alias(owner, 60, target);
            owner = target;
        }

        return b.Address(owner, 60, 66);
    }

    private static DnsBuilder Head(DnsBuilder b, int id, string name, int answers, int authorities, int additional)
    {
        return b.Header(id, DnsBuilder.AnswerFlags, 1, answers, authorities, additional).Question(name, 1);
    }

    private static DnsBuilder Good(DnsBuilder b, int id, string name, int answers, int authorities, int additional)
    {
        return Head(b, id, name, answers, authorities, additional).Address(name, 60, 66);
    }

    // The rest of an A record behind its owner: 14 bytes.
    private static DnsBuilder Tail(DnsBuilder b)
    {
        return b.RecordTail(1, 60, 4).U16(0xC000).U16(0x0242);
    }

    private static DnsBuilder Long(DnsBuilder b, int label)
    {
        return b.U8(label).Fill('a', label);
    }

    private static int QuestionEnd(string name)
    {
        return 12 + name.Length + 2 + 4;
    }

    private static byte[] Odd(DnsBuilder b, int id, string name, int character)
    {
        Head(b, id, name, 2, 0, 0).Record(name, 5, 60, 5).U8(3).U8('a').U8(character).U8('b').U8(0);
        return b.U8(3).U8('a').U8(character).U8('b').U8(0).RecordTail(1, 60, 4).U16(0xC000).U16(0x0242).Bytes();
    }

    // Each owner is nothing but a pointer to the owner before it.
    private static DnsBuilder ManyPointers(DnsBuilder b, int id, string name, int pointers)
    {
        Head(b, id, name, 2, 0, 0).Record("x", 16, 60, 2 * pointers);
        int target = 12;

        for (int i = 0; i < pointers; i++)
        {
            int at = b.Length;
            b.Jump(target);
            target = at;
        }

        return Tail(b.Jump(target));
    }
}
