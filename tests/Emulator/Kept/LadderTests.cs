using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>
/// Goal: a program that never lives long steps back: after three such starts to the last good settings, after five to holding everything,
/// with the page up; and half a minute of service leads out again.
/// Method: the real program, ended as soon as it is ready, by a kill or by Ctrl-C, which makes no start a good one either.
/// </summary>
[TestClass]
public class LadderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [TestMethod]
    [Req("UPD-04")]
    [Req("RES-02")]
    public void EndedEarly_AgainAndAgain_StepsBackAndComesBack()
    {
        using TestFolder folder = new();
        string data = Path.Combine(folder.Path, "home");
        string lab = folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
        string saved;

        using (KilledProgram first = KilledProgram.Start(data, "--paired", "--lab", lab))
        {
            Assert.AreEqual("normal", StageOf(first));
            StringAssert.StartsWith(first.Ask("approve story-bear usage"), "saved ");
            saved = first.Ask("settings");
            Assert.IsTrue(IsOpen(first));
            first.Kill();
        }

        string[] stages = ["normal", "normal", "normal", "last-good", "last-good"];

        for (int i = 0; i < stages.Length; i++)
        {
            using KilledProgram program = KilledProgram.Start(data, "--lab", lab);
            Assert.AreEqual(stages[i], StageOf(program), string.Join('\n', program.Briefing));

            if (i % 2 == 0)
            {
                program.Kill();
            }
            else
            {
                Assert.AreEqual(0, program.PressCtrlC());
            }
        }

        using (KilledProgram safe = KilledProgram.Start(data, "--lab", lab))
        {
            Assert.AreEqual("safe", StageOf(safe), string.Join('\n', safe.Briefing));
            Assert.IsTrue(safe.Briefing.Any(line => line.StartsWith("finding 31 ", StringComparison.Ordinal)));
            Assert.IsFalse(IsOpen(safe));
            Assert.AreEqual(0, Client.Run("curl", "-sSf", "-o", "/dev/null", safe.PageUrl).ExitCode);
            WaitUntilGood(safe);
            Assert.AreEqual(0, safe.PressCtrlC());
        }

        // Nothing was lost on the way.
        using KilledProgram again = KilledProgram.Start(data, "--lab", lab);
        Assert.AreEqual("normal", StageOf(again));
        Assert.AreEqual(saved, again.Ask("settings"));
        Assert.IsTrue(IsOpen(again));
    }

    // Half a minute, and what a busy machine adds.
    private static void WaitUntilGood(KilledProgram program)
    {
        long begunMs = Environment.TickCount64;
        int before = program.CountRecords("boot-marked-good");

        while (program.CountRecords("boot-marked-good") == before)
        {
            Assert.IsTrue(Environment.TickCount64 - begunMs < Patience.TotalMilliseconds, "the start was never marked as good");
            Thread.Sleep(500);
        }
    }

    private static bool IsOpen(KilledProgram program)
    {
        return Toy.IsOpen(program.DnsPort, IPAddress.Parse("127.0.0.1"), "usage.metrics.example");
    }

    private static string StageOf(KilledProgram program)
    {
        string boot = program.Briefing.Single(line => line.StartsWith("boot ", StringComparison.Ordinal));
        return boot.Split(' ').Single(word => word.StartsWith("stage=", StringComparison.Ordinal))["stage=".Length..];
    }
}
