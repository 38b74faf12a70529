using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Family.Tests.SetUp;

/// <summary>A set-up service that runs over a fake radio, a board that remembers its signs, and a flash; no wait before joining.</summary>
internal sealed class SetupServiceRig : IHostBoard, IRandom, IServiceWatcher, IDisposable
{
    public const string OwnSsid = "Bear 4X7K";
    public const string OwnKey = "own-wifi-key-1";
    public const string Key = "sunny-day-42";

    private const int WaitMs = 10_000;

    private readonly List<HostSign> _signs = [];
    private Supervisor? _supervisor;

    public SetupServiceRig(bool isPaired)
        : this(new FakeWifi(), new FlashModel(), isPaired)
    {
    }

    public SetupServiceRig(FakeWifi wifi, FlashModel flash, bool isPaired)
    {
        Wifi = wifi;
        Flash = flash;
        Service = new SetupService(wifi, this, flash, this, OwnSsid, OwnKey, isPaired);
    }

    public FakeWifi Wifi { get; }

    public FlashModel Flash { get; }

    public SetupService Service { get; }

    public SetupView View => Service.View(Environment.TickCount64);

    public HostSign[] Signs
    {
        get
        {
            lock (_signs)
            {
                return [.. _signs];
            }
        }
    }

    /// <summary>Runs it.</summary>
    public SetupServiceRig Run()
    {
        _supervisor = new Supervisor(this, 20);
        _supervisor.Add(Service);
        _supervisor.Start();
        return this;
    }

    /// <summary>Waits until something is so; generous, for a loaded machine.</summary>
    public static void Until(Func<bool> isSo, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();

        while (!isSo())
        {
            Assert.IsTrue(watch.ElapsedMilliseconds < WaitMs, "never: " + what);
            Thread.Sleep(5);
        }
    }

    public void UntilStep(SetupStep step)
    {
        Until(() => View.Step == step, "step " + step);
    }

    public void Show(HostSign sign)
    {
        lock (_signs)
        {
            _signs.Add(sign);
        }
    }

    public void ShowLink(string url, string code)
    {
    }

    public void Fill(byte[] bytes, int offset, int count)
    {
        Array.Clear(bytes, offset, count);
    }

    public void OnService(string service, ServiceEvent what, int delayMs, string fault)
    {
    }

    /// <summary>Power off: the thread ends.</summary>
    public void Dispose()
    {
        Assert.IsTrue(_supervisor is null || _supervisor.Stop(WaitMs), "it did not end");
    }
}
