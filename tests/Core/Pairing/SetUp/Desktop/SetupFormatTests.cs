using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Tests.Pairing.SetUp.Desktop;

/// <summary>The hex example of firmware/docs/storage-format.md is what the book writes.</summary>
[TestClass]
public class SetupFormatTests
{
    [TestMethod]
    public void Setup_IsAsThePageSays()
    {
        KnownNetwork[] networks = { new("Home", "sunny-day-42"), new("Caf\u00e9", "") };
        FlashModel flash = new();
        TwoSlotStore store = new(flash, FlashLayout.SetupA, FlashLayout.SetupB);
        store.Open();
        Assert.IsTrue(store.Save(SetupRecord.Write(networks, SetupJob.Waiting("Farm", "green-door-3", 1))));
        FormatPage.AssertIs("setup", flash.Held(FlashLayout.SetupA));
        FormatPage.AssertIs("setup", flash.Held(FlashLayout.SetupB));
    }
}
