using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class RecordCodecTests
{
    [TestMethod]
    public void Write_EveryFieldHasItsPlace()
    {
        Record record = new Record(RecordKind.CallsHeld, 1795435200, 0x0201, 3, 4, 5, -2, 0x04030201, 6);
        byte[] bytes = new byte[24];
        bytes[0] = 0x99;
        RecordCodec.Write(record, bytes, 1);

        byte[] wanted = Hex.Bytes("99 14 06 03 04 05 0102 feffffff 01020304 c0 86 03 6b 00 00 00 00");
        wanted[16] = 0x00;
        long utc = 1795435200;

        for (int i = 0; i < 8; i++)
        {
            wanted[16 + i] = (byte)(utc >> (8 * i));
        }

        Assert.IsTrue(Bytes.AreSame(wanted, 24, bytes, 24));
    }

    [TestMethod]
    public void Read_GivesBackWhatWasWritten()
    {
        AssertSame(new Record(RecordKind.SettingsSaved, 1795435200, 65535, 255, 255, 255, int.MinValue, int.MaxValue, 255));
        AssertSame(new Record(RecordKind.DeviceStarted, 0, 0));
        AssertSame(new Record((RecordKind)255, long.MaxValue, 1, 2, 3, 4, -5, 6, 7));
    }

    [TestMethod]
    public void Record_NumbersThatDoNotFit_BecomeTheNearestThatDo()
    {
        Record record = new Record(RecordKind.CallsHeld, -1, 70000, 256, -1, 1000, -7, -8, 999);

        Assert.AreEqual(0L, record.UtcSeconds);
        Assert.AreEqual(65535, record.Boot);
        Assert.AreEqual(255, record.Toy);
        Assert.AreEqual(0, record.Endpoint);
        Assert.AreEqual(255, record.Reason);
        Assert.AreEqual(-7, record.First);
        Assert.AreEqual(-8, record.Second);
        Assert.AreEqual(255, record.Flags);
    }

    [TestMethod]
    public void Read_ATimeBefore1970_IsUnknown()
    {
        byte[] bytes = new byte[RecordCodec.Bytes];
        bytes[0] = (byte)RecordKind.WipeDone;
        bytes[22] = 0x80;
        Assert.AreEqual(0L, RecordCodec.Read(bytes, 0).UtcSeconds);
    }

    private static void AssertSame(Record record)
    {
        byte[] bytes = new byte[RecordCodec.Bytes];
        RecordCodec.Write(record, bytes, 0);
        Record read = RecordCodec.Read(bytes, 0);

        Assert.AreEqual((int)record.Kind, (int)read.Kind);
        Assert.AreEqual(record.UtcSeconds, read.UtcSeconds);
        Assert.AreEqual(record.Boot, read.Boot);
        Assert.AreEqual(record.Toy, read.Toy);
        Assert.AreEqual(record.Endpoint, read.Endpoint);
        Assert.AreEqual(record.Reason, read.Reason);
        Assert.AreEqual(record.First, read.First);
        Assert.AreEqual(record.Second, read.Second);
        Assert.AreEqual(record.Flags, read.Flags);
    }
}
