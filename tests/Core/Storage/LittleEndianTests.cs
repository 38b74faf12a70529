using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

[TestClass]
public class LittleEndianTests
{
    [TestMethod]
    public void Write_LowestByteFirst_AndNothingBeside()
    {
        byte[] bytes = new byte[16];
        LittleEndian.WriteUInt16(bytes, 1, 0x0201);
        LittleEndian.WriteUInt32(bytes, 3, 0xF6F5F4F3);
        LittleEndian.WriteInt64(bytes, 7, -0x0102030405060709L);
        byte[] wanted = Hex.Bytes("00 01 02 F3 F4 F5 F6 F7 F8 F9 FA FB FC FD FE 00");
        Assert.IsTrue(Bytes.AreSame(wanted, 16, bytes, 16));
    }

    [TestMethod]
    public void Read_AllOnes_HasNoSignWhereThereIsNone()
    {
        byte[] bytes = Hex.Bytes("FF FF FF FF FF FF FF FF");
        Assert.AreEqual(65535, LittleEndian.ReadUInt16(bytes, 6));
        Assert.IsTrue(LittleEndian.ReadUInt32(bytes, 4) == uint.MaxValue);
        Assert.IsTrue(LittleEndian.ReadInt64(bytes, 0) == -1);
    }

    [TestMethod]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Chance chance = new(1);
        byte[] bytes = new byte[14];

        for (int i = 0; i < 200; i++)
        {
            uint four = chance.Next();
            long eight = ((long)chance.Next() << 32) | chance.Next();
            int two = (int)(chance.Next() & 0xFFFF);
            LittleEndian.WriteUInt32(bytes, 0, four);
            LittleEndian.WriteInt64(bytes, 4, eight);
            LittleEndian.WriteUInt16(bytes, 12, two);
            Assert.IsTrue(LittleEndian.ReadUInt32(bytes, 0) == four);
            Assert.IsTrue(LittleEndian.ReadInt64(bytes, 4) == eight);
            Assert.AreEqual(two, LittleEndian.ReadUInt16(bytes, 12));
        }
    }

    [TestMethod]
    public void WriteUInt16_LargerNumber_KeepsItsLowerBits()
    {
        byte[] bytes = new byte[2];
        LittleEndian.WriteUInt16(bytes, 0, 0x12345);
        Assert.AreEqual(0x2345, LittleEndian.ReadUInt16(bytes, 0));
    }
}
