using System;
using System.Text;

namespace ToyGuard.Fakes;

/// <summary>Makes ClientHellos: right ones, and ones that break exactly one rule. Fields in the order of RFC 8446, 4.1.2; what is not said is a small hello of TLS 1.3 without extensions.</summary>
public sealed class HelloBuilder
{
    private byte[] _version = new byte[] { 3, 3 };
    private byte[] _sessionId = new byte[32];
    private byte[] _suites = new byte[] { 0x13, 0x01, 0x13, 0x02, 0xc0, 0x2f };
    private byte[] _compression = new byte[] { 0 };
    private byte[] _extensions = new byte[0];
    private bool _hasExtensions;
    private int _extensionsLengthOff;

    /// <summary>legacy_version.</summary>
    public HelloBuilder Version(int major, int minor)
    {
        _version = new byte[] { (byte)major, (byte)minor };

        return this;
    }

    /// <summary>A session ID of so many zero bytes.</summary>
    public HelloBuilder SessionId(int length)
    {
        _sessionId = new byte[length];

        return this;
    }

    /// <summary>The cipher suites' bytes, of any number.</summary>
    public HelloBuilder Suites(byte[] suites)
    {
        _suites = suites;

        return this;
    }

    /// <summary>The compression methods' bytes, of any number.</summary>
    public HelloBuilder Compression(byte[] methods)
    {
        _compression = methods;

        return this;
    }

    /// <summary>One more extension.</summary>
    public HelloBuilder Extension(int type, byte[] data)
    {
        return Raw(Bytes.Join(Bytes.Two(type), Bytes.Join(Bytes.Two(data.Length), data)));
    }

    /// <summary>Bytes where an extension stands, be they one or not.</summary>
    public HelloBuilder Raw(byte[] bytes)
    {
        _extensions = Bytes.Join(_extensions, bytes);
        _hasExtensions = true;

        return this;
    }

    /// <summary>Adds so much to the extensions' total length, which then is wrong.</summary>
    public HelloBuilder ExtensionsLengthOff(int by)
    {
        _extensionsLengthOff = by;

        return this;
    }

    /// <summary>The server_name extension with this one host name.</summary>
    public HelloBuilder Name(string name)
    {
        return Name(Encoding.UTF8.GetBytes(name));
    }

    /// <summary>The same with any bytes for a name.</summary>
    public HelloBuilder Name(byte[] name)
    {
        return NameList(NameEntry(0, name), 0);
    }

    /// <summary>The server_name extension with these entries; <paramref name="lengthOff"/> is added to the list's length.</summary>
    public HelloBuilder NameList(byte[] entries, int lengthOff)
    {
        return Extension(0, Bytes.Join(Bytes.Two(entries.Length + lengthOff), entries));
    }

    /// <summary>One entry of a server name list.</summary>
    public static byte[] NameEntry(int type, byte[] name)
    {
        return Bytes.Join(new byte[] { (byte)type }, Bytes.Join(Bytes.Two(name.Length), name));
    }

    /// <summary>The ALPN extension of a browser.</summary>
    public HelloBuilder Protocols()
    {
        return Extension(16, Bytes.Join(Bytes.Two(12), Bytes.Join(new byte[] { 2 }, Bytes.Join(
            Encoding.UTF8.GetBytes("h2"), Bytes.Join(new byte[] { 8 }, Encoding.UTF8.GetBytes("http/1.1"))))));
    }

    /// <summary>A padding extension (RFC 7685) that makes the message <paramref name="length"/> bytes long.</summary>
    public HelloBuilder PadTo(int length)
    {
        int missing = length - Message().Length - 4;

        if (!_hasExtensions)
        {
            missing -= 2;
        }

        return Extension(21, new byte[missing]);
    }

    /// <summary>The body, without the 4 bytes before it.</summary>
    public byte[] Body()
    {
        byte[] random = new byte[32];

        for (int i = 0; i < random.Length; i++)
        {
            random[i] = (byte)(i + 1);
        }

        byte[] body = Bytes.Join(_version, random);
        body = Bytes.Join(body, Bytes.Join(new byte[] { (byte)_sessionId.Length }, _sessionId));
        body = Bytes.Join(body, Bytes.Join(Bytes.Two(_suites.Length), _suites));
        body = Bytes.Join(body, Bytes.Join(new byte[] { (byte)_compression.Length }, _compression));

        if (_hasExtensions)
        {
            body = Bytes.Join(body, Bytes.Join(Bytes.Two(_extensions.Length + _extensionsLengthOff), _extensions));
        }

        return body;
    }

    /// <summary>The handshake message.</summary>
    public byte[] Message()
    {
        return Message(1, Body());
    }

    /// <summary>The handshake message in one record, as nearly every client sends it.</summary>
    public byte[] Record()
    {
        return Record(Message());
    }

    /// <summary>A handshake message of any type.</summary>
    public static byte[] Message(int type, byte[] body)
    {
        return Message(type, body.Length, body);
    }

    /// <summary>The same with any length before the body.</summary>
    public static byte[] Message(int type, int length, byte[] body)
    {
        return Bytes.Join(new byte[] { (byte)type, (byte)(length >> 16), (byte)(length >> 8), (byte)length }, body);
    }

    /// <summary>A handshake record, version 3.1 as clients write it.</summary>
    public static byte[] Record(byte[] content)
    {
        return Record(22, 3, 1, content.Length, content);
    }

    /// <summary>Any record.</summary>
    public static byte[] Record(int type, int major, int minor, int length, byte[] content)
    {
        return Bytes.Join(new byte[] { (byte)type, (byte)major, (byte)minor, (byte)(length >> 8), (byte)length }, content);
    }

    /// <summary>A message over two records, the first of which holds <paramref name="at"/> bytes.</summary>
    public static byte[] Cut(byte[] message, int at)
    {
        return Bytes.Join(Record(Bytes.Part(message, 0, at)), Record(Bytes.Part(message, at, message.Length - at)));
    }

    /// <summary>A message over records of <paramref name="size"/> bytes; the last may be shorter.</summary>
    public static byte[] Records(byte[] message, int size)
    {
        int count = (message.Length + size - 1) / size;
        byte[] records = new byte[message.Length + (5 * count)];
        int to = 0;

        for (int from = 0; from < message.Length; from += size)
        {
            int length = message.Length - from < size ? message.Length - from : size;
            byte[] record = Record(Bytes.Part(message, from, length));
            Array.Copy(record, 0, records, to, record.Length);
            to += record.Length;
        }

        return records;
    }
}
