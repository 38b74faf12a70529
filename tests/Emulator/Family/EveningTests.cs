using System;
using System.Diagnostics;
using System.Globalization;

using ToyGuard.Emulator.Tests.Board;
using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Family;

/// <summary>Goal: what a family sets for its evening is kept, to the minute, through all that happens in it. Method: the real program with the two sample toys, real TLS through its relay, a clock sixty times faster, the board's plug.</summary>
[TestClass]
public sealed class EveningTests
{
    private const string Bear = "127.0.0.1";
    private const string Lamp = "127.0.0.2";
    private const string Stories = "stories.toys.example";
    private const string Lullabies = "lullabies.lights.test";
    private const string Metrics = "usage.metrics.example";
    private const int BrownOuts = 10;

    // A measurement on a machine that does other things too may be taken again.
    private const int Tries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [TestMethod]
    [Req("PCTL-02"), Req("PCTL-03"), Req("RES-02")]
    public void Evening_HalfAnHourAndTwiceAQuarterMore_IsWhatIsPlayed_AndCutsChangeNothing()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartHub(folder);
        using BoardClient board = BoardClient.Of(run);
        TypedFamily family = new(run);
        StringAssert.StartsWith(family.Type("quiet story-bear 19:30-07:00"), "saved");
        StringAssert.StartsWith(family.Type("minutes story-bear 30"), "saved");
        board.Do("clock", """{"speed":60}""");

        DateTime begun = ClockOf(board);
        DateTime heldAt = PlayUntilHeld(run, board, "reason=16");
        AssertLasted(30, heldAt - begun);

        // The other toy has no such limit.
        using (RelayLine lamp = RelayLine.Open(run, Lamp, Lullabies))
        {
            Assert.IsTrue(lamp.IsOpen);
        }

        // Twice a quarter is half an hour, not the last quarter.
        StringAssert.StartsWith(family.Type("bonus story-bear 15"), "granted");
        StringAssert.StartsWith(family.Type("bonus story-bear 15"), "granted");
        begun = ClockOf(board);
        heldAt = PlayUntilHeld(run, board, "reason=16");
        AssertLasted(30, heldAt - begun);
        board.Do("clock", """{"speed":1}""");

        family.LiveThroughBrownOuts(board, BrownOuts);
        Assert.AreEqual(BrownOuts, run.Count("power", " off"));

        // What was used stays used, but for a last minute that was not written yet.
        family.Type("resume all");
        board.Do("clock", """{"speed":60}""");
        begun = ClockOf(board);
        heldAt = PlayUntilHeld(run, board, "reason=16");
        Assert.IsLessThanOrEqualTo(4, (heldAt - begun).TotalMinutes);
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("PCTL-07")]
    public void PauseAll_ClosesLiveRelaysOfBothToysWithinTwoSeconds_AndStaysThroughACut()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartHub(folder);
        using BoardClient board = BoardClient.Of(run);
        TypedFamily family = new(run);
        TimeSpan took = TimeSpan.MaxValue;

        for (int i = 0; i < Tries && took > TimeSpan.FromSeconds(2); i++)
        {
            family.Type("resume all");
            using RelayLine bear = RelayLine.Open(run, Bear, Stories);
            using RelayLine lamp = RelayLine.Open(run, Lamp, Lullabies);
            Assert.IsTrue(bear.IsOpen && lamp.IsOpen);

            long begun = Stopwatch.GetTimestamp();
            family.Type("pause all");
            Assert.IsTrue(bear.WaitClosed() && lamp.WaitClosed());
            took = Stopwatch.GetElapsedTime(begun);
        }

        Assert.IsLessThanOrEqualTo(2, took.TotalSeconds);
        board.Do("power", """{"on":false}""");
        board.Do("power", """{"on":true}""");
        Assert.IsTrue(family.Kept().IsPaused);
        using RelayLine after = RelayLine.Open(run, Bear, Stories);
        Assert.IsFalse(after.IsOpen);
    }

    [TestMethod]
    [Req("EGR-06"), Req("DEF-04")]
    public void SomebodyElsesPlace_ApprovedForAnHour_IsOpenForThatHourAndNotAfter()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartHub(folder);
        using BoardClient board = BoardClient.Of(run);
        TypedFamily family = new(run);
        Assert.IsFalse(IsReached(run, Metrics));
        run.Verdict($"host={Metrics}", "asked=hello", "state=waiting", "reason=19");

        DateTime begun = ClockOf(board);
        StringAssert.StartsWith(family.Type("approve story-bear usage 1h"), "saved");
        Assert.IsTrue(IsReached(run, Metrics));
        using RelayLine open = RelayLine.Open(run, Bear, Metrics);
        Assert.IsTrue(open.IsOpen);
        board.Do("clock", """{"speed":120}""");

        // Asked again and again: each yes is within the hour, and so is the last one.
        DateTime last = begun;
        DateTime now = begun;

        for (long started = Stopwatch.GetTimestamp(); now < begun.AddMinutes(62); now = ClockOf(board))
        {
            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(started));
            DateTime asked = ClockOf(board);
            last = IsReached(run, Metrics) ? asked : last;
        }

        Assert.IsTrue(last > begun.AddMinutes(30) && last <= begun.AddMinutes(61), last.ToString("T", CultureInfo.InvariantCulture));
        Assert.IsTrue(open.WaitClosed(), "what was open closes with it");
        board.Do("clock", """{"speed":1}""");
        Assert.IsFalse(IsReached(run, Metrics));

        // The maker's own place is as it was, and a clock that goes back gives nothing back.
        Assert.IsTrue(IsReached(run, Stories));
        board.Do("clock", """{"shift":-1800}""");
        Assert.IsFalse(IsReached(run, Metrics));
    }

    private static EmulatorRun StartHub(TestFolder folder)
    {
        EmulatorRun run = EmulatorRun.StartTalkedTo(
            ["--headless", "--commands", "--paired", "--air", "free", "--board-port", "0", "--data", folder.Path, "--clock", "2026-11-23T16:00:00", .. EmulatorRun.FreePortsBut("--board-port")]);
        run.Line(line => line == "ready");
        return run;
    }

    private static bool IsReached(EmulatorRun run, string host)
    {
        using RelayLine line = RelayLine.Open(run, Bear, host);
        return line.IsOpen;
    }

    // The clock when the toy was told no for that reason for the first time.
    private static DateTime PlayUntilHeld(EmulatorRun run, BoardClient board, string reason)
    {
        int held = run.Count("verdict", reason);
        long begun = Stopwatch.GetTimestamp();

        while (run.Count("verdict", reason) == held)
        {
            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(begun), "it was never held");
            IsReached(run, Stories);
        }

        return ClockOf(board);
    }

    // A minute counts when it is over, and a clock so fast goes on while somebody looks.
    private static void AssertLasted(int minutes, TimeSpan lasted)
    {
        Assert.IsGreaterThanOrEqualTo(minutes - 1, lasted.TotalMinutes);
        Assert.IsLessThan(minutes * 2, lasted.TotalMinutes);
    }

    private static DateTime ClockOf(BoardClient board)
    {
        return DateTime.Parse(board.State().GetProperty("clock").GetString()!, CultureInfo.InvariantCulture);
    }
}
