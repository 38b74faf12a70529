using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Month;

namespace ToyGuard.Simulation.Tests;

/// <summary>
/// Goal: a family's rules hold through whatever a month brings, and the simulation that says so is not blind.
/// Method: a hundred months by their seeds over the real home; each of more than thirty planted mistakes must be found.
/// </summary>
[TestClass]
public class MonthTests
{
    [TestMethod]
    [Req("PCTL-01"), Req("PCTL-02"), Req("PCTL-03"), Req("PCTL-07"), Req("DEF-02"), Req("DEF-03"), Req("EGR-06"), Req("SENS-02"), Req("DEF-06"), Req("DEL-01"), Req("INFO-06"), Req("AUTH-02"), Req("PAIR-06")]
    public void Live_AHundredMonths_BreakNothing()
    {
        MonthTally tally = MonthPage.Live(MonthPage.Seeds);

        Assert.AreEqual(MonthPage.Seeds, tally.Months);
        Assert.IsGreaterThan(100_000, tally.Allowed, "and toys are played with");
        Assert.IsGreaterThan(1000, tally.CutsInWrites);
        Assert.IsGreaterThan(10, tally.HourChanges);
        Assert.IsGreaterThan(100, tally.Tickets);
        Assert.IsGreaterThan(100, tally.Erased);
        Assert.IsGreaterThan(100, tally.Imports);
        Assert.IsGreaterThan(100, tally.WrongPins);
        Assert.IsGreaterThan(1000, tally.NewDays);
        Assert.IsGreaterThan(100_000, tally.Exact, "and nothing is held without a rule");
    }

    [TestMethod]
    [Req("PCTL-02"), Req("PCTL-03"), Req("DEF-03"), Req("DEF-04")]
    public void Live_EveryPlantedMistake_IsFound()
    {
        Assert.IsGreaterThanOrEqualTo(35, MonthPage.Faults.Length);
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
