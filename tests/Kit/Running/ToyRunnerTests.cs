using System;
using System.Linq;
using System.Threading;

using ToyGuard.Core.Policy;
using ToyGuard.Fakes;
using ToyGuard.Kit.Play;
using ToyGuard.Kit.Tests.Lab;

namespace ToyGuard.Kit.Tests.Running;

/// <summary>
/// Goal: whatever a toy's code does, signs are shown, sensors go off and the toy goes on.
/// Method: toys that hang and throw at every call, with a board that writes down what it is told.
/// </summary>
[TestClass]
public class ToyRunnerTests
{
    [TestMethod]
    public void Calls_ComeInOrder_OnOneThread()
    {
        using ToyLab lab = new();
        int threads = 0;
        int thread = 0;
        lab.Toy.OnATurn = () => threads += Interlocked.Exchange(ref thread, Environment.CurrentManagedThreadId) == Environment.CurrentManagedThreadId ? 0 : 1;
        lab.Runner.Start();
        lab.Runner.Start();
        KitLab.Until(() => lab.Toy.Turns > 1, "no turns");

        lab.Runner.Press();
        KitLab.Until(() => lab.Toy.Calls.Count == 2, "no press");
        lab.Talk(true);
        KitLab.Until(() => lab.Toy.Calls.Count == 3, "no talk");
        lab.Talk(false);
        KitLab.Until(() => lab.Toy.Calls.Count == 4, "no letting go");

        Assert.AreEqual("start press talk let go", string.Join(" ", lab.Toy.Calls));
        Assert.AreEqual(1, threads);
        Assert.AreEqual(0, lab.Runner.Faults);
    }

    [TestMethod]
    public void Presses_BeforeTheToyIsStarted_AreNotTold()
    {
        using ToyLab lab = new();
        lab.Runner.Press();
        lab.Runner.Start();
        KitLab.Until(() => lab.Toy.Turns > 1, "no turns");
        Assert.AreEqual("start", string.Join(" ", lab.Toy.Calls));
    }

