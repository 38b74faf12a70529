using System;
using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of bodies: an input is a chunked one, but for one that begins with L and a length, or with T for one that ends with the connection.</summary>
internal sealed class BodyTarget : Target
{
    private readonly BodyReader _used = new();

    private long _dataSum;

    public override string Name
    {
        get { return "body"; }
    }

    public override string Hurdle
    {
        get { return "first chunk's size"; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "5\r\nhello\r\n0\r\n\r\n", "5;a=b\r\nhello\r\n1\r\n!\r\n0;x\r\nA: b\r\n\r\nbehind", "0\r\n\r\n", "00000005\r\nhello\r\n0\r\n\r\n", "ffffffff\r\n", "100000000\r\n", "5\nhello\n0\n\n",
            "5\r\nhello!\r\n0\r\n\r\n", " 5\r\nhello\r\n0\r\n\r\n", "-1\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "1f\r\nA body of thirty-one characters\r\n0\r\nA: b\r\nC: d\r\n\r\n", "L\u0005hello, you", "L\0", "Tto the end");
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All("\r\n", "\r\n0\r\n\r\n", "0\r\n", "5\r\nhello\r\n", ";a=b", "\r", "\n", "A: b\r\n", "7fffffff", "80000000", "ffffffff", "00000000", "L\u0005", "T", ";", "\t", " ");
    }

    public override Outcome Read(Pieces pieces)
    {
        BodyReader reader = pieces.IsOtherwise ? new BodyReader() : _used;
        ReadStatus status = ReadStatus.NeedMore;
        bool isBegun = false;
        int done = 0;
        int data = 0;
        long sum = 0;

        while (pieces.Next(out int have))
        {
            // The kind is said by the first byte or two of the input.
            if (!isBegun && (have >= 2 || have == pieces.Count))
            {
                isBegun = true;
                done = Begin(reader, pieces, have);
            }

            for (bool isMoving = isBegun; isMoving;)
            {
                status = reader.Read(pieces.Buffer, pieces.Offset + done, have - done);

                for (int i = 0; i < reader.DataLength; i++)
                {
                    sum = Outcome.Add(sum, pieces.Buffer[reader.DataOffset + i]);
                }

                data += reader.DataLength;
                done += reader.Consumed;
                isMoving = status == ReadStatus.NeedMore && reader.Consumed > 0;
            }
        }

        bool isToClose = pieces.Count > 0 && pieces.Buffer[pieces.Offset] == 'T';
        status = isToClose ? reader.End() : status;
        _dataSum = sum;
        bool isPast = data > 0 || status == ReadStatus.Complete;

        return new Outcome(
            status, (int)reader.Fault, status == ReadStatus.Refused ? done : 0, status == ReadStatus.Complete ? done : 0, Outcome.Add(sum, data), isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (outcome.Status != ReadStatus.Complete || count == 0 || input[0] is (byte)'L' or (byte)'T')
        {
            return null;
        }

        return Plainly(input.AsSpan(0, count), out int length, out long sum) && length == outcome.Consumed && sum == _dataSum ? null : "another body when read plainly";
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        // The size of each chunk that says too much or too little becomes what is there up to the next line end, in as many digits as it has.
        for (int at = 0; at < count;)
        {
            int line = input.AsSpan(at, count - at).IndexOf("\r\n"u8);
            int data = at + line + 2;
            int length = line < 0 ? -1 : input.AsSpan(data, count - data).IndexOf("\r\n"u8);

            if (length <= 0)
            {
                break;
            }

            int digits = input.AsSpan(at, line).IndexOf((byte)';');
            digits = digits < 0 ? line : digits;

            for (int i = digits - 1, left = length; i >= 0; i--, left >>= 4)
            {
                input[at + i] = (byte)"0123456789abcdef"[left & 15];
            }

            at = data + length + 2;
        }

        return count;
    }

    public override int StepsMax(int count)
    {
        return 500 + (60 * count);
    }

    private static int Begin(BodyReader reader, Pieces pieces, int have)
    {
        byte first = pieces.Count > 0 ? pieces.Buffer[pieces.Offset] : (byte)0;

        switch (first)
        {
            case (byte)'L' when have > 1:
                reader.Begin(BodyKind.Length, pieces.Buffer[pieces.Offset + 1]);
                return 2;

            case (byte)'T':
                reader.Begin(BodyKind.ToClose, 0);
                return 1;

            default:
                reader.Begin(BodyKind.Chunked, 0);
                return 0;
        }
    }

    // RFC 9112, 7.1, for a body that is known to be right: sizes up to a line end or a semicolon, data, a line end; fields up to an empty line.
    private static bool Plainly(ReadOnlySpan<byte> body, out int length, out long sum)
    {
        sum = 0;
        length = 0;

        while (true)
        {
            int line = body[length..].IndexOf("\r\n"u8);
            string size = Ascii.Text(body.Slice(length, line)).Split(';')[0];
            int chunk = Convert.ToInt32(size, 16);
            length += line + 2;

            if (chunk == 0)
            {
                break;
            }

            foreach (byte value in body.Slice(length, chunk))
            {
                sum = Outcome.Add(sum, value);
            }

            length += chunk + 2;

            if (!body.Slice(length - 2, 2).SequenceEqual("\r\n"u8))
            {
                return false;
            }
        }

        while (!body[length..].StartsWith("\r\n"u8))
        {
            length += body[length..].IndexOf("\r\n"u8) + 2;
        }

        length += 2;

        return true;
    }
}
