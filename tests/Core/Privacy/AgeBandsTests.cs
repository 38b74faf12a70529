using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Core.Tests.Privacy;

/// <summary>Goal: content for a child's age and no older, and what nobody marked for none. Method: the whole matrix, written down.</summary>
[TestClass]
public class AgeBandsTests
{
    // 0 unknown, 1 under 9, 2 from 9 to 12, 3 from 13 to 18, 4 no band: for each content which children may have it.
    [TestMethod]
    [Req("PCTL-05")]
    [DataRow(0, false, false, false, false, false)]
    [DataRow(1, true, true, true, true, true)]
    [DataRow(2, false, false, true, true, false)]
    [DataRow(3, false, false, false, true, false)]
    [DataRow(4, false, false, false, false, false)]
    [DataRow(255, false, false, false, false, false)]
    public void MayPlay_EveryPair_IsAsTheTable(int content, bool unknown, bool under9, bool from9, bool from13, bool other)
    {
        Assert.AreEqual(unknown, AgeBands.MayPlay((AgeBand)content, AgeBand.Unknown));
        Assert.AreEqual(under9, AgeBands.MayPlay((AgeBand)content, AgeBand.Under9));
        Assert.AreEqual(from9, AgeBands.MayPlay((AgeBand)content, AgeBand.From9To12));
        Assert.AreEqual(from13, AgeBands.MayPlay((AgeBand)content, AgeBand.From13To18));
        Assert.AreEqual(other, AgeBands.MayPlay((AgeBand)content, (AgeBand)4));
        Assert.AreEqual(other, AgeBands.MayPlay((AgeBand)content, (AgeBand)255));
    }

    [TestMethod]
    [Req("DEF-05")]
    [DataRow(0, 1)]
    [DataRow(1, 1)]
    [DataRow(2, 2)]
    [DataRow(3, 3)]
    [DataRow(4, 1)]
    [DataRow(255, 1)]
    public void Effective_UnknownOrNone_IsTheYoungest(int band, int effective)
    {
        Assert.AreEqual(effective, (int)AgeBands.Effective((AgeBand)band));
    }

    [TestMethod]
    [Req("DEF-05")]
    [DataRow(1, 3, 1)]
    [DataRow(3, 2, 2)]
    [DataRow(3, 3, 3)]
    [DataRow(0, 3, 1)]
    [DataRow(2, 0, 1)]
    [DataRow(0, 0, 1)]
    [DataRow(3, 4, 1)]
    public void Youngest_AnyTwo_IsTheStricter(int a, int b, int youngest)
    {
        Assert.AreEqual(youngest, (int)AgeBands.Youngest((AgeBand)a, (AgeBand)b));
    }
}
