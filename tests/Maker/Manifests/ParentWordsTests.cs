using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Guard.Manifests;
using ToyGuard.Maker.Manifests;

namespace ToyGuard.Maker.Tests.Manifests;

/// <summary>Goal: there is no word of a manifest that a parent could not read. Method: all of the vocabulary.</summary>
[TestClass]
public class ParentWordsTests
{
    [TestMethod]
    public void EveryWord_HasItsWords()
    {
        IEnumerable<string> words =
        [
            .. Vocabulary.Purposes().Select(ParentWords.Purpose), .. Vocabulary.DataKinds().Select(ParentWords.Data), .. Vocabulary.SensorKinds().Select(ParentWords.Sensor),
            .. Vocabulary.SensorPurposes().Select(ParentWords.SensorPurpose), .. Vocabulary.SensorModes().Select(ParentWords.Mode),
        ];

        Assert.IsTrue(words.All(word => word.Length is > 3 and <= 90 && !word.Contains('!', StringComparison.Ordinal)));
    }
}
