using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>Two conversations of pairing at once; a third takes the place of the older one.</summary>
internal sealed class PairChannels
{
    internal const int Max = 2;

    private readonly PairChannel?[] _channels = new PairChannel?[Max];

    /// <summary>The one that a sealed question names; null for none.</summary>
    internal PairChannel? Find(byte[] message, int count)
    {
        for (int i = 0; i < Max; i++)
        {
            PairChannel? channel = _channels[i];

            if (channel is not null && channel.Channel.IsNamedBy(message, count))
            {
                return channel;
            }
        }

        return null;
    }

    internal void Add(PairChannel channel)
    {
        int at = 0;

        for (int i = 0; i < Max; i++)
        {
            PairChannel? other = _channels[i];
            PairChannel? oldest = _channels[at];

            if (oldest is not null && (other is null || other.EndMs < oldest.EndMs))
            {
                at = i;
            }
        }

        _channels[at]?.Clear();
        _channels[at] = channel;
    }

    /// <summary>Ends what is over.</summary>
    internal void Turn(long nowMs)
    {
        for (int i = 0; i < Max; i++)
        {
            PairChannel? channel = _channels[i];

            if (channel is not null && channel.EndMs <= nowMs)
            {
                EndAt(i);
            }
        }
    }

    /// <summary>Ends those of a purpose but one, of every purpose for <see cref="Purpose.None"/>.</summary>
    internal void End(Purpose purpose, PairChannel? but)
    {
        for (int i = 0; i < Max; i++)
        {
            PairChannel? channel = _channels[i];

            if (channel is not null && channel != but && (purpose == Purpose.None || channel.Purpose == purpose))
            {
                EndAt(i);
            }
        }
    }

    private void EndAt(int index)
    {
        _channels[index]!.Clear();
        _channels[index] = null;
    }
}
