using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;

using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Tests.Abuse;
using ToyGuard.Emulator.Tests.Running;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Emulator.Tests.InToy;

/// <summary>Goal: a toy that guards itself reaches what a guardian accepted and nothing else, and a child notices no more than needed. Method: the real program, its lab or one of ours, and what reached it.</summary>
[TestClass]
public class ToyModeTests
{
    private const string Usage = "usage.metrics.example";

    [TestMethod]
    [Req("EGR-01")]
    [Req("EGR-03")]
    [Req("SENS-02")]
    public void Paired_TellsItsMakersStoryAndHoldsTheRest()
    {
        using EmulatorRun run = EmulatorRun.StartToy("--paired", "--speed", "100");

        // The last thing that the child does.
        run.Verdict("asked=sensor", "reason=111", "sensor=1");
        run.Line(line => line.StartsWith("sign ", StringComparison.Ordinal) && line.Contains("name=not-allowed ", StringComparison.Ordinal));

        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal) && line.Contains("title=\"The Lantern That Was Afraid of the Dark\" from=its-maker reason=1", StringComparison.Ordinal));
        AssertSaid(run, LabStories.Texts["/stories/1.txt"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));

        run.Verdict("asked=https", "host=stories.toys.example", "reason=1");
        run.Verdict("asked=https", "host=" + Usage, "reason=19");
        string[] parent = [.. run.Lines.Where(line => line.StartsWith("parent ", StringComparison.Ordinal))];
        Assert.AreEqual(2, parent.Length, string.Join('\n', run.Lines));
        StringAssert.Contains(parent[0], "Story Bear wanted to reach Metrics Ltd, which is not its maker, to report how it is used. Nothing was sent; not even its name was looked up.");
        StringAssert.Contains(parent[1], "Story Bear wanted its microphone, to talk. It is off. Waiting: ");

        // As the lab saw it: only the allowed name, and only its server.
        Assert.AreEqual(1, run.Count("lab-resolver", ""));
        Assert.AreEqual(1, run.Count("lab-resolver", "name=stories.toys.example"));
        Assert.AreEqual(1, run.Count("lab-server", ""));
        Assert.AreEqual(0, run.Count("sensor", ""));
        Assert.AreEqual(0, run.PressCtrlC());
        Assert.AreEqual(1, run.Count("used", "place=usage bytes=0"));
    }

    [TestMethod]
    [Req("DEF-02")]
    [DataRow("--paired", 14)]
    [DataRow("", 10)]
    public void HeldEverywhere_TheStoryByHeartPlays(string option, int reason)
    {
        string[] unknown = ["--speed", "100", "--clock", "unknown"];
        using EmulatorRun run = EmulatorRun.StartToy(option.Length == 0 ? unknown : [option, .. unknown]);

        run.Verdict("asked=sensor", $"reason={reason}");
        run.Verdict("asked=https", "host=stories.toys.example", $"reason={reason}");
        run.Verdict("asked=https", "host=" + Usage, $"reason={reason}");
        Assert.AreEqual(1, run.Count("story", $"from=the-toy-itself reason={reason}"));
        AssertSaid(run, Enumerable.Range(0, StoryText.ByHeart().Count).Select(StoryText.ByHeart().SentenceAt));

        Assert.AreEqual(0, run.Count("verdict", "state=open"));
        Assert.AreEqual(0, run.Count("lab-resolver", ""));
        Assert.AreEqual(0, run.Count("lab-server", ""));
        Assert.AreEqual(0, run.Count("sensor", ""));
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("SENS-01")]
    [Req("SENS-02")]
    public void Microphone_IsOnWhileItsEarIsHeldAndAGuardianAgrees()
    {
        using EmulatorRun run = EmulatorRun.StartToy("--paired", "--commands");

        Do(run, "talk on", "done talk on");
        run.Verdict("asked=sensor", "reason=111");
        Do(run, "talk off", "done talk off");
        Assert.AreEqual(0, run.Count("sensor", ""));

        Do(run, "agree story-bear microphone 1h", "saved ");
        HoldUntilOn(run, 1);
        Do(run, "talk off", "done talk off");
        AwaitTurns(run, 1, "microphone=off its-light=off");

        // What a guardian takes back or pauses, goes off by itself while the ear is still held.
        HoldUntilOn(run, 2);
        Do(run, "agree story-bear microphone none", "saved ");
        AwaitTurns(run, 2, "microphone=off its-light=off");
        Do(run, "talk off", "done talk off");

        Do(run, "agree story-bear microphone term", "saved ");
        HoldUntilOn(run, 3);
        Do(run, "pause all", "saved ");
        AwaitTurns(run, 3, "microphone=off its-light=off");
        run.Line(line => line.StartsWith("sign ", StringComparison.Ordinal) && line.Contains("name=paused ", StringComparison.Ordinal));
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    public void Pause_EndsTheStoryAndNoneBegins()
    {
        using EmulatorRun run = EmulatorRun.StartToy("--paired", "--commands");

        Do(run, "press", "done press");
        run.Line(line => line.StartsWith("says ", StringComparison.Ordinal) && line.Contains("On a hill", StringComparison.Ordinal));
        Do(run, "pause story-bear", "saved ");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal) && line.EndsWith(" over", StringComparison.Ordinal));
        run.Line(line => line.StartsWith("says ", StringComparison.Ordinal) && line.Contains("A grown-up pressed pause.", StringComparison.Ordinal));
        Do(run, "press", "done press");
        Do(run, "resume story-bear", "saved ");
        Do(run, "press", "done press");
        run.Line(_ => run.Count("story", "title=") == 2);
        Assert.AreEqual(0, run.PressCtrlC());
        Assert.AreEqual(2, run.Count("story", "title="));
    }

    /// <summary>What the gate counts is what a parent is shown, and what a budget is made of.</summary>
    [TestMethod]
    [Req("EGR-05")]
    [Req("EGR-07")]
    public void OnTheWire_BytesAreTheLedgerExactly()
    {
        using TestFolder folder = new();
        using LabAuthority authority = new();
        using LabServer server = new(LabStories.Host, IPAddress.Parse("192.0.2.10"), authority.Issue(LabStories.Host), new NoWatcher()) { Texts = LabStories.Texts };
        _ = server.ServeAsync();
        using ByteTap tap = new(server.RealEndPoint);
        folder.CopySample("story-bear.json");
        authority.WriteTo(Path.Combine(folder.Path, "lab-ca.pem"));
        string lab = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "lab")).FullName, "lab.json");
        File.WriteAllText(lab, $$$"""{"resolve":{"stories.toys.example":["192.0.2.10"]},"connect":{"192.0.2.10:443":"{{{tap.EndPoint}}}"}}""");

        using EmulatorRun run = EmulatorRun.StartToy("--paired", "--commands", "--speed", "100", "--manifests", folder.Path, "--lab", lab);

        for (int i = 1; i <= 3; i++)
        {
            Do(run, "press", "done press");
            run.Line(_ => run.Count("story", " over") == i);
        }

        Assert.AreEqual(0, run.PressCtrlC());
        Assert.AreEqual(3, run.Count("story", "from=its-maker"));
        Assert.AreEqual(3, tap.Connections);
        Assert.IsTrue(tap.Bytes > 3 * 1024, $"{tap.Bytes}");
        Assert.AreEqual(1, run.Count("used", $"place=stories bytes={tap.Bytes}"), string.Join('\n', run.Lines.Where(line => line.StartsWith("used", StringComparison.Ordinal))) + $"\non the wire: {tap.Bytes}");
        Assert.AreEqual(run.Count("lab-resolver", ""), run.Count("lab-resolver", "name=stories.toys.example"));
    }

    [TestMethod]
    [Req("EGR-05")]
    public void ServerOfAnotherAuthority_GetsNothingAndTheStoryByHeartPlays()
    {
        using TestFolder folder = new();
        using LabAuthority trusted = new();
        using LabAuthority other = new();
        using LabServer server = new(LabStories.Host, IPAddress.Parse("192.0.2.10"), other.Issue(LabStories.Host), new NoWatcher()) { Texts = LabStories.Texts };
        _ = server.ServeAsync();
        folder.CopySample("story-bear.json");
        trusted.WriteTo(Path.Combine(folder.Path, "lab-ca.pem"));
        string lab = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "lab")).FullName, "lab.json");
        File.WriteAllText(lab, $$$"""{"resolve":{"stories.toys.example":["192.0.2.10"]},"connect":{"192.0.2.10:443":"{{{server.RealEndPoint}}}"}}""");

        using EmulatorRun run = EmulatorRun.StartToy("--paired", "--commands", "--speed", "100", "--manifests", folder.Path, "--lab", lab);

        Do(run, "press", "done press");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal) && line.EndsWith("from=the-toy-itself reason=91", StringComparison.Ordinal));
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [Req("EGR-13")]
    [Req("ATT-01")]
    public void Open_IsThePageAndNothingElse()
    {
        using EmulatorRun run = EmulatorRun.StartToy(
            "--paired", "--commands", "--manifests", Path.Combine(AppContext.BaseDirectory, "Samples"), "--toy", "twinkle-lamp", "--resolver", "127.0.0.1:9", "--phone-port", "none");

        CollectionAssert.AreEqual(new[] { $"tcp 127.0.0.1:{run.PagePort}" }, OpenPorts.Of(run.ProcessId).ToArray());

        // Also while it tells.
        Do(run, "press", "done press");
        run.Line(line => line.StartsWith("story ", StringComparison.Ordinal));
        CollectionAssert.AreEqual(
            new[] { $"tcp 127.0.0.1:{run.PagePort}" }, OpenPorts.Of(run.ProcessId).Where(port => port.StartsWith("tcp", StringComparison.Ordinal)).ToArray());
        StringAssert.Contains(Client.Run("curl", "-sS", "-i", "--max-time", "10", run.UrlOf("page")).Output, "200 OK");
        Assert.AreEqual(0, run.PressCtrlC());
    }

    [TestMethod]
    [DataRow("--dns-port 0 --air free", "only with --mode hub")]
    [DataRow("--tls-port 0", "only with --mode hub")]
    [DataRow("--toy-at 127.0.0.1=story-bear", "only with --mode hub")]
    [DataRow("--toy no-toy", "'no-toy'")]
    [DataRow("--speed 0", "'0'")]
    [DataRow("--speed 101", "'101'")]
    public void Option_ThatIsNoneOfAToys_IsOneLineAndTwo(string args, string part)
    {
        OneLine.Assert(["--mode", "toy", "--headless", "--http-port", "0", .. EmulatorRun.BesidesBut(), .. args.Split(' ')], args.Split(' ')[0], part);
    }

    [TestMethod]
    [Req("EGR-05")]
    [DataRow(null, "lab-ca.pem")]
    [DataRow("no certificate", "no PEM file")]
    [DataRow("-----BEGIN " + "PRIVATE KEY-----\nMC4=\n-----END " + "PRIVATE KEY-----\n", "private key")]
    public void Roots_ThatCannotBeRead_AreOneLineAndTwo(string? pem, string part)
    {
        using TestFolder folder = new();
        folder.CopySample("story-bear.json");

        if (pem is not null)
        {
            folder.Write("lab-ca.pem", pem);
        }

        OneLine.Assert(["--mode", "toy", "--headless", "--http-port", "0", .. EmulatorRun.BesidesBut(), "--manifests", folder.Path], part);
    }

    // Each line is answered before the next is read, so the newest answer is this line's.
    private static void Do(EmulatorRun run, string line, string answer)
    {
        int before = run.Lines.Count(IsAnswer);
        run.Type(line);
        run.Line(_ => run.Lines.Count(IsAnswer) > before);
        StringAssert.StartsWith(run.Lines.Last(IsAnswer), answer);

        static bool IsAnswer(string line)
        {
            return line.Split(' ')[0] is "done" or "saved" or "refused" or "tightened";
        }
    }

    // A toy is not told of an ear that was let go for less than one of its turns; a child then lets go and holds it again.
    private static void HoldUntilOn(EmulatorRun run, int times)
    {
        const int Tries = 10;

        for (int i = 0; i < Tries && run.Count("sensor", "microphone=on") < times; i++)
        {
            Do(run, "talk off", "done talk off");
            Thread.Sleep(200);
            Do(run, "talk on", "done talk on");
            Thread.Sleep(500);
        }

        AwaitTurns(run, times, "microphone=on its-light=on");
    }

    private static void AwaitTurns(EmulatorRun run, int times, string state)
    {
        run.Line(_ => run.Count("sensor", state) == times);
    }

    private static void AssertSaid(EmulatorRun run, IEnumerable<string> sentences)
    {
        string[] said = [.. run.Lines.Where(line => line.StartsWith("says ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("words=", StringComparison.Ordinal) + "words=".Length)..])];
        int at = 0;

        foreach (string sentence in sentences)
        {
            int found = Array.IndexOf(said, "\"" + sentence.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"", at);
            Assert.IsTrue(found >= at, $"'{sentence}' was not said, or not in its turn:\n" + string.Join('\n', said));
            at = found + 1;
        }
    }

    private sealed class NoWatcher : ILabWatcher
    {
        public void OnResolverAsked(string name)
        {
        }

        public void OnServerReached(string host, IPAddress claimed)
        {
        }
    }
}
