namespace ToyGuard.Guard.Tests.Sockets;

/// <summary>Goal: the rules hold in any order of events. Method: random walks; every seed is named when it fails.</summary>
[TestClass]
public class SocketWalkTests
{
    [TestMethod]
    [Req("WEB-04")]
    [DataRow(16, 20261121)]
    [DataRow(10, 20261122)]
    [DataRow(12, 20261123)]
    [DataRow(24, 20261124)]
    public void Walk_RandomGuests_KeepsTheRules(int sockets, int seed)
    {
        SocketWalk walk = new SocketWalk(sockets, seed);
        walk.Go(300);

        Assert.IsTrue(walk.Came > 20 && walk.TurnedAway > 10 && walk.GaveWay > 5);
    }
}
