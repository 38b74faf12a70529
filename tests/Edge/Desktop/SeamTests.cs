using System.Security.Cryptography;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests;

/// <summary>Goal: what Edge takes from the platform keeps to Core's contracts, at their edges too.</summary>
[TestClass]
public class SeamTests
{
    [TestMethod]
    public void Fill_ManyTimes_ChangesEveryByteOfTheRangeAndNoOther()
    {
        SecureRandom random = new SecureRandom();
        byte[] seen = new byte[64];
        byte[] buffer = new byte[64];

        for (int i = 0; i < 8; i++)
        {
            random.Fill(buffer, 3, 60);

            for (int at = 0; at < buffer.Length; at++)
            {
                seen[at] |= buffer[at];
            }
        }

        // Eight draws leave a byte at 0 once in 2^64 times.
        for (int at = 0; at < seen.Length; at++)
        {
            Assert.AreEqual(at >= 3 && at < 63, seen[at] != 0, "byte " + at);
        }
    }

    [TestMethod]
    public void Compute_NativeAndManaged_Agree()
    {
        Hmac native = new Hmac();
        ManagedHmac managed = new ManagedHmac();
        byte[] key = RandomNumberGenerator.GetBytes(200);
        byte[] message = RandomNumberGenerator.GetBytes(200);

        foreach (int keyCount in new[] { 0, 1, 63, 64, 65, 200 })
        {
            foreach (int count in new[] { 0, 1, 55, 56, 64, 190 })
            {
                byte[] one = new byte[40];
                byte[] other = new byte[40];
                native.Compute(key, keyCount, message, 7, count, one, 5);
                managed.Compute(key, keyCount, message, 7, count, other, 5);
                Assert.IsTrue(Bytes.AreSame(one, 40, other, 40), keyCount + ", " + count);
            }
        }
    }

    // RFC 4231, 4.3: key "Jefe".
    [TestMethod]
    public void Compute_TagIntoTheMessage_IsTheTag()
    {
        byte[] message = new byte[32];
        int count = Encoding.UTF8.GetBytes("what do ya want for nothing?", message);
        new Hmac().Compute(Encoding.UTF8.GetBytes("Jefe"), 4, message, 0, count, message, 0);

        byte[] expected = Hex.Bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        Assert.IsTrue(Bytes.AreSame(expected, 32, message, 32));
    }
}
