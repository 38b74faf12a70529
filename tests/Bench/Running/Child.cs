using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;

namespace ToyGuard.Bench.Running;

/// <summary>A program that a bench started on one core, what it prints, and what it costs. Ended with the bench, by its own number.</summary>
internal sealed class Child : IDisposable
{
    private const int Interrupt = 2;
    private const int PatienceMs = 60_000;
    private const int LinesMax = 400;

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly string _name;

    private Child(string core, string file, IEnumerable<string> args)
    {
        _name = Path.GetFileName(file);
        ProcessStartInfo info = new(Tool.Taskset.Find() ?? throw new BenchFailedException("taskset is missing"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        string[] all = ["-c", core, file, .. args];

        foreach (string arg in all)
        {
            info.ArgumentList.Add(arg);
        }

        _process = new Process { StartInfo = info };
        _process.OutputDataReceived += (_, e) => Add(e.Data);
        _process.ErrorDataReceived += (_, e) => Add(e.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts <paramref name="file"/> on <paramref name="core"/>.</summary>
    public static Child Start(string core, string file, params string[] args)
    {
        return new Child(core, file, args);
    }

    /// <summary>Runs it to its end on <paramref name="core"/> and gives all that it printed.</summary>
    public static string ToEnd(string core, string file, params string[] args)
    {
        using Child child = new(core, file, args);

        if (!child._process.WaitForExit(PatienceMs))
        {
            throw new BenchFailedException(child._name + " did not end");
        }

        // Once more without a time, for the last lines.
        child._process.WaitForExit();
        string text = child.Text();
        return child._process.ExitCode == 0 ? text : throw new BenchFailedException($"{child._name} ended with {child._process.ExitCode}: {text}");
    }

    /// <summary>The first line of output that begins with <paramref name="beginning"/>, when it comes.</summary>
    public string Line(string beginning)
    {
        return TryLine(beginning, PatienceMs) ?? throw new BenchFailedException($"{_name} did not print '{beginning}'; it printed: {Text()}");
    }

    /// <summary>The same; null when it does not come in <paramref name="ms"/> milliseconds.</summary>
    public string? TryLine(string beginning, int ms)
    {
        long begun = Stopwatch.GetTimestamp();

        while (true)
        {
            bool isOver = _process.HasExited;

            if (isOver)
            {
                // Also waits for the last lines.
                _process.WaitForExit();
            }

            lock (_lines)
            {
                if (_lines.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is string found)
                {
                    return found;
                }
            }

            if (isOver || Stopwatch.GetElapsedTime(begun).TotalMilliseconds > ms)
            {
                return null;
            }

            Thread.Sleep(5);
        }
    }

    /// <summary>Seconds of processor time that it and its own children have used.</summary>
    public double CpuSeconds()
    {
        return TicksOf(_process.Id) / 100.0;
    }

    /// <summary>Megabytes that it and its own children hold in memory now.</summary>
    public double ResidentMb()
    {
        return Family(_process.Id).Sum(id => ResidentKb(id)) / 1024.0;
    }

    /// <summary>Asks it to end, and ends it when it does not.</summary>
    public void Dispose()
    {
        if (!_process.HasExited && (Kill(_process.Id, Interrupt) != 0 || !_process.WaitForExit(5000)))
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(5000);
        }

        _process.Dispose();
    }

    private static long TicksOf(int process)
    {
        long ticks = 0;

        foreach (int id in Family(process))
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }

        return ticks;
    }

    private static long ResidentKb(int process)
    {
        string line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private static List<int> Family(int process)
    {
        List<int> family = [process];
        string children = File.ReadAllText($"/proc/{process}/task/{process}/children");

        foreach (string child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            family.AddRange(Family(int.Parse(child, CultureInfo.InvariantCulture)));
        }

        return family;
    }

    // Only the beginning is kept: a server's log of a flood is of no use here.
    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            if (_lines.Count < LinesMax)
            {
                _lines.Add(line);
            }
        }
    }

    private string Text()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
