using System;
using System.Diagnostics;
using System.IO;
using System.Reflection;

using ToyGuard.Fakes;

namespace ToyGuard.Bench.Tests;

/// <summary>Goal: the benches run, against real peers, and write their table. Method: the program itself with --quick; how fast things are is not asked here.</summary>
[TestClass]
public class QuickRunTests
{
    private static readonly string[] s_benches = ["verdict", "dns", "dns-fairness", "relay-connect", "relay-bulk", "relay-silence", "relay-idle", "page", "cuts"];

    [TestMethod]
    public void Quick_EveryBench_HoldsItsLowFloorsAndWritesTheTable()
    {
        foreach (string tool in new[] { "taskset", "dnsperf", "dnsmasq", "nginx", "wrk" })
        {
            // Servers stand where only an administrator's path leads.
            if (!File.Exists("/usr/sbin/" + tool))
            {
                Peer.Path(tool);
            }
        }

        string file = Path.GetTempFileName();

        try
        {
            // Up to three times: one second of each says little beside other work.
            (int code, string output) = Run(file);

            for (int i = 1; i < 3 && code != 0; i++)
            {
                (code, output) = Run(file);
            }

            Assert.AreEqual(0, code, output);
            string table = File.ReadAllText(file);

            foreach (string bench in s_benches)
            {
                Assert.Contains("| " + bench + " | ", table);
            }

            Assert.Contains("| page, says nothing | ", table);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestMethod]
    [DataRow("--only", "nothing")]
    [DataRow("--rounds", "0")]
    [DataRow("--rounds", "many")]
    [DataRow("--quickly", "")]
    public void WrongUse_EndsWithTwo(string option, string value)
    {
        Assert.AreEqual(2, Program.Main(value.Length > 0 ? [option, value] : [option]));
    }

    private static (int Code, string Output) Run(string file)
    {
        ProcessStartInfo info = new("dotnet") { RedirectStandardOutput = true };
        info.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        info.ArgumentList.Add("--quick");
        info.ArgumentList.Add("--out");
        info.ArgumentList.Add(file);

        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        Assert.IsTrue(process.WaitForExit(180_000));
        return (process.ExitCode, output);
    }
}
