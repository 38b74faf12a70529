using ToyGuard.Core.Policy;
using ToyGuard.Emulator.InToy;
using ToyGuard.Guard.Manifests;

namespace ToyGuard.Emulator.Tests.InToy;

/// <summary>Goal: every word that a manifest may use has words for a parent. Method: the vocabulary itself.</summary>
[TestClass]
public class ParentWordsTests
{
    [TestMethod]
    public void PurposeOf_EveryPurpose_HasWords()
    {
        foreach (string purpose in Vocabulary.Purposes())
        {
            Assert.AreNotEqual(purpose, ParentWords.PurposeOf(Toy(purpose, "talk"), "place.toys.example"));
        }
    }

    [TestMethod]
    public void SensorOf_EveryPurpose_HasWords()
    {
        foreach (string purpose in Vocabulary.SensorPurposes())
        {
            string words = ParentWords.SensorOf(Toy("stories", purpose), 1);
            Assert.IsFalse(words.EndsWith(", " + purpose, System.StringComparison.Ordinal), words);
        }
    }

    [TestMethod]
    public void OwnerOf_APlaceThatIsNotListed_SaysSo()
    {
        Assert.AreEqual("tracker.ads.example, which its maker never listed", ParentWords.OwnerOf(Toy("stories", "talk"), "tracker.ads.example"));
        Assert.AreEqual("", ParentWords.PurposeOf(Toy("stories", "talk"), "tracker.ads.example"));
        Assert.AreEqual("a sensor that its maker never listed", ParentWords.SensorOf(Toy("stories", "talk"), 2));
    }

    private static Manifest Toy(string purpose, string sensorPurpose)
    {
        Endpoint place = new(
            "place", HostPattern.Parse("place.toys.example", out PatternFault _)!, 443, Scheme.Https, "Example Toys", Party.First, purpose, [], 0, null);
        return new Manifest("m", "Toy", "Example Toys", "", "", "", AgeBand.Unknown, [place], [new SensorUse("microphone", sensorPurpose, "push-to-talk")], []);
    }
}
