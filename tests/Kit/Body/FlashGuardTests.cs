using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: nothing that anybody asks of the lamp makes it go up more than twice a second. Method: patterns as they are, toys that flash on purpose, and random ones, each counted.</summary>
[TestClass]
public class FlashGuardTests
{
    private const int Red = 0xFF0000;
    private const int Teal = 0x00A090;

    [TestMethod]
    public void Set_DownAndSame_NeverWait()
    {
        FlashGuard guard = new FlashGuard();

        Assert.IsTrue(guard.Set(Red, 100, 0));
        Assert.IsFalse(guard.Set(Red, 100, 1));
        Assert.IsTrue(guard.Set(Red, 50, 2));
        Assert.IsTrue(guard.Set(Red, 0, 3));
        Assert.AreEqual(0, guard.Colour);
        Assert.IsFalse(guard.Set(Teal, 0, 4), "dark is dark");
    }

    [TestMethod]
    public void Set_UpTooEarly_WaitsAndTheLightStays()
    {
        FlashGuard guard = new FlashGuard();
        guard.Set(Red, 100, 1000);
        guard.Set(Red, 0, 1100);

        Assert.IsFalse(guard.Set(Red, 100, 1499));
        Assert.AreEqual(0, guard.Brightness);
        Assert.IsTrue(guard.Set(Red, 100, 1500));
    }

    [TestMethod]
    public void Set_OtherColour_IsAFlashToo()
    {
        FlashGuard guard = new FlashGuard();
        guard.Set(Red, 60, 1000);

        Assert.IsFalse(guard.Set(Teal, 60, 1499));
        Assert.AreEqual(Red, guard.Colour);
        Assert.IsTrue(guard.Set(Teal, 60, 1500));
    }

    // The breath of four seconds goes up in many small steps, every one of which is shown.
    [TestMethod]
    public void Set_Swell_IsOneWayUp()
    {
        FlashGuard guard = new FlashGuard();
        SignPattern breath = SignSheet.Of(Sign.SetupOpen);

        for (int ms = 0; ms < 20000; ms += 50)
        {
            guard.Set(breath.ColourOf(breath.LightStepAt(ms)), breath.BrightnessAt(ms), ms);
            Assert.AreEqual(breath.BrightnessAt(ms), guard.Brightness, ms.ToString());
        }
    }

    // Without going dark in between: 90, 30, 90… every 100 ms.
    [TestMethod]
    public void Set_ToyThatFlickers_GoesUpTwiceASecond()
    {
        FlashGuard guard = new FlashGuard();
        int ups = 0;
        int before = 0;

        for (int ms = 0; ms < 10000; ms += 50)
        {
            guard.Set(Red, ms % 100 < 50 ? 90 : 30, ms);
            ups += guard.Brightness > before + FlashGuard.Step ? 1 : 0;
            before = guard.Brightness;
        }

        Assert.IsTrue(ups > 15 && ups <= 20, ups.ToString());
    }

    // Steps that each are too small to count, and together are a flash.
    [TestMethod]
    public void Set_FlickerInSmallSteps_IsCountedToo()
    {
        FlashGuard guard = new FlashGuard();
        int low = 100;
        int flashes = 0;
        bool isUp = false;
        int high = 0;

        for (int ms = 0; ms < 10000; ms += 10)
        {
            int phase = ms / 10 % 10;
            guard.Set(Red, 10 + (15 * (phase < 5 ? phase : 10 - phase)), ms);

            if (!isUp && guard.Brightness - low > FlashGuard.Step)
            {
                flashes++;
                isUp = true;
                high = guard.Brightness;
            }
            else if (isUp && high - guard.Brightness > FlashGuard.Step)
            {
                isUp = false;
                low = guard.Brightness;
            }

            high = guard.Brightness > high ? guard.Brightness : high;
            low = guard.Brightness < low ? guard.Brightness : low;
        }

        Assert.IsTrue(flashes > 0 && flashes <= 20, flashes.ToString());
    }

    [TestMethod]
    [DataRow(-5, 0)]
    [DataRow(140, 100)]
    public void Set_OutOfRange_IsTheNearestThereIs(int asked, int shown)
    {
        FlashGuard guard = new FlashGuard();
        guard.Set(Red, 10, 0);
        guard.Set(Red, asked, 5000);
        Assert.AreEqual(shown, guard.Brightness);
    }

    // Whatever is asked, whenever: a rise from dark, or of colour, or by more than a step, is half a second from the one before.
    [TestMethod]
    public void Set_Random_RisesAreHalfASecondApart()
    {
        uint seed = 20261122;
        FlashGuard guard = new FlashGuard();
        long rose = -1000;
        int colour = 0;
        int brightness = 0;
        long ms = 0;
        int rises = 0;

        for (int i = 0; i < 3000; i++)
        {
            seed = (seed * 1664525) + 1013904223;
            ms += (seed >> 8) % 120;
            guard.Set((seed >> 16) % 3 == 0 ? Teal : Red, (int)((seed >> 20) % 5) * 25, ms);
            bool isRise = guard.Brightness > 0 && (brightness == 0 || guard.Colour != colour);

            if (isRise)
            {
                Assert.IsTrue(ms - rose >= 500, i.ToString());
                rose = ms;
                rises++;
            }

            colour = guard.Colour;
            brightness = guard.Brightness;
        }

        Assert.IsTrue(rises > 100, rises.ToString());
    }
}
