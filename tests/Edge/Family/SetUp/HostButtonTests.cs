using System;
using System.Collections.Concurrent;
using System.Linq;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;

namespace ToyGuard.Edge.Family.Tests.SetUp;

[TestClass]
public sealed class HostButtonTests
{
    [TestMethod]
    public void Changes_WithTheirTimes_AreToldOnce()
    {
        Target target = new();
        HostButton button = new(new ButtonReader(false), target);
        button.Change(false, 0);
        button.Change(true, 1000);
        button.Change(false, 1200);
        button.Change(true, 2000);
        button.Change(false, 17000);
        button.Change(true, 18000);
        button.Change(false, 18300);
        CollectionAssert.AreEqual(new[] { ButtonAct.Press, ButtonAct.WipeWarning, ButtonAct.Wipe }, target.Acts.ToArray());
    }

    // Nobody lets go: the warning comes all the same, for time goes by.
    [TestMethod]
    public void Held_TheServiceNotices()
    {
        Target target = new();
        HostButton button = new(new ButtonReader(false), target);
        button.Change(true, Environment.TickCount64 - ButtonReader.HoldMs);
        System.Threading.Thread thread = Threads.Start("button", button.Run);
        SetupServiceRig.Until(() => target.Acts.Contains(ButtonAct.WipeWarning), "warning");
        button.Stop();
        Assert.IsTrue(thread.Join(10_000));
    }

    private sealed class Target : IButtonTarget
    {
        public ConcurrentQueue<ButtonAct> Acts { get; } = new();

        public void OnButton(ButtonAct act, long nowMs)
        {
            Acts.Enqueue(act);
        }
    }
}
