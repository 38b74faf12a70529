using System.Collections;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>Every kind of request head that a strict reader has to tell apart, each with its one right answer. The same table goes through the reader, the judge, the relay and the page's server.</summary>
/// <remarks>
/// Kinds known from RFC 9112, 11.2, from the HTTP Garden and from the test suites of llhttp and picohttpparser, made anew. Numbers of faults are those of HttpFault.
/// In a text, "^" stands for the one byte that a row is about and that no text can hold on the device.
/// </remarks>
public static class HttpTable
{
    /// <summary>The host that the rows ask for unless told otherwise.</summary>
    public const string Allowed = "stories.toys.example";

    private const int Complete = 1;
    private const int NeedMore = 2;
    private const int Refused = 3;

    /// <summary>All rows, made anew, for <see cref="Allowed"/>.</summary>
    public static HttpCase[] All()
    {
        return All(Allowed);
    }

    /// <summary>All rows, made anew; the well-formed ones ask for <paramref name="host"/>, but for those that are about the host. At most 40 bytes, without a port.</summary>
    public static HttpCase[] All(string host)
    {
        ArrayList rows = new ArrayList();
        AddGoodLines(rows, host);
        AddGoodHosts(rows, host);
        AddGoodFields(rows, host);
        AddUnfinished(rows, host);
        AddOtherProtocols(rows, host);
        AddMethods(rows, host);
        AddTargetBytes(rows, host);
        AddTargetForms(rows, host);
        AddTargetHosts(rows, host);
        AddVersions(rows, host);
        AddLineEnds(rows, host);
        AddNames(rows, host);
        AddValues(rows, host);
        AddBounds(rows, host);
        AddHosts(rows, host);
        AddDifferentHosts(rows, host);
        AddEncodings(rows, host);
        AddLengths(rows, host);

        HttpCase[] cases = new HttpCase[rows.Count];

        for (int i = 0; i < cases.Length; i++)
        {
            cases[i] = (HttpCase)rows[i]!;
        }

        return cases;
    }

    /// <summary>A GET of "/" with these field lines behind Host, each ending in CR LF.</summary>
    public static byte[] Get(string host, string fields)
    {
        return Text(Head(host, "GET / HTTP/1.1", fields));
    }

    /// <summary>A head as Chromium sends it for a page.</summary>
    public static byte[] Browser(string host)
    {
        return Get(host, "Connection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\n"
            + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36\r\n"
            + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
            + "sec-ch-ua: \"Chromium\";v=\"156\", \"Not?A_Brand\";v=\"24\"\r\nsec-ch-ua-mobile: ?0\r\n"
            + "Accept-Encoding: gzip, deflate\r\nAccept-Language: en-US,en;q=0.9\r\n");
    }

    /// <summary>A head that is exactly so long.</summary>
    public static byte[] OfLength(string host, int length)
    {
        int rest = length - Head(host, "GET / HTTP/1.1", "X: \r\n").Length;

        return Get(host, "X: " + Repeated("x", rest) + "\r\n");
    }

    private static void AddGoodLines(ArrayList rows, string h)
    {
        GoodLine(rows, "plain GET", h, "GET / HTTP/1.1");
        GoodLine(rows, "HEAD", h, "HEAD / HTTP/1.1");
        GoodLine(rows, "DELETE", h, "DELETE /a HTTP/1.1");
        GoodLine(rows, "OPTIONS of a path", h, "OPTIONS /a HTTP/1.1");
        GoodLine(rows, "OPTIONS of everything", h, "OPTIONS * HTTP/1.1");
        GoodLine(rows, "TRACE", h, "TRACE / HTTP/1.1");
        GoodLine(rows, "lower-case method, another one", h, "get / HTTP/1.1");
        GoodLine(rows, "method of another standard", h, "PROPFIND / HTTP/1.1");
        GoodLine(rows, "method with a hyphen", h, "M-SEARCH / HTTP/1.1");
        GoodLine(rows, "method of all marks", h, "!#$%&'*+-.|~_` / HTTP/1.1");
        GoodLine(rows, "method of 32 letters", h, Repeated("M", 32) + " / HTTP/1.1");
        GoodLine(rows, "HTTP/1.0", h, "GET / HTTP/1.0");
        GoodLine(rows, "query", h, "GET /a?b=c&d=e HTTP/1.1");
        GoodLine(rows, "query with a question mark", h, "GET /a?b?c/d HTTP/1.1");
        GoodLine(rows, "empty query", h, "GET /? HTTP/1.1");
        GoodLine(rows, "percent signs", h, "GET /%20%2f%C3%a9 HTTP/1.1");
        GoodLine(rows, "percent sign at the end", h, "GET /a%00 HTTP/1.1");
        GoodLine(rows, "all marks of a path", h, "GET /-._~!$&'()*+,;=:@ HTTP/1.1");
        GoodLine(rows, "two slashes in front", h, "GET //other.example/a HTTP/1.1");
        GoodLine(rows, "dots", h, "GET /a/../../b HTTP/1.1");
        GoodLine(rows, "a URL inside the path", h, "GET /http://other.example/ HTTP/1.1");
        GoodLine(rows, "target of 2,048 bytes", h, "GET /" + Repeated("a", 2047) + " HTTP/1.1");
        GoodLine(rows, "absolute target", h, "GET http://" + h + "/ HTTP/1.1");
        GoodLine(rows, "absolute target, path and query", h, "GET http://" + h + "/a?b=http://other.example/ HTTP/1.1");
        GoodLine(rows, "absolute target, upper-case scheme", h, "GET HTTP://" + h + "/a HTTP/1.1");
        GoodLine(rows, "absolute target in HTTP/1.0", h, "GET http://" + h + "/ HTTP/1.0");
    }

    private static void AddGoodHosts(ArrayList rows, string h)
    {
        Good(rows, "absolute target with a port", "GET http://" + h + ":8080/ HTTP/1.1\r\nHost: " + h + ":8080\r\n\r\n");
        Good(rows, "absolute target, other case than Host", "GET http://STORIES.toys.example/ HTTP/1.1\r\nHost: stories.TOYS.example\r\n\r\n");
        Good(rows, "CONNECT", "CONNECT " + h + ":443 HTTP/1.1\r\nHost: " + h + ":443\r\n\r\n");
        GoodHost(rows, "another host", "other.example");
        GoodHost(rows, "port 80", h + ":80");
        GoodHost(rows, "port 1", h + ":1");
        GoodHost(rows, "port 65535", h + ":65535");
        GoodHost(rows, "upper-case host", "STORIES.TOYS.EXAMPLE");
        GoodHost(rows, "host with a dot behind", "stories.toys.example.");
        GoodHost(rows, "host with an underscore", "story_bear.toys.example");
        GoodHost(rows, "host that is an address", "192.0.2.1");
        GoodHost(rows, "host of 255 bytes", Repeated("a.", 124) + "example");
        Good(rows, "Host last", "GET / HTTP/1.1\r\nAccept: */*\r\nX-Host: other.example\r\nHost: " + h + "\r\n\r\n");
        Good(rows, "name in lower case", "GET / HTTP/1.1\r\nhost: " + h + "\r\n\r\n");
        Good(rows, "name in upper case", "GET / HTTP/1.1\r\nHOST: " + h + "\r\n\r\n");
        Good(rows, "no blank before the value", "GET / HTTP/1.1\r\nHost:" + h + "\r\n\r\n");
        Good(rows, "blanks around the value", "GET / HTTP/1.1\r\nHost: \t " + h + " \t \r\n\r\n");
    }

