using System;
using System.Text;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What is kept of networks, as bytes: the remembered ones, newest first, and the job (firmware/docs/storage-format.md, "Set-up").</summary>
/// <remarks>
///   0  1  version, 1
///   1  1  remembered networks r, 0 to 4
///   2  1  job: 0 none, 1 to be tried, 2 done
///   3  1  how often its try began, 0 to 255
///   4  1  its fault (<see cref="WifiFault"/>); 0 unless it is done
///   5     r networks and, with a job, its own: length of the name (1), name in UTF-8, length of the key (1), key
/// One spelling only: whatever else it could be is refused, and then nothing is remembered.
/// </remarks>
public static class SetupRecord
{
    /// <summary>Most networks that are remembered.</summary>
    public const int NetworksMax = 4;

    /// <summary>Most bytes of a record.</summary>
    public const int BytesMax = HeadBytes + ((NetworksMax + 1) * (2 + WifiText.SsidMax + WifiText.HexKey));

    private const int HeadBytes = 5;
    private const int Version = 1;
    private const int NoJob = 0;
    private const int WaitingJob = 1;
    private const int DoneJob = 2;

    /// <summary>The record of these networks and this job, in an array of its own.</summary>
    public static byte[] Write(KnownNetwork[] networks, SetupJob? job)
    {
        byte[] record = new byte[BytesMax];
        record[0] = Version;
        record[1] = (byte)networks.Length;
        int end = HeadBytes;

        for (int i = 0; i < networks.Length; i++)
        {
            end = Put(record, end, networks[i].Ssid, networks[i].Key);
        }

        if (job is not null)
        {
            record[2] = job.IsDone ? (byte)DoneJob : (byte)WaitingJob;
            record[3] = (byte)job.Begun;
            record[4] = (byte)job.Fault;
            end = Put(record, end, job.Ssid, job.Key);
        }

        byte[] whole = new byte[end];
        Array.Copy(record, whole, end);
        return whole;
    }

    /// <summary>Reads a record. False when it is not one; then there are no networks and no job.</summary>
    public static bool Read(byte[] record, out KnownNetwork[] networks, out SetupJob? job)
    {
        networks = new KnownNetwork[0];
        job = null;

        if (record.Length < HeadBytes || record[0] != Version || record[1] > NetworksMax)
        {
            return false;
        }

        KnownNetwork[] read = new KnownNetwork[record[1]];
        int at = HeadBytes;

        for (int i = 0; i < read.Length; i++)
        {
            if (!Take(record, ref at, out string ssid, out string key) || IndexOf(read, i, ssid) >= 0)
            {
                return false;
            }

            read[i] = new KnownNetwork(ssid, key);
        }

        if (!TakeJob(record, ref at, out SetupJob? readJob) || at != record.Length)
        {
            return false;
        }

        networks = read;
        job = readJob;
        return true;
    }

    /// <summary>Where a name stands among the first <paramref name="count"/> networks; -1 when it does not.</summary>
    internal static int IndexOf(KnownNetwork[] networks, int count, string ssid)
    {
        for (int i = 0; i < count; i++)
        {
            if (networks[i].Ssid == ssid)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool TakeJob(byte[] record, ref int at, out SetupJob? job)
    {
        int kind = record[2];
        int begun = record[3];
        int fault = record[4];
        job = null;

        if (kind == NoJob)
        {
            return begun == 0 && fault == 0;
        }

        if (!Take(record, ref at, out string ssid, out string key))
        {
            return false;
        }

        if (kind == WaitingJob && fault == 0)
        {
            job = SetupJob.Waiting(ssid, key, begun);
            return true;
        }

        job = SetupJob.Done(ssid, (WifiFault)fault);
        return kind == DoneJob && begun == 0 && key.Length == 0 && fault <= (int)WifiFault.Failed;
    }

    private static int Put(byte[] record, int at, string ssid, string key)
    {
        return PutText(record, PutText(record, at, ssid), key);
    }

    private static int PutText(byte[] record, int at, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        record[at] = (byte)bytes.Length;
        Array.Copy(bytes, 0, record, at + 1, bytes.Length);
        return at + 1 + bytes.Length;
    }

    private static bool Take(byte[] record, ref int at, out string ssid, out string key)
    {
        key = "";
        return TakeText(record, ref at, out ssid) && WifiText.IsSsid(ssid) && TakeText(record, ref at, out key) && WifiText.IsKey(key);
    }

    private static bool TakeText(byte[] record, ref int at, out string text)
    {
        text = "";

        if (at >= record.Length || record.Length - at - 1 < record[at] || !WifiText.IsUtf8(record, at + 1, record[at]))
        {
            return false;
        }

        text = Encoding.UTF8.GetString(record, at + 1, record[at]);
        at += 1 + record[at];
        return true;
    }
}
