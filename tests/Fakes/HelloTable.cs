using System.Collections;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>Every kind of ClientHello that a gate by name has to tell apart, each with its one right answer. The same table goes through the reader, the judge and the relay.</summary>
/// <remarks>Beside our own kinds it has those of the test suites of sniproxy, nginx, BoringSSL and tlsfuzzer, made anew. Numbers of faults are those of HelloFault.</remarks>
public static class HelloTable
{
    /// <summary>The only name that is allowed.</summary>
    public const string Allowed = "stories.toys.example";

    private const int Complete = 1;
    private const int NeedMore = 2;
    private const int Refused = 3;

    /// <summary>All rows, made anew each time.</summary>
    public static HelloCase[] All()
    {
        ArrayList rows = new ArrayList();
        AddPass(rows);
        AddPassOverRecords(rows);
        AddOtherNames(rows);
        AddBadNames(rows);
        AddNameLists(rows);
        AddNotTls(rows);
        AddRecords(rows);
        AddMessages(rows);
        AddFields(rows);
        AddExtensions(rows);

        HelloCase[] cases = new HelloCase[rows.Count];

        for (int i = 0; i < cases.Length; i++)
        {
            cases[i] = (HelloCase)rows[i]!;
        }

        return cases;
    }

    /// <summary>A plain hello for the allowed name.</summary>
    public static HelloBuilder Good()
    {
        return new HelloBuilder().Name(Allowed);
    }

    /// <summary>A hello as Chromium sends it: 2 KB, GREASE, a dummy ECH, the name near its end.</summary>
    public static HelloBuilder Browser()
    {
        return new HelloBuilder()
            .Suites(new byte[] { 0x6a, 0x6a, 0x13, 0x01, 0x13, 0x02, 0x13, 0x03, 0xc0, 0x2b, 0xc0, 0x2f })
            .Extension(0x8a8a, new byte[0])
            .Protocols()
            .Extension(51, new byte[1263 + 32 + 10])
            .Extension(43, new byte[] { 4, 3, 4, 3, 3 })
            .Extension(0xfe0d, new byte[282])
            .Extension(13, new byte[18])
            .Name(Allowed)
            .Extension(0x4a4a, new byte[] { 0 });
    }

    private static void AddPass(ArrayList rows)
    {
        Pass(rows, "plain", Good().Record());
        Pass(rows, "no session ID", Good().SessionId(0).Record());
        Pass(rows, "record version 3.0", HelloBuilder.Record(22, 3, 0, Good().Message().Length, Good().Message()));
        Pass(rows, "record version 3.3", HelloBuilder.Record(22, 3, 3, Good().Message().Length, Good().Message()));
        Pass(rows, "hello version 3.1", Good().Version(3, 1).Record());
        Pass(rows, "upper-case name", new HelloBuilder().Name("STORIES.TOYS.EXAMPLE").Record());
        Pass(rows, "mixed-case name", new HelloBuilder().Name("Stories.tOYS.example").Record());
        Pass(rows, "deflate offered before null", Good().Compression(new byte[] { 1, 0 }).Record());
        Pass(rows, "ECH with the allowed outer name", Good().Extension(0xfe0d, new byte[200]).Record());
        Pass(rows, "ALPN", Good().Protocols().Record());
        Pass(rows, "pre_shared_key last", Good().Extension(41, new byte[70]).Record());
        Pass(rows, "browser, 2 KB, name behind the first segment", Browser().Record());
        Pass(rows, "padded to 512", Good().PadTo(512).Record());
        Pass(rows, "longest message, 8,192", Good().PadTo(8192).Record());
        Pass(rows, "64 extensions", Many(63).Record());
        Pass(rows, "ChangeCipherSpec and early data behind the hello", Bytes.Join(Good().Record(), Bytes.Join(
            HelloBuilder.Record(20, 3, 3, 1, new byte[] { 1 }), HelloBuilder.Record(23, 3, 3, 40, new byte[40]))));
    }

    private static void AddPassOverRecords(ArrayList rows)
    {
        byte[] message = Good().Message();

        Pass(rows, "two records", HelloBuilder.Cut(message, 100));
        Pass(rows, "two records, cut inside the name", HelloBuilder.Cut(message, message.Length - 8));
        Pass(rows, "two records, cut inside the message header", HelloBuilder.Cut(message, 2));
        Pass(rows, "first record of 1 byte", HelloBuilder.Cut(message, 1));
        Pass(rows, "last record of 1 byte", HelloBuilder.Cut(message, message.Length - 1));
        Pass(rows, "16-byte records", HelloBuilder.Records(message, 16));
        Pass(rows, "1-byte records", HelloBuilder.Records(message, 1));
        Pass(rows, "browser in 64-byte records", HelloBuilder.Records(Browser().Message(), 64));
        Pass(rows, "longest message in 1-byte records", HelloBuilder.Records(Good().PadTo(8192).Message(), 1));
    }

