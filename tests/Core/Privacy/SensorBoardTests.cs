using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Tests.Privacy;

/// <summary>Goal: one call has every sensor off, whatever one of them does, and a rest is seen before anything is switched off.</summary>
[TestClass]
public class SensorBoardTests
{
    [TestMethod]
    [Req("SENS-01")]
    public void AllOff_SeveralSensors_TurnsEachOffWithTheReason()
    {
        SensorBoard board = new SensorBoard();
        board.AllOff(Reason.EverythingPaused);
        FakeSensor one = Added(board);
        FakeSensor other = Added(board);
        board.AllOff(Reason.EverythingPaused);

        Assert.IsFalse(one.IsOn || other.IsOn);
        Assert.AreEqual((int)Reason.EverythingPaused, (int)one.Why);
        Assert.AreEqual((int)Reason.EverythingPaused, (int)other.Why);
        Assert.IsFalse(board.IsResting(0), "off is no rest");
    }

    [TestMethod]
    [Req("SENS-01")]
    public void AllOff_OneThrows_TheOthersAreOffAllTheSame()
    {
        SensorBoard board = new SensorBoard();
        FakeSensor broken = Added(board);
        FakeSensor other = Added(board);
        broken.IsBroken = true;

        Check.Throws(typeof(InvalidOperationException), () => board.AllOff(Reason.ToyPaused));
        Assert.IsFalse(other.IsOn);
    }

    [TestMethod]
    [Req("SENS-01")]
    public void RestUntil_AnyTime_IsSeenBeforeASensorGoesOff()
    {
        SensorBoard board = new SensorBoard();
        FakeSensor sensor = Added(board);
        board.RestUntil(100);

        Assert.IsFalse(sensor.IsOn);
        Assert.IsTrue(sensor.WasResting, "a press that comes now is refused");
        Assert.AreEqual((int)Reason.SensorResting, (int)sensor.Why);
        Assert.IsTrue(board.IsResting(99));
        Assert.IsFalse(board.IsResting(100));
    }

    [TestMethod]
    public void RestUntil_Again_OnlyEverLonger()
    {
        SensorBoard board = new SensorBoard();
        board.RestUntil(100);
        board.RestUntil(50);
        Assert.IsTrue(board.IsResting(99));
        board.RestUntil(150);
        Assert.IsTrue(board.IsResting(149));
        board.EndRest();
        Assert.IsFalse(board.IsResting(50));
        board.RestUntil(60);
        Assert.IsTrue(board.IsResting(59));
        Assert.IsFalse(board.IsResting(60), "a rest that ended is over");
    }

    [TestMethod]
    public void Turn_EverySensor_GetsTheTime()
    {
        SensorBoard board = new SensorBoard();
        FakeSensor one = Added(board);
        FakeSensor other = Added(board);
        board.Turn(7);
        Assert.AreEqual(7L, one.TurnedMs);
        Assert.AreEqual(7L, other.TurnedMs);
        Check.Throws(typeof(ArgumentNullException), () => board.Add(null!));
    }

    private static FakeSensor Added(SensorBoard board)
    {
        FakeSensor sensor = new FakeSensor(board);
        sensor.IsOn = true;
        board.Add(sensor);
        return sensor;
    }
}
