using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Pairing;

/// <summary>The family as flash keeps it: phones, keys, PINs, notices, the owner code's hash, wrong tries, powered time.</summary>
/// <remarks>
/// What cannot be read is nobody's and stays nobody's: no claim, no session, until a wipe by the button. A flash that throws has failed.
/// </remarks>
public sealed class FamilyBook
{
    /// <summary>Most phones of a family.</summary>
    public const int PhonesMax = 8;

    // 72 powered hours, and the tick that has begun.
    private const uint OldOwnerTicks = (3 * TryBook.TicksADay) + 1;

    private readonly IFlash _flash;
    private readonly TwoSlotStore _store;

    // Where the running tick began; below 0 until the first turn.
    private long _tickMs = -1;

    /// <summary>A book of which nothing was read yet: nobody may do anything.</summary>
    /// <param name="flash">Where it is kept; it may throw.</param>
    /// <param name="hmac">The device's HMAC.</param>
    /// <param name="random">The device's generator.</param>
    public FamilyBook(IFlash flash, IHmac hmac, IRandom random)
    {
        _flash = flash ?? throw new ArgumentNullException(nameof(flash));
        Hmac = hmac ?? throw new ArgumentNullException(nameof(hmac));
        Random = random ?? throw new ArgumentNullException(nameof(random));
        _store = new TwoSlotStore(flash, FlashLayout.FamilyA, FlashLayout.FamilyB);
        Tries = new TryBook(flash);
    }

    /// <summary>Flash holds something that cannot be read, or a wipe that did not end, or nothing was read yet.</summary>
    public bool IsUnreadable { get; private set; } = true;

    /// <summary>The family has a phone.</summary>
    public bool HasPhones
    {
        get { return State.HasPhones; }
    }

    internal FamilyState State { get; private set; } = new FamilyState();

    internal TryBook Tries { get; }

    internal IHmac Hmac { get; }

    internal IRandom Random { get; }

    internal uint Ticks
    {
        get { return Tries.Ticks; }
    }

    /// <summary>The owner code of the family before is asked for at a claim.</summary>
    internal bool IsOldOwnerAsked
    {
        get { return State.OldOwner is not null && Ticks < State.OldOwnerTick; }
    }

    /// <summary>Reads what is kept. Once after every start, behind the wipe that may have to be ended, and after a wipe.</summary>
    public void Open()
    {
        Distrust();

        try
        {
            if (new SingleSlot(_flash, FlashLayout.Wipe).Look() == StoreStatus.Whole)
            {
                return;
            }

            StoreStatus status = _store.Open();
            byte[]? payload = status == StoreStatus.Split ? null : _store.Payload;
            bool isNew = status == StoreStatus.Empty || (status == StoreStatus.Damaged && IsFirstSaveTorn());
            FamilyState? state = isNew ? new FamilyState() : payload is null ? null : FamilyCodec.Read(payload);

            if (state is null)
            {
                return;
            }

            if (status == StoreStatus.OneCopy)
            {
                TryRepair(_store);
            }

            Tries.Open(isNew: !state.HasPhones);
            State = state;
            IsUnreadable = false;

            if (isNew)
            {
                // From now on one copy is whole whenever the plug is pulled, the first guardian's first save included.
                TrySave(_store, FamilyCodec.Write(state));
            }

            if (!Tries.IsKnown)
            {
                EndWhatHasAnEnd();
            }
        }
        catch (Exception)
        {
            Distrust();
        }
    }

    /// <summary>Forgets what was read: for a wipe that failed, since what could not be erased must not be believed.</summary>
    internal void Distrust()
    {
        State = new FamilyState();
        IsUnreadable = true;
    }

    /// <summary>Puts a changed copy in force once flash has it. False: all is as it was.</summary>
    internal bool Save(FamilyState next)
    {
        if (IsUnreadable || !TrySave(_store, FamilyCodec.Write(next)))
        {
            return false;
        }

        State = next;
        return true;
    }

    /// <summary>What a wipe by the button leaves: nobody, and for 72 powered hours the owner code's hash. Null when there is none.</summary>
    internal byte[]? LeftByButton()
    {
        OwnerHash? owner = State.Owner ?? (IsOldOwnerAsked ? State.OldOwner : null);
        return owner is null ? null : FamilyCodec.Write(new FamilyState { OldOwner = owner, OldOwnerTick = OldOwnerTicks });
    }

    /// <summary>Seconds of powered time until a tick; 0 when it is over.</summary>
    internal int SecondsTo(uint tick, long nowMs)
    {
        uint ticks = Ticks;

        if (tick <= ticks)
        {
            return 0;
        }

        int gone = _tickMs < 0 ? 0 : (int)((nowMs - _tickMs) / 1000);
        int left = ((int)(tick - ticks) * TryBook.TickSeconds) - gone;
        return left > 1 ? left : 1;
    }

    /// <summary>Counts powered time.</summary>
    internal void Turn(long nowMs)
    {
        if (_tickMs < 0)
        {
            _tickMs = nowMs;
        }

        while (nowMs - _tickMs >= TryBook.TickSeconds * 1000L)
        {
            _tickMs += TryBook.TickSeconds * 1000L;

            if (!IsUnreadable)
            {
                Tries.Tick(IsTimeAwaited());
            }
        }
    }

    internal static bool TrySave(TwoSlotStore store, byte[] payload)
    {
        try
        {
            return store.Save(payload);
        }
        catch (Exception)
        {
            // The first copy may have been made before it threw.
            return store.Payload == payload;
        }
    }

    internal static void TryRepair(TwoSlotStore store)
    {
        try
        {
            store.Repair();
        }
        catch (Exception)
        {
            // One copy is enough to go on.
            return;
        }
    }

    // Nobody knows how long it still had. In force even when flash does not take it.
    private void EndWhatHasAnEnd()
    {
        FamilyState next = State.Copy();

        for (int i = 0; i < next.Phones.Length; i++)
        {
            Phone? phone = next.Phones[i];

            if (phone is not null && phone.HasPass)
            {
                next.Drop(phone.Number);
            }
            else if (phone is not null && phone.PinOpenTick != 0)
            {
                next.Take(phone.With(phone.Label, phone.Key, phone.Pin));
            }
        }

        State = next;
        Save(next);
    }

    // The very first save, of nobody, was cut off: so little is there that no family can have been in it, and no second copy ever was.
    private bool IsFirstSaveTorn()
    {
        byte[] held = new byte[SingleSlot.FrameBytes + FamilyCodec.Write(new FamilyState()).Length + 1];
        int count = _flash.Read(FlashLayout.FamilyA, 0, held, 0, held.Length);
        return count >= 0 && count < held.Length && _flash.Read(FlashLayout.FamilyB, 0, held, 0, 1) == 0;
    }

    private bool IsTimeAwaited()
    {
        bool isAwaited = State.OldOwner is not null || State.ForgotPhone != 0;

        for (int i = 0; i < State.Phones.Length; i++)
        {
            Phone? phone = State.Phones[i];
            isAwaited |= phone is not null && (phone.HasPass || phone.PinOpenTick > Ticks);
        }

        return isAwaited;
    }
}
