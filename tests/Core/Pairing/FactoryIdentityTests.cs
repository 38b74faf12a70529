using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing;

[TestClass]
public class FactoryIdentityTests
{
    // A generator by chance; the code may follow from nothing else.
    [TestMethod]
    [Req("PAIR-01")]
    public void Draw_ManyDevices_HaveNothingInCommon()
    {
        ByChance random = new(5);
        string labels = " ";
        string codes = " ";
        int[] ones = new int[80];
        const int Devices = 400;

        for (int i = 0; i < Devices; i++)
        {
            FactoryIdentity id = FactoryIdentity.Draw(random, hasDisplay: false);
            string code = Base32.Write(id.PrintedCode!);
            Assert.IsTrue(FactoryIdentity.IsLabel(id.HostLabel), id.HostLabel);
            Assert.IsTrue(labels.IndexOf(" " + id.HostLabel + " ") < 0, "a label came twice");
            Assert.IsTrue(codes.IndexOf(" " + code + " ") < 0, "a code came twice");
            Assert.IsTrue(code.IndexOf(id.HostLabel.Substring(9).ToUpper()) < 0 && id.ApKey.IndexOf(id.HostLabel.Substring(9)) < 0, "a secret shows in the name");
            labels += id.HostLabel + " ";
            codes += code + " ";

            for (int bit = 0; bit < 80; bit++)
            {
                ones[bit] += (id.PrintedCode![bit / 8] >> (bit % 8)) & 1;
            }
        }

        // Five standard deviations of a fair coin thrown 400 times are 50.
        for (int bit = 0; bit < 80; bit++)
        {
            Assert.IsTrue(ones[bit] > 150 && ones[bit] < 250, "bit " + bit.ToString() + ": " + ones[bit].ToString());
        }
    }

    // Nothing of the code follows from the other parts: with those the same, it is another.
    [TestMethod]
    [Req("PAIR-01")]
    public void Draw_OnlyTheCodeMeetsOtherBytes_OnlyTheCodeDiffers()
    {
        FactoryIdentity a = FactoryIdentity.Draw(new ByChance(5), hasDisplay: false);
        FactoryIdentity b = FactoryIdentity.Draw(new ByChance(5) { Different = 10 }, hasDisplay: false);
        Assert.AreEqual(a.HostLabel, b.HostLabel);
        Assert.AreEqual(a.ApKey, b.ApKey);
        Assert.AreEqual(a.ApName, b.ApName);
        Assert.AreEqual(Hex.Text(a.DeviceId), Hex.Text(b.DeviceId));
        Assert.AreNotEqual(Hex.Text(a.PrintedCode!), Hex.Text(b.PrintedCode!));
    }

    [TestMethod]
    public void Draw_WithADisplay_HasNoLastingCode()
    {
        Assert.IsNull(FactoryIdentity.Draw(new ByChance(1)).PrintedCode);
    }

    [TestMethod]
    [DataRow("toyguard-0a1b2c3d", true)]
    [DataRow("toyguard-zzzzzzzz", true)]
    [DataRow("toyguard-0a1b2c3", false)]
    [DataRow("toyguard-0a1b2c3d4", false)]
    [DataRow("toyguard-0a1b2c3i", false)]
    [DataRow("toyguard-0a1b2c3o", false)]
    [DataRow("toyguard-0A1B2C3D", false)]
    [DataRow("toyguard_0a1b2c3d", false)]
    [DataRow("", false)]
    public void IsLabel_OnlyOurForm(string label, bool isLabel)
    {
        Assert.AreEqual(isLabel, FactoryIdentity.IsLabel(label));
    }

    [TestMethod]
    public void Identity_UnfitParts_Throw()
    {
        byte[] id = { 1, 2, 3, 4, 5, 6, 7, 8 };
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("bear", id, "ToyGuard", "0123456789ab", null)));
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("toyguard-0a1b2c3d", new byte[8], "ToyGuard", "0123456789ab", null)));
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("toyguard-0a1b2c3d", new byte[7], "ToyGuard", "0123456789ab", null)));
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("toyguard-0a1b2c3d", id, "", "0123456789ab", null)));
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("toyguard-0a1b2c3d", id, "ToyGuard", "", null)));
        Check.Throws(typeof(System.ArgumentException), () => Assert.IsNull(new FactoryIdentity("toyguard-0a1b2c3d", id, "ToyGuard", "0123456789ab", new byte[10])));
    }

    private sealed class ByChance : IRandom
    {
        private readonly Chance _chance;

        internal ByChance(int seed)
        {
            _chance = new Chance(seed);
        }

        /// <summary>A fill of so many bytes gets others.</summary>
        internal int Different { get; set; }

        public void Fill(byte[] bytes, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                bytes[offset + i] = (byte)(_chance.Next() ^ (count == Different ? 0x5A : 0));
            }
        }
    }
}
