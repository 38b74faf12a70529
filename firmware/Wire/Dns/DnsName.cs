namespace ToyGuard.Wire.Dns;

/// <summary>Reads a name out of a message into one fixed buffer, following compression pointers safely. Reusable; allocates nothing.</summary>
/// <remarks>
/// RFC 1035, 3.1 and 4.1.4. A pointer must lead to before the part of the name that holds it, and the part it leads to must end
/// before that part begins. So every jump goes strictly backwards, no byte is read twice, and a loop cannot be written down (RFC 9267, 2).
/// A label may hold any byte on the wire; only names of printable ASCII without a dot inside a label become text, case as sent.
/// </remarks>
public sealed class DnsName
{
    /// <summary>255 bytes on the wire (RFC 1035, 2.3.4) leave 253 characters with dots.</summary>
    public const int TextMax = 253;

    /// <summary>A name of 255 bytes has at most 127 labels; a pointer for each is all that honest compression can make.</summary>
    public const int PointersMax = 127;

    private const int WireMax = 255;
    private const int PointerBits = 0xC0;

    /// <summary>The name as labels with dots between them, case as sent, no dot at the end. Always the same array.</summary>
    public byte[] Text { get; } = new byte[TextMax];

    /// <summary>How much of <see cref="Text"/> is the name. 0 for the root, for a name that is no text, and before a complete read.</summary>
    public int TextLength { get; private set; }

    /// <summary>Offset just behind the name where it stands, once read whole.</summary>
    public int End { get; private set; }

    /// <summary>Why the name was refused.</summary>
    public DnsFault Fault { get; private set; }

    /// <summary>Offset in the buffer of what was refused.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>Reads the name at <paramref name="at"/> of the message that fills the buffer from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="buffer">Holds the message.</param>
    /// <param name="start">Where the message begins; pointers count from here.</param>
    /// <param name="end">Offset just behind the message.</param>
    /// <param name="at">Where the name begins, from <paramref name="start"/> to <paramref name="end"/>.</param>
    /// <param name="withPointers">False where compression is out of place.</param>
    public ReadStatus Read(byte[] buffer, int start, int end, int at, bool withPointers)
    {
        Clear();

        int part = at;
        int limit = end;
        int pointers = 0;
        int wireLength = 1;
        int textLength = 0;
        bool isText = true;

        while (true)
        {
            if (at >= limit)
            {
                return pointers == 0 ? ReadStatus.NeedMore : Refuse(DnsFault.PointerOverlap, at);
            }

            int length = buffer[at];

            if (length == 0)
            {
                if (pointers == 0)
                {
                    End = at + 1;
                }

                TextLength = isText ? textLength : 0;
                return ReadStatus.Complete;
            }

            if ((length & PointerBits) == PointerBits)
            {
                if (!withPointers)
                {
                    return Refuse(DnsFault.PointerInQuestion, at);
                }

                if (at + 1 >= limit)
                {
                    return pointers == 0 ? ReadStatus.NeedMore : Refuse(DnsFault.PointerOverlap, at);
                }

                if (pointers == 0)
                {
                    End = at + 2;
                }

                pointers++;

                if (pointers > PointersMax)
                {
                    return Refuse(DnsFault.TooManyPointers, at);
                }

                int distance = ((length & ~PointerBits) << 8) | buffer[at + 1];

                if (distance < DnsFormat.HeaderLength)
                {
                    return Refuse(DnsFault.PointerIntoHeader, at);
                }

                if (distance >= part - start)
                {
                    return Refuse(DnsFault.PointerNotBackwards, at);
                }

                limit = part;
                part = start + distance;
                at = part;
                continue;
            }

            if ((length & PointerBits) != 0)
            {
                return Refuse(DnsFault.LabelKind, at);
            }

            wireLength += length + 1;

            if (wireLength > WireMax)
            {
                return Refuse(DnsFault.NameTooLong, at);
            }

            if (length > limit - at - 1)
            {
                return pointers == 0 ? ReadStatus.NeedMore : Refuse(DnsFault.PointerOverlap, at);
            }

            if (textLength > 0)
            {
                Text[textLength] = (byte)'.';
                textLength++;
            }

            for (int i = 1; i <= length; i++)
            {
                byte character = buffer[at + i];
                isText = isText && character > ' ' && character < 0x7F && character != '.';
                Text[textLength] = character;
                textLength++;
            }

            at += length + 1;
        }
    }

    /// <summary>True when the name is text and spells <paramref name="text"/>, upper and lower case alike (RFC 4343). Never true for an empty name.</summary>
    public bool IsSame(byte[] text, int length)
    {
        if (length != TextLength || length == 0)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if (Lower(Text[i]) != Lower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    internal void Clear()
    {
        TextLength = 0;
        End = 0;
        Fault = DnsFault.None;
        FaultOffset = 0;
    }

    private static int Lower(byte character)
    {
        return character >= 'A' && character <= 'Z' ? character + 32 : character;
    }

    private ReadStatus Refuse(DnsFault fault, int offset)
    {
        End = 0;
        Fault = fault;
        FaultOffset = offset;
        return ReadStatus.Refused;
    }
}
