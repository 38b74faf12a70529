namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: one press is one press, whatever its contact does. Method: each change beside the moment before it counts.</summary>
[TestClass]
public class DebounceTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Read_First_IsBelievedAtOnce(bool isDown)
    {
        Debounce debounce = new Debounce();

        Assert.IsTrue(debounce.Read(isDown, 5));
        Assert.AreEqual(isDown, debounce.IsDown);
        Assert.IsFalse(debounce.Read(isDown, 6));
    }

    [TestMethod]
    public void Read_Change_CountsOnceItHasSettled()
    {
        Debounce debounce = new Debounce();
        debounce.Read(false, 0);

        Assert.IsFalse(debounce.Read(true, 100));
        Assert.IsFalse(debounce.Read(true, 100 + Debounce.SettleMs - 1));
        Assert.IsFalse(debounce.IsDown);
        Assert.IsTrue(debounce.Read(true, 100 + Debounce.SettleMs));
        Assert.IsTrue(debounce.IsDown);
        Assert.IsFalse(debounce.Read(true, 1000), "told once");

        Assert.IsFalse(debounce.Read(false, 2000));
        Assert.IsTrue(debounce.Read(false, 2000 + Debounce.SettleMs));
        Assert.IsFalse(debounce.IsDown);
    }

    // Down and up every 10 ms: no press, and the button that is held meanwhile is not let go.
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Read_Bounce_ChangesNothing(bool isDown)
    {
        Debounce debounce = new Debounce();
        debounce.Read(isDown, 0);

        for (int i = 1; i < 100; i++)
        {
            Assert.IsFalse(debounce.Read(i % 2 == 0 ? isDown : !isDown, i * 10));
            Assert.AreEqual(isDown, debounce.IsDown);
        }
    }

    // A spike of any number of readings below the settling time is none.
    [TestMethod]
    public void Read_Spike_BeginsTheWaitAnew()
    {
        Debounce debounce = new Debounce();
        debounce.Read(false, 0);
        debounce.Read(true, 100);
        debounce.Read(true, 120);
        debounce.Read(false, 125);

        Assert.IsFalse(debounce.Read(true, 131));
        Assert.IsFalse(debounce.Read(true, 160));
        Assert.IsTrue(debounce.Read(true, 161));
    }
}
