using ToyGuard.Fakes;
using ToyGuard.Simulation.Faults;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Tests;

/// <summary>
/// Goal: a call of flash that throws or says no leaves nothing half done, and the service goes on or waits in safe mode for its next start.
/// Method: every call of every start and of what happens after it, in turn, with none, some or all of its steps done; see <see cref="FaultRun"/>.
/// </summary>
[TestClass]
public class FaultTests
{
    private const int Things = 60;

    [TestMethod]
    [DataRow(0)]
    [DataRow(20)]
    [DataRow(int.MaxValue)]
    [Req("RES-02"), Req("DEF-03"), Req("LOG-02")]
    public void Throw_AtEveryCall_NothingIsHalfDone(int steps)
    {
        FaultRun run = new(isThrowing: true, steps);
        run.Run(Script.Of(5, Things));
        Assert.IsGreaterThan(2500, run.Faults);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(20)]
    [Req("RES-02"), Req("DEF-03")]
    public void Fail_AtEveryCall_NothingIsLooser(int steps)
    {
        FaultRun run = new(isThrowing: false, steps);
        run.Run(Script.Of(6, Things));
        Assert.IsGreaterThan(2500, run.Faults);
    }

    [TestMethod]
    [Req("DEF-03"), Req("LOG-02")]
    public void Rot_OfEveryByte_LosesNoSettingAndIsToldAtItsPlace()
    {
        RotRun run = new(Script.Of(20, 100));
        run.Run();
        Assert.IsGreaterThan(25_000, run.Rots);

        // Only what cannot be told from a cut may go without a word: the newest note of usage, the newest record.
        Assert.IsLessThan(run.Rots / 20, run.LastNotesLost);
        Assert.IsLessThan(run.Rots / 20, run.LastRecordsLost);
    }
}
