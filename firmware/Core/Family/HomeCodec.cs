using System;
using System.Text;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Home manifests and makers' marks as bytes. All integers little-endian; firmware/docs/storage-format.md is the contract.</summary>
internal static class HomeCodec
{
    private const int Version = 1;
    private const int HeadBytes = 2;
    private const int HomeKind = 1;
    private const int MakerKind = 2;
    private const int KnownKind = 3;

    // Of a toy: kind, length of the name, name; then a count and each place: port, length of the host, host; or a mark, and for the last kind a count and short prints.
    private const int MarkBytes = 8;
    private const int PlaceBytes = 3;
    private const int ShortBytes = 2;

    internal static byte[] Write(KeptToy[] toys)
    {
        int size = HeadBytes;

        for (int i = 0; i < toys.Length; i++)
        {
            int[]? known = toys[i].Known;
            size += 2 + Encoding.UTF8.GetBytes(toys[i].Name).Length + MarkBytes + (known is null ? 0 : 1 + (ShortBytes * known.Length));
            HomePlace[] places = toys[i].Places ?? new HomePlace[0];

            for (int j = 0; j < places.Length; j++)
            {
                size += PlaceBytes + places[j].Host.Length;
            }
        }

        byte[] bytes = new byte[size];
        bytes[0] = Version;
        bytes[1] = (byte)toys.Length;
        int at = HeadBytes;

        for (int i = 0; i < toys.Length; i++)
        {
            KeptToy toy = toys[i];
            bytes[at++] = (byte)(toy.Places is not null ? HomeKind : toy.Known is null ? MakerKind : KnownKind);
            PutText(bytes, ref at, toy.Name);

            if (toy.Places is null)
            {
                PutMaker(bytes, ref at, toy);
                continue;
            }

            bytes[at++] = (byte)toy.Places.Length;

            for (int j = 0; j < toy.Places.Length; j++)
            {
                LittleEndian.WriteUInt16(bytes, at, toy.Places[j].Port);
                at += 2;
                PutText(bytes, ref at, toy.Places[j].Host);
            }
        }

        byte[] whole = new byte[at];
        Array.Copy(bytes, 0, whole, 0, at);
        return whole;
    }

    /// <summary>Null for anything that <see cref="Write"/> does not write: a place that no gate would know, a name twice, bytes too many.</summary>
    internal static KeptToy[]? Read(byte[] bytes)
    {
        if (bytes.Length < HeadBytes || bytes[0] != Version || bytes[1] > FamilySettings.ToysMax)
        {
            return null;
        }

        KeptToy[] toys = new KeptToy[bytes[1]];
        int at = HeadBytes;

        for (int i = 0; i < toys.Length; i++)
        {
            KeptToy? toy = ReadToy(bytes, ref at);

            if (toy is null || HomeBook.IndexOf(toys, i, toy.Name) >= 0)
            {
                return null;
            }

            toys[i] = toy;
        }

        return at == bytes.Length ? toys : null;
    }

    private static KeptToy? ReadToy(byte[] bytes, ref int at)
    {
        int kind = at < bytes.Length ? bytes[at++] : 0;
        string name = TakeText(bytes, ref at);

        if (!ToyName.IsFit(name))
        {
            return null;
        }

        if (kind == MakerKind || kind == KnownKind)
        {
            return ReadMaker(bytes, ref at, name, kind == KnownKind);
        }

        if (kind != HomeKind || at >= bytes.Length || bytes[at] > HomeManifest.PlacesMax)
        {
            return null;
        }

        HomePlace[] places = new HomePlace[bytes[at++]];

        for (int i = 0; i < places.Length; i++)
        {
            int port = at + 2 <= bytes.Length ? LittleEndian.ReadUInt16(bytes, at) : 0;
            at += 2;
            HomePlace place = new HomePlace(TakeText(bytes, ref at), port);

            if (!place.IsFit || HomeBook.Has(places, i, place.Host))
            {
                return null;
            }

            places[i] = place;
        }

        return new KeptToy(name, places);
    }

    private static KeptToy? ReadMaker(byte[] bytes, ref int at, string name, bool hasKnown)
    {
        int countAt = at + MarkBytes;

        if (countAt + (hasKnown ? 1 : 0) > bytes.Length)
        {
            return null;
        }

        long mark = LittleEndian.ReadInt64(bytes, at);
        at = countAt;

        if (!hasKnown)
        {
            return new KeptToy(name, mark, null);
        }

        int[] known = new int[bytes[at++]];

        if (known.Length > ToySettings.ApprovalsMax || at + (ShortBytes * known.Length) > bytes.Length)
        {
            return null;
        }

        for (int i = 0; i < known.Length; i++)
        {
            int print = LittleEndian.ReadUInt16(bytes, at);
            at += ShortBytes;

            if (HomeBook.IsIn(known, i, print))
            {
                return null;
            }

            known[i] = print;
        }

        return new KeptToy(name, mark, known);
    }

    private static void PutMaker(byte[] bytes, ref int at, KeptToy toy)
    {
        LittleEndian.WriteInt64(bytes, at, toy.Mark);
        at += MarkBytes;

        if (toy.Known is null)
        {
            return;
        }

        bytes[at++] = (byte)toy.Known.Length;

        for (int i = 0; i < toy.Known.Length; i++)
        {
            LittleEndian.WriteUInt16(bytes, at, toy.Known[i]);
            at += ShortBytes;
        }
    }

    private static void PutText(byte[] bytes, ref int at, string text)
    {
        byte[] put = Encoding.UTF8.GetBytes(text);
        bytes[at] = (byte)put.Length;
        Array.Copy(put, 0, bytes, at + 1, put.Length);
        at += 1 + put.Length;
    }

    // Empty for what is not there, which is fit for nothing.
    private static string TakeText(byte[] bytes, ref int at)
    {
        int count = at < bytes.Length ? bytes[at] : 0;
        int from = at + 1;
        at = from + count;
        return count > 0 && at <= bytes.Length ? Encoding.UTF8.GetString(bytes, from, count) : "";
    }
}
