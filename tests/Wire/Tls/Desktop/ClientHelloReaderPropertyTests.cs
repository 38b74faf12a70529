using System;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Fakes;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls.Desktop;

/// <summary>
/// Goal: on no input at all does the reader throw, allocate, or name a server that a plain reader of the same rules does not.
/// Method: every byte of good hellos set to every value; random bytes and random damage; the same bytes fed in random pieces.
/// </summary>
[TestClass]
public sealed class ClientHelloReaderPropertyTests
{
    private const int Seed = 20261121;

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryRowOfTheTable_AgreesWithThePlainReader()
    {
        foreach (HelloCase row in HelloTable.All())
        {
            Assert.AreEqual(ObviousHelloReader.Name(row.Bytes), NameOf(row.Bytes), row.Name);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryByteSetToEveryValue_AgreesWithThePlainReader()
    {
        byte[][] hellos =
        {
            HelloTable.Good().Protocols().Extension(41, new byte[3]).Record(),
            HelloBuilder.Cut(HelloTable.Good().Extension(0xfe0d, new byte[4]).Message(), 95),
        };

        foreach (byte[] hello in hellos)
        {
            for (int at = 0; at < hello.Length; at++)
            {
                byte was = hello[at];

                for (int value = 0; value < 256; value++)
                {
                    hello[at] = (byte)value;
                    Assert.AreEqual(ObviousHelloReader.Name(hello), NameOf(hello), $"byte {at} = {value}");
                }

                hello[at] = was;
            }
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_SeededDamage_AgreesWithThePlainReaderAndWithItself()
    {
        Random random = new(Seed);
        HelloCase[] rows = HelloTable.All();
        int read = 0;

        for (int round = 0; round < 60000; round++)
        {
            byte[] hello = (byte[])rows[random.Next(rows.Length)].Bytes.Clone();

            if (hello.Length > 3000)
            {
                continue;
            }

            for (int damage = random.Next(4); damage > 0; damage--)
            {
                hello = Damage(hello, random);
            }

            string? name = NameOf(hello);
            read += name == null ? 0 : 1;
            Assert.AreEqual(ObviousHelloReader.Name(hello), name, $"seed {Seed}, round {round}");
            Assert.AreEqual(name, NameInPieces(hello, random), $"in pieces, seed {Seed}, round {round}");
        }

        Assert.IsTrue(read > 2000, $"{read} of these could be read, too few to prove much");
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_AnyBytes_NeverThrowsNeverNamesTheAllowedHost()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => NameOf(bytes) == null)
            .Check(Seeded.Cases(2000).WithEndSize(300));

        // The same behind a header that makes the body worth reading.
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes =>
                !HelloTable.Allowed.Equals(NameOf(HelloBuilder.Record(HelloBuilder.Message(1, bytes))), StringComparison.OrdinalIgnoreCase))
            .Check(Seeded.Cases(2000).WithEndSize(300));
    }

    [TestMethod]
    public void Read_Warm_AllocatesNothing()
    {
        ClientHelloReader reader = new();
        byte[][] hellos = { HelloTable.Browser().Record(), HelloBuilder.Records(HelloTable.Good().Message(), 1), HelloTable.Good().Name("a.example").Record() };
        long before = 0;

        for (int round = 0; round < 20; round++)
        {
            before = round == 10 ? GC.GetAllocatedBytesForCurrentThread() : before;

            foreach (byte[] hello in hellos)
            {
                reader.Reset();

                for (int length = 1; length <= hello.Length; length++)
                {
                    reader.Read(hello, 0, length);
                }
            }
        }

        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Read_LongestHelloOneByteAtATime_TakesLinearTime()
    {
        byte[] hello = HelloBuilder.Records(HelloTable.Good().PadTo(8192).Message(), 1);
        ClientHelloReader reader = new();
        long begunMs = Environment.TickCount64;

        for (int round = 0; round < 20; round++)
        {
            reader.Reset();

            for (int length = 1; length <= hello.Length; length++)
            {
                reader.Read(hello, 0, length);
            }
        }

        // About a million calls; starting from the front at each of them would be 24,000 million bytes.
        Assert.AreEqual(hello.Length, reader.Consumed);
        Assert.IsTrue(Environment.TickCount64 - begunMs < 5000);
    }

    private static byte[] Damage(byte[] hello, Random random)
    {
        if (hello.Length < 2)
        {
            return hello;
        }

        int at = random.Next(hello.Length);

        switch (random.Next(6))
        {
            case 0:
                hello[at] = (byte)random.Next(256);
                return hello;

            case 1:
                hello[at]++;
                return hello;

            case 2:
                hello[at] ^= (byte)(1 << random.Next(8));
                return hello;

            case 3:
                return Bytes.Part(hello, 0, at + 1);

            case 4:
                return Bytes.Join(Bytes.Part(hello, 0, at), Bytes.Part(hello, at + 1, hello.Length - at - 1));

            default:
                return Bytes.Join(Bytes.Part(hello, 0, at), Bytes.Join(new[] { (byte)random.Next(256) }, Bytes.Part(hello, at, hello.Length - at)));
        }
    }

    private static string? NameOf(byte[] hello)
    {
        ClientHelloReader reader = new();

        return reader.Read(hello, 0, hello.Length) == ReadStatus.Complete ? Text(reader) : null;
    }

    private static string? NameInPieces(byte[] hello, Random random)
    {
        ClientHelloReader reader = new();
        ReadStatus status = ReadStatus.NeedMore;

        for (int length = 0; length < hello.Length;)
        {
            length = Math.Min(hello.Length, length + 1 + random.Next(40));
            status = reader.Read(hello, 0, length);
        }

        return status == ReadStatus.Complete ? Text(reader) : null;
    }

    private static string Text(ClientHelloReader reader)
    {
        return Encoding.ASCII.GetString(reader.Name, 0, reader.NameLength);
    }
}
