using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;

using ToyGuard.Fakes;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A resolver on loopback, over real UDP: each name has a list of answers, given one after the other, the last for ever.</summary>
internal sealed class LabResolver : IDisposable
{
    private readonly FakeResolver _resolver;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _names = new();

    public LabResolver()
    {
        _resolver = new FakeResolver(Reply);
    }

    /// <summary>Writes the answer to one question; null is silence.</summary>
    public delegate byte[]? Answer(int id, string name);

    public int Port
    {
        get { return _resolver.Port; }
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
        _resolver.Dispose();
    }

    private void Reply(FakeResolver resolver, FakeResolver.Heard heard)
    {
        string name = heard.Name;
        Asked.Enqueue(name);
        ConcurrentQueue<Answer> answers = _names.GetValueOrDefault(name) ?? new ConcurrentQueue<Answer>([Code(3)]);

        if ((answers.Count > 1 ? answers.TryDequeue(out Answer? answer) : answers.TryPeek(out answer)) && answer(heard.Id, name) is byte[] message)
        {
            resolver.Reply(heard, message);
        }
    }
}
