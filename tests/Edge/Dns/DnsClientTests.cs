using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dns;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>
/// Goal: what the client says about a name is what the home's resolver said to this very question, or an honest reason.
/// Method: a resolver on loopback that lies, stalls, floods and answers from elsewhere; every lie carries 192.0.2.66, every truth 192.0.2.7.
/// </summary>
[TestClass]
public sealed class DnsClientTests
{
    private const string Name = "story.example";

    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    [TestMethod]
    public void Lookup_HonestResolver_FindsEveryAddressUpToEight()
    {
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, heard.Answer(60, Enumerable.Range(1, heard.Name[0] - '0').ToArray())));
        DnsClient client = ClientOf(resolver);

        Assert.AreEqual("None 192.0.2.1", Ask(client, "1.example"));
        Assert.AreEqual("None 192.0.2.1 192.0.2.2 192.0.2.3", Ask(client, "3.example"));
        Assert.AreEqual(9, Ask(client, "9.example").Split(' ').Length);
    }

    [TestMethod]
    public void Lookup_RoomForFewer_GivesWholeAddresses()
    {
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, heard.Answer(60, 1, 2, 3)));
        byte[] addresses = new byte[11];

        // The first comes from the resolver, the second from the cache.
        for (int i = 0; i < 2; i++)
        {
            Assert.AreEqual(Reason.None, ClientOf(resolver).Lookup(HostOf(Name), addresses, out int count));
            Assert.AreEqual(2, count);
        }
    }

    [TestMethod]
    public void Lookup_Question_IsPlainAndOfOurNameOnly()
    {
        using FakeResolver resolver = FakeResolver.Honest();
        Ask(ClientOf(resolver), "STORY.Example");

        FakeResolver.Heard heard = resolver.Questions.Single();
        CollectionAssert.AreEqual(DnsBuilder.Query(heard.Id, Name, 1, true), heard.Query);
    }

    [TestMethod]
    [DataRow(3, nameof(Reason.NameNotFound))]
    [DataRow(0, nameof(Reason.NameWithoutAddress))]
    [DataRow(2, nameof(Reason.ResolverFailed))]
    [DataRow(5, nameof(Reason.ResolverFailed))]
    [DataRow(9, nameof(Reason.ResolverFailed))]
    public void Lookup_Code_IsTheReason(int code, string reason)
    {
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, heard.Code(code)));

        Assert.AreEqual(reason, Ask(ClientOf(resolver), Name));
        Assert.HasCount(1, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_CutOffAnswer_IsAFailureEvenWithAnAddressInIt()
    {
        using FakeResolver resolver = new((r, heard) =>
        {
            byte[] message = heard.Answer(60, 66);
            message[2] |= 0x02;
            r.Reply(heard, message);
        });

        Assert.AreEqual("ResolverFailed", Ask(ClientOf(resolver), Name));
    }

    [TestMethod]
    public void Lookup_EveryBrokenReply_IsAFailure()
    {
        string kind = "";
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, BadDnsAnswers.Make(kind, heard.Id, Name)));

        foreach (string k in BadDnsAnswers.BrokenKinds())
        {
            kind = k;
            Assert.AreEqual("ResolverFailed", Ask(ClientOf(resolver), Name), kind);
        }
    }

    [TestMethod]
    public void Lookup_EveryForeignReplyFirst_IsIgnoredUntilTheRightOneComes()
    {
        using FakeResolver resolver = new((r, heard) =>
        {
            foreach (string kind in BadDnsAnswers.ForeignKinds())
            {
                r.Reply(heard, BadDnsAnswers.Make(kind, heard.Id, Name));
            }

            r.Reply(heard, heard.Answer(60, 7));
        });

        Assert.AreEqual("None 192.0.2.7", Ask(ClientOf(resolver), Name));
        Assert.HasCount(1, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_FloodOfJunkFirst_IsIgnored()
    {
        Random random = new(20261121);
        using FakeResolver resolver = new((r, heard) =>
        {
            byte[] junk = new byte[64];

            for (int i = 0; i < 2000; i++)
            {
                random.NextBytes(junk);
                r.Reply(heard, i % 2 == 0 ? junk : BadDnsAnswers.Make("other identifier", heard.Id ^ (i << 1), Name));

                // The system's own buffer is not part of this test.
                if (i % 50 == 0)
                {
                    Thread.Sleep(1);
                }
            }

            r.Reply(heard, heard.Answer(60, 7));
        });

        Assert.AreEqual("None 192.0.2.7", Ask(ClientOf(resolver), Name));
    }

    // Whoever guesses the identifier still does not have the resolver's address and port.
    [TestMethod]
    public void Lookup_RightReplyFromAnotherPortOrAddress_IsIgnored()
    {
        using UdpClient otherPort = new(new IPEndPoint(IPAddress.Loopback, 0));
        UdpClient? otherAddress = null;
        using FakeResolver resolver = new((r, heard) =>
        {
            otherPort.Send(heard.Answer(60, 66), heard.From);
            otherAddress!.Send(heard.Answer(60, 66), heard.From);
            Thread.Sleep(100);
            r.Reply(heard, heard.Answer(60, 7));
        });
        using UdpClient samePortElsewhere = new(new IPEndPoint(IPAddress.Parse("127.0.0.2"), resolver.Port));
        otherAddress = samePortElsewhere;

        Assert.AreEqual("None 192.0.2.7", Ask(ClientOf(resolver), Name));
        Assert.HasCount(1, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_AnswerToTheAttemptBefore_IsTooLate()
    {
        FakeResolver.Heard? first = null;
        using FakeResolver resolver = new((r, heard) =>
        {
            if (heard.Number == 1)
            {
                first = heard;
                return;
            }

            // To where the first attempt asked from, and to where the second does under the first one's identifier.
            r.Reply(first!, first!.Answer(60, 66));
            r.Reply(heard, first!.Answer(60, 66));
            r.Reply(heard, heard.Answer(60, 7));
        });

        Assert.AreEqual("None 192.0.2.7", Ask(ClientOf(resolver), Name));
        Assert.HasCount(2, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_SilentResolver_IsAskedThreeTimesFromFreshPorts()
    {
        using FakeResolver resolver = new((_, _) => { });
        Stopwatch watch = Stopwatch.StartNew();

        Assert.AreEqual("ResolverSilent", Ask(ClientOf(resolver), Name));

        Assert.IsTrue(watch.ElapsedMilliseconds is > 4400 and < 6000, watch.ElapsedMilliseconds.ToString(CultureInfo.InvariantCulture));
        Assert.AreEqual("True True False", string.Join(' ', resolver.Questions.Select(q => q.HasEdns)));
        Assert.AreEqual(3, resolver.Questions.Select(q => q.From.Port).Distinct().Count());
    }

    [TestMethod]
    public void Lookup_JunkOnly_EndsWhenTheAttemptsEnd()
    {
        using CancellationTokenSource over = new();
        using FakeResolver resolver = new((r, heard) => Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
            {
                r.Reply(heard, BadDnsAnswers.Make("other name", heard.Id, Name));
                Thread.Sleep(1);
            }
        }));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.AreEqual("ResolverSilent", Ask(ClientOf(resolver), Name));
        over.Cancel();
        Assert.IsTrue(watch.ElapsedMilliseconds < 6000);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void Lookup_ResolverThatKnowsNoEdns_IsAskedWithoutAtOnce(int code)
    {
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, heard.HasEdns ? heard.Code(code) : heard.Answer(60, 7)));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.AreEqual("None 192.0.2.7", Ask(ClientOf(resolver), Name));
        Assert.IsTrue(watch.ElapsedMilliseconds < DnsClient.AttemptMs);
        Assert.HasCount(2, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_NobodyListens_IsSilence()
    {
        int port;

        using (UdpClient free = new(new IPEndPoint(IPAddress.Loopback, 0)))
        {
            port = ((IPEndPoint)free.Client.LocalEndPoint!).Port;
        }

        Assert.AreEqual("ResolverSilent", Ask(new DnsClient(Loopback, port, new SecureRandom()), Name));
    }

    // RFC 5452, 9.2: identifier and port are drawn anew for each question, from all there are.
    [TestMethod]
    public void Lookup_IdentifiersAndPorts_CannotBeGuessedFromThoseBefore()
    {
        const int Rounds = 200;
        using FakeResolver resolver = FakeResolver.Honest(0);
        DnsClient client = ClientOf(resolver);

        for (int i = 0; i < Rounds; i++)
        {
            Assert.AreEqual("None 192.0.2.7", Ask(client, Name));
        }

        List<int> ids = resolver.Questions.Select(q => q.Id).ToList();
        List<int> ports = resolver.Questions.Select(q => q.From.Port).ToList();

        // 200 of 65,536 collide about 0.3 times, 200 of 32,768 about 0.6 times.
        Assert.IsTrue(ids.Distinct().Count() > Rounds - 8);
        Assert.IsTrue(ports.Distinct().Count() > Rounds - 10);

        // Ours, not the system's: Linux draws from 32768 to 60999.
        Assert.IsTrue(ports.All(p => p >= 32768) && ports.Any(p => p > 60999));

        for (int bit = 0; bit < 16; bit++)
        {
            Assert.IsTrue(ids.Count(i => (i >> bit & 1) == 1) is > 60 and < 140);
            Assert.IsTrue(bit == 15 || ports.Count(p => (p >> bit & 1) == 1) is > 60 and < 140);
        }

        Assert.IsTrue(Enumerable.Range(1, Rounds - 1).Count(i => Math.Abs(ports[i] - ports[i - 1]) < 64) < 12);
    }

    [TestMethod]
    public void Lookup_KnownName_IsNotAskedAgain()
    {
        using FakeResolver resolver = FakeResolver.Honest();
        DnsClient client = ClientOf(resolver);

        for (int i = 0; i < 5; i++)
        {
            Assert.AreEqual("None 192.0.2.7", Ask(client, i % 2 == 0 ? Name : "STORY.example"));
        }

        Assert.HasCount(1, resolver.Questions);
        Ask(client, "other.example");
        Assert.HasCount(2, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_AnswerThatMayNotBeKept_IsAskedAgain()
    {
        using FakeResolver resolver = FakeResolver.Honest(0);
        DnsClient client = ClientOf(resolver);

        Ask(client, Name);
        Ask(client, Name);
        Assert.HasCount(2, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_NotFound_IsKeptForAMoment()
    {
        using FakeResolver resolver = new((r, heard) => r.Reply(heard, heard.Code(3)));
        DnsClient client = ClientOf(resolver);

        Assert.AreEqual("NameNotFound", Ask(client, Name));
        Assert.AreEqual("NameNotFound", Ask(client, Name));
        Assert.HasCount(1, resolver.Questions);
    }

    [TestMethod]
    public void Lookup_ManyThreads_EachGetsTheAddressOfItsOwnName()
    {
        using FakeResolver resolver = new((r, heard) =>
        {
            Thread.Sleep(5);
            r.Reply(heard, heard.Answer(60, int.Parse(heard.Name.Split('.')[0].AsSpan(1), CultureInfo.InvariantCulture)));
        });
        DnsClient client = ClientOf(resolver);
        List<Thread> threads = new();
        int wrong = 0;

        for (int i = 0; i < 32; i++)
        {
            int number = (i % 8) + 1;
            Thread thread = new(() =>
            {
                for (int round = 0; round < 20; round++)
                {
                    string name = string.Create(CultureInfo.InvariantCulture, $"n{number}.example");

                    if (Ask(client, name) != string.Create(CultureInfo.InvariantCulture, $"None 192.0.2.{number}"))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            });
            threads.Add(thread);
            thread.Start();
        }

        threads.ForEach(t => t.Join());
        Assert.AreEqual(0, wrong);
        Assert.HasCount(8, resolver.Questions);
    }

    // The client does not judge: a public address beside a private one must reach the judge together with it.
    [TestMethod]
    [Req("EGR-03")]
    public void Lookup_RebindingAnswer_ReachesTheJudgeWholeAndIsHeld()
    {
        string[] held =
        {
            "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "224.0.0.251", "0.0.0.0", "255.255.255.255", "100.64.0.1",
        };

        foreach (string address in held)
        {
            byte[] bad = IPAddress.Parse(address).GetAddressBytes();
            using FakeResolver resolver = new((r, heard) =>
            {
                DnsBuilder b = new DnsBuilder().Header(heard.Id, DnsBuilder.AnswerFlags, 1, 3, 0, 0).Question(Name, 1).Address(Name, 60, 7);
                b.Alias("z.example", 60, Name).Record(Name, 1, 60, 4).U8(bad[0]).U8(bad[1]).U8(bad[2]).U8(bad[3]);
                r.Reply(heard, b.Bytes());
            });
            byte[] addresses = new byte[32];

            Assert.AreEqual(Reason.None, ClientOf(resolver).Lookup(HostOf(Name), addresses, out int count));
            Assert.AreEqual(2, count);
            Assert.IsTrue(AddressJudge.IsGlobal(addresses, 0, 4, out _), address);
            Assert.IsFalse(AddressJudge.IsGlobal(addresses, 4, 4, out Reason why), address);
            Assert.IsTrue(why is >= Reason.AddressPrivate and <= Reason.AddressMalformed, address);
        }
    }

    [TestMethod]
    [Req("EGR-03")]
    [DataRow("192.0.2.7")]
    [DataRow("localhost")]
    [DataRow("")]
    public void Lookup_NoHostName_IsNeverAsked(string text)
    {
        using FakeResolver resolver = FakeResolver.Honest();

        Assert.AreEqual("NotAName", Ask(ClientOf(resolver), text));
        Assert.IsEmpty(resolver.Questions);
    }

    private static DnsClient ClientOf(FakeResolver resolver)
    {
        return new DnsClient(Loopback, resolver.Port, new SecureRandom());
    }

    private static HostName HostOf(string text)
    {
        HostName host = new();
        host.Read(text);
        return host;
    }

    /// <summary>The reason and, when found, the addresses in one line.</summary>
    private static string Ask(DnsClient client, string name)
    {
        byte[] addresses = new byte[32];
        Reason reason = client.Lookup(HostOf(name), addresses, out int count);
        Assert.AreEqual(reason == Reason.None, count > 0);
        return string.Concat(reason.ToString(), string.Concat(Enumerable.Range(0, count).Select(i => " " + string.Join('.', addresses.Skip(i * 4).Take(4)))));
    }
}
