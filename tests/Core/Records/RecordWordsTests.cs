using ToyGuard.Core.Records;

namespace ToyGuard.Core.Tests.Records;

[TestClass]
public class RecordWordsTests
{
    [TestMethod]
    public void Of_EveryFault_HasAWordOfItsOwn()
    {
        for (int fault = 1; fault <= 6; fault++)
        {
            Assert.AreNotEqual("unknown", RecordWords.Of((RecordFault)fault));

            for (int other = 1; other < fault; other++)
            {
                Assert.AreNotEqual(RecordWords.Of((RecordFault)other), RecordWords.Of((RecordFault)fault));
            }
        }

        Assert.AreEqual("unknown", RecordWords.Of(RecordFault.None));
        Assert.AreEqual("unknown", RecordWords.Of((RecordFault)200));
    }

    [TestMethod]
    public void Of_EveryKind_HasAWordOfItsOwn()
    {
        Assert.AreEqual("unknown", RecordWords.Of(RecordKind.None));

        for (int kind = 1; kind < 100; kind++)
        {
            for (int other = 1; other < kind; other++)
            {
                string word = RecordWords.Of((RecordKind)kind);
                Assert.IsTrue(word == "unknown" || word != RecordWords.Of((RecordKind)other), word);
            }
        }
    }
}
