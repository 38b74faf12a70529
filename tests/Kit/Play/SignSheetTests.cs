using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>Goal: signs are told apart by rhythm alone, none flashes too fast, and white and red mean one thing each (experience.md 3).</summary>
[TestClass]
public class SignSheetTests
{
    // Every number that Sign names but none. One more there needs one more here.
    private static readonly byte[] Named = new byte[] { 1, 2, 10, 20, 21, 22, 30, 31, 40, 41, 42, 50, 60 };

    private const int SampleMs = 50;
    private const int WatchedMs = 40000;

    // Half a second: shorter, nobody would see it.
    private const int SamplesApartMin = 10;

    [TestMethod]
    public void Of_EverySign_IsItselfAndSaysSomething()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            SignPattern pattern = SignSheet.Of((Sign)Named[i]);
            Assert.AreEqual((int)Named[i], (int)pattern.Sign);
            Assert.IsTrue(pattern.Words.Length > 0, pattern.Words);
            Assert.IsTrue(pattern.Words.Length <= ReasonWords.LengthMax, pattern.Words);
            Assert.IsTrue(pattern.SoundSteps > 0, pattern.Words);
        }
    }

    [TestMethod]
    public void Of_EveryOtherNumber_IsDarkAndSilent()
    {
        int named = 0;

        for (int number = 0; number < 256; number++)
        {
            if (named < Named.Length && Named[named] == number)
            {
                named++;
                continue;
            }

            SignPattern pattern = SignSheet.Of((Sign)number);
            Assert.AreEqual((int)Sign.None, (int)pattern.Sign);
            Assert.AreEqual(0, pattern.LightSteps);
            Assert.AreEqual(0, pattern.SoundSteps);
            Assert.AreEqual("", pattern.Words);
        }
    }

    [TestMethod]
    public void Of_AnyTwoSigns_DifferInTheRhythmOfTheirLight()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.IsTrue(SamplesApart(SignSheet.Of((Sign)Named[i]), SignSheet.Of((Sign)Named[j])) >= SamplesApartMin, Named[i] + " and " + Named[j]);
            }
        }
    }

    [TestMethod]
    public void Of_AnyTwoSigns_DifferInTheirTune()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(Tune(SignSheet.Of((Sign)Named[i])), Tune(SignSheet.Of((Sign)Named[j])), Named[i] + " and " + Named[j]);
            }
        }
    }

    [TestMethod]
    public void Of_EverySign_FlashesTwiceASecondAtMost()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            SignPattern pattern = SignSheet.Of((Sign)Named[i]);
            int length = 0;

            for (int step = 0; step < pattern.LightSteps; step++)
            {
                Assert.IsTrue(pattern.LightMsOf(step) >= SignSheet.LightMsMin, pattern.Words);
                Assert.IsTrue(pattern.FromOf(step) >= 0 && pattern.FromOf(step) <= 100 && pattern.ToOf(step) >= 0 && pattern.ToOf(step) <= 100, pattern.Words);
                length += pattern.LightMsOf(step);
            }

            // What begins again begins after its end, and not on the heels of a light.
            Assert.IsTrue(pattern.LightEveryMs == 0 || pattern.LightEveryMs >= length, pattern.Words);
            Assert.IsTrue(RisesASecond(pattern) <= SignSheet.FlashesMax, pattern.Words);
        }
    }

    [TestMethod]
    public void Of_EverySign_SoundsNoLouderThanMayBeAndLongEnoughForATurn()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            SignPattern pattern = SignSheet.Of((Sign)Named[i]);
            int length = 0;

            for (int step = 0; step < pattern.SoundSteps; step++)
            {
                Assert.IsTrue(pattern.SoundMsOf(step) >= 60, pattern.Words);
                Assert.IsTrue(pattern.VolumeOf(step) >= 0 && pattern.VolumeOf(step) <= 60, pattern.Words);
                Assert.IsTrue(pattern.HertzOf(step) == 0 || (pattern.HertzOf(step) >= 100 && pattern.HertzOf(step) <= 2000), pattern.Words);
                length += pattern.SoundMsOf(step);
            }

            Assert.IsTrue(pattern.SoundEveryMs == 0 || pattern.SoundEveryMs >= length, pattern.Words);
        }
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Of_EverySign_WhiteIsTheSensorsAndRedTheWipes()
    {
        for (int i = 0; i < Named.Length; i++)
        {
            SignPattern pattern = SignSheet.Of((Sign)Named[i]);

            for (int step = 0; step < pattern.LightSteps; step++)
            {
                int colour = pattern.ColourOf(step);
                int red = colour >> 16;
                int green = (colour >> 8) & 255;
                int blue = colour & 255;
                int least = red < green ? (red < blue ? red : blue) : (green < blue ? green : blue);

                Assert.AreEqual(pattern.Sign == Sign.Listening, least > 64, pattern.Words);
                Assert.AreEqual(pattern.Sign == Sign.Wiping, red > 128 && green < 64 && blue < 64, pattern.Words);
            }

            Assert.AreEqual(pattern.Sign == Sign.Listening, pattern.IsSensorLight);
        }
    }

    [TestMethod]
    public void LightStepAt_PausesRhythm_IsShortLongThenDark()
    {
        SignPattern pattern = SignSheet.Of(Sign.Paused);
        int[] at = new int[] { -1, 0, 249, 250, 499, 500, 1499, 1500, 100000 };
        int[] brightness = new int[] { 0, 70, 70, 0, 0, 70, 70, 0, 0 };

        for (int i = 0; i < at.Length; i++)
        {
            Assert.AreEqual(brightness[i], pattern.BrightnessAt(at[i]), at[i].ToString());
        }
    }

    [TestMethod]
    public void BrightnessAt_Breath_GoesUpAndDownInFourSeconds()
    {
        SignPattern pattern = SignSheet.Of(Sign.SetupOpen);

        Assert.AreEqual(5, pattern.BrightnessAt(0));
        Assert.AreEqual(32, pattern.BrightnessAt(1000));
        Assert.AreEqual(60, pattern.BrightnessAt(2000));
        Assert.AreEqual(33, pattern.BrightnessAt(3000));
        Assert.AreEqual(5, pattern.BrightnessAt(4000));
        Assert.AreEqual(32, pattern.BrightnessAt(4000L * 1000 * 1000 + 1000));
    }

    [TestMethod]
    public void SoundStepAt_TwoChimes_HaveAGapAndAnEnd()
    {
        SignPattern pattern = SignSheet.Of(Sign.TwoMinutes);

        Assert.AreEqual(0, pattern.SoundStepAt(0));
        Assert.AreEqual(-1, pattern.SoundStepAt(400));
        Assert.AreEqual(2, pattern.SoundStepAt(600));
        Assert.AreEqual(-1, pattern.SoundStepAt(1000));
        Assert.AreEqual(-1, pattern.SoundStepAt(10000));
        Assert.AreEqual(-1, pattern.SoundStepAt(-1));
    }

    [TestMethod]
    public void New_StepsThatAreNotWhole_Throws()
    {
        Check.Throws(typeof(System.ArgumentException), () => _ = new SignPattern(Sign.Yes, "", new int[3], 0, new int[3], 0, 0));
        Check.Throws(typeof(System.ArgumentException), () => _ = new SignPattern(Sign.Yes, "", new int[4], 0, new int[4], 0, 0));
    }

    // How far apart two lights are in time alone: samples in which one is on and the other off.
    private static int SamplesApart(SignPattern one, SignPattern other)
    {
        int apart = 0;

        for (int ms = 0; ms < WatchedMs; ms += SampleMs)
        {
            bool isOn = one.BrightnessAt(ms) > 25;
            apart += isOn == (other.BrightnessAt(ms) > 25) ? 0 : 1;
        }

        return apart;
    }

    private static string Tune(SignPattern pattern)
    {
        string tune = "";

        for (int step = 0; step < pattern.SoundSteps; step++)
        {
            tune += pattern.HertzOf(step) + "x" + pattern.SoundMsOf(step) + " ";
        }

        return tune;
    }

    private static int RisesASecond(SignPattern pattern)
    {
        int most = 0;

        for (int start = 0; start < WatchedMs; start += 500)
        {
            int rises = 0;
            int before = start == 0 ? 0 : pattern.BrightnessAt(start - 10);

            for (int ms = start; ms < start + 1000; ms += 10)
            {
                int now = pattern.BrightnessAt(ms);
                rises += before == 0 && now > 0 ? 1 : 0;
                before = now;
            }

            most = rises > most ? rises : most;
        }

        return most;
    }
}
