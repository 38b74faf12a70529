using ToyGuard.Core.Records;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Records.Desktop;

[TestClass]
public class RecordFormatTests
{
    [TestMethod]
    public void Page_TheExampleOfRecords_IsWhatTheRingWrites()
    {
        FlashModel flash = new FlashModel();
        RecordRing ring = Rings.Open(flash);
        Assert.IsTrue(ring.Add(new Record(RecordKind.DeviceStarted, 0, 3)));
        Assert.IsTrue(ring.Add(new Record(RecordKind.CallsHeld, Rings.Monday, 3, 1, 2, 18, 40, 900)));
        FormatPage.AssertIs("records", flash.Held(FlashLayout.Records));
    }
}
