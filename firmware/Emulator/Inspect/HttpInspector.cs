using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Http;

namespace ToyGuard.Emulator.Inspect;

/// <summary>Shows what our readers make of one HTTP/1.1 message: <see cref="RequestHead"/> or <see cref="ResponseHead"/>, and <see cref="BodyReader"/> of what follows.</summary>
/// <remarks>A response is read as the answer to a GET, since a file does not say to what it was one.</remarks>
internal static class HttpInspector
{
    public static bool Inspect(InspectedBytes file, InspectionLine line)
    {
        // No method has a slash in it.
        bool isResponse = file.Bytes.AsSpan().StartsWith("HTTP/"u8);
        line.Add("message", isResponse ? "response" : "request");
        return isResponse ? Response(file, line) : Request(file, line);
    }

    private static bool Request(InspectedBytes file, InspectionLine line)
    {
        byte[] bytes = file.Bytes;
        RequestHead head = new();
        ReadStatus status = head.Read(bytes, 0, bytes.Length);

        if (status != ReadStatus.Complete)
        {
            return RefuseHead(status, head.Fault, head.FaultOffset, line);
        }

        BodyKind kind = head.ContentLength < 0 ? BodyKind.None : BodyKind.Length;
        BodyInspection body = BodyInspection.Of(file, head.HeadLength, kind, head.ContentLength);

        if (body.Fault != HttpFault.None)
        {
            return line.Refuse(body.Fault, HttpFaultWords.Of(body.Fault), body.End);
        }

        line.Read();
        line.Add("method", bytes, head.MethodOffset, head.MethodLength);
        line.Add("target", bytes, head.TargetOffset, head.TargetLength);
        line.Add("absolute", head.IsAbsolute);
        line.Add("host", bytes, head.HostOffset, head.HostLength);
        line.Add("hostPort", head.HostPort);
        line.Add("version", head.IsVersion10 ? "1.0" : "1.1");
        line.Add("upgrade", head.HasUpgrade);
        line.Add("expectsContinue", head.ExpectsContinue);
        line.Add("fields", Fields(bytes, head.HeaderCount, head.NameOffset, head.NameLength, head.ValueOffset, head.ValueLength));
        AddFraming(line, head.HeadLength, body, bytes.Length);
        return true;
    }

    private static bool Response(InspectedBytes file, InspectionLine line)
    {
        byte[] bytes = file.Bytes;
        ResponseHead head = new();
        List<string> interim = [];
        int begin = 0;

        while (true)
        {
            ReadStatus status = head.Read(bytes, begin, bytes.Length - begin);

            if (status != ReadStatus.Complete)
            {
                return RefuseHead(status, head.Fault, begin + head.FaultOffset, line);
            }

            // 101 is the last of HTTP there is.
            if (head.Status is >= 200 or 101)
            {
                break;
            }

            interim.Add(head.Status.ToString(CultureInfo.InvariantCulture));
            begin += head.HeadLength;
            head.Reset();
        }

        int end = begin + head.HeadLength;
        BodyInspection body = BodyInspection.Of(file, end, head.BodyOf(HttpMethod.Get), head.ContentLength);

        if (body.Fault != HttpFault.None)
        {
            return line.Refuse(body.Fault, HttpFaultWords.Of(body.Fault), body.End);
        }

        line.Read();
        line.Add("status", head.Status);
        line.Add("interim", [.. interim]);
        line.Add("version", head.IsVersion10 ? "1.0" : "1.1");
        line.Add("fields", Fields(bytes, head.HeaderCount, head.NameOffset, head.NameLength, head.ValueOffset, head.ValueLength));
        AddFraming(line, end, body, bytes.Length);
        return true;
    }

    private static void AddFraming(InspectionLine line, int headBytes, BodyInspection body, int length)
    {
        line.Add("headBytes", headBytes);
        line.Add("body", body.Kind.ToString());
        line.Add("bodyBytes", body.Bytes);
        line.Add("bodyIsWhole", body.IsWhole);
        line.Add("bytesBehind", length - body.End);
    }

    private static string[] Fields(
        byte[] bytes, int count, Func<int, int> nameOffset, Func<int, int> nameLength, Func<int, int> valueOffset, Func<int, int> valueLength)
    {
        return [.. Enumerable.Range(0, count).Select(at =>
            Encoding.ASCII.GetString(bytes, nameOffset(at), nameLength(at)) + ": " + Encoding.ASCII.GetString(bytes, valueOffset(at), valueLength(at)))];
    }

    private static bool RefuseHead(ReadStatus status, HttpFault fault, int offset, InspectionLine line)
    {
        return status == ReadStatus.NeedMore ? line.RefuseCutShort() : line.Refuse(fault, HttpFaultWords.Of(fault), offset);
    }
}
