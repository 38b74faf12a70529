using System;
using System.Collections.Generic;
using System.Linq;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests.Desktop;

/// <summary>Goal: whatever happens in whatever order, a powered sensor is lit, is only powered when it may be, and leaves nothing behind. Method: random walks against a model that knows only what was done.</summary>
[TestClass]
public class SensorWalkTests
{
    private const int BufferBytes = 24;

    private enum Do
    {
        Press, Release, HandOn, HandOff, PressByCode, Read, Turn, Agree, Withdraw, Pause, EndPause, LoseClock, FindClock, AgreementEnds,
        RefuseOn, ThrowOn, RefuseOff, ThrowRead, LieRead, Mend, Rest, EndRest, AllOff, OffWhileReading, BreakButton,
    }

    [TestMethod]
    [Req("SENS-01")]
    [Req("SENS-02")]
    [Req("SENS-03")]
    public void Walk_AnyEvents_LightIsOnWithTheSensorAndNothingStays()
    {
        Gen<(Do, int)> step =
            from what in Gen.Frequency(
                (12, Gen.Elements(Do.Press, Do.Release, Do.Read, Do.Turn)),
                (6, Gen.Elements(Do.Agree, Do.EndPause, Do.FindClock, Do.Mend, Do.HandOn, Do.EndRest)),
                (5, Gen.Elements(Enum.GetValues<Do>())))
            from ms in Gen.Frequency((6, Gen.Choose(0, 60)), (3, Gen.Choose(100, 400)), (1, Gen.Choose(5000, 40000)), (1, Gen.Choose(-300, 0)))
            select (what, ms);
        Prop.ForAll(step.ArrayOf(80).ToArbitrary(), Holds).Check(Seeded.Cases(1500));
    }

    [TestMethod]
    public void Walk_TheSameCases_PowerTheSensorOftenAndForLong()
    {
        // A walk in which it never goes on would prove nothing.
        SensorRig rig = new();
        Walk(rig, new[] { (Do.Press, 0), (Do.Read, 50), (Do.Turn, 200), (Do.Read, 10) }, out int lit);
        Assert.AreEqual(4, lit);
    }

    private static bool Holds((Do What, int Ms)[] steps)
    {
        return Walk(new SensorRig(), steps, out _);
    }

    private static bool Walk(SensorRig rig, (Do What, int Ms)[] steps, out int lit)
    {
        List<byte[]> buffers = new() { new byte[BufferBytes], new byte[BufferBytes] };
        World world = new();
        long now = 1000;
        lit = 0;

        foreach ((Do what, int ms) in steps)
        {
            now += ms;
            bool wasOn = rig.Switch.IsOn;
            int ons = rig.Driver.PowerOns;
            world.Apply(rig, what, now, buffers);

            // One circuit.
            Require(rig.Driver.IsLit == rig.Driver.IsPowered, what, "light without sensor, or sensor without light");

            // The switch never takes for off what it powers, but for a driver that will not go off.
            Require(rig.Switch.IsOn == rig.Driver.IsPowered || (!rig.Switch.IsOn && world.RefusesOff), what, "the switch and the driver differ");
            Require(rig.Switch.IsOn == (rig.Switch.Why == Reason.Allowed), what, "on, and a reason for being off");

            // It goes on by a press alone, with a hand on the button, and when all else says yes.
            if (rig.Driver.PowerOns > ons)
            {
                Require(what == Do.Press || what == Do.PressByCode, what, "on without a press");
                Require(world.MayBeOn(now), what, "on though it may not");
            }

            if (rig.Switch.IsOn)
            {
                lit++;
                Require(!wasOn || world.IsInTime(now, what), what, "on for too long");
            }
            else
            {
                Require(buffers.All(b => b.All(x => x == 0)), what, "something stayed");
            }
        }

        // What has to end it has ended it a quarter of a second later.
        bool mayStay = world.MayBeOn(now + SensorSwitch.AskEveryMs);
        rig.Board.Turn(now + SensorSwitch.AskEveryMs);
        Require(!rig.Switch.IsOn || mayStay, Do.Turn, "on after all was said against it");
        rig.Driver.RefusesOff = false;
        rig.Driver.IsPressed = false;
        rig.Board.Turn(now + SensorSwitch.AskEveryMs + 1);
        Require(!rig.Driver.IsPowered && !rig.Driver.IsLit && !rig.Switch.IsOn, Do.HandOff, "on without a hand");
        Require(buffers.All(b => b.All(x => x == 0)), Do.HandOff, "something stayed at the end");
        return true;
    }