    // Read well: it is the gate that holds these.
    private static void AddOtherNames(ArrayList rows)
    {
        OtherName(rows, "other.example");
        OtherName(rows, "stories.toys.example.evil.example");
        OtherName(rows, "xstories.toys.example");
        OtherName(rows, "x.stories.toys.example");
        OtherName(rows, "toys.example");
        OtherName(rows, "stories.toys.exampl");
        OtherName(rows, "stories-toys.example");
        OtherName(rows, "xn--stories-9za.toys.example");
        OtherName(rows, "*.toys.example");
        OtherName(rows, ".stories.toys.example");
        OtherName(rows, "stories..toys.example");
        OtherName(rows, "192.0.2.1");
        OtherName(rows, "3221225985");
        OtherName(rows, "0xc0000201");
        OtherName(rows, "2001:db8::1");
        OtherName(rows, "[2001:db8::1]");
        OtherName(rows, "stories.toys.example:443");
        OtherName(rows, "https://stories.toys.example");
        OtherName(rows, "stories.toys.example/");
        OtherName(rows, "stories.toys.example@evil.example");
        OtherName(rows, "stories%2etoys.example");
        OtherName(rows, "localhost");
        OtherName(rows, Repeated("a.", 121) + "toys.example");
        Row(rows, "ECH with another outer name", false, Complete, 0, new HelloBuilder().Name("other.example").Extension(0xfe0d, new byte[200]).Record());
        Row(rows, "allowed name in ALPN only", false, Complete, 0, new HelloBuilder().Name("other.example")
            .Extension(16, Bytes.Join(new byte[] { 0, 21, 20 }, Text(Allowed))).Record());
    }

    private static void AddBadNames(ArrayList rows)
    {
        BadName(rows, "name + LF", 46, Bytes.Join(Text(Allowed), new byte[] { 10 }));
        BadName(rows, "name + CR LF", 46, Bytes.Join(Text(Allowed), new byte[] { 13, 10 }));
        BadName(rows, "name + NUL", 46, Bytes.Join(Text(Allowed), new byte[] { 0 }));
        BadName(rows, "name + NUL + another", 46, Bytes.Join(Text(Allowed), Bytes.Join(new byte[] { 0 }, Text(".evil.example"))));
        BadName(rows, "name + space", 46, Text(Allowed + " "));
        BadName(rows, "space + name", 46, Text(" " + Allowed));
        BadName(rows, "name + tab", 46, Text(Allowed + "\t"));
        BadName(rows, "name + DEL", 46, Bytes.Join(Text(Allowed), new byte[] { 127 }));
        BadName(rows, "high bit on one letter", 46, Bytes.Join(new byte[] { (byte)('s' + 128) }, Text("tories.toys.example")));
        BadName(rows, "full-width dot", 46, Text("stories\uff0etoys.example"));
        BadName(rows, "Kelvin sign", 46, Text("\u212ay.toys.example"));
        BadName(rows, "trailing dot", 47, Text(Allowed + "."));
        BadName(rows, "only a dot", 47, Text("."));
        BadName(rows, "empty name", 44, new byte[0]);
        BadName(rows, "256 bytes", 45, Text(Repeated("a.", 122) + "toys.example"));
        BadName(rows, "4,000 bytes", 45, Text(Repeated("a.", 1994) + "toys.example"));
    }

