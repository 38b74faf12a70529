using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Family;

/// <summary>Delete-requests as bytes. All integers little-endian; firmware/docs/storage-format.md is the contract.</summary>
internal static class EraseCodec
{
    private const int Version = 1;
    private const int HeadBytes = 3;

    // Of a request: number, cause, state, tries, length of the host and of the path, port (2), day (2), minute (4), id (16); then host and path.
    private const int RowBytes = 30;
    private const int IdAt = 14;

    internal static byte[] Write(EraseRequest[] requests, int last)
    {
        int size = HeadBytes;

        for (int i = 0; i < requests.Length; i++)
        {
            size += RowBytes + requests[i].Place.Text.Length + requests[i].Path.Length;
        }

        byte[] bytes = new byte[size];
        bytes[0] = Version;
        bytes[1] = (byte)requests.Length;
        bytes[2] = (byte)last;
        int at = HeadBytes;

        for (int i = 0; i < requests.Length; i++)
        {
            EraseRequest request = requests[i];

            // Both are ASCII.
            byte[] text = Encoding.UTF8.GetBytes(request.Place.Text + request.Path);
            bytes[at] = (byte)request.Number;
            bytes[at + 1] = (byte)request.Cause;
            bytes[at + 2] = (byte)request.State;
            bytes[at + 3] = (byte)request.Tries;
            bytes[at + 4] = (byte)request.Place.Text.Length;
            bytes[at + 5] = (byte)request.Path.Length;
            LittleEndian.WriteUInt16(bytes, at + 6, request.Port);
            LittleEndian.WriteUInt16(bytes, at + 8, request.Day);
            LittleEndian.WriteUInt32(bytes, at + 10, (uint)request.Minute);
            Array.Copy(request.Id, 0, bytes, at + IdAt, EraseRequest.IdBytes);
            Array.Copy(text, 0, bytes, at + RowBytes, text.Length);
            at += RowBytes + text.Length;
        }

        return bytes;
    }

    /// <summary>Null for anything that <see cref="Write"/> does not write.</summary>
    internal static EraseRequest[]? Read(byte[] bytes, out int last)
    {
        last = 0;

        if (bytes.Length < HeadBytes || bytes[0] != Version || bytes[1] > EraseBook.RequestsMax)
        {
            return null;
        }

        last = bytes[2];
        EraseRequest[] requests = new EraseRequest[bytes[1]];
        int at = HeadBytes;

        for (int i = 0; i < requests.Length; i++)
        {
            EraseRequest? request = ReadOne(bytes, at);

            if (request is null || EraseBook.IndexOf(requests, i, request.Number) >= 0)
            {
                return null;
            }

            requests[i] = request;
            at += RowBytes + bytes[at + 4] + bytes[at + 5];
        }

        return at == bytes.Length ? requests : null;
    }

    private static EraseRequest? ReadOne(byte[] bytes, int at)
    {
        if (at + RowBytes > bytes.Length || at + RowBytes + bytes[at + 4] + bytes[at + 5] > bytes.Length || bytes[at] == 0)
        {
            return null;
        }

        EraseCause cause = (EraseCause)bytes[at + 1];
        EraseState state = (EraseState)bytes[at + 2];
        int port = LittleEndian.ReadUInt16(bytes, at + 6);
        int minute = (int)LittleEndian.ReadUInt32(bytes, at + 10);
        string host = Encoding.UTF8.GetString(bytes, at + RowBytes, bytes[at + 4]);
        string path = Encoding.UTF8.GetString(bytes, at + RowBytes + bytes[at + 4], bytes[at + 5]);
        HostPattern? place = HostPattern.Parse(host, out _);
        bool isCause = cause == EraseCause.Erased || cause == EraseCause.Withdrew;
        bool isState = state >= EraseState.Waiting && state <= EraseState.Cannot;

        if (!isCause || !isState || port == 0 || minute < 0 || place is null || place.Text != host)
        {
            return null;
        }

        // Only what names one host and a path is ever sent.
        bool isFit = path.Length == 0 ? state == EraseState.Cannot : ErasePath.IsFit(path) && !place.IsWildcard;
        byte[] id = new byte[EraseRequest.IdBytes];
        Array.Copy(bytes, at + IdAt, id, 0, id.Length);

        return isFit ? new EraseRequest(bytes[at], place, port, path, id, cause, state, bytes[at + 3], LittleEndian.ReadUInt16(bytes, at + 8), minute) : null;
    }
}
