using System;
using System.Collections.Generic;

namespace ToyGuard.Fuzz.Targets;

/// <summary>What the HTTP targets begin with, and what must be true of every head that any of them takes.</summary>
internal static class HttpSeeds
{
    public static IEnumerable<byte[]> Requests()
    {
        return Ascii.All(
            "GET / HTTP/1.1\r\nHost: plain.toys.example\r\n\r\n",
            "GET /a/b?c=%41 HTTP/1.1\r\nHost: plain.toys.example:80\r\nUser-Agent: toy/1\r\nAccept: */*\r\nConnection: keep-alive, x-a\r\nX-A: b\r\n\r\n",
            "POST /f HTTP/1.1\r\nHost: plain.toys.example\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
            "GET http://plain.toys.example/x HTTP/1.1\r\nHost: plain.toys.example\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "HEAD / HTTP/1.0\r\nHost: other.example\r\n\r\n",
            "CONNECT plain.toys.example:443 HTTP/1.1\r\nHost: plain.toys.example:443\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: plain.toys.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: plain.toys.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: plain.toys.example\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: plain.toys.example\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a.example\r\nHost: plain.toys.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : plain.toys.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: plain.toys.example\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\nHost: plain.toys.example\n\n",
            "GET  / HTTP/1.1\r\nHost: plain.toys.example\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: plain.toys.example\r\n\r\n");
    }

    public static IEnumerable<byte[]> RequestWords()
    {
        return Ascii.All(
            "\r\n", "\r\n\r\n", "\r", "\n", ": ", "Host: plain.toys.example\r\n", "Host: ", "GET ", "POST ", "CONNECT ", "OPTIONS ", " HTTP/1.1\r\n", " HTTP/1.0\r\n", "Content-Length: 0\r\n",
            "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Connection: host, x-a\r\n", "Upgrade: h2c\r\n", "Expect: 100-continue\r\n",
            "X-A: b\r\n", "http://plain.toys.example", "http://other.example", "/", "*", "%", "%00", "\t", " ", "\0", "@", "#", ":80", ":65536", "127.0.0.1", "[::1]");
    }

    public static IEnumerable<byte[]> Responses()
    {
        return Ascii.All(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "HTTP/1.0 302 Found\r\nLocation: /x\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 099 No\r\n\r\n", "HTTP/1.1 600 No\r\n\r\n",
            "HTTP/1.1 200 OK\n\n", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", "HTTP/1.1 200\r\n\r\n");
    }

    public static IEnumerable<byte[]> ResponseWords()
    {
        return Ascii.All(
            "\r\n", "\r\n\r\n", "\r", "\n", ": ", "HTTP/1.1 200 OK\r\n", "HTTP/1.0 ", "HTTP/1.1 ", "100", "204", "304", "Content-Length: 0\r\n", "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: ", "gzip, ", "chunked", "Connection: close\r\n", "X-A: b\r\n", "\t", " ", "\0", ",");
    }

    /// <summary>True when a line end stands among the first bytes, behind the first of them: the first line is behind.</summary>
    public static bool HasLine(byte[] buffer, int offset, int count)
    {
        return buffer.AsSpan(offset, count).IndexOf("\r\n"u8) > 0;
    }

    /// <summary>What no reader may take: control characters, a lone CR or LF, an end that is not the first empty line.</summary>
    public static string? WrongHead(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("\r\n\r\n"u8) != head.Length - 4)
        {
            return "a head that ends elsewhere than at its empty line";
        }

        for (int i = 0; i < head.Length; i++)
        {
            bool isOdd = head[i] switch
            {
                (byte)'\r' => head[i + 1] != '\n',
                (byte)'\n' => head[i - 1] != '\r',
                (byte)'\t' => false,
                _ => head[i] is < 0x20 or >= 0x7f,
            };

            if (isOdd)
            {
                return "a lone CR or LF, a control character or a high byte in a head";
            }
        }

        return null;
    }

    /// <summary>How many lines of the head begin with that name, however it is written. Blanks before the colon count as none.</summary>
    public static int Fields(ReadOnlySpan<byte> head, string lowerName)
    {
        int fields = 0;

        for (int at = head.IndexOf("\r\n"u8) + 2; at + lowerName.Length <= head.Length;)
        {
            bool isSame = true;

            for (int i = 0; i < lowerName.Length && isSame; i++)
            {
                byte lower = head[at + i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(head[at + i] + 32) : head[at + i];
                isSame = lower == lowerName[i];
            }

            fields += isSame ? 1 : 0;
            at += head[at..].IndexOf("\r\n"u8) + 2;
        }

        return fields;
    }
}
