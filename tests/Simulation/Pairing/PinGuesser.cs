using System.Collections.Generic;
using System.Security.Cryptography;

using ToyGuard.Core.Tests.Pairing.Desktop;
using ToyGuard.Fakes;

namespace ToyGuard.Simulation.Pairing;

/// <summary>A thief of a phone who has its key and guesses its PIN as fast as the device lets him. His tag t1 is right, his t2 is chance: no guess is right before the sun goes out.</summary>
internal sealed class PinGuesser
{
    private const long DayMs = 24 * 60 * 60 * 1000L;

    private readonly DeskRig _rig;
    private readonly TestPhone _phone;
    private readonly Queue<long> _lately = new();

    public PinGuesser(DeskRig rig, TestPhone phone)
    {
        _rig = rig;
        _phone = phone;
    }

    public int Tries { get; private set; }

    /// <summary>Most tries in any 24 hours.</summary>
    public int MostADay { get; private set; }

    /// <summary>Tries once, unless the device makes him wait; for how many seconds it does then.</summary>
    /// <param name="sinceMs">The time of a watch that no plug stops.</param>
    public int Guess(long sinceMs)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(16);
        byte[]? challenge = _rig.Take(PhoneBytes.Join(PhoneBytes.HeadOf(8, 1, 1, 0, new byte[8], _phone.PhoneId, nonce, new byte[16], 0), new byte[32]), 9, true);
        byte[] head = PhoneBytes.HeadOf(8, 3, 1, 32, _phone.DeviceId, _phone.PhoneId, nonce, challenge![40..56], 0);
        byte[] body = RandomNumberGenerator.GetBytes(32);
        byte[]? accept = _rig.Take(PhoneBytes.Join(head, body, PhoneBytes.Mac(PhoneBytes.Mac(_phone.PhoneKey, "TG1 t1"), "", head, body)), 9, true);
        int wait = (accept![68] << 24) | (accept[69] << 16) | (accept[70] << 8) | accept[71];

        if (accept[64] == 1)
        {
            Tries++;
            _lately.Enqueue(sinceMs);

            while (_lately.Peek() <= sinceMs - DayMs)
            {
                _lately.Dequeue();
            }

            MostADay = _lately.Count > MostADay ? _lately.Count : MostADay;
        }

        return wait;
    }
}
