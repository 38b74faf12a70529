namespace ToyGuard.Fakes;

/// <summary>Puts DNS messages together piece by piece, right or wrong. Shares nothing with the code under test.</summary>
public sealed class DnsBuilder
{
    /// <summary>Flags of an ordinary question: recursion desired.</summary>
    public const int QuestionFlags = 0x0100;

    /// <summary>Flags of an ordinary answer: answer, recursion desired and available.</summary>
    public const int AnswerFlags = 0x8180;

    private readonly byte[] _bytes = new byte[8192];

    /// <summary>Bytes so far, which is the offset of the next piece.</summary>
    public int Length { get; private set; }

    /// <summary>A whole question as a client sends it, with an OPT record when asked for.</summary>
    public static byte[] Query(int id, string name, int type, bool withOpt)
    {
        DnsBuilder message = new DnsBuilder().Header(id, QuestionFlags, 1, 0, 0, withOpt ? 1 : 0).Question(name, type);
        return withOpt ? message.Opt().Bytes() : message.Bytes();
    }

    /// <summary>The 12 bytes before everything.</summary>
    public DnsBuilder Header(int id, int flags, int questions, int answers, int authorities, int additional)
    {
        return U16(id).U16(flags).U16(questions).U16(answers).U16(authorities).U16(additional);
    }

    /// <summary>Name, type, Internet class.</summary>
    public DnsBuilder Question(string name, int type)
    {
        return Name(name).U16(type).U16(1);
    }

    /// <summary>A record of the Internet class up to its data, with the length it claims.</summary>
    public DnsBuilder Record(string name, int type, int ttl, int length)
    {
        return Name(name).RecordTail(type, ttl, length);
    }

    /// <summary>The same behind a name that was written otherwise.</summary>
    public DnsBuilder RecordTail(int type, int ttl, int length)
    {
        return U16(type).U16(1).U16(ttl >> 16).U16(ttl).U16(length);
    }

    /// <summary>A whole A record; the address is 192.0.2. and the last byte.</summary>
    public DnsBuilder Address(string name, int ttl, int last)
    {
        return Record(name, 1, ttl, 4).U8(192).U8(0).U8(2).U8(last);
    }

    /// <summary>A whole CNAME record without compression.</summary>
    public DnsBuilder Alias(string name, int ttl, string target)
    {
        return Record(name, 5, ttl, target.Length == 0 ? 1 : target.Length + 2).Name(target);
    }

    /// <summary>An OPT record without options.</summary>
    public DnsBuilder Opt()
    {
        return U8(0).OptTail(0, 0);
    }

    /// <summary>An OPT record behind its name, with version and claimed length of options.</summary>
    public DnsBuilder OptTail(int version, int length)
    {
        return U16(41).U16(1232).U8(0).U8(version).U16(0).U16(length);
    }

    /// <summary>Labels and the root. Empty text is the root alone.</summary>
    public DnsBuilder Name(string dotted)
    {
        return (dotted.Length == 0 ? this : Labels(dotted)).U8(0);
    }

    /// <summary>Labels without the root behind them.</summary>
    public DnsBuilder Labels(string dotted)
    {
        int lengthAt = Length;
        U8(0);

        for (int i = 0; i < dotted.Length; i++)
        {
            if (dotted[i] == '.')
            {
                lengthAt = Length;
                U8(0);
            }
            else
            {
                U8(dotted[i]);
                _bytes[lengthAt]++;
            }
        }

        return this;
    }

    /// <summary>A compression pointer to an offset of the message.</summary>
    public DnsBuilder Jump(int offset)
    {
        return U16(0xC000 | offset);
    }

    /// <summary>The same byte again and again.</summary>
    public DnsBuilder Fill(int value, int count)
    {
        for (int i = 0; i < count; i++)
        {
            U8(value);
        }

        return this;
    }

    /// <summary>One byte.</summary>
    public DnsBuilder U8(int value)
    {
        _bytes[Length] = (byte)value;
        Length++;
        return this;
    }

    /// <summary>Two bytes, the high one first.</summary>
    public DnsBuilder U16(int value)
    {
        return U8(value >> 8).U8(value);
    }

    /// <summary>The message so far, in an array of its own.</summary>
    public byte[] Bytes()
    {
        byte[] bytes = new byte[Length];

        for (int i = 0; i < Length; i++)
        {
            bytes[i] = _bytes[i];
        }

        return bytes;
    }
}
