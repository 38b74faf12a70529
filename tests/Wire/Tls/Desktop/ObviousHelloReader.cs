using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.Wire.Tests.Tls.Desktop;

/// <summary>The same rules once more, slowly and plainly: records joined first, every piece an array of its own, any fault an exception. What the real reader is compared with.</summary>
internal static class ObviousHelloReader
{
    /// <summary>The name; null when the bytes are refused or not whole.</summary>
    public static string? Name(byte[] bytes)
    {
        try
        {
            return Hello(new Piece(Message(bytes)));
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static byte[] Message(byte[] bytes)
    {
        Piece records = new(bytes);
        List<byte> message = new();
        int length = -1;

        while (length < 0 || message.Count < length)
        {
            Require(records.One() == 22 && records.One() == 3);
            records.One();
            int record = records.Two();
            Require(record is > 0 and <= 16384);
            message.AddRange(records.Take(record));
            Require(message[0] == 1);

            if (message.Count >= 4)
            {
                length = 4 + (message[1] << 16) + (message[2] << 8) + message[3];
                Require(length <= 8192);
            }
        }

        Require(message.Count == length);

        return message.Skip(4).ToArray();
    }

    private static string Hello(Piece body)
    {
        Require(body.One() == 3);
        body.One();
        body.Take(32);
        int session = body.One();
        Require(session <= 32);
        body.Take(session);
        int suites = body.Two();
        Require(suites >= 2 && suites % 2 == 0);
        body.Take(suites);
        Require(body.Take(body.One()).Contains((byte)0));

        Piece extensions = new(body.Take(body.Two()));
        Require(body.IsEmpty);
        HashSet<int> types = new();
        string? name = null;

        while (!extensions.IsEmpty)
        {
            int type = extensions.Two();
            Require(type != -1 && types.Add(type) && types.Count <= 64);
            Piece data = new(extensions.Take(extensions.Two()));
            Require(type != 41 || extensions.IsEmpty);

            if (type == 16)
            {
                Piece protocols = new(data.Take(data.Two()));
                Require(data.IsEmpty && !protocols.IsEmpty);

                while (!protocols.IsEmpty)
                {
                    int protocol = protocols.One();
                    Require(protocol > 0);
                    protocols.Take(protocol);
                }
            }

            if (type == 0)
            {
                Piece list = new(data.Take(data.Two()));
                Require(data.IsEmpty && list.One() == 0);
                byte[] bytes = list.Take(list.Two());
                Require(list.IsEmpty && bytes.Length is > 0 and <= 255);
                Require(bytes.All(static value => value is > 32 and < 127) && bytes[^1] != '.');
                name = Encoding.ASCII.GetString(bytes);
            }
        }

        Require(name != null);

        return name!;
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>Bytes that are taken from the front.</summary>
    private sealed class Piece
    {
        private readonly byte[] _bytes;
        private int _at;

        public Piece(byte[] bytes)
        {
            _bytes = bytes;
        }

        public bool IsEmpty
        {
            get { return _at == _bytes.Length; }
        }

        public int One()
        {
            return Take(1)[0];
        }

        public int Two()
        {
            byte[] two = Take(2);

            return (two[0] * 256) + two[1];
        }

        public byte[] Take(int count)
        {
            if (count > _bytes.Length - _at)
            {
                throw new EndOfStreamException();
            }

            _at += count;

            return _bytes[(_at - count).._at];
        }
    }
}
