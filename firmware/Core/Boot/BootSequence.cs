using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Usage;

namespace ToyGuard.Core.Boot;

/// <summary>The start of a device up to the point where rules can be put in force. Before that nobody may open a socket (RES-02).</summary>
/// <remarks>
/// In this order, since each step decides what the next may believe:
/// <code>
///   1 wipe      one that was cut off goes on; while it has not ended, nothing else is read
///   2 boot log  this boot is written down before it can go wrong
///   3 settings  damaged, of a newer version, or lost: the strictest there are (DEF-03)
///   4 usage     lost while there are settings: today counts as used up
///   5 records   what was found is written down
///
///   stage       in force
///   Normal      the newest settings
///   LastGood    of the newest and the last good ones the stricter, field by field
///   Safe        the newest with everything paused, or the strictest there are
/// </code>
/// It never throws for anything that flash holds or refuses. A flash that throws ends it; whoever runs it goes on with
/// <see cref="BootOutcome.Failed"/>. Made for one start, and made anew after a wipe.
/// </remarks>
public sealed class BootSequence
{
    private readonly IHmac _hmac;

    /// <summary>A start from <paramref name="flash"/>. Nothing is read yet.</summary>
    /// <param name="flash">Where everything is kept.</param>
    /// <param name="drive">The drive under it, for a wipe.</param>
    /// <param name="random">Fills the drive in a wipe.</param>
    /// <param name="hmac">The device's HMAC, which is checked.</param>
    public BootSequence(IFlash flash, IEraseDrive drive, IRandom random, IHmac hmac)
    {
        _hmac = hmac ?? throw new ArgumentNullException(nameof(hmac));
        Eraser = new FlashEraser(flash, drive, random);
        Log = new BootLog(new Journal(flash, FlashLayout.BootA, FlashLayout.BootB));
        Store = new TwoSlotStore(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        Good = new SingleSlot(flash, FlashLayout.SettingsGood);
        UsageJournal = new Journal(flash, FlashLayout.UsageA, FlashLayout.UsageB);
        Records = new RecordRing(flash, FlashLayout.Records, FlashLayout.RecordAreas);
    }

    /// <summary>Wipes.</summary>
    public FlashEraser Eraser { get; }

    /// <summary>The log of boots.</summary>
    public BootLog Log { get; }

    /// <summary>The newest settings.</summary>
    public TwoSlotStore Store { get; }

    /// <summary>The settings of the last good boot.</summary>
    public SingleSlot Good { get; }

    /// <summary>Where usage is kept.</summary>
    public Journal UsageJournal { get; }

    /// <summary>What was used of the day; give it back to the gate's state.</summary>
    public UsageLedger Usage { get; } = new UsageLedger();

    /// <summary>The ring of records.</summary>
    public RecordRing Records { get; }

    /// <summary>Starts. Once.</summary>
    public BootOutcome Run()
    {
        BootOutcome outcome = new BootOutcome();
        bool isWiped = EndWipe(outcome);

        if (!Log.Started())
        {
            outcome.Find(BootFinding.FlashNotWritable);
        }

        if (Log.Status == JournalStatus.Damaged)
        {
            outcome.Find(BootFinding.BootsUnknown);
        }

        outcome.BootNumber = Log.Number;
        outcome.BadBoots = Log.BadBoots;
        outcome.Stage = isWiped ? BootLadder.Of(Log.BadBoots) : BootStage.Safe;
        FamilySettings? newest = isWiped ? ReadSettings(outcome) : null;

        if (!SelfCheck.IsSound(_hmac) || (newest is not null && !IsAsKept(newest, outcome)))
        {
            outcome.Find(BootFinding.SelfCheckFailed);
            outcome.Stage = BootStage.Safe;
        }

        outcome.Settings = InForce(newest, outcome);
        ReadUsage(outcome);
        WriteRecords(outcome);

        return outcome;
    }

    // False while a wipe has not ended: what it left may be half of a home.
    private bool EndWipe(BootOutcome outcome)
    {
        if (!Eraser.IsUnfinished)
        {
            return true;
        }

        bool isEnded = Eraser.Run();
        outcome.Find(isEnded ? BootFinding.WipeFinished : BootFinding.WipeUnfinished);

        return isEnded;
    }

    // Null where nothing can be believed. A device that never had settings is no finding.
    private FamilySettings? ReadSettings(BootOutcome outcome)
    {
        StoreStatus found = Store.Open();

        if (found == StoreStatus.Empty)
        {
            if (Good.Look() != StoreStatus.Empty)
            {
                Distrust(outcome, BootFinding.SettingsLost);
            }

            return null;
        }

        // Two whole copies that differ: no power cut does that, and nobody can say which of them is the stricter one's.
        SettingsReading reading = SettingsCodec.Read(found == StoreStatus.Split ? null : Store.Payload);

        if (reading.Settings is null)
        {
            Distrust(outcome, reading.Fault == SettingsFault.SchemaNewer ? BootFinding.SettingsNewer : BootFinding.SettingsDamaged);
            return null;
        }

        if (found == StoreStatus.OneCopy)
        {
            outcome.Find(Store.Repair() ? BootFinding.SettingsRepaired : BootFinding.SettingsOneCopy);
        }

        if (reading.Schema < SettingsCodec.Schema)
        {
            outcome.Find(BootFinding.SettingsOlder);
        }

        return reading.Settings;
    }

    private static void Distrust(BootOutcome outcome, BootFinding finding)
    {
        outcome.Find(finding);
        outcome.Stage = BootStage.Safe;
    }

    private bool IsAsKept(FamilySettings newest, BootOutcome outcome)
    {
        return outcome.Has(BootFinding.SettingsOlder) || SelfCheck.AreWhatWasRead(newest, Store.Payload!);
    }

    private FamilySettings InForce(FamilySettings? newest, BootOutcome outcome)
    {
        if (outcome.BadBoots >= BootLadder.LastGoodAfter)
        {
            outcome.Find(outcome.BadBoots >= BootLadder.SafeAfter ? BootFinding.LadderSafe : BootFinding.LadderLastGood);
        }

        if (newest is null)
        {
            return FamilySettings.Strict;
        }

        return outcome.Stage switch
        {
            BootStage.Normal => newest,
            BootStage.LastGood => LastGood(newest),
            _ => newest.WithEverythingPaused(true),
        };
    }

    // A home that is paired stays so whatever the last good settings say: three pulled plugs must not make a device one that anybody may claim.
    private FamilySettings LastGood(FamilySettings newest)
    {
        FamilySettings? good = Good.Look() == StoreStatus.Whole ? SettingsCodec.Read(Good.Read()).Settings : null;

        return good is null || good.IsPaired != newest.IsPaired
            ? newest.WithEverythingPaused(true)
            : Strictness.Merge(good, newest);
    }

    private void ReadUsage(BootOutcome outcome)
    {
        Usage.Load(UsageJournal, Store.Status != StoreStatus.Empty || outcome.Has(BootFinding.SettingsLost));

        if (Usage.IsUnknown)
        {
            outcome.Find(BootFinding.UsageUnknown);
        }

        // Before any settings are saved there is a base, so that from then on none is a lost one.
        if (!Usage.Save(UsageJournal))
        {
            outcome.Find(BootFinding.FlashNotWritable);
        }
    }

    private void WriteRecords(BootOutcome outcome)
    {
        Records.Open();
        Records.Expire(0, outcome.Settings.RetentionDays);
        Add(outcome, RecordKind.DeviceStarted, (int)outcome.Stage, outcome.BadBoots);
        BootFinding[] findings = outcome.Findings;

        for (int i = 0; i < findings.Length; i++)
        {
            Add(outcome, KindOf(findings[i]), (int)findings[i], outcome.BadBoots);
        }
    }

    private void Add(BootOutcome outcome, RecordKind kind, int reason, int first)
    {
        if (!Records.Add(new Record(kind, 0, (int)(outcome.BootNumber & ushort.MaxValue), reason: reason, first: first)))
        {
            outcome.Find(BootFinding.FlashNotWritable);
        }
    }

    private static RecordKind KindOf(BootFinding finding)
    {
        return finding switch
        {
            BootFinding.SettingsRepaired => RecordKind.SettingsRepaired,
            BootFinding.SettingsOneCopy => RecordKind.SettingsDamaged,
            BootFinding.SettingsDamaged => RecordKind.SettingsDamaged,
            BootFinding.SettingsNewer => RecordKind.SettingsDamaged,
            BootFinding.SettingsLost => RecordKind.SettingsDamaged,
            BootFinding.UsageUnknown => RecordKind.UsageUnknown,
            BootFinding.LadderLastGood => RecordKind.LadderStageEntered,
            BootFinding.LadderSafe => RecordKind.LadderStageEntered,
            BootFinding.WipeFinished => RecordKind.WipeDone,
            BootFinding.WipeUnfinished => RecordKind.WipeBegun,
            BootFinding.SelfCheckFailed => RecordKind.StartFailed,
            _ => RecordKind.FlashFailed,
        };
    }
}
