using System;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Pairing;

/// <summary>Challenges that were answered rightly once, until their time is over: so that nobody sends such a proof again. When there are too many, no more are accepted.</summary>
internal sealed class AcceptedNonces
{
    internal const int Max = 32;

    private readonly byte[] _nonces = new byte[Max * SealedMessage.NonceBytes];
    private readonly long[] _endMs = new long[Max];

    /// <summary>Remembers the challenge of a proof. False when it was answered before, or there is no room.</summary>
    internal bool Add(byte[] proof, long nowMs, long endMs)
    {
        int free = -1;
        bool isKnown = false;

        for (int i = 0; i < Max; i++)
        {
            if (_endMs[i] <= nowMs)
            {
                free = i;
            }
            else
            {
                isKnown |= ConstantTime.AreEqual(_nonces, i * SealedMessage.NonceBytes, proof, SealedMessage.DeviceNonceAt, SealedMessage.NonceBytes);
            }
        }

        if (isKnown || free < 0)
        {
            return false;
        }

        Array.Copy(proof, SealedMessage.DeviceNonceAt, _nonces, free * SealedMessage.NonceBytes, SealedMessage.NonceBytes);
        _endMs[free] = endMs;
        return true;
    }
}
