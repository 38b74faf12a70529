using System;
using System.Text;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Requests as bytes. All integers little-endian; firmware/docs/storage-format.md is the contract.</summary>
internal static class RequestCodec
{
    private const int Version = 1;
    private const int HeadBytes = 3;

    // Of a request: number, kind, state, length of the name, minutes (2), what (8), minute (4); then the name.
    private const int RowBytes = 18;
    private const int MinutesMax = 24 * 60;

    internal static byte[] Write(ChildRequest[] requests, int last)
    {
        byte[] bytes = new byte[HeadBytes + (requests.Length * (RowBytes + ToyName.BytesMax))];
        bytes[0] = Version;
        bytes[1] = (byte)requests.Length;
        bytes[2] = (byte)last;
        int at = HeadBytes;

        for (int i = 0; i < requests.Length; i++)
        {
            ChildRequest request = requests[i];
            byte[] name = Encoding.UTF8.GetBytes(request.Toy);
            bytes[at] = (byte)request.Number;
            bytes[at + 1] = (byte)request.Kind;
            bytes[at + 2] = (byte)request.State;
            bytes[at + 3] = (byte)name.Length;
            LittleEndian.WriteUInt16(bytes, at + 4, request.Minutes);
            LittleEndian.WriteInt64(bytes, at + 6, request.What);
            LittleEndian.WriteUInt32(bytes, at + 14, (uint)request.Minute);
            Array.Copy(name, 0, bytes, at + RowBytes, name.Length);
            at += RowBytes + name.Length;
        }

        byte[] whole = new byte[at];
        Array.Copy(bytes, 0, whole, 0, at);
        return whole;
    }

    /// <summary>Null for anything that <see cref="Write"/> does not write.</summary>
    internal static ChildRequest[]? Read(byte[] bytes, out int last)
    {
        last = 0;

        if (bytes.Length < HeadBytes || bytes[0] != Version || bytes[1] > RequestBook.RequestsMax)
        {
            return null;
        }

        last = bytes[2];
        ChildRequest[] requests = new ChildRequest[bytes[1]];
        int at = HeadBytes;

        for (int i = 0; i < requests.Length; i++)
        {
            ChildRequest? request = ReadOne(bytes, at);

            if (request is null || RequestBook.IndexOf(requests, i, request.Number) >= 0)
            {
                return null;
            }

            requests[i] = request;
            at += RowBytes + bytes[at + 3];
        }

        return at == bytes.Length ? requests : null;
    }

    private static ChildRequest? ReadOne(byte[] bytes, int at)
    {
        if (at + RowBytes > bytes.Length || at + RowBytes + bytes[at + 3] > bytes.Length || bytes[at] == 0)
        {
            return null;
        }

        RequestKind kind = (RequestKind)bytes[at + 1];
        RequestState state = (RequestState)bytes[at + 2];
        int minutes = LittleEndian.ReadUInt16(bytes, at + 4);
        long what = LittleEndian.ReadInt64(bytes, at + 6);
        int minute = (int)LittleEndian.ReadUInt32(bytes, at + 14);
        string toy = Encoding.UTF8.GetString(bytes, at + RowBytes, bytes[at + 3]);
        bool isState = state >= RequestState.Waiting && state <= RequestState.Over;
        bool isAnswer = minutes == 0 || (minutes <= MinutesMax && (state == RequestState.Yes || state == RequestState.Over));

        return isState && isAnswer && minute > 0 && RequestBook.IsFit(kind, what) && ToyName.IsFit(toy)
            ? new ChildRequest(bytes[at], toy, kind, what, minute, state, minutes)
            : null;
    }
}
