using System;

using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

[TestClass]
public class SetupRecordTests
{
    private const string Key = "sunny-day-42";

    [TestMethod]
    public void Read_WhatWasWritten_IsTheSame()
    {
        KnownNetwork[] networks = { new("Hut", Key), new("\u00e4\u5bb6\ud83e\uddf8", ""), new("Barn", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef") };
        byte[] record = SetupRecord.Write(networks, SetupJob.Waiting("Farm", Key, 2));
        Assert.IsTrue(SetupRecord.Read(record, out KnownNetwork[] read, out SetupJob? job));
        Assert.AreEqual(3, read.Length);

        for (int i = 0; i < read.Length; i++)
        {
            Assert.AreEqual(networks[i].Ssid, read[i].Ssid);
            Assert.AreEqual(networks[i].Key, read[i].Key);
        }

        Assert.AreEqual("Farm", job!.Ssid);
        Assert.AreEqual(2, job.Begun);
        Assert.AreEqual(Hex.Text(record), Hex.Text(SetupRecord.Write(read, job)));
    }

    [TestMethod]
    public void Write_LargestThereIs_IsBytesMax()
    {
        string key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        KnownNetwork[] networks = new KnownNetwork[SetupRecord.NetworksMax];

        for (int i = 0; i < networks.Length; i++)
        {
            networks[i] = new KnownNetwork("1234567890123456789012345678901" + i, key);
        }

        byte[] record = SetupRecord.Write(networks, SetupJob.Waiting("12345678901234567890123456789019", key, 3));
        Assert.AreEqual(SetupRecord.BytesMax, record.Length);
        Assert.IsTrue(SetupRecord.Read(record, out _, out _));
    }

    // Neither a shorter one nor one with something behind it is another record.
    [TestMethod]
    public void Read_EveryPrefix_AndOneMore_IsRefused()
    {
        byte[] record = Sample();

        for (int length = 0; length < record.Length; length++)
        {
            AssertRefused(Bytes.Part(record, 0, length));
        }

        byte[] longer = new byte[record.Length + 1];
        Array.Copy(record, longer, record.Length);
        AssertRefused(longer);
    }

    [TestMethod]
    public void Read_EveryBitFlip_IsRefusedOrReadsAsItself()
    {
        byte[] record = Sample();

        for (int bit = 0; bit < record.Length * 8; bit++)
        {
            record[bit / 8] ^= (byte)(1 << (bit % 8));

            if (SetupRecord.Read(record, out KnownNetwork[] networks, out SetupJob? job))
            {
                Assert.AreEqual(Hex.Text(record), Hex.Text(SetupRecord.Write(networks, job)), "bit " + bit);
            }
            else
            {
                Assert.IsTrue(networks.Length == 0 && job is null, "bit " + bit);
            }

            record[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    [DataRow("", "none")]
    [DataRow("0000000000", "version 0")]
    [DataRow("0200000000", "version 2")]
    [DataRow("0100010000", "a job without a name")]
    [DataRow("0100030000014100", "a third kind of job")]
    [DataRow("0100000100", "no job that began")]
    [DataRow("0100000001", "no job with a fault")]
    [DataRow("0100010001014100", "a fault before the try")]
    [DataRow("0100020100014100", "done, and begun")]
    [DataRow("0100020007014100", "an unknown fault")]
    [DataRow("01000200000141083132333435363738", "done, with a key")]
    [DataRow("010100000000080000000000000000", "an empty name")]
    [DataRow("0101000000014107", "a key that is cut")]
    [DataRow("010100000001410731323334353637", "a short key")]
    [DataRow("0101000000010000", "a zero in a name")]
    [DataRow("010100000001C300", "half a character")]
    [DataRow("010100000002C08000", "a longer form")]
    [DataRow("010100000003EDA08000", "half a surrogate")]
    [DataRow("0102000000014100014100", "a name twice")]
    [DataRow("0105000000014100014200014300014400014500", "five networks")]
    public void Read_AnyOtherSpelling_IsRefused(string hex, string what)
    {
        byte[] record = Hex.Bytes(hex);
        Assert.IsFalse(SetupRecord.Read(record, out KnownNetwork[] networks, out SetupJob? job), what);
        Assert.IsTrue(networks.Length == 0 && job is null, what);
    }

    private static byte[] Sample()
    {
        return SetupRecord.Write(new KnownNetwork[] { new("H\u00fctte", Key), new("Caf\u00e9", "") }, SetupJob.Waiting("Farm", Key, 1));
    }

    private static void AssertRefused(byte[] record)
    {
        Assert.IsFalse(SetupRecord.Read(record, out KnownNetwork[] networks, out SetupJob? job));
        Assert.IsTrue(networks.Length == 0 && job is null);
    }
}
