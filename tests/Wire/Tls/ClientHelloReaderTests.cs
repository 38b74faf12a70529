using System.Text;
using ToyGuard.Wire;
using ToyGuard.Wire.Tls;

namespace ToyGuard.Wire.Tests.Tls;

/// <summary>
/// Goal: a hello is read in exactly one way or not at all, however it is cut.
/// Method: the shared table of hellos, whole and byte by byte; every prefix, bit flip, cut and record size of good ones; seeded random bytes.
/// </summary>
[TestClass]
public class ClientHelloReaderTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryRowOfTheTable_AnswersAsTheTableSays()
    {
        HelloCase[] rows = HelloTable.All();

        foreach (HelloCase row in rows)
        {
            ClientHelloReader reader = new ClientHelloReader();

            Assert.AreEqual(row.Status, (int)reader.Read(row.Bytes, 0, row.Bytes.Length), row.Name);
            Assert.AreEqual(row.Fault, (int)reader.Fault, row.Name);
            Assert.AreEqual(row.IsPass, IsAllowedName(reader), row.Name);
        }
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryRowOneByteAtATime_AnswersTheSame()
    {
        HelloCase[] rows = HelloTable.All();

        foreach (HelloCase row in rows)
        {
            ClientHelloReader whole = new ClientHelloReader();
            ClientHelloReader dripped = new ClientHelloReader();
            ReadStatus status = whole.Read(row.Bytes, 0, row.Bytes.Length);

            Assert.AreEqual((int)status, (int)Drip(dripped, row.Bytes), row.Name);
            Assert.AreEqual((int)whole.Fault, (int)dripped.Fault, row.Name);
            Assert.AreEqual(whole.FaultOffset, dripped.FaultOffset, row.Name);
            Assert.AreEqual(whole.Consumed, dripped.Consumed, row.Name);
            Assert.AreEqual(NameOf(whole), NameOf(dripped), row.Name);
        }
    }

    [TestMethod]
    public void Table_HasEveryFaultAndEnoughRows()
    {
        HelloCase[] rows = HelloTable.All();
        int pass = 0;

        for (int fault = 1; fault < 256; fault++)
        {
            bool isHit = false;

            foreach (HelloCase row in rows)
            {
                isHit |= row.Fault == fault;
            }

            bool isFault = HelloFaultWords.Of((HelloFault)fault) != HelloFaultWords.Of((HelloFault)255);
            Assert.AreEqual(isFault, isHit, "fault " + fault.ToString());
        }

        foreach (HelloCase row in rows)
        {
            pass += row.IsPass ? 1 : 0;
        }

        Assert.IsTrue(pass >= 20, "rows that pass: " + pass.ToString());
        Assert.IsTrue(rows.Length - pass >= 100, "rows that do not: " + (rows.Length - pass).ToString());
    }

    [TestMethod]
    public void Read_EveryPrefixOfAGoodHello_NeedsMore()
    {
        PrefixesNeedMore(HelloTable.Browser().Record());
        PrefixesNeedMore(HelloBuilder.Records(HelloTable.Good().Message(), 7));
        PrefixesNeedMore(HelloBuilder.Records(HelloTable.Good().Message(), 1));
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Read_EveryBitFlip_NeverInventsTheAllowedName()
    {
        byte[] hello = HelloTable.Good().Protocols().Extension(43, new byte[] { 4, 3, 4, 3, 3 }).Record();
        int name = IndexOf(hello, HelloTable.Allowed);
        ClientHelloReader reader = new ClientHelloReader();

        for (int bit = 0; bit < hello.Length * 8; bit++)
        {
            int at = bit / 8;
            hello[at] ^= (byte)(1 << (bit % 8));
            reader.Reset();

            if (reader.Read(hello, 0, hello.Length) == ReadStatus.Complete)
            {
                // What is read is what stands there, so only a change of case in it can leave it the allowed name.
                bool isInName = at >= name && at < name + HelloTable.Allowed.Length;
                bool isCase = isInName && bit % 8 == 5;
                Assert.AreEqual(!isInName || isCase, IsAllowedName(reader), "bit " + bit.ToString());
                Assert.AreEqual(hello.Length, reader.Consumed, "bit " + bit.ToString());
            }
            else
            {
                Assert.AreEqual(0, reader.NameLength, "bit " + bit.ToString());
            }

            hello[at] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    public void Read_CutAnywhereOverTwoRecords_IsRead()
    {
        byte[] message = HelloTable.Good().Protocols().Message();

        for (int at = 1; at < message.Length; at++)
        {
            IsReadAsAllowed(HelloBuilder.Cut(message, at), "cut at " + at.ToString());
        }
    }

    [TestMethod]
    public void Read_AnyRecordSize_IsRead()
    {
        byte[] message = HelloTable.Browser().Message();

        for (int size = 1; size <= 64; size++)
        {
            IsReadAsAllowed(HelloBuilder.Records(message, size), "records of " + size.ToString());
        }
    }

    [TestMethod]
    public void Read_SeededRandomBytesBehindAHeader_NeverNamesTheAllowedHost()
    {
        ClientHelloReader reader = new ClientHelloReader();
        byte[] bytes = new byte[200];
        uint state = 1;

        for (int round = 0; round < 2000; round++)
        {
            uint seed = state;

            for (int i = 0; i < bytes.Length; i++)
            {
                state = (state * 1664525) + 1013904223;
                bytes[i] = (byte)(state >> 24);
            }

            // So far that it is worth reading: a record, a hello, its version, short lengths.
            bytes[0] = 22;
            bytes[1] = 3;
            bytes[3] = 0;
            bytes[4] = 195;
            bytes[5] = 1;
            bytes[6] = 0;
            bytes[7] = 0;
            bytes[8] = 191;
            bytes[9] = 3;
            bytes[43] &= 63;
            reader.Reset();
            reader.Read(bytes, 0, bytes.Length);

            Assert.IsTrue(!IsAllowedName(reader), "seed " + seed.ToString());
        }
    }

    [TestMethod]
    public void Read_BehindOtherBytes_StartsAtTheOffset()
    {
        byte[] hello = HelloTable.Good().Record();
        byte[] buffer = Bytes.Join(new byte[11], Bytes.Join(hello, new byte[] { 1, 2, 3 }));
        ClientHelloReader reader = new ClientHelloReader();

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(buffer, 11, hello.Length + 3));
        Assert.AreEqual(hello.Length, reader.Consumed);
        Assert.AreEqual(HelloTable.Allowed, NameOf(reader));
    }

    [TestMethod]
    public void Read_AfterRefusal_StaysRefused()
    {
        byte[] hello = HelloTable.Good().Record();
        ClientHelloReader reader = new ClientHelloReader();

        Assert.AreEqual((int)ReadStatus.Refused, (int)reader.Read(new byte[] { 71 }, 0, 1));
        Assert.AreEqual((int)ReadStatus.Refused, (int)reader.Read(hello, 0, hello.Length));
        Assert.AreEqual((int)HelloFault.NotTls, (int)reader.Fault);
        Assert.AreEqual(0, reader.NameLength);
    }

    [TestMethod]
    public void Reset_AfterAHello_ForgetsIt()
    {
        byte[] first = new HelloBuilder().Name("a-longer-name.example").Protocols().Extension(0xfe0d, new byte[1]).Record();
        byte[] second = HelloTable.Good().Record();
        ClientHelloReader reader = new ClientHelloReader();

        reader.Read(first, 0, first.Length);
        Assert.IsTrue(reader.HasEch);
        Assert.IsTrue(reader.HasProtocols);

        reader.Reset();
        Assert.IsTrue(!reader.HasEch);
        Assert.IsTrue(!reader.HasProtocols);
        Assert.AreEqual(0, reader.NameLength);
        Assert.AreEqual(0, reader.Consumed);

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(second, 0, second.Length));
        Assert.AreEqual(HelloTable.Allowed, NameOf(reader));
        Assert.IsTrue(!reader.HasEch);
    }

    [TestMethod]
    public void FaultOffset_IsWhereReadingStopped()
    {
        byte[] lineEnd = new HelloBuilder().Name(HelloTable.Allowed + "\n").Record();
        byte[] noTls = Bytes.Join(HelloBuilder.Record(new byte[] { 1 }), new byte[] { 71 });
        ClientHelloReader reader = new ClientHelloReader();

        reader.Read(lineEnd, 0, lineEnd.Length);
        Assert.AreEqual(IndexOf(lineEnd, HelloTable.Allowed) + HelloTable.Allowed.Length + 1, reader.FaultOffset);

        reader.Reset();
        reader.Read(noTls, 0, noTls.Length);
        Assert.AreEqual(6, reader.FaultOffset);
    }

    private static void PrefixesNeedMore(byte[] hello)
    {
        ClientHelloReader grown = new ClientHelloReader();

        for (int length = 0; length < hello.Length; length++)
        {
            ClientHelloReader fresh = new ClientHelloReader();

            Assert.AreEqual((int)ReadStatus.NeedMore, (int)fresh.Read(hello, 0, length), "fresh, " + length.ToString());
            Assert.AreEqual((int)ReadStatus.NeedMore, (int)grown.Read(hello, 0, length), "grown, " + length.ToString());
            Assert.AreEqual(0, fresh.NameLength);
            Assert.AreEqual(0, fresh.Consumed);
        }

        Assert.AreEqual((int)ReadStatus.Complete, (int)grown.Read(hello, 0, hello.Length));
    }

    private static void IsReadAsAllowed(byte[] hello, string how)
    {
        ClientHelloReader reader = new ClientHelloReader();

        Assert.AreEqual((int)ReadStatus.Complete, (int)reader.Read(hello, 0, hello.Length), how);
        Assert.AreEqual(HelloTable.Allowed, NameOf(reader), how);
        Assert.AreEqual(hello.Length, reader.Consumed, how);
    }

    private static ReadStatus Drip(ClientHelloReader reader, byte[] bytes)
    {
        ReadStatus status = ReadStatus.None;

        for (int length = 1; length <= bytes.Length; length++)
        {
            status = reader.Read(bytes, 0, length);
        }

        return status;
    }

    private static bool IsAllowedName(ClientHelloReader reader)
    {
        return NameOf(reader).ToLower() == HelloTable.Allowed;
    }

    private static string NameOf(ClientHelloReader reader)
    {
        return Encoding.UTF8.GetString(reader.Name, 0, reader.NameLength);
    }

    private static int IndexOf(byte[] bytes, string text)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(text);

        for (int at = 0; at + wanted.Length <= bytes.Length; at++)
        {
            if (Bytes.AreSame(Bytes.Part(bytes, at, wanted.Length), wanted.Length, wanted, wanted.Length))
            {
                return at;
            }
        }

        return -1;
    }
}
