using System.Collections.Generic;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Tests.Answers;

/// <summary>Answers that two readers could read in two ways, or that never are an answer: the kinds of RFC 9112, 6.3 and 11.1, of the HTTP Garden, and of llhttp's tests, made anew. Each with the reasons that may be given for it.</summary>
internal static class AnswerTable
{
    /// <summary>Every answer here breaks off or is refused before its body is whole; none may be taken for an answer with a body.</summary>
    public static IEnumerable<(string Name, string Bytes)> Bad()
    {
        const string Ok = "HTTP/1.1 200 OK\r\n";

        // Two lengths, or none that can be read.
        yield return ("two lengths, the same", Ok + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("two lengths, 5 and 6", Ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!");
        yield return ("two lengths, other case", Ok + "Content-Length: 5\r\nCONTENT-LENGTH: 50\r\n\r\nhello");
        yield return ("a list of lengths", Ok + "Content-Length: 5, 5\r\n\r\nhello");
        yield return ("a length with a plus", Ok + "Content-Length: +5\r\n\r\nhello");
        yield return ("a length below zero", Ok + "Content-Length: -5\r\n\r\nhello");
        yield return ("a length in hex", Ok + "Content-Length: 0x5\r\n\r\nhello");
        yield return ("a length with a fraction", Ok + "Content-Length: 5.0\r\n\r\nhello");
        yield return ("a length with letters behind", Ok + "Content-Length: 5 bytes\r\n\r\nhello");
        yield return ("an empty length", Ok + "Content-Length:\r\n\r\nhello");
        yield return ("a length of 2^32+5", Ok + "Content-Length: 4294967301\r\n\r\nhello");
        yield return ("a length of 2^64+5", Ok + "Content-Length: 18446744073709551621\r\n\r\nhello");
        yield return ("a length of many digits", Ok + "Content-Length: 00000000000000000000000000000000005\r\n\r\nhello");

        // Length and encoding together, or encodings nobody agreed on.
        yield return ("length and chunked", Ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        yield return ("chunked and length", Ok + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("chunked twice", Ok + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n");
        yield return ("chunked in two lines", Ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        yield return ("chunked, then gzip", Ok + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n");
        yield return ("gzip, then chunked", Ok + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        yield return ("identity", Ok + "Transfer-Encoding: identity\r\n\r\nhello");
        yield return ("xchunked", Ok + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
        yield return ("chunked with a tab inside", Ok + "Transfer-Encoding: chun\tked\r\n\r\n0\r\n\r\n");
        yield return ("chunked and 1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        // Lines that end or begin in two ways.
        yield return ("lines end in LF", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello");
        yield return ("one line ends in LF", Ok + "X: y\nContent-Length: 5\r\n\r\nhello");
        yield return ("a bare CR in a value", Ok + "X: a\rContent-Length: 6\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a folded line", Ok + "X: a\r\n b\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a folded length", Ok + "Content-Length:\r\n 5\r\n\r\nhello");
        yield return ("a space before the colon", Ok + "Content-Length : 5\r\n\r\nhello");
        yield return ("a space before the name", Ok + " Content-Length: 5\r\n\r\nhello");
        yield return ("a line without a colon", Ok + "Content-Length 5\r\n\r\nhello");
        yield return ("a line without a name", Ok + ": 5\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a NUL in a value", Ok + "X: a\0b\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a NUL in a name", Ok + "X\0: b\r\nContent-Length: 5\r\n\r\nhello");

        // What is no answer.
        yield return ("an empty line first", "\r\n" + Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("HTTP/0.9", "hello");
        yield return ("HTTP/2.0", "HTTP/2.0 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("HTTP/1.2", "HTTP/1.2 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("http in small letters", "http/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("ICY", "ICY 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a status of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a status of four digits", "HTTP/1.1 2000 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a status with a sign", "HTTP/1.1 +20 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a status of 600", "HTTP/1.1 600 Odd\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a status of 000", "HTTP/1.1 000 Odd\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("two spaces before the status", "HTTP/1.1  200 OK\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello");
        yield return ("a request", "GET / HTTP/1.1\r\nHost: stories.toys.example\r\n\r\n");
        yield return ("a page without a head", "<!doctype html><p>Log in to the hotel's network</p>");
        yield return ("five answers before the answer", Times("HTTP/1.1 100 Continue\r\n\r\n", 5) + Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("a head without end", Ok + Times("X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", 2000));
        yield return ("a line without end", "HTTP/1.1 200 " + Times("OK", 40_000));

        // Chunks.
        const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";
        yield return ("chunk: no size", Chunked + "\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: 0x", Chunked + "0x5\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: a sign", Chunked + "+5\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: below zero", Chunked + "-5\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: a space before", Chunked + " 5\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: 2^32+5", Chunked + "100000005\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: 2^64+5", Chunked + "10000000000000005\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: longer than said", Chunked + "5\r\nhello!\r\n0\r\n\r\n");
        yield return ("chunk: shorter than said", Chunked + "5\r\nhell\r\n0\r\n\r\n");
        yield return ("chunk: LF behind the size", Chunked + "5\nhello\r\n0\r\n\r\n");
        yield return ("chunk: LF behind the data", Chunked + "5\r\nhello\n0\r\n\r\n");
        yield return ("chunk: no end behind the data", Chunked + "5\r\nhello0\r\n\r\n");
        yield return ("chunk: letters", Chunked + "5g\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: size without end", Chunked + Times("0", 5000));
        yield return ("chunk: extension without end", Chunked + "5;" + Times("x", 50_000) + "\r\nhello\r\n0\r\n\r\n");
        yield return ("chunk: trailers without end", Chunked + "5\r\nhello\r\n0\r\n" + Times("X: y\r\n", 20_000));
    }

    /// <summary>Answers that can be read in one way only, however they are written; each with the body "hello".</summary>
    public static IEnumerable<(string Name, string Bytes)> Good()
    {
        const string Ok = "HTTP/1.1 200 OK\r\n";
        yield return ("a length", Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("a length without a space", Ok + "content-length:5\r\n\r\nhello");
        yield return ("a length with spaces and tabs around", Ok + "Content-Length: \t 5 \t\r\n\r\nhello");
        yield return ("no reason phrase", "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello");
        yield return ("another phrase", "HTTP/1.1 299 Odd (but fine)\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a continue first", "HTTP/1.1 100 Continue\r\n\r\n" + Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("early hints first", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("four answers before the answer", Times("HTTP/1.1 100 Continue\r\n\r\n", 4) + Ok + "Content-Length: 5\r\n\r\nhello");
        yield return ("one chunk", Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        yield return ("five chunks", Ok + "Transfer-Encoding: Chunked\r\n\r\n1\r\nh\r\n1\r\ne\r\n1\r\nl\r\n1\r\nl\r\n1\r\no\r\n0\r\n\r\n");
        yield return ("zeros before a size", Ok + "Transfer-Encoding: chunked\r\n\r\n0005\r\nhello\r\n000\r\n\r\n");
        yield return ("a chunk's extension", Ok + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\n");
        yield return ("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("a server's fault", "HTTP/1.1 500 Oh\r\nContent-Length: 5\r\n\r\nhello");
        yield return ("not a redirect that is followed", "HTTP/1.1 300 Choose\r\nLocation: /x\r\nContent-Length: 5\r\n\r\nhello");
    }

    /// <summary>Why an answer may be refused.</summary>
    public static bool IsReason(Reason reason)
    {
        return reason is Reason.AnswerMalformed or Reason.AnswerTooLong or Reason.AnswerCutShort;
    }

    private static string Times(string text, int count)
    {
        return new System.Text.StringBuilder(text.Length * count).Insert(0, text, count).ToString();
    }
}
