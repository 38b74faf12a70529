using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Tests.Settings;
using ToyGuard.Fakes;

namespace ToyGuard.Core.Tests.Boot;

/// <summary>A device with a flash in memory that is started again and again.</summary>
public sealed class BootRig : IEraseDrive, IRandom, IHmac, IRuleTarget, IRecordReader
{
    private const int FillersMax = 4;

    private readonly Dice _dice = new Dice(4711);
    private int _fillers;

    public FlashModel Flash { get; } = new FlashModel();

    /// <summary>The start of the last boot.</summary>
    public BootSequence Sequence { get; private set; } = null!;

    /// <summary>What it came to.</summary>
    public BootOutcome Outcome { get; private set; } = null!;

    /// <summary>What was put in force last.</summary>
    public FamilySettings InForce { get; private set; } = FamilySettings.Strict;

    /// <summary>True for a drive that deletes nothing.</summary>
    public bool IsDriveStuck { get; set; }

    /// <summary>True for an HMAC that is another.</summary>
    public bool IsHmacWrong { get; set; }

    /// <summary>Records of one kind and reason that the last look found.</summary>
    public int Found { get; private set; }

    /// <summary>Faults that the last look found.</summary>
    public int Faults { get; private set; }

    private int Wanted { get; set; }

    /// <summary>One more boot.</summary>
    public BootOutcome Boot()
    {
        Sequence = new BootSequence(Flash, this, this, this);
        Outcome = Sequence.Run();

        return Outcome;
    }

    /// <summary>One more boot, marked good or not.</summary>
    public BootOutcome Boot(bool isGood)
    {
        Boot();

        if (isGood)
        {
            Assert.IsTrue(Sequence.Log.MarkGood());
        }

        return Outcome;
    }

    /// <summary>Saves settings as a guardian does, in the boot that runs.</summary>
    public SaveAnswer Save(FamilySettings settings)
    {
        return Keeper().Change(settings);
    }

    /// <summary>The keeper of the boot that runs.</summary>
    public SettingsKeeper Keeper()
    {
        return new SettingsKeeper(Sequence.Store, Sequence.Good, this, Outcome.Settings);
    }

    /// <summary>A home that is paired, with everything approved that the sample toy may have, and a good boot behind it.</summary>
    public static BootRig Paired()
    {
        BootRig rig = new BootRig();
        rig.Boot(true);
        Assert.IsTrue(rig.Save(Family.AllWell()).IsSaved);
        rig.Boot(true);
        Assert.IsTrue(rig.Keeper().MarkGood());

        return rig;
    }

    /// <summary>How many records of that kind are kept.</summary>
    public int Count(RecordKind kind)
    {
        Found = 0;
        Faults = 0;
        Wanted = (int)kind;
        Sequence.Records.Walk(this);

        return Found;
    }

    public bool DeleteAll()
    {
        bool isGone = !IsDriveStuck;

        for (int area = 0; area < FlashLayout.AreaCount && isGone; area++)
        {
            isGone = area == FlashLayout.Wipe || Flash.Erase(area);
        }

        return isGone;
    }

    public bool Fill(byte[] bytes, int count)
    {
        _fillers++;

        return _fillers < FillersMax;
    }

    public bool DeleteFillers()
    {
        _fillers = 0;

        return !IsDriveStuck;
    }

    public void Fill(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bytes[offset + i] = (byte)_dice.Roll(256);
        }
    }

    public void Compute(byte[] key, int keyCount, byte[] message, int offset, int count, byte[] tag, int at)
    {
        new ManagedHmac().Compute(key, keyCount, message, offset, count, tag, at);
        tag[at] ^= (byte)(IsHmacWrong ? 1 : 0);
    }

    public void PutInForce(FamilySettings settings)
    {
        InForce = settings;
    }

    public void OnRecord(uint sequence, Record record)
    {
        Found += (int)record.Kind == Wanted ? 1 : 0;
    }

    public void OnUnproved(uint sequence, Record record)
    {
    }

    public void OnFault(RecordFault fault, uint sequence)
    {
        Faults++;
    }
}
