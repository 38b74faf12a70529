using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>One run of the real program over a data folder, told what to do by lines on its standard input, and killed in the middle of it.</summary>
internal sealed class KilledProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Thread _reader;
    private readonly BlockingCollection<string> _lines = [];
    private readonly List<string> _seen = [];

    private KilledProgram(string[] args)
    {
        ProcessStartInfo info = EmulatorRun.StartInfo(args);
        info.RedirectStandardError = false;
        _process = Process.Start(info)!;
        _reader = new Thread(ReadLines) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>The UDP port of its DNS.</summary>
    public int DnsPort { get; private set; }

    /// <summary>The page's address on the toy side.</summary>
    public string PageUrl
    {
        get
        {
            string place = Briefing.First(line => line.StartsWith("listens page ", StringComparison.Ordinal)).Split(' ')[2];
            return $"http://{place[..place.IndexOf('/')]}/";
        }
    }

    /// <summary>Every line until it was ready.</summary>
    public IReadOnlyList<string> Briefing { get; private set; } = [];

    /// <summary>Starts a run over <paramref name="folder"/> at a time on a Wednesday afternoon, and waits until it is ready.</summary>
    public static KilledProgram Start(string folder, params string[] args)
    {
        KilledProgram program = new(
            ["--headless", "--commands", "--air", "free", "--data", folder, "--clock", "2026-11-18T16:20:05", .. EmulatorRun.FreePortsBut(args), .. args]);

        while (program.Next() != "ready")
        {
            // What listens where, and what is in force.
        }

        program.Briefing = [.. program._seen];
        string dns = program._seen.First(line => line.StartsWith("listens dns ", StringComparison.Ordinal)).Split(' ')[2];
        program.DnsPort = int.Parse(dns[(dns.LastIndexOf(':') + 1)..dns.IndexOf('/')], CultureInfo.InvariantCulture);
        return program;
    }

    /// <summary>Sends one line.</summary>
    public void Send(string line)
    {
        try
        {
            _process.StandardInput.Write(line + "\n");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is being killed.
        }
    }

    /// <summary>Sends a line and gives the one that answers it.</summary>
    public string Ask(string line)
    {
        Send(line);
        return Next();
    }

    /// <summary>The next line of output that is no verdict, when it comes; fails the test when it does not.</summary>
    public string Next()
    {
        return TryNext(out string line)
            ? line
            : throw new InvalidOperationException("no more lines; it printed:\n" + string.Join('\n', _seen.TakeLast(30)));
    }

    /// <summary>The same; false when the program is over and every line was given.</summary>
    public bool TryNext(out string line)
    {
        do
        {
            if (!_lines.TryTake(out line!, Patience))
            {
                line = "";
                return false;
            }
        }
        while (IsPassing(line));

        _seen.Add(line);
        return true;
    }

    /// <summary>How many records of that kind there are.</summary>
    public int CountRecords(string kind)
    {
        Send("records");
        int count = 0;
        string line;

        while (!(line = Next()).StartsWith("records ", StringComparison.Ordinal))
        {
            count += line.Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Kills it as a pulled plug does: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
    }

    /// <summary>Presses Ctrl-C and gives the exit code.</summary>
    public int PressCtrlC()
    {
        EmulatorRun.PressCtrlC(_process.Id);
        Assert.IsTrue(_process.WaitForExit(Patience));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _reader.Join();
        _process.Dispose();
        _lines.Dispose();
    }

    private static bool IsPassing(string line)
    {
        return line.StartsWith("verdict ", StringComparison.Ordinal) || line.StartsWith("lab-", StringComparison.Ordinal);
    }

    private void ReadLines()
    {
        // A line that was cut off is no answer: nobody could have read it to its end.
        while (ReadWhole(_process.StandardOutput) is string line)
        {
            _lines.Add(line);
        }

        _lines.CompleteAdding();
    }

    private static string? ReadWhole(StreamReader reader)
    {
        System.Text.StringBuilder line = new();
        int read;

        while ((read = reader.Read()) >= 0)
        {
            if (read == '\n')
            {
                return line.ToString();
            }

            line.Append((char)read);
        }

        return null;
    }
}
