using System;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Fakes;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls.Desktop;

/// <summary>
/// Goal: on no input at all does the reader throw, allocate, take long, or find the allowed name where there is none.
/// Method: random bytes, bare and behind good headers; long hellos byte by byte. That a second reader agrees is tests/Fuzz' matter.
/// </summary>
[TestClass]
public sealed class ClientHelloReaderPropertyTests
{
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

    private static string? NameOf(byte[] hello)
    {
        ClientHelloReader reader = new();

        return reader.Read(hello, 0, hello.Length) == ReadStatus.Complete ? Text(reader) : null;
    }

    private static string Text(ClientHelloReader reader)
    {
        return Encoding.ASCII.GetString(reader.Name, 0, reader.NameLength);
    }
}
