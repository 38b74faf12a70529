using System;

using ToyGuard.Core.Tests.Pairing.Desktop;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Pairing;

/// <summary>Strangers on the home's network who try codes: each address begins as a phone does and sends one wrong proof after the other.</summary>
internal sealed class ClaimFlood
{
    private readonly DeskRig _rig;
    private readonly Chance _chance;
    private readonly byte[]?[] _challenges;
    private readonly byte[] _proof = new byte[96];

    public ClaimFlood(DeskRig rig, int addresses, int seed)
    {
        _rig = rig;
        _chance = new Chance(seed);
        _challenges = new byte[addresses][];
    }

    public int Sent { get; private set; }

    /// <summary>Messages that were answered; only a begin ever may be.</summary>
    public int Won { get; private set; }

    /// <summary>One more wrong claim, by the next address.</summary>
    public void Send()
    {
        int address = Sent % _challenges.Length;
        byte[]? challenge = _challenges[address];

        // The challenge of a begin serves for half a minute at least.
        if (challenge is null || Sent / _challenges.Length % 8 == 0)
        {
            byte[] nonce = new byte[16];
            Fill(nonce, 0, 16);
            byte[] head = PhoneBytes.HeadOf(1, 1, 1, 0, new byte[8], new byte[8], nonce, new byte[16], 0);
            challenge = _rig.Take(PhoneBytes.Join(head, new byte[32]), 1000 + address, true);
            _challenges[address] = challenge;
        }

        if (challenge is not null)
        {
            Array.Copy(challenge, _proof, 64);
            _proof[4] = 3;
            _proof[5] = 1;
            Fill(_proof, 64, 32);
            Won += _rig.Take(_proof, 1000 + address, true) is null ? 0 : 1;
        }

        Sent++;
    }

    private void Fill(byte[] bytes, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
        {
            bytes[i] = (byte)_chance.Next();
        }
    }
}
