using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>Goal: what a family set is there after any failure of power, a flash that is empty is a new device, and a faster clock keeps the same rules. Method: the real program, typed changes, the board's API.</summary>
[TestClass]
public sealed class BoardPowerTests
{
    private const int BrownOuts = 10;

    [TestMethod]
    [Req("RES-01")]
    public void BrownOut_TenTimesInTheMiddleOfAWrite_LeavesWhatWasSet()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartToy("--paired", "--data", folder.Path);
        using BoardClient board = BoardClient.Of(run);
        TypedFamily family = new(run);
        family.Type("quiet story-bear 19:30-07:00");
        family.Type("minutes story-bear 30");
        family.LiveThroughBrownOuts(board, BrownOuts);
        Assert.AreEqual(BrownOuts, run.Count("power", " off"));
        Assert.IsFalse(board.State().GetProperty("brownOut").GetBoolean());
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void Forget_LeavesWhatTheDeviceIsFromItsMakingOn()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartToy("--paired", "--data", folder.Path);
        using BoardClient board = BoardClient.Of(run);
        // In an empty flash the option is the family's first settings; those it finds again.
        TypedFamily family = new(run);
        (_, string before) = family.Kept();
        family.Type("retention 3");
        Assert.AreNotEqual(before, family.Kept().Others);
        string label = board.State().GetProperty("label").GetString()!;
        string factory = File.ReadAllText(Path.Combine(folder.Path, "factory.json"));

        board.Do("forget");

        JsonElement after = board.State();
        Assert.IsTrue(after.GetProperty("power").GetBoolean());
        Assert.AreEqual(label, after.GetProperty("label").GetString());
        Assert.AreEqual(before, family.Kept().Others);
        Assert.AreEqual(factory, File.ReadAllText(Path.Combine(folder.Path, "factory.json")));

        // Without power nothing starts by it.
        board.Do("power", """{"on":false}""");
        board.Do("forget");
        Assert.IsFalse(board.State().GetProperty("power").GetBoolean());
        Assert.IsFalse(Directory.Exists(Path.Combine(folder.Path, "flash")));
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("brown-out").Status);
        board.Do("power", """{"on":true}""");
        Assert.AreEqual(before, family.Kept().Others);
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Sensors_AreLitExactlyWhileTheyHavePower()
    {
        using EmulatorRun run = StartToy("--paired");
        using BoardClient board = BoardClient.Of(run);
        Assert.AreEqual("microphone off camera off", Sensors(board.State()));
        new TypedFamily(run).Type("agree story-bear microphone 1h");

        for (int times = 0; times < 2; times++)
        {
            // An ear that is held for less than one of the toy's turns is not told; and one turn lasts for half a minute at most.
            board.Until(state =>
            {
                bool isOn = Sensors(state) == "microphone on camera off";
                board.Do("talk", $$"""{"held":{{(isOn ? "true" : "false")}}}""");
                board.Do("talk", """{"held":true}""");
                return isOn;
            });

            if (times == 0)
            {
                board.Do("talk", """{"held":false}""");
            }
            else
            {
                board.Do("power", """{"on":false}""");
            }

            Assert.AreEqual("microphone off camera off", Sensors(board.State()));
        }
    }

    // Half an hour a day, lived in a quarter of a minute.
    [TestMethod]
    [Req("PCTL-04")]
    public void Clock_SpedUp_WarnsAndStops()
    {
        using EmulatorRun run = StartToy("--paired", "--clock", "2026-11-23T10:00:00");
        using BoardClient board = BoardClient.Of(run);
        new TypedFamily(run).Type("minutes story-bear 30");
        Assert.AreEqual(1, board.State().GetProperty("speed").GetInt32());
        board.Do("clock", """{"speed":120}""");
        Assert.AreEqual(120, board.State().GetProperty("speed").GetInt32());

        board.Until(_ =>
        {
            board.Do("paw");
            return Told(run).LastOrDefault() == "asleep";
        });

        // Each once and in this order; a computer that stands still for ten seconds misses the first.
        string[] told = Told(run);
        CollectionAssert.AreEqual(new[] { "ten-minutes", "two-minutes", "asleep" }.Intersect(told).ToArray(), told);
        Assert.IsTrue(told.Length >= 2, string.Join(' ', told));

        // The whole of it in lived time, to a minute that had begun.
        DateTime now = DateTime.Parse(board.State().GetProperty("clock").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.IsTrue(now >= new DateTime(2026, 11, 23, 10, 30, 0), now.ToString("T", System.Globalization.CultureInfo.InvariantCulture));
        board.Do("clock", """{"speed":1}""");
    }

    // As quiet hours: they begin by the device's clock, which nothing but its speed moves.
    [TestMethod]
    [Req("PCTL-01")]
    public void Clock_SpedUp_BringsTheNight()
    {
        using EmulatorRun run = StartToy("--paired", "--clock", "2026-11-23T18:30:00");
        using BoardClient board = BoardClient.Of(run);
        new TypedFamily(run).Type("quiet story-bear 19:30-07:00");
        board.Do("paw");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal) && line.Contains("from=its-maker reason=1", StringComparison.Ordinal));
        board.Do("clock", """{"speed":600}""");
        board.Until(state => string.CompareOrdinal(state.GetProperty("clock").GetString(), "2026-11-23 19:30") >= 0);
        run.Line(line => line.StartsWith("says ", StringComparison.Ordinal) && line.Contains("Good night", StringComparison.Ordinal));
    }

    // The toy's own button, as a child has it: it ends what plays, and only a guardian gives it back.
    [TestMethod]
    [Req("PCTL-07"), Req("PCTL-01")]
    public void Paw_HeldForThreeSeconds_PausesUntilAGuardianLiftsIt()
    {
        using TestFolder folder = new();
        using EmulatorRun run = StartToy("--paired", "--data", folder.Path);
        using BoardClient board = BoardClient.Of(run);
        TypedFamily family = new(run);
        board.Do("paw");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal) && line.Contains("from=its-maker reason=1", StringComparison.Ordinal));
        board.Do("paw-hold");
        run.Line(line => line.StartsWith("sign ", StringComparison.Ordinal) && line.Contains("name=paused", StringComparison.Ordinal));
        StringAssert.Contains(family.Kept().Others, "\"name\":\"story-bear\",\"paused\":true");

        board.Do("power", """{"on":false}""");
        board.Do("power", """{"on":true}""");
        board.Do("paw");
        StringAssert.Contains(family.Kept().Others, "\"name\":\"story-bear\",\"paused\":true");
        StringAssert.StartsWith(family.Type("resume story-bear"), "saved");
    }

    private static EmulatorRun StartToy(params string[] args)
    {
        return EmulatorRun.StartToy(["--commands", "--board-port", "0", .. args]);
    }

    private static string Sensors(JsonElement state)
    {
        return string.Join(' ', state.GetProperty("sensors").EnumerateArray().Select(sensor => sensor.GetProperty("kind").GetString() + (sensor.GetProperty("on").GetBoolean() ? " on" : " off")));
    }

    // What the toy told about its time, in order, once each.
    private static string[] Told(EmulatorRun run)
    {
        return [.. run.Lines.Where(line => line.StartsWith("sign ", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' '))
            .Where(part => part is "name=ten-minutes" or "name=two-minutes" or "name=asleep")
            .Select(part => part["name=".Length..])
            .Distinct()];
    }
}
