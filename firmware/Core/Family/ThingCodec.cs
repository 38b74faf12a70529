using System;
using System.Text;

using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Family;

/// <summary>Toys without a maker's list and the network addresses of toys, as bytes; firmware/docs/storage-format.md is the contract.</summary>
internal static class ThingCodec
{
    private const int Version = 1;
    private const int CarriedKind = 0;
    private const int MadeKind = 1;
    private const int HeadBytes = 3;

    // Of a toy: kind, length of the name, name. Of a thing: which of the toys, address.
    private const int ToyMax = 2 + ToyName.BytesMax;
    private const int ThingBytes = 1 + ThingBook.HardwareBytes;

    /// <summary>Null when there are too many toys.</summary>
    internal static byte[]? Write(string[] made, KnownThing[] things)
    {
        string[] toys = new string[made.Length + things.Length];
        Array.Copy(made, 0, toys, 0, made.Length);
        int count = made.Length;

        for (int i = 0; i < things.Length; i++)
        {
            if (ThingBook.IndexOf(toys, count, things[i].Toy) < 0)
            {
                toys[count++] = things[i].Toy;
            }
        }

        if (count > FamilySettings.ToysMax)
        {
            return null;
        }

        byte[] bytes = new byte[HeadBytes + (count * ToyMax) + (things.Length * ThingBytes)];
        int at = 0;
        bytes[at++] = Version;
        bytes[at++] = (byte)count;

        for (int i = 0; i < count; i++)
        {
            byte[] name = Encoding.UTF8.GetBytes(toys[i]);
            bytes[at++] = (byte)(i < made.Length ? MadeKind : CarriedKind);
            bytes[at++] = (byte)name.Length;
            Array.Copy(name, 0, bytes, at, name.Length);
            at += name.Length;
        }

        bytes[at++] = (byte)things.Length;

        for (int i = 0; i < things.Length; i++)
        {
            bytes[at++] = (byte)ThingBook.IndexOf(toys, count, things[i].Toy);
            Array.Copy(things[i].Hardware, 0, bytes, at, ThingBook.HardwareBytes);
            at += ThingBook.HardwareBytes;
        }

        byte[] whole = new byte[at];
        Array.Copy(bytes, 0, whole, 0, at);
        return whole;
    }

    /// <summary>False, and nothing is in there, for anything that <see cref="Write"/> does not write: an address of nobody or of a group, one or a toy twice, a toy for nothing, another order, bytes too many.</summary>
    internal static bool Read(byte[] bytes, out string[] made, out KnownThing[] things)
    {
        made = new string[0];
        things = new KnownThing[0];

        if (bytes.Length < HeadBytes || bytes[0] != Version || bytes[1] > FamilySettings.ToysMax)
        {
            return false;
        }

        string[] toys = new string[bytes[1]];
        int madeCount = 0;
        int at = 2;

        for (int i = 0; i < toys.Length; i++)
        {
            int kind = at < bytes.Length ? bytes[at++] : byte.MaxValue;
            toys[i] = TakeName(bytes, ref at);
            madeCount += kind == MadeKind ? 1 : 0;

            // Those that were made stand in front.
            if (kind > MadeKind || (kind == MadeKind && madeCount != i + 1) || !ToyName.IsFit(toys[i]) || ThingBook.IndexOf(toys, i, toys[i]) >= 0)
            {
                return false;
            }
        }

        int thingsAt = at + 1;

        if (at >= bytes.Length || bytes[at] > ThingBook.AddressesMax || bytes.Length != thingsAt + (bytes[at] * ThingBytes))
        {
            return false;
        }

        KnownThing[] known = new KnownThing[bytes[at]];
        int next = madeCount;

        for (int i = 0; i < known.Length; i++)
        {
            at = thingsAt + (i * ThingBytes);
            byte[] hardware = new byte[ThingBook.HardwareBytes];
            Array.Copy(bytes, at + 1, hardware, 0, hardware.Length);
            int toy = bytes[at];
            next += toy == next ? 1 : 0;

            // Behind those that were made, toys stand in the order of their first things.
            if (toy >= toys.Length || toy >= next || !ThingBook.IsStation(hardware) || ThingBook.IndexOf(known, i, hardware) >= 0)
            {
                return false;
            }

            known[i] = new KnownThing(hardware, toys[toy]);
        }

        if (next != toys.Length)
        {
            return false;
        }

        made = new string[madeCount];
        Array.Copy(toys, 0, made, 0, madeCount);
        things = known;
        return true;
    }

    // Empty for what is not there, which is fit for nothing.
    private static string TakeName(byte[] bytes, ref int at)
    {
        int count = at < bytes.Length ? bytes[at] : 0;
        int from = at + 1;
        at = from + count;
        return count > 0 && at <= bytes.Length ? Encoding.UTF8.GetString(bytes, from, count) : "";
    }
}