    private static void Require(bool isSo, Do what, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(what + ": " + otherwise);
        }
    }

    // What was done, and what follows from it.
    private sealed class World
    {
        private bool _isAgreed = true;
        private bool _isPaused;
        private bool _isClockKnown = true;
        private bool _isAgreementOver;
        private long _restsUntil = long.MinValue;
        private long _onSince = long.MinValue;
        private bool _isPressed;
        private bool _isButtonBroken;
        private int _reads;

        public bool RefusesOff { get; private set; }

        public bool MayBeOn(long now)
        {
            return _isPressed && !_isButtonBroken && _isAgreed && !_isPaused && _isClockKnown && !_isAgreementOver && now >= _restsUntil;
        }

        // A turn that nobody looked at may be longer: the watch looks every 50 ms.
        public bool IsInTime(long now, Do what)
        {
            return what != Do.Turn || (now - _onSince < SensorSwitch.TurnMsMax && now >= _onSince);
        }

        public void Apply(SensorRig rig, Do what, long now, List<byte[]> buffers)
        {
            FakeSensor driver = rig.Driver;
            bool wasOn = rig.Switch.IsOn;

            switch (what)
            {
                case Do.Press:
                    driver.IsPressed = _isPressed = true;
                    rig.Switch.Press(now);
                    break;
                case Do.PressByCode:
                    rig.Switch.Press(now);
                    break;
                case Do.Release:
                    driver.IsPressed = _isPressed = false;
                    rig.Switch.Release(now);
                    break;
                case Do.HandOn:
                    driver.IsPressed = _isPressed = true;
                    break;
                case Do.HandOff:
                    driver.IsPressed = _isPressed = false;
                    break;
                case Do.BreakButton:
                    driver.IsButtonBroken = _isButtonBroken = true;
                    break;
                case Do.OffWhileReading:
                case Do.Read:
                    driver.Meanwhile = what == Do.OffWhileReading ? rig : null;
                    byte[] buffer = buffers[_reads++ % buffers.Count];
                    rig.Switch.Read(buffer, _reads % 5, BufferBytes - 8);
                    driver.Meanwhile = null;
                    break;
                case Do.Turn:
                    rig.Board.Turn(now);
                    break;
                case Do.Agree:
                case Do.Withdraw:
                    _isAgreed = what == Do.Agree;
                    _isAgreementOver = false;
                    rig.Gate.SetClock(PlayHome.At(PlayHome.Noon));
                    _isClockKnown = true;
                    rig.Gate.Agree(PlayHome.Toy, PlayHome.Microphone, _isAgreed ? PlayHome.At(PlayHome.Noon + 60).Minute : 0);
                    break;
                case Do.Pause:
                case Do.EndPause:
                    _isPaused = what == Do.Pause;
                    rig.Gate.PauseToy(PlayHome.Toy, _isPaused);
                    break;
                case Do.LoseClock:
                    _isClockKnown = false;
                    rig.Gate.SetClock(default);
                    break;
                case Do.FindClock:
                    _isClockKnown = true;
                    rig.Gate.SetClock(PlayHome.At(PlayHome.Noon));
                    break;
                case Do.AgreementEnds:
                    _isClockKnown = true;
                    _isAgreementOver = true;
                    rig.Gate.SetClock(PlayHome.At(PlayHome.Noon + 60));
                    break;
                case Do.RefuseOn:
                    driver.RefusesOn = true;
                    break;
                case Do.ThrowOn:
                    driver.ThrowsOn = true;
                    break;
                case Do.RefuseOff:
                    driver.RefusesOff = RefusesOff = true;
                    break;
                case Do.ThrowRead:
                    driver.ThrowsRead = true;
                    break;
                case Do.LieRead:
                    driver.ReadsTooMuch = 5;
                    break;
                case Do.Mend:
                    driver.RefusesOn = driver.ThrowsOn = driver.ThrowsRead = driver.RefusesOff = RefusesOff = driver.IsButtonBroken = _isButtonBroken = false;
                    driver.ReadsTooMuch = 0;
                    rig.Board.Turn(now);
                    break;
                case Do.Rest:
                    _restsUntil = Math.Max(now + 500, _restsUntil);
                    rig.Board.RestUntil(now + 500);
                    break;
                case Do.EndRest:
                    _restsUntil = long.MinValue;
                    rig.Board.EndRest();
                    break;
                default:
                    rig.Board.AllOff(Reason.SensorBroken);
                    break;
            }

            if (rig.Switch.IsOn && !wasOn)
            {
                _onSince = now;
            }
        }
    }
}
