using System;

namespace ToyGuard.Core.Crypto;

/// <summary>SHA-256 (FIPS 180-4, 5.1.1, 6.2) of bytes that come in pieces. Allocates nothing once it exists; one thread at a time.</summary>
/// <remarks>
/// The device has HMAC but no plain SHA-256, and every record is hashed, so this counts the instructions of a slow interpreter: eight rounds
/// stand in a row, which spares moving eight words along after each of them; words of the schedule that are needed again stay in locals; and
/// nothing is called between the first word and the last.
/// </remarks>
public sealed class Sha256
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = 32;

    /// <summary>Bytes that are taken in at a time.</summary>
    public const int BlockBytes = 64;

    // The length in bits ends the last block (FIPS 180-4, 5.1.1).
    private const int LengthAt = BlockBytes - 8;

    // A word times this stands twice in 64 bits: shifting that turns the word round, in a third fewer instructions than two shifts and an or.
    private const ulong Twice = 0x100000001UL;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
    private static readonly uint[] RoundConstants = new uint[]
    {
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    };

    private readonly uint[] _state = new uint[8];
    private readonly uint[] _words = new uint[64];
    private readonly byte[] _block = new byte[BlockBytes];
    private int _held;
    private long _length;

    /// <summary>A hash of nothing so far.</summary>
    public Sha256()
    {
        Reset();
    }

    /// <summary>The hash of all of <paramref name="bytes"/>, in an array of its own.</summary>
    public static byte[] Of(byte[] bytes)
    {
        byte[] hash = new byte[HashBytes];
        Sha256 whole = new Sha256();
        whole.Add(bytes, 0, bytes.Length);
        whole.Finish(hash, 0);
        return hash;
    }

    /// <summary>Begins anew and forgets what was added.</summary>
    public void Reset()
    {
        // The same of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
        _state[0] = 0x6A09E667;
        _state[1] = 0xBB67AE85;
        _state[2] = 0x3C6EF372;
        _state[3] = 0xA54FF53A;
        _state[4] = 0x510E527F;
        _state[5] = 0x9B05688C;
        _state[6] = 0x1F83D9AB;
        _state[7] = 0x5BE0CD19;

        _held = 0;
        _length = 0;
    }

    /// <summary>Adds bytes behind those already added. Throws, and adds nothing, for a range that the array does not have.</summary>
    public void Add(byte[] bytes, int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > bytes.Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        _length += count;

        if (_held > 0)
        {
            int part = count < BlockBytes - _held ? count : BlockBytes - _held;
            Array.Copy(bytes, offset, _block, _held, part);
            _held += part;
            offset += part;
            count -= part;

            if (_held < BlockBytes)
            {
                return;
            }

            TakeIn(_block, 0);
        }

        while (count >= BlockBytes)
        {
            TakeIn(bytes, offset);
            offset += BlockBytes;
            count -= BlockBytes;
        }

        Array.Copy(bytes, offset, _block, 0, count);
        _held = count;
    }

    /// <summary>Writes the hash of all that was added, 32 bytes, and begins anew. The array may be one that was added.</summary>
    /// <remarks>Throws, and goes on, for a place that the array does not have.</remarks>
    public void Finish(byte[] hash, int offset)
    {
        if (offset < 0 || offset > hash.Length - HashBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }

        _block[_held] = 0x80;
        Array.Clear(_block, _held + 1, BlockBytes - _held - 1);

        if (_held >= LengthAt)
        {
            TakeIn(_block, 0);
            Array.Clear(_block, 0, BlockBytes);
        }

        long bits = _length << 3;

        for (int i = BlockBytes - 1; i >= LengthAt; i--)
        {
            _block[i] = (byte)bits;
            bits >>= 8;
        }

        TakeIn(_block, 0);

        for (int i = 0; i < _state.Length; i++)
        {
            uint word = _state[i];
            hash[offset] = (byte)(word >> 24);
            hash[offset + 1] = (byte)(word >> 16);
            hash[offset + 2] = (byte)(word >> 8);
            hash[offset + 3] = (byte)word;
            offset += 4;
        }

        Reset();
    }

    // One block into the state (FIPS 180-4, 6.2.2).
    private void TakeIn(byte[] bytes, int offset)
    {
        uint[] w = _words;
        uint[] k = RoundConstants;
        uint[] state = _state;
        ulong x;
        int i;

        for (i = 0; i < 16; i++)
        {
            w[i] = ((uint)bytes[offset] << 24) | ((uint)bytes[offset + 1] << 16) | ((uint)bytes[offset + 2] << 8) | bytes[offset + 3];
            offset += 4;
        }

        // Two words a turn: the last two made and the oldest two are at hand without a look into the array.
        uint a = w[14];
        uint b = w[15];
        uint c = w[0];
        uint d;

        for (i = 16; i < 64; i += 2)
        {
            d = w[i - 15];
            a = (((a >> 17) | (a << 15)) ^ ((a >> 19) | (a << 13)) ^ (a >> 10)) + w[i - 7]
                + (((d >> 7) | (d << 25)) ^ ((d >> 18) | (d << 14)) ^ (d >> 3)) + c;
            w[i] = a;

            c = w[i - 14];
            b = (((b >> 17) | (b << 15)) ^ ((b >> 19) | (b << 13)) ^ (b >> 10)) + w[i - 6]
                + (((c >> 7) | (c << 25)) ^ ((c >> 18) | (c << 14)) ^ (c >> 3)) + d;
            w[i + 1] = b;
        }

        a = state[0];
        b = state[1];
        c = state[2];
        d = state[3];
        uint e = state[4];
        uint f = state[5];
        uint g = state[6];
        uint h = state[7];

        // After eight rounds every word is back under its own letter.
        for (i = 0; i < 64; i += 8)
        {
            x = e * Twice;
            h += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            h += (g ^ (e & (f ^ g))) + k[i] + w[i];
            d += h;
            x = a * Twice;
            h += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            h += (a & b) | (c & (a | b));

            x = d * Twice;
            g += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            g += (f ^ (d & (e ^ f))) + k[i + 1] + w[i + 1];
            c += g;
            x = h * Twice;
            g += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            g += (h & a) | (b & (h | a));

            x = c * Twice;
            f += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            f += (e ^ (c & (d ^ e))) + k[i + 2] + w[i + 2];
            b += f;
            x = g * Twice;
            f += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            f += (g & h) | (a & (g | h));

            x = b * Twice;
            e += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            e += (d ^ (b & (c ^ d))) + k[i + 3] + w[i + 3];
            a += e;
            x = f * Twice;
            e += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            e += (f & g) | (h & (f | g));

            x = a * Twice;
            d += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            d += (c ^ (a & (b ^ c))) + k[i + 4] + w[i + 4];
            h += d;
            x = e * Twice;
            d += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            d += (e & f) | (g & (e | f));

            x = h * Twice;
            c += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            c += (b ^ (h & (a ^ b))) + k[i + 5] + w[i + 5];
            g += c;
            x = d * Twice;
            c += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            c += (d & e) | (f & (d | e));

            x = g * Twice;
            b += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            b += (a ^ (g & (h ^ a))) + k[i + 6] + w[i + 6];
            f += b;
            x = c * Twice;
            b += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            b += (c & d) | (e & (c | d));

            x = f * Twice;
            a += (uint)((x >> 6) ^ (x >> 11) ^ (x >> 25));
            a += (h ^ (f & (g ^ h))) + k[i + 7] + w[i + 7];
            e += a;
            x = b * Twice;
            a += (uint)((x >> 2) ^ (x >> 13) ^ (x >> 22));
            a += (b & c) | (d & (b | c));
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
