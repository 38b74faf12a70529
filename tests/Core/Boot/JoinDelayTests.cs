using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Boot;

/// <summary>
/// Goal: after a power cut the devices of a street come back one by one, and what keeps failing is tried less and less often.
/// Method: a hundred delays, each with a random source of its own, and the two sources at the ends: all zeros, all ones.
/// </summary>
[TestClass]
public class JoinDelayTests
{
    private const int Devices = 100;

    [TestMethod]
    [Req("RES-02")]
    public void NextMs_HundredBoots_SpreadOverTheBound()
    {
        const int Parts = 8;
        int[] inPart = new int[Parts];

        for (int device = 1; device <= Devices; device++)
        {
            int waitMs = new JoinDelay(new DiceRandom(device * 7919)).NextMs();
            Assert.IsTrue(waitMs >= 0 && waitMs <= JoinDelay.BaseMs, waitMs.ToString());
            inPart[waitMs == JoinDelay.BaseMs ? Parts - 1 : waitMs / (JoinDelay.BaseMs / Parts)]++;
        }

        for (int i = 0; i < Parts; i++)
        {
            Assert.IsTrue(inPart[i] >= 4 && inPart[i] <= 25, "second " + i.ToString() + ": " + inPart[i].ToString());
        }
    }

    [TestMethod]
    [Req("RES-02")]
    public void NextMs_KeepsFailing_BoundDoublesToTheCap()
    {
        JoinDelay longest = new JoinDelay(new EvenRandom(255));
        JoinDelay shortest = new JoinDelay(new EvenRandom(0));
        int boundMs = JoinDelay.BaseMs;

        for (int i = 0; i < 40; i++)
        {
            Assert.AreEqual(boundMs, longest.NextMs());
            Assert.AreEqual(0, shortest.NextMs());
            boundMs = boundMs * 2 > JoinDelay.CapMs ? JoinDelay.CapMs : boundMs * 2;
        }
    }

    [TestMethod]
    public void OnJoined_AfterFailures_NextIsAFirstOne()
    {
        JoinDelay delay = new JoinDelay(new EvenRandom(255));
        delay.NextMs();
        delay.NextMs();
        delay.OnJoined();

        Assert.AreEqual(JoinDelay.BaseMs, delay.NextMs());
    }

    private sealed class DiceRandom : IRandom
    {
        private readonly Dice _dice;

        public DiceRandom(int seed)
        {
            _dice = new Dice(seed);
        }

        public void Fill(byte[] bytes, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                bytes[offset + i] = (byte)_dice.Roll(256);
            }
        }
    }

    private sealed class EvenRandom : IRandom
    {
        private readonly byte _value;

        public EvenRandom(byte value)
        {
            _value = value;
        }

        public void Fill(byte[] bytes, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                bytes[offset + i] = _value;
            }
        }
    }
}
