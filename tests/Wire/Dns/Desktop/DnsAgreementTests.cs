using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

using ToyGuard.Wire.Dns;

namespace ToyGuard.Wire.Tests.Dns;

/// <summary>
/// Goal: our readers accept, refuse and understand exactly what the RFCs say, on inputs nobody thought of.
/// Method: good and bad messages, damaged in one to four places by a seeded generator, read by ours and by a second reader that shares nothing with it.
/// </summary>
[TestClass]
public class DnsAgreementTests
{
    private const string Name = "story.example";
    private const int Id = 0x5A17;
    private const int Seed = 20261121;
    private const int Rounds = 150_000;

    [TestMethod]
    public void Questions_DamagedAnywhere_AreReadAlike()
    {
        List<byte[]> sources = BadDnsQuestions.Kinds().Select(kind => BadDnsQuestions.Make(kind, Name)).Where(m => m.Length < 400).ToList();

        for (int i = 0; i < 8; i++)
        {
            sources.AddRange(GoodQuestions());
        }

        Random random = new(Seed);
        DnsQuestion question = new();
        int accepted = 0;

        for (int round = 0; round < Rounds; round++)
        {
            byte[] message = Damage(random, sources);
            string where = string.Create(CultureInfo.InvariantCulture, $"seed {Seed} round {round}: {Convert.ToHexString(message)}");
            SlowDns.SlowQuestion? slow = SlowDns.ReadQuestion(message);
            bool isRead = DnsMessageReader.Read(message, 0, message.Length, question) == ReadStatus.Complete;
            Assert.AreEqual(slow != null, isRead, where);

            if (slow != null)
            {
                accepted++;
                string name = Encoding.ASCII.GetString(question.Name, 0, question.NameLength);
                Assert.AreEqual(slow, new SlowDns.SlowQuestion(question.Id, name, question.Type, question.HasEdns, question.UdpSize, question.EdnsVersion), where);
            }
        }

        // A run in which nothing gets past the header would prove nothing.
        Assert.IsTrue(accepted > Rounds / 20, accepted.ToString(CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void Answers_DamagedAnywhere_AreReadAlike()
    {
        List<byte[]> sources = BadDnsAnswers.BrokenKinds().Concat(BadDnsAnswers.ForeignKinds())
            .Select(kind => BadDnsAnswers.Make(kind, Id, Name)).Where(m => m.Length < 400).ToList();

        for (int i = 0; i < 6; i++)
        {
            sources.AddRange(GoodAnswers());
        }

        Random random = new(Seed + 1);
        DnsAnswerReader reader = new();
        byte[] name = Encoding.ASCII.GetBytes(Name);
        int accepted = 0;
        int found = 0;

        for (int round = 0; round < Rounds; round++)
        {
            byte[] message = Damage(random, sources);
            string where = string.Create(CultureInfo.InvariantCulture, $"seed {Seed + 1} round {round}: {Convert.ToHexString(message)}");
            SlowDns.SlowAnswer? slow = SlowDns.ReadAnswer(message, Id, Name);
            bool isRead = reader.Read(message, 0, message.Length, Id, name, name.Length) == ReadStatus.Complete;
            Assert.AreEqual(slow != null, isRead, where);

            if (slow != null)
            {
                accepted++;
                found += slow.Addresses.Count > 0 ? 1 : 0;
                Assert.IsTrue(reader.IsOurs, where);
                Assert.AreEqual(slow.Code, reader.Code, where);
                Assert.AreEqual(slow.IsTruncated, reader.IsTruncated, where);
                Assert.AreEqual(slow.Ttl, reader.TtlSeconds, where);
                Assert.AreEqual(string.Join(' ', slow.Addresses), string.Join(' ', Enumerable.Range(0, reader.AddressCount)
                    .Select(i => string.Join('.', reader.Addresses.Skip(i * 4).Take(4)))), where);
            }
            else
            {
                Assert.AreEqual(0, reader.AddressCount, where);
            }
        }

        Assert.IsTrue(accepted > Rounds / 20 && found > Rounds / 40, string.Create(CultureInfo.InvariantCulture, $"{accepted} {found}"));
    }

    [TestMethod]
    public void Questions_EveryTwoBitsFlipped_AreReadAlike()
    {
        byte[] message = DnsBuilder.Query(Id, "a.b", 1, true);
        DnsQuestion question = new();

        for (int first = 0; first < message.Length * 8; first++)
        {
            Flip(message, first);

            for (int second = first + 1; second < message.Length * 8; second++)
            {
                Flip(message, second);
                bool isRead = DnsMessageReader.Read(message, 0, message.Length, question) == ReadStatus.Complete;
                Assert.AreEqual(SlowDns.ReadQuestion(message) != null, isRead, Convert.ToHexString(message));
                Flip(message, second);
            }

            Flip(message, first);
        }
    }

    [TestMethod]
    public void Writer_EveryAnswer_IsReadByTheOther()
    {
        foreach (byte[] query in GoodQuestions())
        {
            DnsQuestion question = new();
            byte[] answer = new byte[DnsWriter.AnswerLengthMax];
            Assert.AreEqual(ReadStatus.Complete, DnsMessageReader.Read(query, 0, query.Length, question));

            if (question.Type != DnsType.A || question.NameLength == 0)
            {
                continue;
            }

            string name = Encoding.ASCII.GetString(question.Name, 0, question.NameLength);
            int length = DnsWriter.WriteAddress(query, 0, question, new byte[] { 192, 0, 2, 1 }, 5, answer);
            SlowDns.SlowAnswer read = SlowDns.ReadAnswer(answer[..length], question.Id, name)!;
            Assert.AreEqual("192.0.2.1", read.Addresses.Single());
            Assert.AreEqual(5, read.Ttl);

            length = DnsWriter.WriteEmpty(query, 0, question, DnsCode.NameError, DnsInfoCode.Blocked, answer);
            read = SlowDns.ReadAnswer(answer[..length], question.Id, name)!;
            Assert.AreEqual(3, read.Code);
            Assert.IsEmpty(read.Addresses);
        }
    }

    private static List<byte[]> GoodQuestions()
    {
        return new()
        {
            DnsBuilder.Query(Id, Name, 1, false),
            DnsBuilder.Query(Id, "StOrY.eXample", 1, true),
            DnsBuilder.Query(Id, "a", 65, true),
            DnsBuilder.Query(Id, "", 2, true),
            new DnsBuilder().Header(1, 0x0120, 1, 0, 0, 1).Question(Name, 1).U8(0).OptTail(0, 16).U16(10).U16(8).Fill(9, 8).U16(12).U16(0).Bytes(),
        };
    }

    private static List<byte[]> GoodAnswers()
    {
        static DnsBuilder Head(int answers, int authorities, int additional)
        {
            return new DnsBuilder().Header(Id, DnsBuilder.AnswerFlags, 1, answers, authorities, additional).Question(Name, 1);
        }

        return new()
        {
            Head(1, 0, 0).Address(Name, 60, 7).Bytes(),
            Head(2, 0, 1).Jump(12).RecordTail(1, 60, 4).Fill(7, 4).Jump(12).RecordTail(1, 9, 4).Fill(8, 4).Opt().Bytes(),
            Head(2, 0, 1).Jump(12).RecordTail(5, 60, 4).U8(1).U8('b').Jump(18).U8(1).U8('b').Jump(18).RecordTail(1, 9, 4).Fill(8, 4).Opt().Bytes(),
            Head(3, 1, 1).Address("c.example", 5, 7).Alias(Name, 4, "b.example").Alias("b.example", 6, "c.example").Record("", 2, 1, 1).U8(0).Opt().Bytes(),
            Head(1, 0, 0).Alias(Name, 4, "b.example").Bytes(),
            BadDnsAnswers.Chain(new DnsBuilder(), Id, Name, 8).Bytes(),
        };
    }

    private static byte[] Damage(Random random, List<byte[]> sources)
    {
        byte[] message = (byte[])sources[random.Next(sources.Count)].Clone();
        int times = random.Next(4);

        for (int i = 0; i < times && message.Length > 0; i++)
        {
            // The identifier is spared, or most answers would fall at the first check.
            int at = random.Next(message.Length) is int any && any < 2 && message.Length > 2 ? 2 + random.Next(message.Length - 2) : any;

            switch (random.Next(6))
            {
                case 0:
                    Flip(message, (at * 8) + random.Next(8));
                    break;
                case 1:
                    message[at] = (byte)random.Next(256);
                    break;
                case 2:
                    message[at] = new byte[] { 0, 1, 5, 12, 41, 63, 64, 0x80, 0xC0, 0xFF }[random.Next(10)];
                    break;
                case 3:
                    message = message[..at];
                    break;
                case 4:
                    message = message.Concat(sources[random.Next(sources.Count)].Take(random.Next(20))).ToArray();
                    break;
                default:
                    if (at + 1 < message.Length)
                    {
                        message[at] = (byte)(0xC0 | random.Next(2));
                        message[at + 1] = (byte)random.Next(message.Length);
                    }

                    break;
            }
        }

        return message;
    }

    private static void Flip(byte[] message, int bit)
    {
        message[bit / 8] ^= (byte)(1 << (bit % 8));
    }
}
