using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

[TestClass]
public class FlashLayoutTests
{
    // Kept for ever: a drive that was written by one version is read by the next.
    [TestMethod]
    [DataRow(0, "settings-a", 16384)]
    [DataRow(1, "settings-b", 16384)]
    [DataRow(2, "settings-good", 16384)]
    [DataRow(3, "boot-a", 4096)]
    [DataRow(4, "boot-b", 4096)]
    [DataRow(5, "usage-a", 16384)]
    [DataRow(6, "usage-b", 16384)]
    [DataRow(7, "wipe", 4096)]
    [DataRow(8, "records-00", 4096)]
    [DataRow(17, "records-09", 4096)]
    [DataRow(18, "records-10", 4096)]
    [DataRow(23, "records-15", 4096)]
    [DataRow(24, "family-a", 4096)]
    [DataRow(25, "family-b", 4096)]
    [DataRow(26, "tries-a", 4096)]
    [DataRow(27, "tries-b", 4096)]
    [DataRow(28, "setup-a", 4096)]
    [DataRow(29, "setup-b", 4096)]
    [DataRow(30, "requests-a", 4096)]
    [DataRow(31, "requests-b", 4096)]
    [DataRow(32, "homes-a", 4096)]
    [DataRow(33, "homes-b", 4096)]
    [DataRow(34, "deletes-a", 4096)]
    [DataRow(35, "deletes-b", 4096)]
    [DataRow(36, "leases-a", 1024)]
    [DataRow(37, "leases-b", 1024)]
    [DataRow(38, "things-a", 2048)]
    [DataRow(39, "things-b", 2048)]
    [DataRow(40, "", 0)]
    [DataRow(-1, "", 0)]
    public void Area_HasItsNameAndSize(int area, string name, int capacity)
    {
        Assert.AreEqual(name, FlashLayout.NameOf(area));
        Assert.AreEqual(capacity, FlashLayout.CapacityOf(area));
    }

    // Of the 256 KiB of a small board, the copy-on-write drive needs some for itself, and one file of 16 KiB at most is written beside its old copy.
    [TestMethod]
    public void Areas_TogetherLeaveRoomOnASmallBoard()
    {
        int sum = 0;

        for (int area = 0; area < FlashLayout.AreaCount; area++)
        {
            sum += FlashLayout.CapacityOf(area);
        }

        Assert.IsTrue(sum <= 210 * 1024);
    }
}
