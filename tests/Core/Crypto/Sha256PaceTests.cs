using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

/// <summary>
/// Goal: how long a block takes on an interpreter can be read off the ticks (100 ns) that its test launcher prints. Method: the difference of
/// the two tests is 4,000 blocks and nothing else, so a block takes (ticks of the second - ticks of the first) / 40,000 milliseconds.
/// </summary>
[TestClass]
public class Sha256PaceTests
{
    // Both hashes by Python's hashlib.
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Add_NoZeros_TakesNoTime(int time)
    {
        Assert.AreEqual("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", HashOf(0), "try " + time);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Add_FourThousandBlocksOfZeros_TakesTheirTime(int time)
    {
        Assert.AreEqual("24a046dc04fefdb652e4077b41162490b344a4dd45f918505477f84c592f3070", HashOf(4), "try " + time);
    }

    // So many thousand blocks of zeros; the array is the same for any number.
    private static string HashOf(int thousands)
    {
        byte[] zeros = new byte[1000 * Sha256.BlockBytes];
        byte[] hash = new byte[Sha256.HashBytes];
        Sha256 hashed = new Sha256();

        for (int i = 0; i < thousands; i++)
        {
            hashed.Add(zeros, 0, zeros.Length);
        }

        hashed.Finish(hash, 0);
        return Hex.Text(hash);
    }
}
