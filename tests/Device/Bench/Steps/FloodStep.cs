using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Device.Bench.Report;

namespace ToyGuard.Device.Bench.Steps;

/// <summary>A crowd that says nothing and a rain of garbage: the page comes all the same, and nothing opens by it.</summary>
internal sealed class FloodStep : IStep
{
    private const int Crowd = 30;
    private const int Packets = 2000;
    private const int PacketMax = 600;
    private const int Seed = 20261122;
    private static readonly TimeSpan s_pageMax = TimeSpan.FromSeconds(15);

    public string Name
    {
        get { return "flood"; }
    }

    public bool IsHubs
    {
        get { return false; }
    }

    public string Run(BenchRun run, BenchReport report)
    {
        Subject device = run.Device;
        List<Socket> crowd = [];
        int refused = 0;

        try
        {
            for (int i = 0; i < Crowd; i++)
            {
                refused += Join(device, crowd, isPage: true) ? 0 : 1;
                refused += !report.IsHub || Join(device, crowd, isPage: false) ? 0 : 1;
            }

            if (report.IsHub)
            {
                Rain(device);
            }

            TimeSpan took = Subject.Until(device.IsPageThere, "the page never comes while others hold on");
            Subject.Must(took <= s_pageMax, $"the page comes only after {took.TotalSeconds:F0} s while others hold on");
        }
        finally
        {
            crowd.ForEach(socket => socket.Dispose());
        }

        Subject.Until(() => device.State()?.GetProperty("paired").GetBoolean() == true, "after a flood it does not say that it is somebody's");

        if (report.IsHub)
        {
            Subject.Until(() => device.Ask(run.Plan.Allowed) == run.Plan.Hub.ToString(), "after a flood it knows no names");
            GateStep.AssertClosed(run, run.Plan.Held, "after a flood");
            Subject.Until(() => IsReached(run), "after a flood it relays nothing");
        }

        return $"{crowd.Count} silent connections ({refused} more were refused){(report.IsHub ? $", {Packets} packets of garbage" : "")}";
    }

    private static bool Join(Subject device, List<Socket> crowd, bool isPage)
    {
        try
        {
            crowd.Add(device.Knock(isPage));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsReached(BenchRun run)
    {
        using System.Net.Security.SslStream? stream = run.Device.Connect(run.Plan.Allowed);
        return stream is not null;
    }

    private static void Rain(Subject device)
    {
        Random random = new(Seed);

        for (int i = 0; i < Packets; i++)
        {
            byte[] packet = new byte[random.Next(PacketMax)];
            random.NextBytes(packet);
            device.Throw(packet);

            // Slow enough that it is read: what is dropped before proves nothing.
            if (i % 20 == 19)
            {
                Thread.Sleep(2);
            }
        }
    }
}
