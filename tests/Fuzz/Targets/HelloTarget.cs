using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of ClientHellos.</summary>
internal class HelloTarget : Target
{
    private const int RecordHeader = 5;
    private const int BodyAt = RecordHeader + 4;

    private readonly ClientHelloReader _reader = new();

    public override string Name
    {
        get { return "hello"; }
    }

    public override string Hurdle
    {
        get { return "record and message length"; }
    }

    public override int LengthMax
    {
        get { return 10000; }
    }

    /// <summary>The reader that read last.</summary>
    protected ClientHelloReader Reader { get; private set; } = new();

    public override IEnumerable<byte[]> Seeds()
    {
        return HelloTable.All().Select(static row => row.Bytes)
            .Append(HelloBuilder.Records(HelloTable.Good().Message(), 1))
            .Append(HelloBuilder.Cut(HelloTable.Good().Protocols().Extension(41, new byte[3]).Message(), 95));
    }

    public override IEnumerable<byte[]> Words()
    {
        yield return new byte[] { 22, 3, 1, 0, 1 };
        yield return new byte[] { 20, 3, 1, 0, 1, 1 };
        yield return new byte[] { 1, 0, 0 };
        yield return new byte[] { 3, 3 };
        yield return Encoding.ASCII.GetBytes("stories.toys.example");
        yield return Encoding.ASCII.GetBytes(".example");

        foreach (int type in new[] { 0, 16, 21, 41, 43, 0xfe0d, 0x8a8a })
        {
            yield return Bytes.Two(type);
            yield return new HelloBuilder().Extension(type, new byte[4]).Body()[^8..];
        }

        yield return new HelloBuilder().Name("a.example").Body()[^18..];
        yield return new HelloBuilder().Protocols().Body()[^18..];
    }

    public override Outcome Read(Pieces pieces)
    {
        ClientHelloReader reader = pieces.IsOtherwise ? new ClientHelloReader() : _reader;
        reader.Reset();
        ReadStatus status = ReadStatus.NeedMore;

        while (pieces.Next(out int have))
        {
            status = reader.Read(pieces.Buffer, pieces.Offset, have);

            if (status != ReadStatus.NeedMore)
            {
                break;
            }
        }

        Reader = reader;
        long sum = Outcome.Add(Outcome.Add(reader.HasEch ? 1 : 0, reader.HasProtocols ? 1 : 0), reader.Name, 0, reader.NameLength);
        bool isPast = status == ReadStatus.Complete || reader.Fault >= HelloFault.CutShort;

        return new Outcome(status, (int)reader.Fault, reader.FaultOffset, reader.Consumed, sum, isPast);
    }

    public override string? Judge(byte[] input, int count, Outcome outcome)
    {
        if (outcome.Status != ReadStatus.Complete)
        {
            return Reader.NameLength == 0 && Reader.Consumed == 0 ? null : "a name of a hello that was not read";
        }

        ReadOnlySpan<byte> name = Reader.Name.AsSpan(0, Reader.NameLength);

        return name.Length is 0 or > ClientHelloReader.NameMax || name.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7e) >= 0 || name[^1] == '.'
            ? "a name that is none"
            : null;
    }

    public override int StepsMax(int count)
    {
        // Each of 64 extensions is compared with those before it.
        return 9000 + (12 * count);
    }

    public override int Repair(byte[] input, int count, Dice dice)
    {
        if (count <= BodyAt || input[0] != 22)
        {
            return count;
        }

        Put(input, 3, Math.Min(count - RecordHeader, 16384));
        input[6] = 0;
        Put(input, 7, count - BodyAt);
        RepairExtensions(input, count, dice);

        return dice.Next(8) == 0 && count + RecordHeader <= input.Length ? CutRecord(input, count, dice) : count;
    }

    private static void RepairExtensions(byte[] input, int count, Dice dice)
    {
        int at = BodyAt + 34;
        at = at < count ? at + 1 + input[at] : count;
        at = at + 2 <= count ? at + 2 + Two(input, at) : count;
        at = at < count ? at + 1 + input[at] : count;

        if (at + 2 > count)
        {
            return;
        }

        Put(input, at, count - at - 2);

        for (at += 2; at + 4 <= count;)
        {
            int type = Two(input, at);
            int length = Two(input, at + 2);
            at += 4;

            if (length > count - at)
            {
                length = count - at;
                Put(input, at - 2, length);
            }

            if (type is 0 or 16 && length >= 2)
            {
                Put(input, at, length - 2);
            }

            if (type == 0 && length >= 5)
            {
                // Now and then a few bytes are left behind the name: where a second one would stand.
                int behind = dice.Next(4) == 0 ? dice.Next(Math.Min(length - 4, 9)) : 0;
                Put(input, at + 3, length - 5 - behind);
            }

            at += length;
        }
    }

    // The same message in two records.
    private static int CutRecord(byte[] input, int count, Dice dice)
    {
        int at = RecordHeader + 1 + dice.Next(count - RecordHeader - 1);
        Array.Copy(input, at, input, at + RecordHeader, count - at);
        Array.Copy(input, 0, input, at, 3);
        Put(input, at + 3, count - at);
        Put(input, 3, at - RecordHeader);

        return count + RecordHeader;
    }

    private static int Two(byte[] input, int at)
    {
        return (input[at] << 8) | input[at + 1];
    }

    private static void Put(byte[] input, int at, int value)
    {
        input[at] = (byte)(value >> 8);
        input[at + 1] = (byte)value;
    }
}