    private static void AddNameLists(ArrayList rows)
    {
        byte[] allowed = HelloBuilder.NameEntry(0, Text(Allowed));
        byte[] other = HelloBuilder.NameEntry(0, Text("other.example"));
        byte[] list = Bytes.Join(Bytes.Two(allowed.Length), allowed);

        Refuse(rows, "two names in one list, allowed first", 43, new HelloBuilder().NameList(Bytes.Join(allowed, other), 0));
        Refuse(rows, "two names in one list, allowed last", 43, new HelloBuilder().NameList(Bytes.Join(other, allowed), 0));
        Refuse(rows, "the allowed name twice in one list", 43, new HelloBuilder().NameList(Bytes.Join(allowed, allowed), 0));
        Refuse(rows, "a second entry of another type", 43, new HelloBuilder().NameList(Bytes.Join(allowed, HelloBuilder.NameEntry(1, Text("x"))), 0));
        Refuse(rows, "a first entry of another type", 42, new HelloBuilder().NameList(Bytes.Join(HelloBuilder.NameEntry(1, Text("x")), allowed), 0));
        Refuse(rows, "only an entry of another type", 42, new HelloBuilder().NameList(HelloBuilder.NameEntry(1, Text(Allowed)), 0));
        Refuse(rows, "two extensions, allowed first", 31, Good().Name("other.example"));
        Refuse(rows, "two extensions, allowed last", 31, new HelloBuilder().Name("other.example").Name(Allowed));
        Refuse(rows, "two extensions, both allowed", 31, Good().Name(Allowed));
        Refuse(rows, "two extensions, another between", 31, Good().Protocols().Name("other.example"));
        Refuse(rows, "list length 1 too long", 41, new HelloBuilder().NameList(allowed, 1));
        Refuse(rows, "list length 1 too short", 41, new HelloBuilder().NameList(allowed, -1));
        Refuse(rows, "list length 0", 41, new HelloBuilder().NameList(allowed, -allowed.Length));
        Refuse(rows, "list length ends before a second name", 41, new HelloBuilder().NameList(Bytes.Join(allowed, other), -other.Length));
        Refuse(rows, "list length 65,535", 41, new HelloBuilder().NameList(allowed, 65535 - allowed.Length));
        Refuse(rows, "name length 1 too long", 41, new HelloBuilder().NameList(NameLengthOff(allowed, 1), 0));
        Refuse(rows, "name length 1 too short", 41, new HelloBuilder().NameList(NameLengthOff(allowed, -1), 0));
        Refuse(rows, "name length 3 too short", 43, new HelloBuilder().NameList(NameLengthOff(allowed, -3), 0));
        Refuse(rows, "name length 0, bytes behind", 43, new HelloBuilder().NameList(NameLengthOff(allowed, -Allowed.Length), 0));
        Refuse(rows, "name length 65,535", 41, new HelloBuilder().NameList(NameLengthOff(allowed, 65535 - Allowed.Length), 0));
        Refuse(rows, "empty extension, as servers send it", 41, new HelloBuilder().Extension(0, new byte[0]));
        Refuse(rows, "empty list", 41, new HelloBuilder().Extension(0, new byte[2]));
        Refuse(rows, "one byte", 41, new HelloBuilder().Extension(0, new byte[1]));
        Refuse(rows, "a byte behind the list", 41, new HelloBuilder().Extension(0, Bytes.Join(list, new byte[1])));
        Refuse(rows, "no extensions", 40, new HelloBuilder());
        Refuse(rows, "extensions of no bytes", 40, new HelloBuilder().Raw(new byte[0]));
        Refuse(rows, "extensions without a name", 40, new HelloBuilder().Protocols());
    }

    private static void AddNotTls(ArrayList rows)
    {
        byte[] hello = Good().Record();

        Row(rows, "HTTP", false, Refused, 1, Text("GET / HTTP/1.1\r\nHost: " + Allowed + "\r\n\r\n"));
        Row(rows, "HTTP CONNECT", false, Refused, 1, Text("CONNECT " + Allowed + ":443 HTTP/1.1\r\n\r\n"));
        Row(rows, "SSH", false, Refused, 1, Text("SSH-2.0-Toy\r\n"));
        Row(rows, "SSLv2 hello", false, Refused, 1, SslTwo());
        Row(rows, "zeros", false, Refused, 1, new byte[300]);
        Row(rows, "a line end before the hello", false, Refused, 1, Bytes.Join(new byte[] { 13, 10 }, hello));
        Row(rows, "DTLS", false, Refused, 3, HelloBuilder.Record(22, 254, 253, 200, new byte[208]));
        Row(rows, "record version 2.0", false, Refused, 3, HelloBuilder.Record(22, 2, 0, hello.Length - 5, Bytes.Part(hello, 5, hello.Length - 5)));
        Row(rows, "record version 4.0", false, Refused, 3, HelloBuilder.Record(22, 4, 0, hello.Length - 5, Bytes.Part(hello, 5, hello.Length - 5)));
        Row(rows, "warning alert before the hello", false, Refused, 2, Bytes.Join(HelloBuilder.Record(21, 3, 1, 2, new byte[] { 1, 0 }), hello));
        Row(rows, "ChangeCipherSpec before the hello", false, Refused, 2, Bytes.Join(HelloBuilder.Record(20, 3, 3, 1, new byte[] { 1 }), hello));
        Row(rows, "data before the hello", false, Refused, 2, Bytes.Join(HelloBuilder.Record(23, 3, 3, 5, new byte[5]), hello));
        Row(rows, "heartbeat before the hello", false, Refused, 2, Bytes.Join(HelloBuilder.Record(24, 3, 3, 5, new byte[5]), hello));
    }

