using System;

using FsCheck;
using FsCheck.Fluent;

using ToyGuard.Core.Storage;
using ToyGuard.Core.Usage;

namespace ToyGuard.Core.Tests.Usage;

[TestClass]
public class UsageSweepTests
{
    // A right checksum over a ledger's base that is chance: never throws, and what does not read is not known.
    [TestMethod]
    [Req("DEF-03")]
    public void RandomLedgers_AreUnknownOrWellFormed()
    {
        Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().Resize(300).ToArbitrary(), ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(), (state, entry) =>
        {
            FlashModel flash = new();
            Journal journal = new(flash, FlashLayout.UsageA, FlashLayout.UsageB);
            journal.Open(new UsageLedger());
            byte[] content = Bytes.Join(new byte[] { 1, 0, 0, 0, 0, 0 }, state);
            journal.Fold(content, content.Length);
            journal.Add(1 + entry.Length % 2, entry, Math.Min(entry.Length, Journal.EntryMax));
            UsageLedger ledger = new();
            ledger.Load(new Journal(flash, FlashLayout.UsageA, FlashLayout.UsageB), true);
            UsageLedger again = new();
            Journal next = new(flash, FlashLayout.UsageA, FlashLayout.UsageB);
            again.Load(next, true);
            Assert.IsTrue(again.Save(next));
            return ledger.IsUnknown == again.IsUnknown;
        }).Check(Seeded.Cases(500));
    }

    // The example of firmware/docs/storage-format.md.
    [TestMethod]
    public void Save_IsAsThePageSays()
    {
        FlashModel flash = new();
        Journal journal = new(flash, FlashLayout.UsageA, FlashLayout.UsageB);
        UsageLedger ledger = new();
        ledger.Load(journal, false);
        ledger.OnDay(20780);
        uint bear = UsageLedger.TagOf("bear");
        ledger.NoteBytes(bear, UsageLedger.TagOf("stories"), 1000);
        Assert.IsTrue(ledger.Save(journal));
        ledger.NoteName(bear, UsageLedger.TagOf("files"), Hex.Bytes("6F 6E 65"), 0, 3);
        Assert.IsTrue(ledger.Save(journal));
        FormatPage.AssertIs("usage", flash.Held(FlashLayout.UsageA));
    }
}
