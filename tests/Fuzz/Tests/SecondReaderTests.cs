using System;
using System.Linq;
using System.Text;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Fakes;
using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;
using ToyGuard.SecondReader;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Fuzz.Tests;

/// <summary>
/// Goal: the reader of ClientHellos says what a slow and plain second one says that shares no line with it: refused, not whole, or this name in so many bytes.
/// Method: the table of hellos with every prefix, every byte of good ones set to every value, and the loop guided by the real reader's paths. 10 million more are in results.md.
/// </summary>
[TestClass]
public sealed class SecondReaderTests
{
    [TestMethod]
    public void SecondReader_KnowsNothingOfOurs()
    {
        string[] known = typeof(ObviousHelloReader).Assembly.GetReferencedAssemblies().Select(static a => a.Name!).ToArray();

        Assert.AreNotEqual(0, known.Length);
        Assert.IsTrue(known.All(static name => name.StartsWith("System.", StringComparison.Ordinal)), string.Join(", ", known));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryPrefixOfTheTable_BothAgree()
    {
        ClientHelloReader reader = new();

        foreach (HelloCase row in HelloTable.All())
        {
            Assert.AreEqual(row.IsPass || row.Status == (int)ReadStatus.Complete, ObviousHelloReader.Read(row.Bytes).Kind == ObviousKind.Read, row.Name);

            // Of the very long ones the last will do.
            for (int count = row.Bytes.Length > 600 ? row.Bytes.Length - 9 : 0; count <= row.Bytes.Length; count++)
            {
                BothAgree(reader, row.Bytes[..count], row.Name);
            }
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryByteSetToEveryValue_BothAgree()
    {
        ClientHelloReader reader = new();
        byte[][] hellos =
        {
            HelloTable.Good().Protocols().Extension(41, new byte[3]).Record(),
            HelloBuilder.Cut(HelloTable.Good().Extension(0xfe0d, new byte[4]).Message(), 95),
        };

        int read = 0;

        foreach (byte[] hello in hellos)
        {
            for (int at = 0; at < hello.Length; at++)
            {
                byte was = hello[at];

                for (int value = 0; value < 256; value++)
                {
                    hello[at] = (byte)value;
                    read += BothAgree(reader, hello, $"byte {at} = {value}") ? 1 : 0;
                }

                hello[at] = was;
            }
        }

        // The 32 bytes of a hello's random may be anything.
        Assert.IsGreaterThanOrEqualTo(2 * 32 * 256, read);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_GuidedInputs_BothAgree()
    {
        string[] counted = Inside.Run(
            static (int inputs) =>
            {
                Tally tally = new Campaign(new OracleTarget(), 2).Run(inputs, Array.Empty<byte[]>());
                return new[] { tally.Finding?.ToString() ?? "", $"{tally.Complete}", $"{tally.Inputs}" };
            },
            500_000);

        Console.WriteLine(string.Join(' ', counted));
        Assert.AreEqual("", counted[0]);
        Assert.AreEqual("500000", counted[2]);
        Assert.IsTrue(int.Parse(counted[1]) > 4000, $"{counted[1]} of these could be read, too few to prove much");
    }

    private static bool BothAgree(ClientHelloReader reader, byte[] hello, string what)
    {
        reader.Reset();
        ReadStatus status = reader.Read(hello, 0, hello.Length);
        ObviousHello ours = status == ReadStatus.Complete
            ? new ObviousHello(ObviousKind.Read, Encoding.ASCII.GetString(reader.Name, 0, reader.NameLength), reader.Consumed)
            : new ObviousHello(status == ReadStatus.Refused ? ObviousKind.Refused : ObviousKind.NotWhole, "", 0);

        Assert.AreEqual(ObviousHelloReader.Read(hello), ours, what);
        return status == ReadStatus.Complete;
    }
}
