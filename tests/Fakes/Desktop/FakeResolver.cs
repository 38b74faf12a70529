using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace ToyGuard.Fakes;

/// <summary>A resolver on loopback that answers, or misbehaves, as a test says.</summary>
public sealed class FakeResolver : IDisposable
{
    private const int HeadBytes = 12;

    // A socket and not a UdpClient: that one, closed in the middle of a call, may fail in its own code (a null in Receive).
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Action<FakeResolver, Heard> _script;

    /// <summary>Listens at 127.0.0.1 and any free port; each question goes to <paramref name="script"/> on the resolver's own thread.</summary>
    public FakeResolver(Action<FakeResolver, Heard> script)
    {
        _script = script;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        new Thread(Listen) { IsBackground = true, Name = "fake resolver" }.Start();
    }

    public int Port
    {
        get { return ((IPEndPoint)_socket.LocalEndPoint!).Port; }
    }

    public ConcurrentQueue<Heard> Questions { get; } = new();

    /// <summary>A resolver that knows one address for every name.</summary>
    public static FakeResolver Honest(int ttl = 60)
    {
        return new FakeResolver((resolver, heard) => resolver.Reply(heard, heard.Answer(ttl, 7)));
    }

    public void Reply(Heard heard, byte[] message)
    {
        _socket.SendTo(message, heard.From);
    }

    public void Dispose()
    {
        _socket.Dispose();
    }

    private void Listen()
    {
        byte[] buffer = new byte[64 * 1024];

        while (true)
        {
            try
            {
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                int count = _socket.ReceiveFrom(buffer, ref from);

                if (count <= HeadBytes)
                {
                    // No question. On Linux a closing socket says 0 before it throws.
                    continue;
                }

                Heard heard = new(buffer[..count], (IPEndPoint)from, Questions.Count + 1);
                Questions.Enqueue(heard);
                _script(this, heard);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>One question as it came. The name is read by hand: the questions are ours and well formed.</summary>
    public sealed record Heard(byte[] Query, IPEndPoint From, int Number)
    {
        public int Id
        {
            get { return (Query[0] << 8) | Query[1]; }
        }

        public bool HasEdns
        {
            get { return Query[11] == 1; }
        }

        public string Name
        {
            get
            {
                StringBuilder name = new();

                for (int at = HeadBytes; Query[at] != 0; at += Query[at] + 1)
                {
                    name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(Query, at + 1, Query[at]));
                }

                return name.ToString();
            }
        }

        /// <summary>A right answer with addresses 192.0.2.x.</summary>
        public byte[] Answer(int ttl, params int[] last)
        {
            DnsBuilder message = new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, last.Length, 0, 0).Question(Name, 1);
            return last.Aggregate(message, (m, l) => m.Address(Name, ttl, l)).Bytes();
        }

        /// <summary>An answer with a code and no records.</summary>
        public byte[] Code(int code)
        {
            return new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags | code, 1, 0, 0, 0).Question(Name, 1).Bytes();
        }
    }
}
