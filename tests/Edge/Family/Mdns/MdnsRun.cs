using System;
using System.Threading;

namespace ToyGuard.Edge.Family.Tests.Mdns;

/// <summary>A running service, and what its watcher heard.</summary>
internal sealed class MdnsRun : IMdnsWatcher, IDisposable
{
    private const int WaitMs = 20_000;

    private readonly Thread _thread;
    private volatile string _heard = "";

    public MdnsRun(string label, int port)
    {
        Service = new MdnsService(label, new SecureRandom(), this, port);
        _thread = new Thread(Service.Run) { IsBackground = true };
        _thread.Start();
    }

    public MdnsService Service { get; }

    /// <summary>"True" and "False", one behind the other.</summary>
    public string Heard
    {
        get { return _heard; }
    }

    public void OnConflict(bool isInConflict)
    {
        _heard += isInConflict;
    }

    public void Until(Func<bool> isDone, string fault)
    {
        for (long endMs = Environment.TickCount64 + WaitMs; !isDone();)
        {
            Assert.IsTrue(_thread.IsAlive, "the service ended");
            Assert.IsLessThan(endMs, Environment.TickCount64, fault);
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        Service.Stop();
        Assert.IsTrue(_thread.Join(WaitMs));
    }
}
