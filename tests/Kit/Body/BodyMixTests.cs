using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: the device's own signs go before the toy's, and leave no trace when they are over. Method: lamp and buzzer at chosen moments.</summary>
[TestClass]
public class BodyMixTests
{
    [TestMethod]
    public void Show_Sign_GoesBeforeTheToyAndEndsByItself()
    {
        BodyMix mix = new BodyMix();
        mix.ToyLight(0x123456, 33);
        Assert.IsTrue(mix.ToyTone(300, 20));
        Assert.IsFalse(mix.ToyTone(300, 10));

        Assert.IsTrue(mix.Show(HostSign.Joined, 1000));
        Assert.AreEqual(0x10C030, mix.ColourAt(1000));
        Assert.AreEqual(60, mix.BrightnessAt(5000));
        Assert.AreEqual(523, mix.HertzAt(1000));
        Assert.AreEqual(50, mix.VolumeAt(1000));
        Assert.AreEqual(0, mix.HertzAt(5000), "the toy's tone waits too");
        Assert.AreEqual((int)HostSign.Joined, (int)mix.SignAt(10999));

        Assert.AreEqual((int)HostSign.None, (int)mix.SignAt(11000));
        Assert.AreEqual(0x123456, mix.ColourAt(11000));
        Assert.AreEqual(33, mix.BrightnessAt(11000));
        Assert.AreEqual(300, mix.HertzAt(11000));
        Assert.AreEqual(10, mix.VolumeAt(11000));
    }

    [TestMethod]
    public void Show_SameSign_GoesOnUntilItIsOver()
    {
        BodyMix mix = new BodyMix();
        Assert.IsTrue(mix.Show(HostSign.Hello, 0));
        Assert.IsFalse(mix.Show(HostSign.Hello, 3999));
        Assert.IsTrue(mix.Show(HostSign.Hello, 4000), "over, so it is a new one");
        Assert.IsTrue(mix.Show(HostSign.None, 4001));
        Assert.AreEqual(0, mix.BrightnessAt(4001));
    }

    // Both of the oldest mistakes of a blinking lamp: flashes above two a second, and a colour that means something else.
    [TestMethod]
    [Req("SENS-01")]
    public void Of_EverySign_FlashesTwiceASecondAtMostAndRedAndWhiteKeepTheirMeaning()
    {
        int signs = 0;

        for (int number = 0; number < 256; number++)
        {
            SignPattern pattern = HostSigns.Of((HostSign)number);
            signs += pattern.LightSteps > 0 ? 1 : 0;

            for (int step = 0; step < pattern.LightSteps; step++)
            {
                Assert.IsTrue(pattern.LightMsOf(step) >= SignSheet.LightMsMin, number.ToString());
                Assert.AreNotEqual(0xFFFFFF, pattern.ColourOf(step), number.ToString());
                Assert.AreEqual(number == (int)HostSign.WipeWarning, pattern.ColourOf(step) == 0xFF0000, number.ToString());
            }

            for (int step = 0; step < pattern.SoundSteps; step++)
            {
                Assert.IsTrue(pattern.VolumeOf(step) <= 60, number.ToString());
            }

            Assert.AreEqual(pattern.LightSteps > 0, pattern.Words.Length > 0, number.ToString());
        }

        Assert.AreEqual((int)HostSign.ForgotRunning, signs, "every sign but none");
    }
}
