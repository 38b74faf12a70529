using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Storage;

/// <summary>The hex examples of firmware/docs/storage-format.md are what the stores write.</summary>
[TestClass]
public class StorageFormatTests
{
    [TestMethod]
    public void Slot_IsAsThePageSays()
    {
        FlashModel flash = Payload.Saved(new byte[] { 0x0A, 0x0B, 0x0C });
        FormatPage.AssertIs("slot", flash.Held(FlashLayout.SettingsA));
        FormatPage.AssertIs("slot", flash.Held(FlashLayout.SettingsB));
    }

    [TestMethod]
    public void Journal_IsAsThePageSays()
    {
        FlashModel flash = new();
        Journal journal = new(flash, FlashLayout.BootA, FlashLayout.BootB);
        journal.Open(new Replayed());
        Assert.IsTrue(journal.Fold(new byte[] { 1, 2 }, 2));
        Assert.IsTrue(journal.Add(7, new byte[] { 0xA0 }, 1));
        Assert.IsTrue(journal.Add(1, new byte[0], 0));
        FormatPage.AssertIs("journal", flash.Held(FlashLayout.BootA));
    }

    // The mark is on as long as something fails.
    [TestMethod]
    public void Wipe_IsAsThePageSays()
    {
        CopyOnWriteDrive drive = new(4) { IsRefusingFillers = true };
        Assert.IsFalse(new FlashEraser(drive, drive, new NoRandom()).Run());
        byte[] mark = new byte[64];
        int held = drive.Read(FlashLayout.Wipe, 0, mark, 0, mark.Length);
        FormatPage.AssertIs("wipe", Bytes.Part(mark, 0, held));
    }

    private sealed class NoRandom : IRandom
    {
        public void Fill(byte[] bytes, int offset, int count)
        {
        }
    }
}
