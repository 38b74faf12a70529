using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>One run of the real, built program with all ports free, and what it printed.</summary>
internal sealed class EmulatorRun : IDisposable
{
    private const int Interrupt = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<string> _errors = [];

    private EmulatorRun(string[] args, bool isTalkedTo = false)
    {
        _process = new Process { StartInfo = StartInfo(args) };
        _process.OutputDataReceived += (_, e) => Add(_lines, e.Data);
        _process.ErrorDataReceived += (_, e) => Add(_errors, e.Data);
        _process.Start();

        if (!isTalkedTo)
        {
            _process.StandardInput.Close();
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The program's main assembly, which lies beside the tests.</summary>
    public static string ProgramFile
    {
        get { return Path.Combine(AppContext.BaseDirectory, "ToyGuard.Emulator.dll"); }
    }

    /// <summary>What it printed until now.</summary>
    public IReadOnlyList<string> Lines
    {
        get { return Copy(_lines); }
    }

    /// <summary>What it printed to standard error until now.</summary>
    public IReadOnlyList<string> Errors
    {
        get { return Copy(_errors); }
    }

    /// <summary>The UDP port of DNS, as printed.</summary>
    public int DnsPort
    {
        get { return PortOf("dns"); }
    }

    /// <summary>The TCP port of the TLS relay, as printed.</summary>
    public int TlsPort
    {
        get { return PortOf("tls"); }
    }

    /// <summary>The TCP port of the plain relay, as printed.</summary>
    public int PlainPort
    {
        get { return PortOf("plain"); }
    }

    /// <summary>The TCP port of the page on the toy side, as printed.</summary>
    public int PagePort
    {
        get { return PortOf("page"); }
    }

    /// <summary>The address to type into a browser for "page", "page-home" or "page-lan", as printed.</summary>
    public string UrlOf(string service)
    {
        string place = Line(line => line.StartsWith($"listens {service} ", StringComparison.Ordinal)).Split(' ')[2];
        return $"http://{place[..place.IndexOf('/')]}/";
    }

    /// <summary>The UDP port of the clock service, as printed.</summary>
    public int SntpPort
    {
        get { return PortOf("sntp"); }
    }

    /// <summary>Its process number.</summary>
    public int ProcessId
    {
        get { return _process.Id; }
    }

    /// <summary>The lab's CA file, as printed.</summary>
    public string AuthorityFile
    {
        get { return Line(line => line.StartsWith("ca ", StringComparison.Ordinal))["ca ".Length..]; }
    }

    /// <summary>The options that take any free port for each service, but for those that <paramref name="args"/> name already.</summary>
    public static string[] FreePortsBut(params string[] args)
    {
        string[] options = ["--dns-port", "--tls-port", "--plain-port", "--http-port", "--sntp-port"];
        return [.. options.Except(args).SelectMany(option => new[] { option, "0" }), .. BesidesBut(args)];
    }

    /// <summary>The same for what a run has besides the device's own ports: no board, and any free port for a phone at home.</summary>
    public static string[] BesidesBut(params string[] args)
    {
        return [.. args.Contains("--phone-port") ? Array.Empty<string>() : ["--phone-port", "0"], .. args.Contains("--board-port") ? Array.Empty<string>() : ["--board-port", "none"]];
    }

    /// <summary>Starts a headless run with free ports and waits until it is ready.</summary>
    public static EmulatorRun Start(params string[] args)
    {
        EmulatorRun run = new([.. args, "--headless", .. FreePortsBut(args)]);
        run.Line(line => line == "ready");
        return run;
    }

    /// <summary>Starts a run exactly as it is asked for.</summary>
    public static EmulatorRun StartBare(params string[] args)
    {
        return new EmulatorRun(args);
    }

    /// <summary>The same, and it can be told what to do by <see cref="Type"/>.</summary>
    public static EmulatorRun StartTalkedTo(params string[] args)
    {
        return new EmulatorRun(args, isTalkedTo: true);
    }

    /// <summary>Starts a toy's run, headless and with a free port, and waits until it is ready. With --commands it can be told what to do by <see cref="Type"/>.</summary>
    public static EmulatorRun StartToy(params string[] args)
    {
        // Where no Wi-Fi is played it has no DNS, and the option is wrong use.
        string[] dns = args.Contains("--paired") || args.Contains("free") ? [] : ["--dns-port", "0"];
        EmulatorRun run = new(["--mode", "toy", "--headless", "--http-port", "0", .. dns, .. BesidesBut(args), .. args], isTalkedTo: true);
        run.Line(line => line == "ready");
        return run;
    }

    /// <summary>Types a line into its standard input.</summary>
    public void Type(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Runs it to its end: exit code, lines of output, lines of standard error.</summary>
    public static (int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Errors) ToEnd(params string[] args)
    {
        using EmulatorRun run = new(args);
        return (run.WaitForExit(), run.Lines, run.Errors);
    }

    /// <summary>How the program is started by hand.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> args)
    {
        ProcessStartInfo info = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        info.ArgumentList.Add(ProgramFile);

        foreach (string arg in args)
        {
            info.ArgumentList.Add(arg);
        }

        return info;
    }

    /// <summary>The first line that <paramref name="isIt"/>, when it comes.</summary>
    public string Line(Func<string, bool> isIt)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            bool isOver = _process.HasExited;

            if (Lines.FirstOrDefault(isIt) is string line)
            {
                return line;
            }

            Assert.IsFalse(
                isOver || Stopwatch.GetElapsedTime(begun) > Patience,
                "the line did not come; it printed:\n" + string.Join('\n', Lines.Concat(Errors)));
            Thread.Sleep(10);
        }
    }

    /// <summary>The first verdict line with all of <paramref name="parts"/>.</summary>
    public string Verdict(params string[] parts)
    {
        return Line(line => line.StartsWith("verdict ", StringComparison.Ordinal)
            && parts.All(part => (line + " ").Contains(" " + part + " ", StringComparison.Ordinal)));
    }

    /// <summary>How many lines begin with the word <paramref name="first"/> and contain <paramref name="part"/>.</summary>
    public int Count(string first, string part)
    {
        return Lines.Count(line => line.StartsWith(first + " ", StringComparison.Ordinal)
            && line.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Presses Ctrl-C, waits for the end and gives the exit code.</summary>
    public int PressCtrlC()
    {
        PressCtrlC(_process.Id);
        return WaitForExit();
    }

    /// <summary>The same for any process, without waiting.</summary>
    public static void PressCtrlC(int process)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("no test can press Ctrl-C for another program here");
        }

        Assert.AreEqual(0, Kill(process, Interrupt));
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public int WaitForExit()
    {
        Assert.IsTrue(_process.WaitForExit(Patience), "it did not end");

        // Once more without a time: this one also waits for the last lines.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        // Politely first, so that it takes its temporary files with it.
        if (!_process.HasExited && (OperatingSystem.IsWindows() || Kill(_process.Id, Interrupt) != 0 || !_process.WaitForExit(Patience)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private int PortOf(string service)
    {
        string line = Line(line => line.StartsWith($"listens {service} ", StringComparison.Ordinal));
        string place = line.Split(' ')[2];
        return int.Parse(place[(place.LastIndexOf(':') + 1)..place.IndexOf('/')], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    private static List<string> Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
