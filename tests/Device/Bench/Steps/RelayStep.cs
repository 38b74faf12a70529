using System;
using System.IO;
using System.Net.Security;
using System.Text;

using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>An open place is reached under its own certificate, and a pause ends that at once.</summary>
internal sealed class RelayStep : IStep
{
    private static readonly TimeSpan s_pauseMax = TimeSpan.FromSeconds(2);

    public string Name
    {
        get { return "relay"; }
    }

    public bool IsHubs
    {
        get { return true; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        Subject device = run.Device;
        int bytes = AssertReached(run);

        using SslStream open = device.Connect(run.Plan.Allowed) ?? throw new StepFailedException("a second connection is not let through");
        System.Threading.Tasks.Task<bool> closed = System.Threading.Tasks.Task.Run(() => IsClosed(open));
        System.Diagnostics.Stopwatch time = System.Diagnostics.Stopwatch.StartNew();
        Subject.Must(device.Phone.Ask(new { op = "pause", toy = run.Plan.Toy })?.IsOk == true, "it cannot be paused");
        Subject.Must(closed.Wait(TimeSpan.FromSeconds(10)) && closed.Result, "a pause leaves a relay open");
        report.Measure(BenchSheet.Pause, time.Elapsed);
        Subject.Must(time.Elapsed <= s_pauseMax, $"a pause closes a relay only after {time.ElapsedMilliseconds} ms");
        GateStep.AssertClosed(run, run.Plan.Allowed, "while it is paused");

        Subject.Must(device.Phone.Loosen(new { op = "resume", toy = run.Plan.Toy }, run.Hand.Press)?.IsOk == true, "the pause cannot be ended");
        Subject.Until(() => device.Ask(run.Plan.Allowed) == run.Plan.Hub.ToString(), "after a pause nothing opens again");
        return $"{bytes} bytes of {run.Plan.Allowed} under its own certificate; a pause closed what was open";
    }

    /// <summary>The place answers; how many bytes it said.</summary>
    internal static int AssertReached(BenchRun run)
    {
        using SslStream stream = run.Device.Connect(run.Plan.Allowed) ?? throw new StepFailedException(run.Plan.Allowed + " is not reached");
        stream.Write(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {run.Plan.Allowed}\r\nConnection: close\r\n\r\n"));
        byte[] buffer = new byte[16 * 1024];
        int count = stream.Read(buffer);
        Subject.Must(count > 0, run.Plan.Allowed + " says nothing");
        return count;
    }

    private static bool IsClosed(SslStream stream)
    {
        try
        {
            return stream.Read(new byte[1]) == 0;
        }
        catch (IOException e)
        {
            // A read that nobody answered in time is no end.
            return (e.InnerException as System.Net.Sockets.SocketException)?.SocketErrorCode != System.Net.Sockets.SocketError.TimedOut;
        }
    }
}
