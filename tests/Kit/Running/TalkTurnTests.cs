using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge;
using ToyGuard.Edge.Storage;
using ToyGuard.Fakes;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit.Tests.Running;

/// <summary>Goal: while a child talks nothing is written, and nothing of what it said ever is (SENS-03). Method: a whole kept home over flash that counts, through a turn of 30 s and a minute behind it.</summary>
[TestClass]
public class TalkTurnTests
{
    private const int Toy = 1;
    private const int SettledMs = 10 * 60 * 1000;

    [TestMethod]
    [Req("SENS-03")]
    public void Talk_AWholeTurn_WritesNothingAndLeavesNothing()
    {
        FlashModel flash = new();
        Device device = new();
        KeptHome home = OpenHome(flash, device);
        SensorBoard board = new();
        SensorSwitch sensor = new(home.Gate, Toy, 1, device, board);
        byte[] buffer = new byte[256];
        long now = Keep(home, 0, SettledMs);
        int before = flash.Writes + flash.Erases;

        Assert.AreEqual(Reason.Allowed, sensor.Press(now));
        long end = now + SensorSwitch.TurnMsMax;

        for (; now < end; now += 50)
        {
            Assert.AreEqual(buffer.Length, sensor.Read(buffer, 0, buffer.Length));
            board.Turn(now);
            home.Keep(now);
        }

        Assert.IsTrue(sensor.IsOn, "it was on to the end: " + sensor.Why);
        Assert.AreEqual(before, flash.Writes + flash.Erases, "written while the child talks");

        sensor.Release(now);
        Assert.AreEqual(-1, buffer.AsSpan().IndexOfAnyExcept((byte)0), "something is left in memory");

        // What is kept later knows nothing of it either, and it is kept: else the counter would prove nothing.
        home.Gate.AddPlay(Toy, 1);
        Keep(home, now, now + SettledMs);
        home.Flush();
        Assert.IsTrue(flash.Writes + flash.Erases > before, "nothing is ever kept");

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            Assert.AreEqual(-1, flash.Held(area).AsSpan().IndexOf(Device.Voice), "the child's voice is in area " + area);
        }
    }

    private static KeptHome OpenHome(FlashModel flash, Device device)
    {
        SensorUse talk = new("microphone", "talk", "push-to-talk");
        Manifest manifest = new("bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, [], [talk], []);
        DeclaredToy toy = new("bear", manifest);
        KeptHome home = new(flash, device, new SecureRandom(), new Hmac(), device);
        home.Open([toy], new VerdictCounters());
        Moment moment = Moment.FromLocalSeconds(Device.NowSeconds);
        home.Gate.SetClock(moment);
        FamilySettings open = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false);
        Assert.IsTrue(home.Change(Household.Agree(open, toy, 1, moment.Minute + 60)).IsSaved);

        return home;
    }

    private static long Keep(KeptHome home, long fromMs, long toMs)
    {
        for (long now = fromMs; now < toMs; now += 1000)
        {
            home.Keep(now);
        }

        return toMs;
    }

    // A microphone that hears one thing over and over, a drive with nothing on it, and no clock: a jump of it would be a record.
    private sealed class Device : ISensorDriver, IEraseDrive, IHomeClock
    {
        public const long NowSeconds = 1800000000;

        public static ReadOnlySpan<byte> Voice => "marker-7c3e-voic"u8;

        public bool IsHeld => true;

        public bool SetPower(bool isOn) => true;

        public int Read(byte[] buffer, int offset, int count)
        {
            for (int at = 0; at + Voice.Length <= count; at += Voice.Length)
            {
                Voice.CopyTo(buffer.AsSpan(offset + at));
            }

            return count;
        }

        public bool DeleteAll() => true;

        public bool Fill(byte[] bytes, int count) => false;

        public bool DeleteFillers() => true;

        public void SetZone(string zone)
        {
        }

        public bool TryUtcMs(out long utcMs)
        {
            utcMs = 0;

            return false;
        }
    }
}
