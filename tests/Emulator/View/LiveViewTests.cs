using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.View;

/// <summary>Goal: in a terminal the program shows the live view and ends well. Method: the real program in a terminal that script(1) makes.</summary>
[TestClass]
public class LiveViewTests
{
    private const char CtrlC = '\u0003';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    [DataRow("", false)] // the bare command's ports are taken as they are
    [DataRow("--paired --dns-port 0 --tls-port 0 --plain-port 0 --http-port 0 --sntp-port 0 --phone-port 0 --board-port 0", true)]
    [DataRow("--dns-port 0 --tls-port 0 --plain-port 0 --http-port 0 --sntp-port 0 --phone-port 0 --board-port 0", false)]
    public void Terminal_ShowsTheViewUntilCtrlC(string args, bool isPaired)
    {
        if (args.Length == 0)
        {
            StandardPorts.MustBeFree();
        }

        ProcessStartInfo info = new(Peer.Path("script"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        info.ArgumentList.Add("-qec");
        info.ArgumentList.Add($"stty cols 132 rows 40; exec dotnet '{EmulatorRun.ProgramFile}' {args}");
        info.ArgumentList.Add("/dev/null");
        info.Environment["TERM"] = "xterm-256color";

        (int exitCode, string all) = RunUntilCtrlC(info);

        Assert.AreEqual(0, exitCode, all);
        StringAssert.Contains(all, "Try it in another terminal:");
        StringAssert.Contains(all, "twinkle-lamp");
        StringAssert.Contains(all, "stands for 443 in every verdict");
        Assert.AreEqual(isPaired, all.Contains("2 of 4 accepted", StringComparison.Ordinal), all);
        Assert.IsFalse(all.Contains("   at ", StringComparison.Ordinal), all);

        // Each command to try is one line, however long it is.
        Assert.IsTrue(all.Split('\n').Any(line => line.Contains("openssl s_client ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("</dev/null", StringComparison.Ordinal)), all);
    }

    [TestMethod]
    public void Redirected_TheBareCommandPrintsPlainLinesAndIsNotPaired()
    {
        (int exitCode, System.Collections.Generic.IReadOnlyList<string> lines, System.Collections.Generic.IReadOnlyList<string> _) = RunBare();

        Assert.AreEqual(0, exitCode);
        StringAssert.StartsWith(lines[0], "hub paired=no ");
        Assert.IsTrue(lines.Contains("listens dns 127.0.0.1:5300/udp"));
        Assert.IsTrue(lines.Contains("listens tls 127.0.0.1:8443/tcp stands-for=443"));
        Assert.IsTrue(lines.Any(line => line.StartsWith("note not paired", StringComparison.Ordinal)));
        Assert.IsTrue(lines.Contains("ready"));
        Assert.IsFalse(lines.Any(line => line.Contains('\u001b')));
    }

    private static (int ExitCode, System.Collections.Generic.IReadOnlyList<string> Lines, System.Collections.Generic.IReadOnlyList<string> Errors) RunBare()
    {
        StandardPorts.MustBeFree();
        using EmulatorRun run = EmulatorRun.StartBare();
        run.Line(line => line == "ready");
        return (run.PressCtrlC(), run.Lines, run.Errors);
    }

    private static (int ExitCode, string All) RunUntilCtrlC(ProcessStartInfo info)
    {
        using Process process = Process.Start(info)!;
        StringBuilder screen = new();

        try
        {
            Task reading = ReadAsync(process.StandardOutput, screen);
            long begun = Stopwatch.GetTimestamp();

            while (!All(screen).Contains("Ctrl-C ends", StringComparison.Ordinal))
            {
                Assert.IsFalse(reading.IsCompleted || Stopwatch.GetElapsedTime(begun) > Patience, All(screen));
                Thread.Sleep(20);
            }

            process.StandardInput.Write(CtrlC);
            process.StandardInput.Flush();
            Assert.IsTrue(process.WaitForExit(Patience) && reading.Wait(Patience), All(screen));
            return (process.ExitCode, All(screen));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // Not by lines: the last one on a screen has no end.
    private static async Task ReadAsync(StreamReader output, StringBuilder screen)
    {
        char[] buffer = new char[4096];
        int got;

        while ((got = await output.ReadAsync(buffer)) > 0)
        {
            lock (screen)
            {
                screen.Append(buffer, 0, got);
            }
        }
    }

    private static string All(StringBuilder screen)
    {
        lock (screen)
        {
            return screen.ToString();
        }
    }
}
