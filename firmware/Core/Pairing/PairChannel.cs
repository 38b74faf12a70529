using System;

using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>One conversation of pairing after its accept: what was proved in it and what it proposes. Nothing of it counts before it is kept.</summary>
internal sealed class PairChannel
{
    // As long as a window may be begun.
    private const long LastsMs = PressWindows.BegunMs;

    internal PairChannel(Purpose purpose, SealedChannel channel, byte[] accept, byte[] pairKey, GivenCode? given, long nowMs)
    {
        Purpose = purpose;
        Channel = channel;
        Given = given;
        EndMs = nowMs + LastsMs;
        Array.Copy(accept, 0, Accept, 0, Accept.Length);
        Array.Copy(accept, SealedMessage.PhoneIdAt, PhoneId, 0, PhoneId.Length);
        Array.Copy(pairKey, 0, PairKey, 0, PairKey.Length);
    }

    internal Purpose Purpose { get; }

    internal SealedChannel Channel { get; }

    /// <summary>Head and body of the accept: a proof of a PIN depends on the channel's id.</summary>
    internal byte[] Accept { get; } = new byte[SealedMessage.HeaderBytes + SealedMessage.ChannelBodyBytes];

    internal byte[] PairKey { get; } = new byte[KeySchedule.KeyBytes];

    /// <summary>The id of the phone that this will be; zeros where an entry has to be chosen first.</summary>
    internal byte[] PhoneId { get; private set; } = new byte[Phone.IdBytes];

    /// <summary>The invitation or ticket; null for the code of a press.</summary>
    internal GivenCode? Given { get; }

    internal long EndMs { get; }

    /// <summary>The entry whose PIN was proved, or whose wait is over; 0 for none.</summary>
    internal int Entry { get; private set; }

    internal string Label { get; set; } = "";

    /// <summary>The PIN that is proposed; null for none yet.</summary>
    internal PinCheck? Pin { get; set; }

    /// <summary>It was kept: the same answer may be fetched again, and nothing else happens.</summary>
    internal bool IsDone { get; set; }

    internal void Choose(Phone phone)
    {
        Entry = phone.Number;
        PhoneId = phone.Id;
    }

    internal void Clear()
    {
        Channel.Clear();
        Array.Clear(PairKey, 0, PairKey.Length);
    }
}