    private static void AddRecords(ArrayList rows)
    {
        byte[] message = Good().Message();
        byte[] empty = HelloBuilder.Record(new byte[0]);
        byte[] first = HelloBuilder.Record(Bytes.Part(message, 0, 60));
        byte[] second = HelloBuilder.Record(Bytes.Part(message, 60, message.Length - 60));

        Row(rows, "empty record before the hello", false, Refused, 4, Bytes.Join(empty, HelloBuilder.Record(message)));
        Row(rows, "empty record inside the hello", false, Refused, 4, Bytes.Join(first, Bytes.Join(empty, second)));
        Row(rows, "record of 16,385 bytes", false, Refused, 5, HelloBuilder.Record(22, 3, 1, 16385, message));
        Row(rows, "record of 65,535 bytes", false, Refused, 5, HelloBuilder.Record(22, 3, 1, 65535, message));
        Row(rows, "alert inside the hello", false, Refused, 2, Bytes.Join(first, Bytes.Join(HelloBuilder.Record(21, 3, 1, 2, new byte[] { 1, 0 }), second)));
        Row(rows, "ChangeCipherSpec inside the hello", false, Refused, 2, Bytes.Join(first, Bytes.Join(HelloBuilder.Record(20, 3, 1, 1, new byte[] { 1 }), second)));
        Row(rows, "something else inside the hello", false, Refused, 1, Bytes.Join(first, Text("GET / HTTP/1.1\r\n\r\n")));
        Row(rows, "second record with version 2", false, Refused, 3, Bytes.Join(first, HelloBuilder.Record(22, 2, 0, message.Length - 60, Bytes.Part(message, 60, message.Length - 60))));
        Row(rows, "record longer than what is sent", false, NeedMore, 0, HelloBuilder.Record(22, 3, 1, message.Length, Bytes.Part(message, 0, message.Length - 1)));
        Row(rows, "one record of two", false, NeedMore, 0, first);
        Row(rows, "five bytes", false, NeedMore, 0, Bytes.Part(first, 0, 5));
    }

    private static void AddMessages(ArrayList rows)
    {
        byte[] body = Good().Body();
        byte[] message = Good().Message();
        byte[] helloRequest = new byte[] { 0, 0, 0, 0 };

        Row(rows, "ServerHello", false, Refused, 10, HelloBuilder.Record(HelloBuilder.Message(2, body)));
        Row(rows, "HelloRequest before the hello", false, Refused, 10, HelloBuilder.Record(Bytes.Join(helloRequest, message)));
        Row(rows, "message length 1 shorter than the body", false, Refused, 12, HelloBuilder.Record(HelloBuilder.Message(1, body.Length - 1, body)));
        Row(rows, "message length 1 longer than the body", false, NeedMore, 0, HelloBuilder.Record(HelloBuilder.Message(1, body.Length + 1, body)));
        Row(rows, "message length 0", false, Refused, 20, HelloBuilder.Record(HelloBuilder.Message(1, 0, body)));
        Row(rows, "message length 16 MB", false, Refused, 11, HelloBuilder.Record(HelloBuilder.Message(1, 0xffffff, body)));
        Row(rows, "two hellos in one record", false, Refused, 12, HelloBuilder.Record(Bytes.Join(message, message)));
        Row(rows, "another hello's begin in the last record", false, Refused, 12, Bytes.Join(
            HelloBuilder.Record(Bytes.Part(message, 0, 60)),
            HelloBuilder.Record(Bytes.Join(Bytes.Part(message, 60, message.Length - 60), new byte[] { 1 }))));
        Row(rows, "8,193 bytes", false, Refused, 11, HelloBuilder.Records(Good().PadTo(8193).Message(), 8000));
        Row(rows, "17 kB", false, Refused, 11, HelloBuilder.Records(Good().PadTo(17 * 1024).Message(), 16384));
        Row(rows, "60 kB", false, Refused, 11, HelloBuilder.Records(Good().PadTo(60 * 1024).Message(), 16384));
    }

