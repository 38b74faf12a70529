using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Settings;

/// <summary>Changes settings so that they are never looser than what is kept: what is stricter counts at once, what is looser only once it is saved.</summary>
/// <remarks>
/// A change goes in three steps: the strictest of old and new in force; new saved; new in force. Whatever flash does in the second, fail,
/// lie or throw, what is in force then is one whole, no looser than what the next start finds.
/// For one thread at a time: the caller has the lock.
/// </remarks>
public sealed class SettingsKeeper
{
    private readonly TwoSlotStore _store;
    private readonly SingleSlot _good;
    private readonly IRuleTarget _target;

    /// <summary>Goes on from <paramref name="inForce"/>, which is put in force at once.</summary>
    /// <param name="store">Where settings are kept, opened.</param>
    /// <param name="good">Where the settings of the last good start are kept.</param>
    /// <param name="target">Who goes by them.</param>
    /// <param name="inForce">What the start has found: what is kept, or something stricter.</param>
    public SettingsKeeper(TwoSlotStore store, SingleSlot good, IRuleTarget target, FamilySettings inForce)
    {
        _store = store;
        _good = good;
        _target = target;
        Current = inForce;
        _target.PutInForce(inForce);
    }

    /// <summary>What is in force.</summary>
    public FamilySettings Current { get; private set; }

    /// <summary>Puts other settings in force and keeps them. What is kept already is not written again; else it is two writes.</summary>
    public SaveAnswer Change(FamilySettings next)
    {
        FamilySettings strictest = Strictness.Merge(Current, next);
        bool isTighter = !Strictness.IsNeverLooser(Current, strictest);

        if (isTighter)
        {
            PutInForce(strictest);
        }

        byte[] payload = SettingsCodec.Write(next);
        bool isKept = _store.Status == StoreStatus.Whole && SettingsCodec.AreSame(payload, _store.Payload);

        if (!isKept && !_store.Save(payload))
        {
            return new SaveAnswer(isTighter ? SaveOutcome.Tightened : SaveOutcome.NotSaved, _store.Sequence);
        }

        PutInForce(next);
        return new SaveAnswer(SaveOutcome.Saved, _store.Sequence);
    }

    /// <summary>Keeps what is in force as the settings to come back to after bad starts. Writes nothing when they are that already.</summary>
    /// <returns>True when they are kept.</returns>
    public bool MarkGood()
    {
        byte[] payload = SettingsCodec.Write(Current);

        if (_good.Look() == StoreStatus.Whole && SettingsCodec.AreSame(payload, _good.Read()))
        {
            return true;
        }

        return _good.Write(_store.Sequence, payload, payload.Length);
    }

    private void PutInForce(FamilySettings settings)
    {
        _target.PutInForce(settings);
        Current = settings;
    }
}
