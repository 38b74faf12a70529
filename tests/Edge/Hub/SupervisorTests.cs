using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using System.Threading;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Edge.Hub;
using ToyGuard.Fakes;

namespace ToyGuard.Edge.Tests.Hub;

/// <summary>
/// Goal: a service that fails comes back, later and later, and a stop ends everything in time.
/// Method: services that fail on request, and a first delay of a few milliseconds.
/// </summary>
[TestClass]
public sealed class SupervisorTests
{
    private const int WaitMs = 5000;

    [TestMethod]
    [Req("RES-01")]
    public void Run_ServiceThrows_IsRunAgainWithGrowingDelay()
    {
        Log log = new();
        Supervisor supervisor = new(log, 10);
        FailingService failing = new(failures: 5);
        supervisor.Add(failing);

        supervisor.Start();

        Assert.IsTrue(failing.Healthy.Wait(WaitMs), "the sixth run never came");
        Assert.IsTrue(supervisor.Stop(WaitMs));
        CollectionAssert.AreEqual(new[] { 10, 20, 40, 80, 160 }, log.Delays);
        Assert.AreEqual(6, log.Count(ServiceEvent.Started));
        Assert.AreEqual(1, log.Count(ServiceEvent.Stopped));
        StringAssert.Contains(log.Faults[0], "no socket today", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Run_DelayGrows_NeverBeyondTheLongest()
    {
        Log log = new();
        Supervisor supervisor = new(log, Supervisor.LongestDelayMs);
        FailingService failing = new(failures: 1);
        supervisor.Add(failing);

        supervisor.Start();
        Assert.IsTrue(SpinWait.SpinUntil(() => log.Count(ServiceEvent.Failed) == 1, WaitMs));

        // Stopping does not sit out a minute of waiting.
        Stopwatch watch = Stopwatch.StartNew();
        Assert.IsTrue(supervisor.Stop(WaitMs));
        Assert.IsLessThan(WaitMs, watch.ElapsedMilliseconds);
        CollectionAssert.AreEqual(new[] { Supervisor.LongestDelayMs }, log.Delays);
    }

    [TestMethod]
    public void Run_OneServiceFails_OthersGoOn()
    {
        Log log = new();
        Supervisor supervisor = new(log, 5);
        FailingService steady = new(failures: 0);
        supervisor.Add(new FailingService(failures: int.MaxValue));
        supervisor.Add(steady);

        supervisor.Start();

        Assert.IsTrue(SpinWait.SpinUntil(() => log.Count(ServiceEvent.Failed) >= 4, WaitMs));
        Assert.IsTrue(steady.Healthy.Wait(WaitMs));
        Assert.AreEqual(1, steady.Runs);
        Assert.IsTrue(supervisor.Stop(WaitMs));
        Assert.AreEqual(2, log.Count(ServiceEvent.Stopped));
    }

    [TestMethod]
    public void Stop_ServiceThatIgnoresIt_IsReported()
    {
        Supervisor supervisor = new(new Log(), 5);
        using ManualResetEventSlim release = new();
        DeafService deaf = new(release);
        supervisor.Add(deaf);
        supervisor.Start();

        // Stopped before its run has begun, it would have nothing to ignore.
        Assert.IsTrue(deaf.Running.Wait(WaitMs));
        Assert.IsFalse(supervisor.Stop(100));
        release.Set();
        Assert.IsTrue(supervisor.Stop(WaitMs));
    }

    [TestMethod]
    public void Stop_NeverStarted_EndsAtOnce()
    {
        Supervisor supervisor = new(new Log(), 5);
        supervisor.Add(new FailingService(failures: 0));

        Assert.IsTrue(supervisor.Stop(WaitMs));
    }

    [TestMethod]
    public void Add_AfterStart_Throws()
    {
        Supervisor supervisor = new(new Log(), 5);
        supervisor.Start();

        Check.Throws(typeof(InvalidOperationException), () => supervisor.Add(new FailingService(0)));
        Assert.IsTrue(supervisor.Stop(WaitMs));
    }

    private sealed class Log : IServiceWatcher
    {
        private readonly ConcurrentQueue<(ServiceEvent What, int DelayMs, string Fault)> _events = new();

        public int[] Delays => _events.Where(e => e.What == ServiceEvent.Failed).Select(e => e.DelayMs).ToArray();

        public string[] Faults => _events.Where(e => e.What == ServiceEvent.Failed).Select(e => e.Fault).ToArray();

        public int Count(ServiceEvent what) => _events.Count(e => e.What == what);

        public void OnService(string service, ServiceEvent what, int delayMs, string fault) => _events.Enqueue((what, delayMs, fault));
    }

    private sealed class FailingService(int failures) : IService
    {
        private readonly ManualResetEventSlim _stopped = new();
        private int _runs;

        public string Name => "failing";

        public int Runs => _runs;

        public ManualResetEventSlim Healthy { get; } = new();

        public void Run()
        {
            if (!_stopped.IsSet && Interlocked.Increment(ref _runs) <= failures)
            {
                throw new InvalidOperationException("no socket today");
            }

            Healthy.Set();
            _stopped.Wait();
        }

        public void Stop() => _stopped.Set();
    }

    private sealed class DeafService(ManualResetEventSlim release) : IService
    {
        public string Name => "deaf";

        public ManualResetEventSlim Running { get; } = new();

        public void Run()
        {
            Running.Set();
            release.Wait();
        }

        public void Stop()
        {
        }
    }
}