    private static void AddGoodFields(ArrayList rows, string h)
    {
        Good(rows, "browser", Browser(h));
        Good(rows, "POST with a body", Head(h, "POST /a HTTP/1.1", "Content-Length: 5\r\n") + "hello");
        Good(rows, "PUT without a body", Head(h, "PUT /a HTTP/1.1", "Content-Length: 0\r\n"));
        Good(rows, "PATCH with a body", Head(h, "PATCH /a HTTP/1.1", "content-length:5 \r\n") + "hello");
        Good(rows, "POST without a length", Head(h, "POST /a HTTP/1.1", ""));
        GoodFields(rows, "Content-Length 2^32", h, "Content-Length: 4294967296\r\n");
        GoodFields(rows, "Content-Length of 15 digits", h, "Content-Length: 999999999999999\r\n");
        GoodFields(rows, "empty value", h, "X:\r\n");
        GoodFields(rows, "value of blanks", h, "X: \t \r\n");
        GoodFields(rows, "value with colons", h, "X: a: b: c\r\n");
        GoodFields(rows, "value with a tab", h, "X: a\tb\r\n");
        GoodFields(rows, "one name twice", h, "Accept: a\r\nAccept: b\r\n");
        GoodFields(rows, "name of all marks", h, "!#$%&'*+-.|~_`09: x\r\n");
        GoodFields(rows, "name of one letter", h, "x: y\r\n");
        GoodFields(rows, "names that begin as others do", h, "Hostx: a\r\nContent-Lengt: a\r\nContent-Length2: a\r\nTransfer-Encodings: chunked\r\n");
        GoodFields(rows, "Connection: close", h, "Connection: close\r\n");
        GoodFields(rows, "Connection, a list", h, "Connection: keep-alive, x-host,,hosts ,\r\n");
        GoodFields(rows, "Upgrade", h, "Connection: Upgrade\r\nUpgrade: websocket\r\n");
        GoodFields(rows, "Expect", h, "Expect: 100-Continue\r\nContent-Length: 5\r\n");
        GoodFields(rows, "TE", h, "TE: trailers\r\n");
        GoodFields(rows, "64 fields", h, Repeated("X: y\r\n", 63));
        Good(rows, "8,192 bytes", OfLength(h, 8192));
        Good(rows, "another request behind it", Head(h, "GET /a HTTP/1.1", "") + Head("other.example", "GET /b HTTP/1.1", ""));
        Good(rows, "NUL behind it", With(Head(h, "GET / HTTP/1.1", "") + "^", 0));
    }

    private static void AddUnfinished(ArrayList rows, string h)
    {
        Row(rows, "nothing", NeedMore, 0, new byte[0]);
        Row(rows, "half a method", NeedMore, 0, Text("GE"));
        Row(rows, "half a target", NeedMore, 0, Text("GET /a%2"));
        Row(rows, "no line end", NeedMore, 0, Text("GET / HTTP/1.1\r"));
        Row(rows, "no empty line", NeedMore, 0, Text("GET / HTTP/1.1\r\nHost: " + h + "\r\n"));
        Row(rows, "half an empty line", NeedMore, 0, Text("GET / HTTP/1.1\r\nHost: " + h + "\r\n\r"));
        Row(rows, "8,191 bytes of a longer head", NeedMore, 0, Bytes.Part(OfLength(h, 9000), 0, 8191));
    }

