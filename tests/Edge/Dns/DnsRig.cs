using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Edge.Dns;
using ToyGuard.Guard.Toys;

namespace ToyGuard.Edge.Tests.Dns;

/// <summary>A DNS service on a thread of its own, for a home with two toys.</summary>
internal sealed class DnsRig : IDisposable
{
    /// <summary>An allowed name of the toy at 127.0.0.1.</summary>
    public const string Open = "stories.toys.example";

    /// <summary>A name of the same toy that nobody has approved.</summary>
    public const string Waiting = "usage.metrics.example";

    private static readonly byte[] Loopback = { 127, 0, 0, 1 };

    public DnsRig()
    {
        ToyState bear = ToyOf("bear", Open, Waiting);
        ToyState cube = ToyOf("cube", "games.toys.example");
        Gate = new Gate(new GateState(new[] { bear, cube }) { IsPaired = true, Now = Moment.FromLocalSeconds(1800000000) }, new VerdictCounters());
        Gate.Approve(1, 1, true);
        Gate.Approve(2, 1, true);
        Toys.Add(Loopback, 1);
        Toys.Add(new byte[] { 127, 0, 0, 2 }, 2);
        Service = new DnsServer(Gate, Toys, Subnet.Parse("127.0.0.0/24")!, Loopback, 0);
        Service.Open();
        Thread = new Thread(Run) { IsBackground = true };
        Thread.Start();
    }

    public Gate Gate { get; }

    public ToyAddresses Toys { get; } = new();

    public DnsServer Service { get; }

    public Thread Thread { get; }

    public Exception? Thrown { get; private set; }

    public int Port
    {
        get { return Service.Port; }
    }

    public IPEndPoint EndPoint
    {
        get { return new IPEndPoint(IPAddress.Loopback, Port); }
    }

    public void Dispose()
    {
        Service.Stop();
        Assert.IsTrue(Thread.Join(5000));
    }

    private static ToyState ToyOf(string name, params string[] hosts)
    {
        Endpoint[] endpoints = hosts.Select(host => new Endpoint(
            host, HostPattern.Parse(host, out _)!, 443, Scheme.Https, "Example Toys", Party.First, "stories", Array.Empty<string>(), 0, null)).ToArray();
        return new ToyState(name, new Manifest("m-1", name, "Example Toys", "", "", "", AgeBand.Under9, endpoints, Array.Empty<SensorUse>(), Array.Empty<string>()));
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
