using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Tests.Policy;

[TestClass]
public class VerdictTests
{
    [TestMethod]
    [Req("EGR-01")]
    public void Default_Holds()
    {
        Verdict verdict = default;
        Assert.IsFalse(verdict.IsAllowed);
        Assert.AreEqual((int)Reason.None, (int)verdict.Reason);
        Assert.AreEqual(0, verdict.Endpoint);
    }

    [TestMethod]
    [Req("EGR-01")]
    public void Hold_AnyReason_NeverAllows()
    {
        for (int reason = 0; reason < 256; reason++)
        {
            Verdict verdict = Verdict.Hold((Reason)reason, 7);
            Assert.IsFalse(verdict.IsAllowed, reason.ToString());
            Assert.AreEqual(reason == (int)Reason.Allowed ? 0 : reason, (int)verdict.Reason);
            Assert.AreEqual(7, verdict.Endpoint);
        }
    }
}
