using System;
using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Crypto;

[TestClass]
public class Pbkdf2Tests
{
    // RFC 7914, 11, the first of two: P = passwd, S = salt, one round, two blocks. The second is in Desktop.
    [TestMethod]
    public void Derive_StandardsShortCase_GivesItsKey()
    {
        byte[] key = new byte[64];
        Pbkdf2.Derive(new ManagedHmac(), Encoding.UTF8.GetBytes("passwd"), Encoding.UTF8.GetBytes("salt"), 1, key, 0, key.Length);

        Assert.AreEqual(
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
            Hex.Text(key));
    }

    // Several rounds, and a second block of which a quarter is wanted; by Python's hashlib.
    [TestMethod]
    public void Derive_FiveRoundsAndAPart_GivesItsKeyInItsPlace()
    {
        byte[] key = new byte[44];
        Pbkdf2.Derive(new ManagedHmac(), Encoding.UTF8.GetBytes("123456"), Hex.Bytes("000102030405060708090a0b0c0d0e0f"), 5, key, 3, 40);

        Assert.AreEqual("0000006927de0615a773effd06c68196f25d637f47f053b029cadd5d4b3373ba51aee5ef839d315fe9dfd000", Hex.Text(key));
    }

    [TestMethod]
    public void Derive_OneArrayForAll_IsTheKey()
    {
        byte[] all = Pattern.Of(64);
        byte[] key = new byte[64];
        Pbkdf2.Derive(new ManagedHmac(), Pattern.Of(64), Pattern.Of(64), 2, key, 0, 64);
        Pbkdf2.Derive(new ManagedHmac(), all, all, 2, all, 0, 64);

        Assert.AreEqual(Hex.Text(key), Hex.Text(all));
    }

    [TestMethod]
    [DataRow(0, 0, 32)]
    [DataRow(-1, 0, 32)]
    [DataRow(1, -1, 32)]
    [DataRow(1, 1, 32)]
    [DataRow(1, 0, -1)]
    public void Derive_NoRoundOrNoRoom_Throws(int rounds, int at, int count)
    {
        byte[] key = new byte[32];
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Pbkdf2.Derive(new ManagedHmac(), Pattern.Of(6), Pattern.Of(16), rounds, key, at, count));
        Assert.AreEqual(Hex.Text(new byte[32]), Hex.Text(key));
    }
}
