namespace ToyGuard.Core.Seal;

/// <summary>What a channel makes of a message. Numbers stay as they are.</summary>
public enum ChannelReading : byte
{
    /// <summary>Not one of this channel's, not the next one, or damaged: the constant refusal.</summary>
    Refused = 0,

    /// <summary>The next question, opened. It is answered once, with <see cref="SealedChannel.Seal"/>.</summary>
    Fresh = 1,

    /// <summary>The last question again, byte for byte: <see cref="SealedChannel.Kept"/> gives the very same answer.</summary>
    Repeated = 2,
}
