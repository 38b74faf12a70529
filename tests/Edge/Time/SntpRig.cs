using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Time;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Tests.Time;

/// <summary>A time service on a thread of its own, for a home with two toys.</summary>
internal sealed class SntpRig : IDisposable
{
    public static readonly byte[] Loopback = { 127, 0, 0, 1 };

    public SntpRig()
    {
        ToyAddresses toys = new();
        toys.Add(Loopback, 1);
        toys.Add(new byte[] { 127, 0, 0, 2 }, 2);

        // Known, and not on the toy side: nothing but the side keeps it out.
        toys.Add(new byte[] { 127, 0, 1, 1 }, 2);
        ToyState[] states = { NewToy("bear"), NewToy("cube") };
        Gate = new Gate(new GateState(states) { IsPaired = true, Now = Moment.FromLocalSeconds(1800000000) }, new VerdictCounters());
        Clock.SetUtc(1800000000000, 0);
        Service = new SntpServer(Gate, toys, Subnet.Parse("127.0.0.0/24")!, Clock, Loopback, 0);
        Service.Open();
        Thread = new Thread(Run) { IsBackground = true };
        Thread.Start();
    }

    public Gate Gate { get; }

    public WallClock Clock { get; } = new();

    public SntpServer Service { get; }

    public Thread Thread { get; }

    public Exception? Thrown { get; private set; }

    public IPEndPoint EndPoint
    {
        get { return new IPEndPoint(IPAddress.Loopback, Service.Port); }
    }

    public void Dispose()
    {
        Service.Stop();
        Assert.IsTrue(Thread.Join(10_000));
    }

    private static ToyState NewToy(string name)
    {
        return new ToyState(name, new Manifest(
            "m-1", name, "Example Toys", "", "", "", AgeBand.Under9, Array.Empty<Endpoint>(), Array.Empty<SensorUse>(), Array.Empty<string>()));
    }

    private void Run()
    {
        try
        {
            Service.Run();
        }
        catch (SocketException e)
        {
            Thrown = e;
        }
    }
}