    private static void AddOtherProtocols(ArrayList rows, string h)
    {
        Refuse(rows, "TLS", 3, HelloTable.Good().Record());
        Refuse(rows, "SOCKS 4", 3, new byte[] { 4, 1, 0, 80, 192, 0, 2, 1, 0 });
        Refuse(rows, "SOCKS 5", 3, new byte[] { 5, 1, 0 });
        Refuse(rows, "HTTP/2", 9, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        Refuse(rows, "SSH", 13, "SSH-2.0-Toy\r\n");
        Refuse(rows, "SMTP", 9, "EHLO " + h + " HTTP/1.1\r\n\r\n");
        Refuse(rows, "RTSP", 14, "OPTIONS * RTSP/1.0\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "PROXY header, text", 9, "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n" + Head(h, "GET / HTTP/1.1", ""));
        Refuse(rows, "PROXY header, binary", 1, new byte[] { 13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10 });
        Refuse(rows, "JSON", 3, "{\"a\":1}\r\n");
        Refuse(rows, "XML", 3, With("<policy-file-request/>^", 0));
        Refuse(rows, "a response", 3, "HTTP/1.1 200 OK\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "zeros", 3, new byte[300]);
        Refuse(rows, "UTF-16", 3, With("G^E^T^ ^/^", 0));
        Refuse(rows, "byte order mark", 3, Bytes.Join(new byte[] { 0xef, 0xbb, 0xbf }, Get(h, "")));
    }

    private static void AddMethods(ArrayList rows, string h)
    {
        Refuse(rows, "empty line in front", 1, "\r\n" + Head(h, "GET / HTTP/1.1", ""));
        Refuse(rows, "two empty lines in front", 1, "\r\n\r\n" + Head(h, "GET / HTTP/1.1", ""));
        Refuse(rows, "LF in front", 1, "\n" + Head(h, "GET / HTTP/1.1", ""));
        Refuse(rows, "CR in front", 1, "\r" + Head(h, "GET / HTTP/1.1", ""));
        BadLine(rows, "space in front", 2, h, " GET / HTTP/1.1");
        BadLine(rows, "no method", 2, h, " / HTTP/1.1");
        BadLine(rows, "tab in front", 3, h, "\tGET / HTTP/1.1");
        BadLine(rows, "tab behind the method", 3, h, "GET\t/ HTTP/1.1");
        BadLine(rows, "no space behind the method", 3, h, "GET/ HTTP/1.1");
        BadLine(rows, "colon in the method", 3, h, "GET: / HTTP/1.1");
        BadLine(rows, "method in brackets", 3, h, "(GET) / HTTP/1.1");
        BadLine(rows, "method in quotes", 3, h, "\"GET\" / HTTP/1.1");
        BadLine(rows, "comma in the method", 3, h, "GET,POST / HTTP/1.1");
        BadLine(rows, "at sign in the method", 3, h, "G@T / HTTP/1.1");
        BadLine(rows, "field before the request line", 3, h, "X: y\r\nGET / HTTP/1.1");
        BadByte(rows, "NUL before the method", 3, 0, Head(h, "^GET / HTTP/1.1", ""));
        BadByte(rows, "NUL in the method", 3, 0, Head(h, "G^ET / HTTP/1.1", ""));
        BadByte(rows, "NUL behind the method", 3, 0, Head(h, "GET^ / HTTP/1.1", ""));
        BadByte(rows, "control in the method", 3, 1, Head(h, "G^T / HTTP/1.1", ""));
        BadByte(rows, "DEL in the method", 3, 127, Head(h, "G^T / HTTP/1.1", ""));
        BadByte(rows, "escape in the method", 3, 27, Head(h, "^[0mGET / HTTP/1.1", ""));
        BadByte(rows, "high bit in the method", 3, 'E' + 128, Head(h, "G^T / HTTP/1.1", ""));
        BadByte(rows, "form feed behind the method", 3, 12, Head(h, "GET^/ HTTP/1.1", ""));
        BadLine(rows, "space in the method", 9, h, "G ET / HTTP/1.1");
        BadLine(rows, "method of 33 letters", 4, h, Repeated("M", 33) + " / HTTP/1.1");
        Refuse(rows, "9,000 letters without a space", 4, Repeated("A", 9000));
    }

    private static void AddTargetBytes(ArrayList rows, string h)
    {
        BadLine(rows, "two spaces before the target", 5, h, "GET  / HTTP/1.1");
        BadLine(rows, "no target", 5, h, "GET  HTTP/1.1");
        BadLine(rows, "target of 2,049 bytes", 6, h, "GET /" + Repeated("a", 2048) + " HTTP/1.1");
        BadLine(rows, "target of 2,049 bytes with a percent sign over the end", 6, h, "GET /" + Repeated("a", 2045) + "%20 HTTP/1.1");
        BadLine(rows, "target of 60,000 bytes", 6, h, "GET /" + Repeated("a", 59999) + " HTTP/1.1");
        BadLine(rows, "tab before the version", 7, h, "GET /\tHTTP/1.1");
        BadLine(rows, "tab in the target", 7, h, "GET /a\tb HTTP/1.1");
        BadLine(rows, "fragment", 7, h, "GET /a#b HTTP/1.1");
        BadLine(rows, "quote in the target", 7, h, "GET /\" HTTP/1.1");
        BadLine(rows, "less-than in the target", 7, h, "GET /<b HTTP/1.1");
        BadLine(rows, "greater-than in the target", 7, h, "GET /b> HTTP/1.1");
        BadLine(rows, "backslash in the target", 7, h, "GET /\\other.example HTTP/1.1");
        BadLine(rows, "backslash for a slash", 7, h, "GET \\ HTTP/1.1");
        BadByte(rows, "caret in the target", 7, '^', Head(h, "GET /^ HTTP/1.1", ""));
        BadLine(rows, "back quote in the target", 7, h, "GET /` HTTP/1.1");
        BadLine(rows, "brace in the target", 7, h, "GET /{a HTTP/1.1");
        BadLine(rows, "closing brace in the target", 7, h, "GET /a} HTTP/1.1");
        BadLine(rows, "bar in the target", 7, h, "GET /a|b HTTP/1.1");
        BadLine(rows, "bracket in the target", 7, h, "GET /?a[b HTTP/1.1");
        BadLine(rows, "closing bracket in the target", 7, h, "GET /?a]b HTTP/1.1");
        BadByte(rows, "NUL in the target", 7, 0, Head(h, "GET /a^b HTTP/1.1", ""));
        BadByte(rows, "NUL for the target", 7, 0, Head(h, "GET ^ HTTP/1.1", ""));
        BadByte(rows, "NUL behind the target", 7, 0, Head(h, "GET /^ HTTP/1.1", ""));
        BadByte(rows, "control in the target", 7, 1, Head(h, "GET /^ HTTP/1.1", ""));
        BadByte(rows, "vertical tab in the target", 7, 11, Head(h, "GET /^HTTP/1.1", ""));
        BadByte(rows, "form feed in the target", 7, 12, Head(h, "GET /^HTTP/1.1", ""));
        BadByte(rows, "DEL in the target", 7, 127, Head(h, "GET /^ HTTP/1.1", ""));
        BadByte(rows, "byte 128 in the target", 7, 128, Head(h, "GET /^ HTTP/1.1", ""));
        BadByte(rows, "byte 255 in the target", 7, 255, Head(h, "GET /^ HTTP/1.1", ""));
        BadByte(rows, "no-break space behind the target", 7, 160, Head(h, "GET /^HTTP/1.1", ""));
        BadLine(rows, "UTF-8 in the target", 7, h, "GET /\u00e9 HTTP/1.1");
        BadLine(rows, "percent sign alone", 8, h, "GET /% HTTP/1.1");
        BadLine(rows, "percent sign with one digit", 8, h, "GET /%2 HTTP/1.1");
        BadLine(rows, "percent sign with letters", 8, h, "GET /%zz HTTP/1.1");
        BadLine(rows, "percent sign with a u", 8, h, "GET /%u002f HTTP/1.1");
        BadLine(rows, "two percent signs", 8, h, "GET /%%41 HTTP/1.1");
        BadLine(rows, "percent sign in the query", 8, h, "GET /?%4g HTTP/1.1");
        BadByte(rows, "percent sign and NUL", 8, 0, Head(h, "GET /%0^ HTTP/1.1", ""));
    }

    private static void AddTargetForms(ArrayList rows, string h)
    {
        BadLine(rows, "target without a slash", 9, h, "GET index.html HTTP/1.1");
        BadLine(rows, "GET of everything", 9, h, "GET * HTTP/1.1");
        BadLine(rows, "OPTIONS of two asterisks", 9, h, "OPTIONS ** HTTP/1.1");
        BadLine(rows, "OPTIONS of an asterisk and a path", 9, h, "OPTIONS */a HTTP/1.1");
        BadLine(rows, "target that is a query", 9, h, "GET ?a HTTP/1.1");
        BadLine(rows, "target that is dots", 9, h, "GET ../a HTTP/1.1");
        BadLine(rows, "GET of a host and port", 9, h, "GET " + h + ":80 HTTP/1.1");
        BadLine(rows, "scheme and one slash", 9, h, "GET http:/" + h + "/ HTTP/1.1");
        BadLine(rows, "scheme without slashes", 9, h, "GET http:" + h + " HTTP/1.1");
        BadLine(rows, "scheme without a name", 9, h, "GET ://" + h + "/ HTTP/1.1");
        BadLine(rows, "mail address", 9, h, "GET mailto:a@toys.example HTTP/1.1");
        BadLine(rows, "percent sign for a slash", 9, h, "GET %2f HTTP/1.1");
        BadLine(rows, "CONNECT of a path", 9, h, "CONNECT / HTTP/1.1");
        BadLine(rows, "CONNECT of a URL", 9, h, "CONNECT http://" + h + "/ HTTP/1.1");
        BadLine(rows, "CONNECT with a query", 9, h, "CONNECT " + h + ":443?a HTTP/1.1");
        BadLine(rows, "https in the target", 10, h, "GET https://" + h + "/ HTTP/1.1");
        BadLine(rows, "upper-case https in the target", 10, h, "GET HTTPS://" + h + "/ HTTP/1.1");
        BadLine(rows, "ftp in the target", 10, h, "GET ftp://" + h + "/ HTTP/1.1");
        BadLine(rows, "web socket in the target", 10, h, "GET ws://" + h + "/ HTTP/1.1");
        BadLine(rows, "file in the target", 10, h, "GET file:///etc/hosts HTTP/1.1");
        BadLine(rows, "a scheme that begins as http does", 10, h, "GET httpx://" + h + "/ HTTP/1.1");
        BadLine(rows, "absolute target without a path", 11, h, "GET http://" + h + " HTTP/1.1");
        BadLine(rows, "absolute target with a port, without a path", 11, h, "GET http://" + h + ":80 HTTP/1.1");
        BadLine(rows, "absolute target with a query, without a path", 11, h, "GET http://" + h + "?a=/ HTTP/1.1");
        BadLine(rows, "absolute target without anything", 11, h, "GET http:// HTTP/1.1");
    }

    private static void AddTargetHosts(ArrayList rows, string h)
    {
        BadLine(rows, "absolute target without a host", 12, h, "GET http:/// HTTP/1.1");
        BadLine(rows, "absolute target without a host, with a port", 12, h, "GET http://:80/ HTTP/1.1");
        BadLine(rows, "user in the target", 12, h, "GET http://a@" + h + "/ HTTP/1.1");
        BadLine(rows, "host as user in the target", 12, h, "GET http://" + h + "@other.example/ HTTP/1.1");
        BadLine(rows, "user and password in the target", 12, h, "GET http://a:b@" + h + "/ HTTP/1.1");
        BadLine(rows, "target's port empty", 12, h, "GET http://" + h + ":/ HTTP/1.1");
        BadLine(rows, "target's port 0", 12, h, "GET http://" + h + ":0/ HTTP/1.1");
        BadLine(rows, "target's port 65,536", 12, h, "GET http://" + h + ":65536/ HTTP/1.1");
        BadLine(rows, "target's port with a zero in front", 12, h, "GET http://" + h + ":080/ HTTP/1.1");
        BadLine(rows, "target's port with a letter", 12, h, "GET http://" + h + ":80a/ HTTP/1.1");
        BadLine(rows, "two ports in the target", 12, h, "GET http://" + h + ":80:80/ HTTP/1.1");
        BadLine(rows, "percent sign in the target's host", 12, h, "GET http://stories%2etoys.example/ HTTP/1.1");
        BadLine(rows, "address of 16 bytes in the target", 7, h, "GET http://[2001:db8::1]/ HTTP/1.1");
        BadLine(rows, "comma in the target's host", 12, h, "GET http://" + h + ",other.example/ HTTP/1.1");
        BadLine(rows, "CONNECT without a port", 12, h, "CONNECT " + h + " HTTP/1.1");
        BadLine(rows, "CONNECT with an empty port", 12, h, "CONNECT " + h + ": HTTP/1.1");
        BadLine(rows, "CONNECT without a host", 12, h, "CONNECT :443 HTTP/1.1");
        BadLine(rows, "CONNECT with a user", 12, h, "CONNECT a@" + h + ":443 HTTP/1.1");
        BadLine(rows, "CONNECT of everything", 12, h, "CONNECT * HTTP/1.1");
        BadLine(rows, "CONNECT of a host of 256 bytes", 12, h, "CONNECT " + Repeated("a", 256) + ":443 HTTP/1.1");
    }

    private static void AddVersions(ArrayList rows, string h)
    {
        BadLine(rows, "a method and nothing else", 13, h, "GET");
        BadLine(rows, "HTTP/0.9", 13, h, "GET /");
        BadLine(rows, "space and no version", 13, h, "GET / ");
        BadLine(rows, "half a version", 13, h, "GET / HTTP/1.");
        BadLine(rows, "version without a number", 13, h, "GET / HTTP");
        BadLine(rows, "version 0.9", 14, h, "GET / HTTP/0.9");
        BadLine(rows, "version 1.2", 14, h, "GET / HTTP/1.2");
        BadLine(rows, "version 1.9", 14, h, "GET / HTTP/1.9");
        BadLine(rows, "version 2.0", 14, h, "GET / HTTP/2.0");
        BadLine(rows, "version 2", 14, h, "GET / HTTP/2");
        BadLine(rows, "version 3.0", 14, h, "GET / HTTP/3.0");
        BadLine(rows, "version 1.10", 14, h, "GET / HTTP/1.10");
        BadLine(rows, "version 1.01", 14, h, "GET / HTTP/1.01");
        BadLine(rows, "version 01.1", 14, h, "GET / HTTP/01.1");
        BadLine(rows, "version 11", 14, h, "GET / HTTP/11");
        BadLine(rows, "version with a comma", 14, h, "GET / HTTP/1,1");
        BadLine(rows, "version in lower case", 14, h, "GET / http/1.1");
        BadLine(rows, "version with one letter in lower case", 14, h, "GET / HTTp/1.1");
        BadLine(rows, "version without a slash", 14, h, "GET / HTTP 1.1");
        BadLine(rows, "version with a space", 14, h, "GET / HTTP/ 1.1");
        BadLine(rows, "version with a minus", 14, h, "GET / HTTP/-1.1");
        BadLine(rows, "version with a plus", 14, h, "GET / HTTP/+1.1");
        BadLine(rows, "version in letters", 14, h, "GET / HTTP/one");
        BadLine(rows, "version of another protocol", 14, h, "GET / ICE/1.0");
        BadLine(rows, "version HTTPS", 14, h, "GET / HTTPS/1.1");
        BadLine(rows, "two spaces before the version", 14, h, "GET /  HTTP/1.1");
        BadLine(rows, "space behind the version", 14, h, "GET / HTTP/1.1 ");
        BadLine(rows, "tab behind the version", 14, h, "GET / HTTP/1.1\t");
        BadLine(rows, "letter behind the version", 14, h, "GET / HTTP/1.1x");
        BadLine(rows, "two versions", 14, h, "GET / HTTP/1.1 HTTP/1.1");
        BadLine(rows, "space in the target", 14, h, "GET /a b HTTP/1.1");
        BadLine(rows, "a second target", 14, h, "GET / /b HTTP/1.1");
        BadByte(rows, "NUL in the version", 14, 0, Head(h, "GET / HTTP/1^1", ""));
        BadByte(rows, "NUL behind the version", 14, 0, Head(h, "GET / HTTP/1.1^", ""));
        BadByte(rows, "high bit in the version", 14, '1' + 128, Head(h, "GET / HTTP/1.^", ""));
    }

    private static void AddLineEnds(ArrayList rows, string h)
    {
        Refuse(rows, "CR ends the request line", 20, "GET / HTTP/1.1\rHost: " + h + "\r\n\r\n");
        Refuse(rows, "two CRs end the request line", 20, "GET / HTTP/1.1\r\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "space between CR and LF", 20, "GET / HTTP/1.1\r \nHost: " + h + "\r\n\r\n");
        Refuse(rows, "only CRs", 20, "GET / HTTP/1.1\rHost: " + h + "\r\r");
        BadFields(rows, "CR in a value", 20, h, "X: a\rb\r\n");
        BadFields(rows, "CR and a field in a value", 20, h, "X: a\rHost: other.example\r\n");
        BadFields(rows, "CR at a value's end", 20, h, "X: a\r\r\n");
        BadFields(rows, "CR for a value", 20, h, "X:\r\r\n");
        BadFields(rows, "CR in front of a field", 20, h, "\rX: a\r\n");
        BadFields(rows, "CR and Transfer-Encoding", 20, h, "X: a\rTransfer-Encoding: chunked\r\n");
        Refuse(rows, "CR for the empty line", 20, "GET / HTTP/1.1\r\nHost: " + h + "\r\n\rX");
        Refuse(rows, "CR CR LF for the empty line", 20, "GET / HTTP/1.1\r\nHost: " + h + "\r\n\r\r\n");
        BadByte(rows, "CR and NUL", 20, 0, Head(h, "GET / HTTP/1.1", "X: a\r^\n"));
        Refuse(rows, "LF ends the request line", 21, "GET / HTTP/1.1\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "LF ends a field", 21, "GET / HTTP/1.1\r\nHost: " + h + "\n\r\n");
        Refuse(rows, "LF for the empty line", 21, "GET / HTTP/1.1\r\nHost: " + h + "\r\n\n");
        Refuse(rows, "only LFs", 21, "GET / HTTP/1.1\nHost: " + h + "\n\n");
        Refuse(rows, "LF CR", 21, "GET / HTTP/1.1\n\rHost: " + h + "\n\r\n\r");
        Refuse(rows, "LF in the method", 21, "GE\nT / HTTP/1.1\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "LF in the target", 21, "GET /a\nb HTTP/1.1\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "HTTP/0.9 with LF", 21, "GET /\n");
        Refuse(rows, "LF in the version", 21, "GET / HTTP\n/1.1\r\nHost: " + h + "\r\n\r\n");
        BadFields(rows, "LF in a value", 21, h, "X: a\nb\r\n");
        BadFields(rows, "LF and a field in a value", 21, h, "X: a\nTransfer-Encoding: chunked\r\n");
        BadFields(rows, "LF for a value", 21, h, "X:\nHost: other.example\r\n");
        BadFields(rows, "LF in a name", 21, h, "X\ny: a\r\n");
        BadFields(rows, "LF and folding", 21, h, "X: a\n b\r\n");
    }

    private static void AddNames(ArrayList rows, string h)
    {
        Refuse(rows, "space before the first field", 22, "GET / HTTP/1.1\r\n Host: " + h + "\r\n\r\n");
        Refuse(rows, "tab before the first field", 22, "GET / HTTP/1.1\r\n\tHost: " + h + "\r\n\r\n");
        BadFields(rows, "value folded by a space", 22, h, "X: a\r\n b\r\n");
        BadFields(rows, "value folded by a tab", 22, h, "X: a\r\n\tb\r\n");
        BadFields(rows, "field in a fold", 22, h, "X: a\r\n Host: other.example\r\n");
        BadFields(rows, "empty value folded", 22, h, "X:\r\n a\r\n");
        BadFields(rows, "Content-Length folded", 22, h, "Content-Length:\r\n 5\r\n");
        BadFields(rows, "Transfer-Encoding folded", 22, h, "Transfer-Encoding:\r\n chunked\r\n");
        BadFields(rows, "line of one space", 22, h, " \r\nX: a\r\n");
        Refuse(rows, "Host folded", 22, "GET / HTTP/1.1\r\nHost:\r\n " + h + "\r\n\r\n");
        BadFields(rows, "no name", 23, h, ": a\r\n");
        BadFields(rows, "a colon alone", 23, h, ":\r\n");
        BadFields(rows, "two colons in front", 23, h, "::x: a\r\n");
        Refuse(rows, "space before Host's colon", 24, "GET / HTTP/1.1\r\nHost : " + h + "\r\n\r\n");
        Refuse(rows, "tab before Host's colon", 24, "GET / HTTP/1.1\r\nHost\t: " + h + "\r\n\r\n");
        BadFields(rows, "space before Content-Length's colon", 24, h, "Content-Length : 5\r\n");
        BadFields(rows, "space before Transfer-Encoding's colon", 24, h, "Transfer-Encoding : chunked\r\n");
        BadFields(rows, "space in a name", 24, h, "Content Length: 5\r\n");
        BadFields(rows, "a request line among the fields", 24, h, "GET / HTTP/1.1\r\n");
        BadByte(rows, "NUL in a name", 25, 0, Head(h, "GET / HTTP/1.1", "X^: a\r\n"));
        BadByte(rows, "NUL before a name", 25, 0, Head(h, "GET / HTTP/1.1", "^X: a\r\n"));
        BadByte(rows, "NUL for the empty line", 25, 0, "GET / HTTP/1.1\r\nHost: " + h + "\r\n^\r\n");
        BadByte(rows, "control in a name", 25, 1, Head(h, "GET / HTTP/1.1", "X^: a\r\n"));
        BadByte(rows, "vertical tab before a colon", 25, 11, Head(h, "GET / HTTP/1.1", "Transfer-Encoding^: chunked\r\n"));
        BadByte(rows, "form feed before a name", 25, 12, Head(h, "GET / HTTP/1.1", "^Transfer-Encoding: chunked\r\n"));
        BadByte(rows, "DEL in a name", 25, 127, Head(h, "GET / HTTP/1.1", "X^: a\r\n"));
        BadByte(rows, "high bit in a name", 25, 200, Head(h, "GET / HTTP/1.1", "X^: a\r\n"));
        BadByte(rows, "no-break space before a colon", 25, 160, Head(h, "GET / HTTP/1.1", "Content-Length^: 5\r\n"));
        BadFields(rows, "Kelvin sign in a name", 25, h, "\u212aeep-Alive: 5\r\n");
        BadFields(rows, "name in quotes", 25, h, "\"X\": a\r\n");
        BadFields(rows, "slash in a name", 25, h, "X/y: a\r\n");
        BadFields(rows, "name in brackets", 25, h, "(X): a\r\n");
        BadFields(rows, "equals sign for a colon", 25, h, "X=a\r\n");
        BadFields(rows, "comma in a name", 25, h, "X,y: a\r\n");
        BadFields(rows, "semicolon in a name", 25, h, "X;y: a\r\n");
        BadFields(rows, "at sign in a name", 25, h, "X@y: a\r\n");
        BadFields(rows, "backslash in a name", 25, h, "X\\y: a\r\n");
        BadFields(rows, "brace before a name", 25, h, "{X: a\r\n");
        BadFields(rows, "question mark in a name", 25, h, "X?: a\r\n");
        BadFields(rows, "line without a colon", 26, h, "nothing\r\n");
        BadFields(rows, "Content-Length without a colon", 26, h, "Content-Length\r\n");
        Refuse(rows, "Host without a colon", 26, "GET / HTTP/1.1\r\nHost\r\n\r\n");
    }

    private static void AddValues(ArrayList rows, string h)
    {
        BadByte(rows, "NUL in a value", 27, 0, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "NUL at a value's begin", 27, 0, Head(h, "GET / HTTP/1.1", "X:^a\r\n"));
        BadByte(rows, "NUL at a value's end", 27, 0, Head(h, "GET / HTTP/1.1", "X: a^\r\n"));
        BadByte(rows, "NUL in Host", 27, 0, "GET / HTTP/1.1\r\nHost: " + h + "^.other.example\r\n\r\n");
        BadByte(rows, "NUL behind Host", 27, 0, "GET / HTTP/1.1\r\nHost: " + h + "^\r\n\r\n");
        BadByte(rows, "NUL in Content-Length", 27, 0, Head(h, "GET / HTTP/1.1", "Content-Length: 5^\r\n"));
        BadByte(rows, "control in a value", 27, 1, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "backspace in a value", 27, 8, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "vertical tab in a value", 27, 11, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "form feed in a value", 27, 12, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "escape in a value", 27, 27, Head(h, "GET / HTTP/1.1", "X: ^[2J\r\n"));
        BadByte(rows, "last control in a value", 27, 31, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "DEL in a value", 27, 127, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "vertical tab before chunked", 27, 11, Head(h, "GET / HTTP/1.1", "Transfer-Encoding: ^chunked\r\n"));
        BadByte(rows, "form feed before a length", 27, 12, Head(h, "GET / HTTP/1.1", "Content-Length: ^5\r\n"));
        BadByte(rows, "byte 128 in a value", 28, 128, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "byte 255 in a value", 28, 255, Head(h, "GET / HTTP/1.1", "X: a^b\r\n"));
        BadByte(rows, "no-break space before a length", 28, 160, Head(h, "GET / HTTP/1.1", "Content-Length:^5\r\n"));
        BadByte(rows, "next line for a line end", 28, 133, Head(h, "GET / HTTP/1.1", "X: a^Host: other.example\r\n"));
        BadFields(rows, "UTF-8 in a value", 28, h, "X: \u00e9\r\n");
        BadFields(rows, "letters that lose bits to CR LF", 28, h, "X: a\u010d\u010aHost: other.example\r\n");
        BadFields(rows, "digits of another script", 28, h, "Content-Length: \u0665\r\n");
        Refuse(rows, "full-width dot in Host", 28, "GET / HTTP/1.1\r\nHost: stories\uff0etoys.example\r\n\r\n");
    }

    private static void AddBounds(ArrayList rows, string h)
    {
        BadFields(rows, "65 fields", 31, h, Repeated("X: y\r\n", 64));
        BadFields(rows, "2,000 fields", 31, h, Repeated("X:\r\n", 2000));
        Refuse(rows, "8,193 bytes", 30, OfLength(h, 8193));
        Refuse(rows, "value of 60,000 bytes", 30, OfLength(h, 60000));
        BadFields(rows, "name of 9,000 bytes", 30, h, Repeated("x", 9000) + ": y\r\n");
        BadFields(rows, "9,000 spaces before a value", 30, h, "X:" + Repeated(" ", 9000) + "y\r\n");
        BadFields(rows, "9,000 spaces behind a value", 30, h, "X: y" + Repeated(" ", 9000) + "\r\n");
        Refuse(rows, "Host behind 8,192 bytes", 30, "GET / HTTP/1.1\r\nX: " + Repeated("x", 8200) + "\r\nHost: " + h + "\r\n\r\n");
        Refuse(rows, "8,192 bytes and no end", 30, Bytes.Part(OfLength(h, 9000), 0, 8192));
    }

    private static void AddHosts(ArrayList rows, string h)
    {
        Refuse(rows, "no Host", 40, "GET / HTTP/1.1\r\n\r\n");
        Refuse(rows, "no Host, other fields", 40, "GET / HTTP/1.1\r\nX-Host: " + h + "\r\nHos: " + h + "\r\nHosts: " + h + "\r\n\r\n");
        Refuse(rows, "no Host in HTTP/1.0", 40, "GET / HTTP/1.0\r\n\r\n");
        Refuse(rows, "no Host beside an absolute target", 40, "GET http://" + h + "/ HTTP/1.1\r\n\r\n");
        Refuse(rows, "no Host beside CONNECT", 40, "CONNECT " + h + ":443 HTTP/1.1\r\n\r\n");
        BadFields(rows, "Host twice", 41, h, "Host: " + h + "\r\n");
        BadFields(rows, "another Host behind", 41, h, "Host: other.example\r\n");
        BadFields(rows, "another Host in front", 41, "other.example", "Host: " + h + "\r\n");
        BadFields(rows, "another Host in another case", 41, h, "hOST: other.example\r\n");
        BadFields(rows, "another Host, fields between", 41, h, "Accept: */*\r\nX: y\r\nHost: other.example\r\n");
        BadFields(rows, "an empty Host behind", 41, h, "Host:\r\n");
        BadFields(rows, "the Host again with its port", 41, h, "Host: " + h + ":80\r\n");
        BadFields(rows, "three Hosts", 41, h, "Host: " + h + "\r\nHost: " + h + "\r\n");
        BadHost(rows, "empty Host", 42, "");
        BadHost(rows, "Host of blanks", 42, " \t ");
        BadHost(rows, "Host that is a port", 42, ":80");
        BadHost(rows, "two words in Host", 43, h + " other.example");
        BadHost(rows, "tab in Host", 43, h + "\tother.example");
        BadHost(rows, "list in Host", 43, h + ",other.example");
        BadHost(rows, "list with a space in Host", 43, h + ", other.example");
        BadHost(rows, "user in Host", 43, "a@" + h);
        BadHost(rows, "host as user in Host", 43, h + "@other.example");
        BadHost(rows, "slash behind Host", 43, h + "/");
        BadHost(rows, "path in Host", 43, "other.example/" + h);
        BadHost(rows, "query in Host", 43, h + "?a");
        BadHost(rows, "fragment in Host", 43, h + "#.other.example");
        BadHost(rows, "backslash in Host", 43, h + "\\.other.example");
        BadHost(rows, "percent sign in Host", 43, "stories%2etoys.example");
        BadHost(rows, "percent NUL in Host", 43, h + "%00.other.example");
        BadHost(rows, "address of 16 bytes in Host", 43, "[2001:db8::1]");
        BadHost(rows, "address of 16 bytes and a port in Host", 43, "[2001:db8::1]:80");
        BadHost(rows, "name in brackets in Host", 43, "[" + h + "]");
        BadHost(rows, "name in quotes in Host", 43, "\"" + h + "\"");
        BadHost(rows, "name in parentheses in Host", 43, "(" + h + ")");
        BadHost(rows, "asterisk in Host", 43, "*.toys.example");
        BadHost(rows, "semicolon in Host", 43, h + ";a");
        BadHost(rows, "and-sign in Host", 43, h + "&a");
        BadHost(rows, "bar in Host", 43, h + "|a");
        BadHost(rows, "script in Host", 43, "<script>");
        BadHost(rows, "Host of 256 bytes", 44, Repeated("a", 256));
        BadHost(rows, "Host of 4,000 bytes", 44, Repeated("a", 4000));
        BadHost(rows, "Host's port empty", 45, h + ":");
        BadHost(rows, "Host's port 0", 45, h + ":0");
        BadHost(rows, "Host's port with a zero in front", 45, h + ":080");
        BadHost(rows, "Host's port 65,536", 45, h + ":65536");
        BadHost(rows, "Host's port 2^32 + 80", 45, h + ":4294967376");
        BadHost(rows, "Host's port of 300 digits", 45, h + ":" + Repeated("1", 300));
        BadHost(rows, "Host's port with a minus", 45, h + ":-80");
        BadHost(rows, "Host's port with a plus", 45, h + ":+80");
        BadHost(rows, "Host's port in letters", 45, h + ":http");
        BadHost(rows, "letter behind Host's port", 45, h + ":80a");
        BadHost(rows, "two ports in Host", 45, h + ":80:80");
        BadHost(rows, "space before Host's port", 45, h + ": 80");
        BadHost(rows, "space before Host's colon and port", 43, h + " :80");
        BadHost(rows, "user and password in Host", 45, "a:b@" + h);
        BadHost(rows, "URL in Host", 45, "http://" + h + "/");
    }

    private static void AddDifferentHosts(ArrayList rows, string h)
    {
        BadLine(rows, "absolute target to another host", 46, h, "GET http://other.example/ HTTP/1.1");
        BadLine(rows, "absolute target to a host below", 46, h, "GET http://a." + h + "/ HTTP/1.1");
        BadLine(rows, "absolute target to a host that begins the same", 46, h, "GET http://" + h + ".other.example/ HTTP/1.1");
        BadLine(rows, "absolute target with a dot behind", 46, h, "GET http://" + h + "./ HTTP/1.1");
        BadLine(rows, "absolute target with a port, Host without", 46, h, "GET http://" + h + ":80/ HTTP/1.1");
        BadLine(rows, "absolute target without a port, Host with", 46, h + ":80", "GET http://" + h + "/ HTTP/1.1");
        BadLine(rows, "absolute target to another port", 46, h + ":8080", "GET http://" + h + ":8081/ HTTP/1.1");
        BadLine(rows, "absolute target to another host in HTTP/1.0", 46, h, "GET http://other.example/ HTTP/1.0");
        BadLine(rows, "CONNECT, Host without the port", 46, h, "CONNECT " + h + ":443 HTTP/1.1");
        BadLine(rows, "CONNECT to another host", 46, h + ":443", "CONNECT other.example:443 HTTP/1.1");
    }

    private static void AddEncodings(ArrayList rows, string h)
    {
        const string Chunks = "5\r\nhello\r\n0\r\n\r\n";

        BadBody(rows, "chunked", 50, h, "Transfer-Encoding: chunked\r\n", Chunks);
        BadBody(rows, "chunked, then a length", 50, h, "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", Chunks);
        BadBody(rows, "a length, then chunked", 50, h, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", Chunks);
        BadBody(rows, "chunked twice", 50, h, "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", Chunks);
        BadBody(rows, "chunked, then identity", 50, h, "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", Chunks);
        BadBody(rows, "chunked twice in a list", 50, h, "Transfer-Encoding: chunked, chunked\r\n", Chunks);
        BadBody(rows, "gzip and chunked", 50, h, "Transfer-Encoding: gzip, chunked\r\n", Chunks);
        BadBody(rows, "chunked and gzip", 50, h, "Transfer-Encoding: chunked, gzip\r\n", Chunks);
        BadBody(rows, "identity", 50, h, "Transfer-Encoding: identity\r\n", "");
        BadBody(rows, "identity and a length", 50, h, "Transfer-Encoding: identity\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "gzip", 50, h, "Transfer-Encoding: gzip\r\n", "");
        BadBody(rows, "chunked in mixed case", 50, h, "transfer-ENCODING: Chunked\r\n", Chunks);
        BadBody(rows, "chunked in quotes", 50, h, "Transfer-Encoding: \"chunked\"\r\n", Chunks);
        BadBody(rows, "chunked with a parameter", 50, h, "Transfer-Encoding: chunked;a=b\r\n", Chunks);
        BadBody(rows, "chunked with a comma behind", 50, h, "Transfer-Encoding: chunked,\r\n", Chunks);
        BadBody(rows, "chunked with a comma in front", 50, h, "Transfer-Encoding: ,chunked\r\n", Chunks);
        BadBody(rows, "chunked in an unknown word", 50, h, "Transfer-Encoding: xchunked\r\n", Chunks);
        BadBody(rows, "chunked behind a tab", 50, h, "Transfer-Encoding:\tchunked\r\n", Chunks);
        BadBody(rows, "empty Transfer-Encoding and a length", 50, h, "Transfer-Encoding:\r\nContent-Length: 5\r\n", "hello");
        Refuse(rows, "chunked in HTTP/1.0", 50, Head(h, "POST / HTTP/1.0", "Transfer-Encoding: chunked\r\n") + Chunks);
        Refuse(rows, "chunked GET", 50, Head(h, "GET / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + Chunks);
        BadBody(rows, "chunked with a request in the chunk", 50, h, "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "1e\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n\r\n0\r\n\r\n");
        BadBody(rows, "chunk size that overflows", 50, h, "Transfer-Encoding: chunked\r\n", "10000000000000005\r\nhello\r\n0\r\n\r\n");
        BadBody(rows, "chunk extension with LF", 50, h, "Transfer-Encoding: chunked\r\n", "5;\nxx\r\nhello\r\n0\r\n\r\n");
        BadBody(rows, "Connection names Transfer-Encoding", 59, h, "Connection: Transfer-Encoding\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "Connection names Content-Length", 59, h, "Connection: close, content-length\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "Connection names Host", 59, h, "Connection: keep-alive,\tHOST ,close\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "a second Connection names Host", 59, h, "Connection: close\r\nConnection: host\r\nContent-Length: 5\r\n", "hello");
    }

    private static void AddLengths(ArrayList rows, string h)
    {
        BadLength(rows, "with a plus", 51, h, "+5");
        BadLength(rows, "with a minus", 51, h, "-5");
        BadLength(rows, "minus 0", 51, h, "-0");
        BadLength(rows, "minus 1", 51, h, "-1");
        BadLength(rows, "empty", 51, h, "");
        BadLength(rows, "of blanks", 51, h, " \t");
        BadLength(rows, "a list of two that agree", 51, h, "5, 5");
        BadLength(rows, "a list of two that differ", 51, h, "5,6");
        BadLength(rows, "with a comma behind", 51, h, "5,");
        BadLength(rows, "two numbers", 51, h, "5 6");
        BadLength(rows, "with a tab inside", 51, h, "5\t0");
        BadLength(rows, "hexadecimal", 51, h, "0x5");
        BadLength(rows, "a hexadecimal digit", 51, h, "a");
        BadLength(rows, "octal or not", 51, h, "05");
        BadLength(rows, "two zeros", 51, h, "00");
        BadLength(rows, "100 zeros and a 5", 51, h, Repeated("0", 100) + "5");
        BadLength(rows, "with a point", 51, h, "5.0");
        BadLength(rows, "with an exponent", 51, h, "5e0");
        BadLength(rows, "with an underscore", 51, h, "1_0");
        BadLength(rows, "with a thousands mark", 51, h, "1'000");
        BadLength(rows, "in quotes", 51, h, "\"5\"");
        BadLength(rows, "with a parameter", 51, h, "5;a");
        BadLength(rows, "with a letter behind", 51, h, "5x");
        BadLength(rows, "in words", 51, h, "five");
        BadLength(rows, "infinity", 51, h, "Infinity");
        BadLength(rows, "of 16 digits", 52, h, "1000000000000000");
        BadLength(rows, "2^63", 52, h, "9223372036854775808");
        BadLength(rows, "2^64", 52, h, "18446744073709551616");
        BadLength(rows, "2^64 + 5", 52, h, "18446744073709551621");
        BadLength(rows, "of 300 digits", 52, h, Repeated("9", 300));
        BadBody(rows, "Content-Length twice, the same", 53, h, "Content-Length: 5\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "Content-Length twice, 5 and 0", 53, h, "Content-Length: 5\r\nContent-Length: 0\r\n", "hello");
        BadBody(rows, "Content-Length twice, 0 and 5", 53, h, "Content-Length: 0\r\nContent-Length: 5\r\n", "hello");
        BadBody(rows, "Content-Length twice, 0 both", 53, h, "Content-Length: 0\r\nContent-Length: 0\r\n", "");
        BadBody(rows, "Content-Length twice, in other cases", 53, h, "Content-Length: 5\r\nCONTENT-LENGTH: 6\r\n", "hello");
        BadBody(rows, "Content-Length twice, fields between", 53, h, "Content-Length: 5\r\nX: y\r\nY: z\r\nContent-Length: 6\r\n", "hello");
        BadBody(rows, "Content-Length twice, the second empty", 53, h, "Content-Length: 5\r\nContent-Length:\r\n", "hello");
    }

    private static string Head(string host, string line, string fields)
    {
        return line + "\r\nHost: " + host + "\r\n" + fields + "\r\n";
    }

    // Each "^" becomes the byte.
    private static byte[] With(string text, int value)
    {
        byte[] bytes = Text(text);

        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = bytes[i] == (byte)'^' ? (byte)value : bytes[i];
        }

        return bytes;
    }

    private static string Repeated(string text, int times)
    {
        StringBuilder all = new StringBuilder(text.Length * times);

        for (int i = 0; i < times; i++)
        {
            all.Append(text);
        }

        return all.ToString();
    }

    private static byte[] Text(string text)
    {
        return Encoding.UTF8.GetBytes(text);
    }

    private static void Good(ArrayList rows, string name, byte[] bytes)
    {
        Row(rows, name, Complete, 0, bytes);
    }

    private static void Good(ArrayList rows, string name, string text)
    {
        Good(rows, name, Text(text));
    }

    private static void GoodLine(ArrayList rows, string name, string host, string line)
    {
        Good(rows, name, Head(host, line, ""));
    }

    private static void GoodHost(ArrayList rows, string name, string host)
    {
        Good(rows, name, Head(host, "GET / HTTP/1.1", ""));
    }

    private static void GoodFields(ArrayList rows, string name, string host, string fields)
    {
        Good(rows, name, Get(host, fields));
    }

    private static void BadLine(ArrayList rows, string name, int fault, string host, string line)
    {
        Refuse(rows, name, fault, Head(host, line, ""));
    }

    private static void BadFields(ArrayList rows, string name, int fault, string host, string fields)
    {
        Refuse(rows, name, fault, Get(host, fields));
    }

    private static void BadHost(ArrayList rows, string name, int fault, string host)
    {
        Refuse(rows, name, fault, Head(host, "GET / HTTP/1.1", ""));
    }

    private static void BadBody(ArrayList rows, string name, int fault, string host, string fields, string body)
    {
        Refuse(rows, name, fault, Head(host, "POST / HTTP/1.1", fields) + body);
    }

    private static void BadLength(ArrayList rows, string what, int fault, string host, string value)
    {
        BadBody(rows, "Content-Length " + what, fault, host, "Content-Length: " + value + "\r\n", "hello");
    }

    private static void BadByte(ArrayList rows, string name, int fault, int value, string text)
    {
        Refuse(rows, name, fault, With(text, value));
    }

    private static void Refuse(ArrayList rows, string name, int fault, string text)
    {
        Refuse(rows, name, fault, Text(text));
    }

    private static void Refuse(ArrayList rows, string name, int fault, byte[] bytes)
    {
        Row(rows, name, Refused, fault, bytes);
    }

    private static void Row(ArrayList rows, string name, int status, int fault, byte[] bytes)
    {
        rows.Add(new HttpCase(name, status, fault, bytes));
    }
}
