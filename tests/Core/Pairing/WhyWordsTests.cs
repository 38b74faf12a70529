using ToyGuard.Core.Pairing;

namespace ToyGuard.Core.Tests.Pairing;

[TestClass]
public class WhyWordsTests
{
    [TestMethod]
    public void Of_EveryWhy_HasAWordOfItsOwn()
    {
        Assert.AreEqual("", WhyWords.Of(Why.None));
        Assert.AreEqual("bad", WhyWords.Of(Why.Bad));
        Assert.AreEqual("bad", WhyWords.Of((Why)200));

        for (int why = 0; why <= (int)Why.Unknown; why++)
        {
            for (int other = 0; other < why; other++)
            {
                Assert.AreNotEqual(WhyWords.Of((Why)other), WhyWords.Of((Why)why));
            }
        }
    }
}
