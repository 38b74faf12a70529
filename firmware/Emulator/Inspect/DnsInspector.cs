using System;
using System.Globalization;
using System.Linq;
using System.Net;

using ToyGuard.Wire;
using ToyGuard.Wire.Dns;

namespace ToyGuard.Emulator.Inspect;

/// <summary>Shows what our readers make of a DNS message: <see cref="DnsMessageReader"/> of a question, <see cref="DnsAnswerReader"/> of an answer.</summary>
internal static class DnsInspector
{
    private const int HeaderLength = 12;
    private const int AddressLength = 4;

    public static bool Inspect(InspectedBytes file, InspectionLine line)
    {
        byte[] message = file.Bytes;

        // The first bit behind the identifier.
        bool isAnswer = message.Length > 2 && (message[2] & 0x80) != 0;
        line.Add("message", isAnswer ? "answer" : "question");
        return isAnswer ? Answer(message, line) : Question(message, line);
    }

    private static bool Question(byte[] message, InspectionLine line)
    {
        DnsQuestion question = new();
        ReadStatus status = DnsMessageReader.Read(message, 0, message.Length, question);

        if (status != ReadStatus.Complete)
        {
            return Refuse(status, question.Fault, question.FaultOffset, line);
        }

        line.Read();
        line.Add("id", question.Id);
        line.Add("name", question.Name, 0, question.NameLength);
        line.Add("type", question.Type);
        line.Add("typeName", TypeName(question.Type));
        line.Add("recursionDesired", question.IsRecursionDesired);
        line.Add("checkingDisabled", question.IsCheckingDisabled);
        line.Add("edns", question.HasEdns);

        if (question.HasEdns)
        {
            line.Add("ednsVersion", question.EdnsVersion);
            line.Add("udpSize", question.UdpSize);
            line.Add("dnssecOk", question.IsDnssecOk);
        }

        return true;
    }

    // The reader compares an answer with the question that went out; here that is the one which the answer repeats.
    private static bool Answer(byte[] message, InspectionLine line)
    {
        DnsName asked = new();
        ReadStatus status = message.Length < HeaderLength
            ? ReadStatus.NeedMore
            : asked.Read(message, 0, message.Length, HeaderLength, false);

        if (status != ReadStatus.Complete)
        {
            return Refuse(status, asked.Fault, asked.FaultOffset, line);
        }

        DnsAnswerReader answer = new();
        int id = (message[0] << 8) | message[1];
        status = answer.Read(message, 0, message.Length, id, asked.Text, asked.TextLength);

        if (status != ReadStatus.Complete)
        {
            return Refuse(status, answer.Fault, answer.FaultOffset, line);
        }

        line.Read();
        line.Add("id", id);
        line.Add("name", asked.Text, 0, asked.TextLength);
        line.Add("code", answer.Code);
        line.Add("truncated", answer.IsTruncated);
        line.Add("addresses", [.. Enumerable.Range(0, answer.AddressCount)
            .Select(at => new IPAddress(answer.Addresses.AsSpan(at * AddressLength, AddressLength)).ToString())]);
        line.Add("ttlSeconds", answer.TtlSeconds);
        return true;
    }

    private static bool Refuse(ReadStatus status, DnsFault fault, int offset, InspectionLine line)
    {
        return status == ReadStatus.NeedMore ? line.RefuseCutShort() : line.Refuse(fault, DnsFaultWords.Of(fault), offset);
    }

    private static string TypeName(int type)
    {
        return type switch
        {
            DnsType.A => "A",
            DnsType.Aaaa => "AAAA",
            DnsType.Cname => "CNAME",
            DnsType.Https => "HTTPS",
            DnsType.Svcb => "SVCB",
            _ => string.Create(CultureInfo.InvariantCulture, $"TYPE{type}"),
        };
    }
}
