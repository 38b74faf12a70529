using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Wear;

namespace ToyGuard.Simulation.Tests;

/// <summary>Goal: flash outlives the toy. Method: normal days and a hundred thousand saves through the real stores, by the flash model's counters.</summary>
[TestClass]
public class WearTests
{
    private const double SpreadMost = 1.2;

    [TestMethod]
    public void Run_NormalDays_CostLessThanASectorADay()
    {
        WearTally tally = WearRun.Run();
        Assert.IsLessThan(1.0, tally.Erases);
        Assert.IsGreaterThan(0.1, tally.Erases, "nothing was counted");
        Assert.IsGreaterThan(10.0, tally.Writes, "nothing was kept");
    }

    [TestMethod]
    public void SaveOften_TwoSlots_WearAlike()
    {
        FlashModel flash = WearRun.SaveOften();
        double a = flash.ErasesOf(FlashLayout.SettingsA);
        double b = flash.ErasesOf(FlashLayout.SettingsB);
        Assert.IsGreaterThan(0, a * b);
        Assert.IsLessThanOrEqualTo(SpreadMost, a > b ? a / b : b / a);
        Assert.IsLessThanOrEqualTo(2.0 * WearRun.Saves, a + b);
    }
}
