using System;
using System.Threading;

using ToyGuard.Edge.Web;
using ToyGuard.Guard.Sockets;
using ToyGuard.Guard.Toys;
using ToyGuard.Page.Door;
using ToyGuard.Page.Routes;

namespace ToyGuard.Browser.Tests;

/// <summary>A device's page, served on loopback by the server that serves it on a device, with as many sockets as one.</summary>
internal sealed class Device : IDisposable
{
    /// <summary>Its lasting name, as phones open it.</summary>
    public const string Host = "toyguard-k7m2p9qx.local";

    private readonly WebServer _server;
    private readonly Thread _thread;

    public Device(PageMode mode = PageMode.Toy, bool isPaired = false, IPageDoor? door = null, bool isHomeSide = true)
    {
        PageIdentity identity = new(mode == PageMode.Toy ? "Story Bear" : "Hallway Hub", "toyguard-k7m2p9qx", mode) { IsPaired = isPaired };
        Subnet everybody = Subnet.Parse("127.0.0.0/8")!;
        WebListener listener = new(new byte[] { 127, 0, 0, 1 }, 0, isHomeSide ? null : everybody, isHomeSide ? new[] { everybody } : []);
        _server = new WebServer(new PageRouter(identity, door), new SocketBudget(SocketBudget.DeviceSockets), new[] { listener }, new WebLimits());
        _server.Open();
        _thread = new Thread(_server.Run) { IsBackground = true };
        _thread.Start();
    }

    public string Url
    {
        get { return $"http://{Host}:{_server.Port}/"; }
    }

    public void Dispose()
    {
        _server.Stop();
        Assert.IsTrue(_thread.Join(10000), "Run must return after Stop");
        Assert.AreEqual(0, _server.Faults, "faults");
    }
}
