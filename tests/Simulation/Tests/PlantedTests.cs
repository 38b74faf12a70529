using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;
using ToyGuard.Simulation.Home;
using ToyGuard.Simulation.Planted;

namespace ToyGuard.Simulation.Tests;

/// <summary>Goal: the campaign is not blind. Method: each planted mistake must be found in a part of a run in which the real stores pass.</summary>
[TestClass]
public class PlantedTests
{
    private const int CutsMost = 40_000;

    [TestMethod]
    [Req("RES-02"), Req("DEF-03"), Req("LOG-02")]
    public void Campaign_EveryPlantedMistake_IsFound()
    {
        Assert.IsGreaterThanOrEqualTo(6, Plantings.All.Count);
        string missed = string.Join(", ", Plantings.All.Where(planting => Found(planting) is null).Select(planting => planting.What));
        Assert.AreEqual("", missed);
    }

    [TestMethod]
    public void Campaign_NothingPlanted_FindsNothing()
    {
        Assert.IsNull(Found(null));
    }

    private static string? Found(Planting? planting)
    {
        try
        {
            new Campaign(new CutPlan(8, 1), null, new CutTally(), CutsMost, planting).Run(Script.Of(1, 400));
            return null;
        }
        catch (CutFoundException e)
        {
            return e.Message;
        }
    }
}
