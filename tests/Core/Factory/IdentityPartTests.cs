using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Factory;

[TestClass]
public class IdentityPartTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    [Req("PAIR-01")]
    public void Read_Good_IsWhoItIs(bool hasCode)
    {
        FactoryIdentity? identity = IdentityPart.Read(Some(hasCode));

        Assert.AreEqual("toyguard-0a1b2c3d", identity!.HostLabel);
        Assert.AreEqual(8, identity.DeviceId.Length);
        Assert.AreEqual(11, (int)identity.DeviceId[0]);
        Assert.AreEqual(18, (int)identity.DeviceId[7]);
        Assert.AreEqual("ToyGuard 0a1b", identity.ApName);
        Assert.AreEqual("key-key-key-key1", identity.ApKey);
        Assert.AreEqual(hasCode, identity.PrintedCode is not null);
        Assert.IsTrue(!hasCode || (identity.PrintedCode!.Length == 10 && identity.PrintedCode[9] == 110));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Read_EveryPrefixAndOneByteMore_IsNobody(bool hasCode)
    {
        byte[] good = Some(hasCode);

        for (int length = 0; length <= good.Length + 1; length++)
        {
            byte[] cut = new byte[length];
            System.Array.Copy(good, 0, cut, 0, length < good.Length ? length : good.Length);
            Assert.AreEqual(length != good.Length, IdentityPart.Read(cut) is null, length.ToString());
        }
    }

    // The box has the checksum. Here no byte may bring it down or make parts that no device has.
    [TestMethod]
    public void Read_EveryFlippedBit_IsNobodyOrWell()
    {
        byte[] bytes = Some(hasCode: true);

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            FactoryIdentity? identity = IdentityPart.Read(bytes);
            Assert.IsTrue(identity is null || (FactoryIdentity.IsLabel(identity.HostLabel) && identity.ApKey.Length >= 12 && identity.PrintedCode!.Length == 10));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [TestMethod]
    [DataRow("another version", 0, 2)]
    [DataRow("no lasting name", 1, 65)]
    [DataRow("a zero in the Wi-Fi's name", 30, 0)]
    [DataRow("a line's end in the Wi-Fi's name", 30, 10)]
    [DataRow("a high byte in the Wi-Fi's name", 30, 200)]
    [DataRow("a delete in the key", 45, 127)]
    [DataRow("a shorter key", 40, 11)]
    [DataRow("a code of another length", 57, 9)]
    public void Read_UnfitByte_IsNobody(string what, int at, int value)
    {
        byte[] bytes = Some(hasCode: true);
        bytes[at] = (byte)value;
        Assert.IsNull(IdentityPart.Read(bytes), what);
    }

    [TestMethod]
    public void Read_CodeOfZeros_IsNobody()
    {
        byte[] bytes = Some(hasCode: true);
        System.Array.Clear(bytes, 58, 10);
        Assert.IsNull(IdentityPart.Read(bytes));
    }

    /// <summary>An identity's bytes, written by hand.</summary>
    internal static byte[] Some(bool hasCode)
    {
        byte[] bytes = new byte[58 + (hasCode ? 10 : 0)];
        bytes[0] = 1;
        Put(bytes, 1, "toyguard-0a1b2c3d");

        for (int i = 0; i < 8; i++)
        {
            bytes[18 + i] = (byte)(11 + i);
        }

        bytes[26] = 13;
        Put(bytes, 27, "ToyGuard 0a1b");
        bytes[40] = 16;
        Put(bytes, 41, "key-key-key-key1");
        bytes[57] = (byte)(hasCode ? 10 : 0);

        for (int i = 0; hasCode && i < 10; i++)
        {
            bytes[58 + i] = (byte)(101 + i);
        }

        return bytes;
    }

    private static void Put(byte[] bytes, int at, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bytes[at + i] = (byte)text[i];
        }
    }
}
