using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Goal: a guardian agrees to one use of one sensor, and to no other. Method: the worked example of storage-format.md; each word changed.</summary>
[TestClass]
public class SensorPrintTests
{
    /// <summary>What the print of the example is made over; storage-format.md, "Prints".</summary>
    public const string ExampleBytes = "0a00 6d6963726f70686f6e65 0400 74616c6b 0c00 707573682d746f2d74616c6b";

    [TestMethod]
    public void Of_Example_IsTheBeginningOfItsHash()
    {
        byte[] hash = Sha256.Of(Hex.Bytes(ExampleBytes));
        Assert.AreEqual(LittleEndian.ReadInt64(hash, 0), SensorPrint.Of(new SensorUse("microphone", "talk", "push-to-talk")));
        Assert.AreEqual("eb355366a369c7b8", Family.HexOf(Bytes.Part(hash, 0, 8)));
    }

    [TestMethod]
    [Req("SENS-04")]
    [DataRow("camera", "talk", "push-to-talk")]
    [DataRow("microphone", "voice-commands", "push-to-talk")]
    [DataRow("microphone", "talk", "always")]
    [DataRow("microphonetalk", "", "push-to-talk")]
    [DataRow("", "microphone", "talkpush-to-talk")]
    public void Of_AnyOtherWord_IsAnotherPrint(string kind, string purpose, string mode)
    {
        Assert.AreNotEqual(SensorPrint.Of(new SensorUse("microphone", "talk", "push-to-talk")), SensorPrint.Of(new SensorUse(kind, purpose, mode)));
    }

    [TestMethod]
    public void SensorPrintAt_EveryNumber_IsThatOfItsUse()
    {
        DeclaredToy bear = Family.DeclaredBear();

        for (int number = 1; number <= bear.Manifest.Sensors.Length; number++)
        {
            Assert.AreEqual(SensorPrint.Of(bear.Manifest.Sensors[number - 1]), bear.SensorPrintAt(number));
        }

        Assert.AreEqual(1, Home.SampleManifest().Sensors.Length);
    }
}