    // Power that comes on is a press, and the toy's thread need not have begun by then.
    [TestMethod]
    public void Presses_WhileTheToyGetsReady_AreToldOnceItIs()
    {
        using ToyLab lab = new();
        using ManualResetEventSlim isPressed = new();
        lab.Toy.OnStart = () => Assert.IsTrue(isPressed.Wait(KitLab.WaitMs));
        lab.Runner.Start();
        lab.Runner.Press();
        lab.Runner.Press();
        isPressed.Set();
        KitLab.Until(() => lab.Toy.Turns > 2, "no turns");
        Assert.AreEqual("start press", string.Join(" ", lab.Toy.Calls));
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Talk_Up_TurnsTheSensorOff_WhileTheToyHangs()
    {
        using ToyLab lab = new();
        using ManualResetEventSlim hang = new();
        lab.Toy.OnATalk = isHeld =>
        {
            if (isHeld)
            {
                Assert.AreEqual(Reason.Allowed, lab.Microphone.Press(Environment.TickCount64));
                hang.Wait(KitLab.WaitMs);
            }
        };
        lab.Runner.Start();
        lab.Talk(true);
        KitLab.Until(() => lab.Board.IsOn, "the microphone never came on");

        lab.Talk(false);

        // Nothing was waited for: the toy still hangs.
        Assert.IsFalse(lab.Board.IsOn);
        Assert.IsFalse(hang.IsSet);
        hang.Set();
        KitLab.Until(() => lab.Toy.Calls.Last() == "let go", "the toy never heard of it");
        Assert.AreEqual(0, lab.Runner.Faults);
    }

    [TestMethod]
    [Req("SENS-02")]
    public void Talk_ToldLate_FindsTheSensorClosed()
    {
        using ToyLab lab = new();
        using ManualResetEventSlim hang = new();
        Reason reason = Reason.None;
        lab.Toy.OnATalk = isHeld =>
        {
            hang.Wait(KitLab.WaitMs);
            reason = lab.Microphone.Press(Environment.TickCount64);
        };
        lab.Runner.Start();
        lab.Talk(true);
        KitLab.Until(() => lab.Toy.Calls.Contains("talk"), "no talk");
        lab.Talk(false);
        hang.Set();
        KitLab.Until(() => lab.Toy.Calls.Contains("let go"), "no letting go");

        Assert.AreEqual(Reason.SensorNotHeld, reason);
        Assert.IsFalse(lab.Board.IsOn);
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Board_OfTheToysCode_HasNoSensor()
    {
        using ToyLab lab = new();
        Assert.IsNotNull(((IToyBoard)lab.Board).Sensor("microphone"));
        Assert.IsNull(lab.Kit.Board.Sensor("microphone"));
    }

    [TestMethod]
    [Req("SENS-04")]
    [DataRow("microphone", "talk", true)]
    [DataRow("microphone", "analytics", false)]
    [DataRow("camera", "talk", false)]
    [DataRow("Microphone", "talk", false)]
    [DataRow("", "", false)]
    public void Sensor_ThatIsNotDeclared_IsNotThere(string kind, string purpose, bool isThere)
    {
        using ToyLab lab = new();
        Assert.AreEqual(isThere, lab.Kit.Sensor(kind, purpose) is not null);
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void Turn_WhileTheToyHangs_ShowsThePauseOnce()
    {
        using ToyLab lab = new();
        using ManualResetEventSlim hang = new();
        lab.Toy.OnATurn = () => hang.Wait(KitLab.WaitMs);
        lab.Runner.Start();
        KitLab.Until(() => lab.Toy.Turns > 0, "no turn");
        lab.Turn(1000);

        lab.Network.Gate.PauseToy(1, true);
        for (int ms = 1050; ms < 60_000; ms += 50)
        {
            lab.Turn(ms);
        }

        string words = SignSheet.Of(Sign.Paused).Words;
        Assert.AreEqual(1, lab.Board.Said.Count(said => said == words), string.Join("; ", lab.Board.Said));
        lab.Network.Gate.PauseToy(1, false);
        lab.Turn(61_000);
        lab.Network.Gate.PauseToy(1, true);
        lab.Turn(62_000);
        Assert.AreEqual(2, lab.Board.Said.Count(said => said == words));
        hang.Set();
    }

    [TestMethod]
    [Req("SENS-01")]
    public void Turn_ShowsThatTheToyListens()
    {
        using ToyLab lab = new();
        lab.Board.IsHeld = true;
        Assert.AreEqual(Reason.Allowed, lab.Microphone.Press(1000));
        lab.Turn(1050);
        Assert.AreEqual(Sign.Listening, lab.Kit.Signs.Showing);
        lab.Microphone.Release(1100);
        lab.Turn(1150);
        Assert.AreNotEqual(Sign.Listening, lab.Kit.Signs.Showing);
        CollectionAssert.Contains(lab.Board.Said.ToArray(), SignSheet.Of(Sign.ListeningOver).Words);
    }

    [TestMethod]
    [Req("PCTL-04")]
    public void Tones_GetQuieterTowardsTheEnd()
    {
        using ToyLab lab = new(minutesADay: 15);
        lab.Kit.Board.Tone(440, 50);
        Assert.AreEqual(Reason.Allowed, lab.Kit.Time.BeginPiece(0));

        for (long ms = 0; ms <= 6 * 60_000; ms += 1000)
        {
            lab.Turn(ms);
        }

        lab.Kit.Board.Tone(440, 50);
        Assert.AreEqual(50, lab.Board.Tones.First().Volume);
        Assert.AreEqual(40, lab.Board.Tones.Last().Volume);
        CollectionAssert.Contains(lab.Board.Said.ToArray(), SignSheet.Of(Sign.TenMinutes).Words);
    }

    [TestMethod]
    [DataRow("start")]
    [DataRow("press")]
    [DataRow("talk")]
    [DataRow("turn")]
    public void Toy_ThatThrows_GoesOn(string where)
    {
        using ToyLab lab = new();
        int throws = 1;
        void Throw()
        {
            if (Interlocked.Decrement(ref throws) >= 0)
            {
                throw new InvalidOperationException("a secret");
            }
        }

        lab.Toy.OnStart = where == "start" ? Throw : lab.Toy.OnStart;
        lab.Toy.OnAPress = where == "press" ? Throw : lab.Toy.OnAPress;
        lab.Toy.OnATalk = where == "talk" ? _ => Throw() : lab.Toy.OnATalk;
        lab.Toy.OnATurn = where == "turn" ? Throw : lab.Toy.OnATurn;
        lab.Runner.Start();
        KitLab.Until(() => lab.Toy.Turns > 0 || lab.Runner.Faults > 0, "nothing happened");
        lab.Runner.Press();
        lab.Talk(true);
        KitLab.Until(() => lab.Runner.Faults == 1, "nothing was counted");
        int turns = lab.Toy.Turns;
        KitLab.Until(() => lab.Toy.Turns > turns + 1, "it did not go on");
        int presses = lab.Toy.Calls.Count(static call => call == "press");
        lab.Runner.Press();
        KitLab.Until(() => lab.Toy.Calls.Count(static call => call == "press") > presses, "no press");
        Assert.AreEqual(1, lab.Runner.Faults);
        Assert.AreNotEqual(Sign.Unwell, lab.Kit.Signs.Showing);
    }

    [TestMethod]
    public void Stop_EndsTheToy_OrSaysThatItHangs()
    {
        using ToyLab lab = new();
        using ManualResetEventSlim hang = new();
        lab.Toy.OnATurn = () => hang.Wait(KitLab.WaitMs);
        lab.Runner.Start();
        KitLab.Until(() => lab.Toy.Turns > 0, "no turn");

        Assert.IsFalse(lab.Runner.Stop(50));
        hang.Set();
        Assert.IsTrue(lab.Runner.Stop(KitLab.WaitMs));
        int turns = lab.Toy.Turns;
        Thread.Sleep(150);
        Assert.AreEqual(turns, lab.Toy.Turns);
    }

    [TestMethod]
    public void Stop_BeforeStart_IsDone()
    {
        using ToyLab lab = new();
        Assert.IsTrue(lab.Runner.Stop(0));
    }
}
