using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

[TestClass]
public class Crc32Tests
{
    // The check value of the catalogue of CRCs, the empty sum, and sums that zlib gives.
    [TestMethod]
    [DataRow("", "00000000")]
    [DataRow("313233343536373839", "CBF43926")]
    [DataRow("00", "D202EF8D")]
    [DataRow("FF", "FF000000")]
    [DataRow("0000000000000000000000000000000000000000000000000000000000000000", "190A55AD")]
    [DataRow("54475301", "F66FE2AD")]
    public void Of_Known_IsTheSum(string bytes, string sum)
    {
        byte[] input = Hex.Bytes(bytes);
        byte[] wanted = Hex.Bytes(sum);
        uint crc = Crc32.Of(input, 0, input.Length);
        Assert.AreEqual(wanted[0] << 24 | wanted[1] << 16 | wanted[2] << 8 | wanted[3], (int)crc);
    }

    [TestMethod]
    public void Add_CutAnywhere_GoesOn()
    {
        byte[] bytes = Payload.Of(1, 40);
        uint whole = Crc32.Of(bytes, 0, 40);

        for (int cut = 0; cut <= 40; cut++)
        {
            Assert.IsTrue(Crc32.Add(Crc32.Of(bytes, 0, cut), bytes, cut, 40 - cut) == whole);
        }
    }

    [TestMethod]
    public void Of_AnyBitTurned_IsAnother()
    {
        byte[] bytes = Payload.Of(2, 24);
        uint whole = Crc32.Of(bytes, 0, 24);

        for (int bit = 0; bit < 24 * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsFalse(Crc32.Of(bytes, 0, 24) == whole);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
