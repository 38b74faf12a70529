using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

using ToyGuard.Fakes;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A resolver on loopback, over real UDP: each name has a list of answers, given one after the other, the last for ever.</summary>
internal sealed class LabResolver : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _names = new();

    public LabResolver()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        new Thread(Listen) { IsBackground = true, Name = "lab resolver" }.Start();
    }

    /// <summary>Writes the answer to one question; null is silence.</summary>
    public delegate byte[]? Answer(int id, string name);

    public int Port
    {
        get { return ((IPEndPoint)_socket.LocalEndPoint!).Port; }
    }

    /// <summary>The names that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What the next question for <paramref name="name"/> gets, behind what it has already.</summary>
    public void Add(string name, Answer answer)
    {
        _names.GetOrAdd(name, static _ => new ConcurrentQueue<Answer>()).Enqueue(answer);
    }

    /// <summary>The same in place of what it has.</summary>
    public void Set(string name, Answer answer)
    {
        _names[name] = new ConcurrentQueue<Answer>([answer]);
    }

    /// <summary>Addresses with a lifetime of no seconds, so that each look-up is a new question.</summary>
    public static Answer Addresses(params string[] addresses)
    {
        return Chain([], addresses);
    }

    /// <summary>Aliases that lead from the name asked for over each of <paramref name="aliases"/> to the addresses.</summary>
    public static Answer Chain(string[] aliases, params string[] addresses)
    {
        return (id, name) =>
        {
            DnsBuilder message = new DnsBuilder()
                .Header(id, DnsBuilder.AnswerFlags, 1, aliases.Length + addresses.Length, 0, 0).Question(name, 1);
            string owner = name;

            foreach (string alias in aliases)
            {
                message.Alias(owner, 0, alias);
                owner = alias;
            }

            foreach (string address in addresses)
            {
                message.Record(owner, 1, 0, 4);

                foreach (byte part in IPAddress.Parse(address).GetAddressBytes())
                {
                    message.U8(part);
                }
            }

            return message.Bytes();
        };
    }

    /// <summary>An answer without records: 3 is "no such name".</summary>
    public static Answer Code(int code)
    {
        return (id, name) => new DnsBuilder().Header(id, DnsBuilder.AnswerFlags | code, 1, 0, 0, 0).Question(name, 1).Bytes();
    }

    /// <summary>Says nothing.</summary>
    public static byte[]? Silence(int id, string name)
    {
        return null;
    }

    public void Dispose()
    {
        _socket.Dispose();
    }

    private void Listen()
    {
        byte[] buffer = new byte[4096];

        while (true)
        {
            try
            {
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                int count = _socket.ReceiveFrom(buffer, ref from);

                // On Linux a closing socket says 0 before it throws.
                if (count > 12)
                {
                    Reply(buffer[..count], from);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Reply(byte[] query, EndPoint from)
    {
        string name = NameOf(query);
        Asked.Enqueue(name);
        ConcurrentQueue<Answer> answers = _names.GetValueOrDefault(name) ?? new ConcurrentQueue<Answer>([Code(3)]);

        if (answers.Count > 1 ? answers.TryDequeue(out Answer? answer) : answers.TryPeek(out answer))
        {
            byte[]? message = answer((query[0] << 8) | query[1], name);

            if (message is not null)
            {
                _socket.SendTo(message, from);
            }
        }
    }

    // By hand: the questions are ours and well formed.
    private static string NameOf(byte[] query)
    {
        StringBuilder name = new();

        for (int at = 12; query[at] != 0; at += query[at] + 1)
        {
            name.Append(name.Length > 0 ? "." : "").Append(Encoding.ASCII.GetString(query, at + 1, query[at]));
        }

        return name.ToString();
    }
}
