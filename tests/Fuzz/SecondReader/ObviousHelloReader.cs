using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ToyGuard.SecondReader;

/// <summary>A second reader of ClientHellos, slow and plain: every piece an array of its own, every broken rule an exception. It knows nothing of the real one.</summary>
/// <remarks>
/// Written from the standards, rule by rule, and from the narrowings that the real reader names as its own: a server name is required, a message has at most
/// 8,192 bytes, at most 64 extensions, a name at most 255 bytes of printable ASCII. What of the standards a gate by name does not need (what the versions, suites
/// and keys say) neither of the two looks at.
/// Each field is judged when it is whole, those of the records and the message's header as they come, and the body when the message is whole.
/// </remarks>
public static class ObviousHelloReader
{
    private const int Handshake = 22;
    private const int ClientHello = 1;
    private const int MessageMax = 8192;
    private const int ExtensionsMax = 64;
    private const int NameMax = 255;

    private const int ServerName = 0;
    private const int HostName = 0;
    private const int Protocols = 16;
    private const int PreSharedKey = 41;

    /// <summary>Reads what a client has sent so far, from its first byte.</summary>
    public static ObviousHello Read(byte[] bytes)
    {
        try
        {
            Front connection = new(bytes);
            byte[] message = Message(connection);

            return new ObviousHello(ObviousKind.Read, NameIn(message), connection.Taken);
        }
        catch (RefusedException)
        {
            return new ObviousHello(ObviousKind.Refused, "", 0);
        }
        catch (EndOfStreamException)
        {
            return new ObviousHello(ObviousKind.NotWhole, "", 0);
        }
    }

    // RFC 8446, 5.1: the message lies in the contents of one record or of several, one behind the other.
    private static byte[] Message(Front connection)
    {
        List<byte> message = new();
        int whole = -1;

        while (message.Count != whole)
        {
            // RFC 8446, 5.1: "Handshake messages MUST NOT be interleaved with other record types."
            Require(connection.One() == Handshake);

            // RFC 8446, 5.1: legacy_record_version is 0x0303, or 0x0301 for a first hello, and is otherwise ignored; RFC 5246, E.1: {03,XX} is what a
            // server must take.
            Require(connection.One() == 3);
            connection.One();

            // RFC 8446, 5.1: no zero-length fragments of handshake types, and at most 2^14 bytes.
            int length = connection.Two();
            Require(length > 0 && length <= 16384);

            // RFC 8446, 5.1: a ClientHello must be immediately followed by a change of keys or the server's answer, so it ends with its record.
            Require(whole < 0 || length <= whole - message.Count);

            for (int left = length; left > 0; left--)
            {
                message.Add((byte)connection.One());

                // RFC 8446, 4: msg_type. A connection begins with client_hello (4.1.2).
                Require(message[0] == ClientHello);

                // RFC 8446, 4: the length of the body in three bytes.
                if (message.Count == 4)
                {
                    whole = 4 + (message[1] * 65536) + (message[2] * 256) + message[3];

                    // Our own bound; and a body of nothing has not even a version.
                    Require(whole > 4 && whole <= MessageMax);

                    // RFC 8446, 5.1, once more, for the record that the length stood in.
                    Require(left - 1 <= whole - 4);
                }
            }
        }

        return message.Skip(4).ToArray();
    }

    // RFC 8446, 4.1.2, and RFC 5246, 7.4.1.2: the fields of ClientHello in order. The message is whole: a field that leads past its end is wrong.
    private static string NameIn(byte[] message)
    {
        try
        {
            Front body = new(message);

            // RFC 8446, 4.1.2: legacy_version is 0x0303; RFC 5246, E.1: older ones begin with 3 too.
            Require(body.One() == 3);
            body.One();

            // RFC 8446, 4.1.2: Random random, 32 bytes.
            body.Take(32);

            // RFC 8446, 4.1.2: opaque legacy_session_id<0..32>.
            int sessionId = body.One();
            Require(sessionId <= 32);
            body.Take(sessionId);

            // RFC 8446, 4.1.2: CipherSuite cipher_suites<2..2^16-2>, two bytes each.
            int suites = body.Two();
            Require(suites >= 2 && suites % 2 == 0);
            body.Take(suites);

            // RFC 5246, 7.4.1.2: compression_methods<1..2^8-1> "MUST include CompressionMethod.null".
            byte[] methods = body.Take(body.One());
            Require(methods.Contains((byte)0));

            // RFC 8446, 4.1.2: Extension extensions<8..2^16-1>, and nothing behind them. RFC 5246, 7.4.1.2: they may be left out, which leaves out the name.
            Front extensions = new(body.Take(body.Two()));
            Require(body.IsEmpty);

            return NameAmong(extensions);
        }
        catch (EndOfStreamException)
        {
            throw new RefusedException();
        }
    }

    // RFC 8446, 4.2: extension_type, two bytes, and extension_data<0..2^16-1>.
    private static string NameAmong(Front extensions)
    {
        HashSet<int> types = new();
        string? name = null;

        while (!extensions.IsEmpty)
        {
            int type = extensions.Two();
            Front data = new(extensions.Take(extensions.Two()));

            // RFC 8446, 4.2: "There MUST NOT be more than one extension of the same type."
            Require(types.Add(type));

            // Our own bound.
            Require(types.Count <= ExtensionsMax);

            // RFC 8446, 4.2.11: "The pre_shared_key extension MUST be the last extension."
            Require(type != PreSharedKey || extensions.IsEmpty);

            if (type == Protocols)
            {
                RequireProtocols(data);
            }

            if (type == ServerName)
            {
                name = OneName(data);
            }
        }

        // Our own rule: without a name nobody can say where this leads.
        Require(name is not null);

        return name!;
    }

    // RFC 7301, 3.1: ProtocolName protocol_name_list<2..2^16-1>, each opaque ProtocolName<1..2^8-1>.
    private static void RequireProtocols(Front data)
    {
        Front list = new(data.Take(data.Two()));
        Require(data.IsEmpty && !list.IsEmpty);

        while (!list.IsEmpty)
        {
            int length = list.One();
            Require(length > 0);
            list.Take(length);
        }
    }

    // RFC 6066, 3: ServerName server_name_list<1..2^16-1>, each a name_type and, for host_name, opaque HostName<1..2^16-1>.
    private static string OneName(Front data)
    {
        Front list = new(data.Take(data.Two()));
        Require(data.IsEmpty);

        // RFC 6066, 3: "The ServerNameList MUST NOT contain more than one name of the same name_type." There is one type, and another could not be stepped over.
        Require(list.One() == HostName);
        byte[] name = list.Take(list.Two());
        Require(list.IsEmpty);

        // RFC 6066, 3: a HostName has at least one byte, "ASCII encoding without a trailing dot". Our own narrowing: at most 255, no blank and no control among them.
        Require(name.Length > 0 && name.Length <= NameMax);
        Require(name.All(static value => value > 32 && value < 127));
        Require(name[^1] != '.');

        return Encoding.ASCII.GetString(name);
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new RefusedException();
        }
    }
}
