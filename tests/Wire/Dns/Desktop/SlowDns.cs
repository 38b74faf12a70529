using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>A second reader of DNS messages: slow, obvious, with lists and exceptions, written from the RFCs and not from ours. Tests compare the two.</summary>
internal sealed class SlowDns
{
    private readonly byte[] _message;
    private int _at;

    private SlowDns(byte[] message)
    {
        _message = message;
    }

    /// <summary>A question that may be answered, or null (RFC 1035, 4.1; RFC 6891, 6.1; and what DnsMessageReader says it refuses beyond them).</summary>
    public static SlowQuestion? ReadQuestion(byte[] message)
    {
        try
        {
            SlowDns reader = new(message);
            Demand(message.Length <= 1232);
            int id = reader.U16();
            int flags = reader.U16();
            Demand((flags & 0b1111_1010_0000_0000) == 0);
            Demand(reader.U16() == 1 && reader.U16() == 0 && reader.U16() == 0);
            int additional = reader.U16();
            Demand(additional < 2);
            List<byte[]> name = reader.NameAt(12, message.Length, false, 0, out reader._at);
            int type = reader.U16();
            Demand(reader.U16() == 1);
            SlowRecord? opt = null;

            if (additional == 1)
            {
                Demand(reader.Peek() == 0);
                opt = reader.Record();
                Demand(opt.Type == 41);
                CheckOptions(opt.Data);
            }

            Demand(reader._at == message.Length);
            return new SlowQuestion(id, Text(name), type, opt != null, opt == null ? 0 : opt.Class, opt == null ? 0 : (opt.Ttl >> 16) & 0xFF);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The addresses that a reply gives for the name, in order; empty when it says there are none; null when it may not be believed.</summary>
    public static SlowAnswer? ReadAnswer(byte[] message, int id, string asked)
    {
        try
        {
            SlowDns reader = new(message);
            Demand(reader.U16() == id);
            int flags = reader.U16();
            Demand((flags & 0xF800) == 0x8000);
            Demand(reader.U16() == 1);
            int answers = reader.U16();
            int authorities = reader.U16();
            int additional = reader.U16();
            Demand(string.Equals(Text(reader.NameAt(12, message.Length, false, 0, out reader._at)), asked, StringComparison.OrdinalIgnoreCase));
            Demand(reader.U16() == 1 && reader.U16() == 1);
            Demand(message.Length <= 1232);

            if ((flags & 0x0200) != 0)
            {
                return new SlowAnswer(flags & 15, true, new List<string>(), 0);
            }

            List<SlowRecord> answer = reader.Records(answers);
            Demand(answer.Concat(reader.Records(authorities)).All(r => r.Type != 41));
            List<SlowRecord> opts = reader.Records(additional).Where(r => r.Type == 41).ToList();
            Demand(reader._at == message.Length);
            Demand(opts.Count < 2 && opts.All(r => message[r.Start] == 0));
            opts.ForEach(r => CheckOptions(r.Data));

            List<SlowRecord> internet = answer.Where(r => r.Class == 1).ToList();
            Demand(internet.Where(r => r.Type == 1).All(r => r.Data.Length == 4));
            internet.Where(r => r.Type == 5).ToList().ForEach(r => r.Target = reader.TargetOf(r));

            int code = (flags & 15) | (opts.Count == 0 ? 0 : (opts[0].Ttl >> 24 & 0xFF) << 4);

            if (code != 0)
            {
                return new SlowAnswer(code, false, new List<string>(), 0);
            }

            string wanted = asked;
            int ttl = int.MaxValue;

            for (int step = 0; ; step++)
            {
                List<SlowRecord> here = internet
                    .Where(r => r.Type is 1 or 5 && r.Owner.Length > 0 && string.Equals(r.Owner, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
                SlowRecord? alias = here.FirstOrDefault(r => r.Type == 5);
                ttl = here.Select(r => Math.Max(r.Ttl, 0)).Append(ttl).Min();

                if (alias == null)
                {
                    List<string> addresses = here.Select(r => string.Join('.', r.Data)).Take(8).ToList();
                    return new SlowAnswer(0, false, addresses, addresses.Count == 0 ? 0 : ttl);
                }

                Demand(here.Count == 1 && step < 8 && alias.Target!.Length > 0);
                wanted = alias.Target!;
            }
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new FormatException();
        }
    }

    private static void CheckOptions(byte[] data)
    {
        for (int at = 0; at != data.Length;)
        {
            Demand(at + 4 <= data.Length);
            at += 4 + (data[at + 2] * 256) + data[at + 3];
            Demand(at <= data.Length);
        }
    }

    private static string Text(List<byte[]> labels)
    {
        return labels.All(l => l.All(b => b is > 32 and < 127 and not 46)) ? string.Join('.', labels.Select(Encoding.ASCII.GetString)) : "";
    }

    private int Peek()
    {
        Demand(_at < _message.Length);
        return _message[_at];
    }

    private int U8()
    {
        int value = Peek();
        _at++;
        return value;
    }

    private int U16()
    {
        return (U8() * 256) + U8();
    }

    private List<SlowRecord> Records(int count)
    {
        return Enumerable.Range(0, count).Select(_ => Record()).ToList();
    }

    private SlowRecord Record()
    {
        int start = _at;
        string owner = Text(NameAt(_at, _message.Length, true, 0, out _at));
        int type = U16();
        int @class = U16();
        int ttl = (U16() << 16) + U16();
        int length = U16();
        int dataAt = _at;
        byte[] data = Enumerable.Range(0, length).Select(_ => (byte)U8()).ToArray();
        return new SlowRecord(start, owner, type, @class, ttl, dataAt, data);
    }

    private string TargetOf(SlowRecord alias)
    {
        List<byte[]> name = NameAt(alias.DataAt, alias.DataAt + alias.Data.Length, true, 0, out int end);
        Demand(end == alias.DataAt + alias.Data.Length);
        return Text(name);
    }

    // RFC 1035, 4.1.4: a pointer leads to a prior occurrence of a name, which therefore stands whole before the part that points.
    private List<byte[]> NameAt(int start, int limit, bool withPointers, int pointers, out int end)
    {
        List<byte[]> labels = new();
        int at = start;

        while (true)
        {
            Demand(at < limit);
            int length = _message[at];

            if (length == 0)
            {
                end = at + 1;
                break;
            }

            if (length >= 0xC0)
            {
                Demand(withPointers && at + 1 < limit && pointers < 127);
                int target = ((length - 0xC0) * 256) + _message[at + 1];
                Demand(target >= 12 && target < start);
                labels.AddRange(NameAt(target, start, true, pointers + 1, out _));
                end = at + 2;
                break;
            }

            Demand(length < 64 && at + length < limit);
            labels.Add(_message.AsSpan(at + 1, length).ToArray());
            at += 1 + length;
        }

        Demand(labels.Sum(l => l.Length + 1) + 1 <= 255);
        return labels;
    }

    internal sealed record SlowQuestion(int Id, string Name, int Type, bool HasEdns, int UdpSize, int EdnsVersion);

    internal sealed record SlowAnswer(int Code, bool IsTruncated, List<string> Addresses, int Ttl);

    private sealed record SlowRecord(int Start, string Owner, int Type, int Class, int Ttl, int DataAt, byte[] Data)
    {
        public string? Target { get; set; }
    }
}
