using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Month;

namespace ToyGuard.Simulation.Tests;

/// <summary>
/// Goal: a family's rules hold through whatever a month brings, and the simulation that says so is not blind.
/// Method: a hundred months by their seeds over the real home; each of more than ten planted mistakes must be found.
/// </summary>
[TestClass]
public class MonthTests
{
    [TestMethod]
    [Req("PCTL-01"), Req("PCTL-02"), Req("PCTL-03"), Req("PCTL-07"), Req("DEF-02"), Req("DEF-03"), Req("EGR-06"), Req("SENS-02"), Req("DEF-06")]
    public void Live_AHundredMonths_BreakNothing()
    {
        MonthTally tally = MonthPage.Live(MonthPage.Seeds);

        Assert.AreEqual(MonthPage.Seeds, tally.Months);
        Assert.IsGreaterThan(100_000, tally.Allowed, "and toys are played with");
        Assert.IsGreaterThan(1000, tally.CutsInWrites);
        Assert.IsGreaterThan(10, tally.HourChanges);
    }

    [TestMethod]
    [Req("PCTL-02"), Req("PCTL-03"), Req("DEF-03"), Req("DEF-04")]
    public void Live_EveryPlantedMistake_IsFound()
    {
        Assert.IsGreaterThanOrEqualTo(10, MonthPage.Faults.Length);
        string missed = string.Join(", ", MonthPage.Faults.Where(fault => MonthPage.Found(fault) is null));
        Assert.AreEqual("", missed);
    }

    [TestMethod]
    public void Live_SameSeed_IsTheSameMonth()
    {
        MonthTally first = MonthRun.Live(7, RuleFault.None);
        MonthTally again = MonthRun.Live(7, RuleFault.None);

        Assert.AreEqual((first.Asked, first.Allowed, first.Played, first.Cuts), (again.Asked, again.Allowed, again.Played, again.Cuts));
    }
}