    private static void AddFields(ArrayList rows)
    {
        byte[] body = Good().Body();

        Refuse(rows, "hello version 2", 21, Good().Version(2, 0));
        Refuse(rows, "hello version 4", 21, Good().Version(4, 3));
        Refuse(rows, "session ID of 33 bytes", 22, Good().SessionId(33));
        Refuse(rows, "session ID of 255 bytes", 22, Good().SessionId(255));
        Refuse(rows, "no cipher suites", 23, Good().Suites(new byte[0]));
        Refuse(rows, "cipher suites of odd length", 23, Good().Suites(new byte[] { 0x13, 1, 2 }));
        Refuse(rows, "no compression methods", 24, Good().Compression(new byte[0]));
        Refuse(rows, "compression without null", 24, Good().Compression(new byte[] { 1 }));
        Row(rows, "ends inside the random", false, Refused, 20, HelloBuilder.Record(HelloBuilder.Message(1, Bytes.Part(body, 0, 30))));
        Row(rows, "ends inside the session ID", false, Refused, 20, HelloBuilder.Record(HelloBuilder.Message(1, Bytes.Part(body, 0, 50))));
        Row(rows, "ends inside the cipher suites", false, Refused, 20, HelloBuilder.Record(HelloBuilder.Message(1, Bytes.Part(body, 0, 72))));
        Row(rows, "ends before the compression methods", false, Refused, 20, HelloBuilder.Record(HelloBuilder.Message(1, Bytes.Part(body, 0, 75))));
    }

    private static void AddExtensions(ArrayList rows)
    {
        Refuse(rows, "extensions 1 too long", 25, Good().ExtensionsLengthOff(1));
        Refuse(rows, "extensions 1 too short", 25, Good().ExtensionsLengthOff(-1));
        Refuse(rows, "extensions length 0, a name behind", 25, Good().ExtensionsLengthOff(-29));
        Row(rows, "half an extensions length", false, Refused, 25, HelloBuilder.Record(HelloBuilder.Message(1, Bytes.Join(new HelloBuilder().Body(), new byte[1]))));
        Refuse(rows, "an extension past the end", 30, Good().Raw(new byte[] { 0, 43, 0, 9, 1, 2 }));
        Refuse(rows, "half an extension header", 30, Good().Raw(new byte[] { 0, 43, 0 }));
        Refuse(rows, "any extension twice", 31, Good().Extension(43, new byte[3]).Extension(43, new byte[3]));
        Refuse(rows, "ECH twice", 31, Good().Extension(0xfe0d, new byte[3]).Extension(0xfe0d, new byte[3]));
        Refuse(rows, "65 extensions", 32, Many(64));
        Refuse(rows, "pre_shared_key not last", 33, new HelloBuilder().Extension(41, new byte[70]).Name(Allowed));
        Refuse(rows, "ALPN without a list", 34, Good().Extension(16, new byte[0]));
        Refuse(rows, "ALPN with an empty list", 34, Good().Extension(16, new byte[2]));
        Refuse(rows, "ALPN with an empty protocol", 34, Good().Extension(16, new byte[] { 0, 4, 2, 104, 50, 0 }));
        Refuse(rows, "ALPN protocol past the end", 34, Good().Extension(16, new byte[] { 0, 3, 3, 104, 50 }));
        Refuse(rows, "ALPN list length wrong", 34, Good().Extension(16, new byte[] { 0, 4, 2, 104, 50 }));
    }

    private static HelloBuilder Many(int count)
    {
        HelloBuilder hello = Good();

        for (int i = 0; i < count; i++)
        {
            hello.Extension(1000 + i, new byte[0]);
        }

        return hello;
    }

    private static byte[] SslTwo()
    {
        byte[] hello = new byte[46];
        hello[0] = 0x80;
        hello[1] = 44;
        hello[2] = 1;
        hello[3] = 3;
        hello[4] = 1;
        hello[6] = 3;
        hello[10] = 32;

        return hello;
    }

    private static byte[] NameLengthOff(byte[] entry, int by)
    {
        int length = ((entry[1] << 8) | entry[2]) + by;

        return Bytes.Join(new byte[] { 0, (byte)(length >> 8), (byte)length }, Bytes.Part(entry, 3, entry.Length - 3));
    }

    private static string Repeated(string text, int times)
    {
        StringBuilder all = new StringBuilder();

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

    private static void Pass(ArrayList rows, string name, byte[] bytes)
    {
        Row(rows, name, true, Complete, 0, bytes);
    }

    private static void OtherName(ArrayList rows, string name)
    {
        Row(rows, "name " + name, false, Complete, 0, new HelloBuilder().Name(name).Record());
    }

    private static void BadName(ArrayList rows, string what, int fault, byte[] name)
    {
        Refuse(rows, what, fault, new HelloBuilder().Name(name));
    }

    private static void Refuse(ArrayList rows, string name, int fault, HelloBuilder hello)
    {
        Row(rows, name, false, Refused, fault, hello.Record());
    }

    private static void Row(ArrayList rows, string name, bool isPass, int status, int fault, byte[] bytes)
    {
        rows.Add(new HelloCase(name, isPass, status, fault, bytes));
    }
}
