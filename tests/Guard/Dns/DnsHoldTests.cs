using ToyGuard.Core.Policy;
using ToyGuard.Guard.Dns;

namespace ToyGuard.Guard.Tests.Dns;

/// <summary>No reason, known or not yet invented, is ever answered as if it were no hold.</summary>
[TestClass]
public class DnsHoldTests
{
    [TestMethod]
    public void CodeAndInfo_OfEveryNumber_SayThatItIsHeld()
    {
        for (int i = 0; i < 256; i++)
        {
            int code = DnsHold.CodeOf((Reason)i);
            int info = DnsHold.InfoOf((Reason)i);

            Assert.IsTrue(code == 3 || code == 5);
            Assert.IsTrue(info == 14 || info == 15 || info == 17 || info == 18 || info == 21);
        }
    }
}
