namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: a dead part is tried again, and costs less and less. Method: the rests counted out.</summary>
[TestClass]
public class PartRestTests
{
    [TestMethod]
    public void OnFault_AgainAndAgain_RestsLongerUpToAMinute()
    {
        PartRest rest = new PartRest();
        int[] expected = new int[] { 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000 };
        long now = 500;
        Assert.IsTrue(rest.IsWell && rest.IsDue(0));

        for (int i = 0; i < expected.Length; i++)
        {
            rest.OnFault(now);
            Assert.IsFalse(rest.IsWell);
            Assert.IsFalse(rest.IsDue(now + expected[i] - 1), i.ToString());
            now += expected[i];
            Assert.IsTrue(rest.IsDue(now), i.ToString());
        }
    }

    [TestMethod]
    public void OnGood_AfterFaults_IsWellAndBeginsAnew()
    {
        PartRest rest = new PartRest();
        rest.OnFault(0);
        rest.OnFault(1000);
        rest.OnGood();
        Assert.IsTrue(rest.IsWell && rest.IsDue(0));

        rest.OnFault(5000);
        Assert.IsTrue(rest.IsDue(6000));
    }
}
