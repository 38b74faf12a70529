using System;
using System.Linq;
using System.Net;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>Goal: the board of a run shows that run's device, and its plug is a plug. Method: the real program, over the board's API.</summary>
[TestClass]
public sealed class BoardRunTests
{
    [TestMethod]
    [DataRow("hub")]
    [DataRow("toy")]
    public void Plug_PulledAndPutBack_IsTheSameDeviceWithoutATime(string mode)
    {
        using TestFolder folder = new();
        using EmulatorRun run = Start(mode, "--data", folder.Path);
        using BoardClient board = BoardClient.Of(run);
        JsonElement before = board.State();

        Assert.AreEqual(mode, before.GetProperty("mode").GetString());
        Assert.IsFalse(before.GetProperty("paired").GetBoolean());
        Assert.AreNotEqual("unknown", before.GetProperty("clock").GetString());

        board.Do("power", """{"on":false}""");
        JsonElement off = board.State();
        Assert.IsFalse(off.GetProperty("power").GetBoolean());
        Assert.AreEqual("", off.GetProperty("links").GetProperty("home").GetString());
        Assert.AreEqual(0, off.GetProperty("light").GetProperty("brightness").GetInt32());
        Assert.IsTrue(off.GetProperty("display").GetProperty("rows").EnumerateArray().All(row => row.GetString() == new string('0', 32)));
        Assert.AreNotEqual(0, Client.Run("curl", "-sS", "--max-time", "5", run.UrlOf("page")).ExitCode);
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("press").Status);
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("power", """{"on":false}""").Status);

        board.Do("power", """{"on":true}""");
        JsonElement after = board.State();
        Assert.IsTrue(after.GetProperty("power").GetBoolean());
        Assert.AreEqual(before.GetProperty("label").GetString(), after.GetProperty("label").GetString());
        Assert.AreEqual("unknown", after.GetProperty("clock").GetString());
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("power", """{"on":true}""").Status);

        board.Do("clock", """{"shift":0}""");
        Assert.AreNotEqual("unknown", board.State().GetProperty("clock").GetString());
        Assert.AreEqual(1, run.Count("power", " off"));
        Assert.AreEqual(1, run.Count("power", " on"));
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("PAIR-01")]
    public void Name_IsDrawnOnceAndKept()
    {
        using TestFolder folder = new();
        string[] labels = [Label("--data", folder.Path), Label("--data", folder.Path), Label()];

        Assert.AreEqual(labels[0], labels[1]);
        Assert.AreNotEqual(labels[0], labels[2]);
        StringAssert.Matches(labels[0], new System.Text.RegularExpressions.Regex("^toyguard-[0-9a-hjkmnp-tv-z]{8}$"));
    }

    [TestMethod]
    [Req("PAIR-01")]
    [DataRow("{}")]
    [DataRow("not json")]
    [DataRow("""{"label":"toyguard","id":"0123456789abcdef","apName":"ToyGuard","apKey":"0123456789abcdef"}""")]
    public void Name_ThatIsNone_IsOneLineAndTwo(string json)
    {
        using TestFolder folder = new();
        folder.Write("factory.json", json);

        OneLine.Assert(["--headless", "--data", folder.Path, .. EmulatorRun.FreePortsBut()], "--data", "factory.json");
    }

    [TestMethod]
    [Req("DEF-02")]
    public void NotPaired_PressedAndPowered_AsksNobodyForANameAndReachesNobody()
    {
        using EmulatorRun run = Start("toy");
        using BoardClient board = BoardClient.Of(run);

        board.Do("press");
        board.Do("paw");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal));
        board.Do("power", """{"on":false}""");
        board.Do("power", """{"on":true}""");
        board.Do("paw");
        run.Line(_ => run.Lines.Count(line => line.StartsWith("story ", StringComparison.Ordinal) && line.Contains(" title=", StringComparison.Ordinal)) > 1);

        Assert.AreEqual(0, run.PressCtrlC());
        Assert.AreEqual(0, run.Count("lab-resolver", ""));
        Assert.AreEqual(0, run.Count("lab-server", ""));
    }

    [TestMethod]
    public void Wifi_EachFault_IsShownAndUnknownOnesAreRefused()
    {
        using EmulatorRun run = Start("hub");
        using BoardClient board = BoardClient.Of(run);

        foreach (string fault in board.State().GetProperty("faults").EnumerateArray().Select(one => one.GetProperty("name").GetString()!))
        {
            board.Do("wifi", $$"""{"network":"Home","fault":"{{fault}}"}""");
            JsonElement home = board.State().GetProperty("networks").EnumerateArray().Single(network => network.GetProperty("ssid").GetString() == "Home");
            Assert.AreEqual(fault, home.GetProperty("fault").GetString());
        }

        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("wifi", """{"network":"Home","fault":"tired"}""").Status);
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("wifi", """{"network":"Nobody's","fault":"gone"}""").Status);
        Assert.AreEqual(HttpStatusCode.Conflict, board.Try("paw").Status);
    }

    private static EmulatorRun Start(string mode, params string[] args)
    {
        string[] all = ["--board-port", "0", "--air", "quick", .. args];
        return mode == "toy" ? EmulatorRun.StartToy(["--commands", "--speed", "100", .. all]) : EmulatorRun.Start(all);
    }

    private static string Label(params string[] args)
    {
        using EmulatorRun run = Start("hub", args);
        using BoardClient board = BoardClient.Of(run);
        return board.State().GetProperty("label").GetString()!;
    }
}
