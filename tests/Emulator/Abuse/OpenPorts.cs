using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>The ports that a process has open, as the system itself says: /proc/net, and whose sockets they are. Linux only.</summary>
internal static class OpenPorts
{
    private const string TcpListens = "0A";

    /// <summary>Each as "tcp 127.0.0.1:8443", sorted; UDP sockets all, TCP ones that listen.</summary>
    public static IReadOnlyList<string> Of(int processId)
    {
        HashSet<string> own = SocketsOf(processId);

        return [.. Read("tcp", own, TcpListens)
            .Concat(Read("tcp6", own, TcpListens))
            .Concat(Read("udp", own, ""))
            .Concat(Read("udp6", own, ""))
            .Order(StringComparer.Ordinal)];
    }

    private static HashSet<string> SocketsOf(int processId)
    {
        HashSet<string> sockets = [];

        foreach (string handle in Directory.GetFileSystemEntries($"/proc/{processId}/fd"))
        {
            string? target = new FileInfo(handle).LinkTarget;

            if (target is not null && target.StartsWith("socket:[", StringComparison.Ordinal))
            {
                sockets.Add(target["socket:[".Length..^1]);
            }
        }

        return sockets;
    }

    // sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode …
    private static IEnumerable<string> Read(string table, HashSet<string> own, string state)
    {
        foreach (string line in File.ReadLines("/proc/net/" + table).Skip(1))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

            if (own.Contains(fields[9]) && (state.Length == 0 || fields[3] == state))
            {
                yield return $"{table} {Place(fields[1])}";
            }
        }
    }

    // The address is written as the machine's own numbers of four bytes.
    private static string Place(string field)
    {
        string[] parts = field.Split(':');
        byte[] address = Convert.FromHexString(parts[0]);

        for (int i = 0; BitConverter.IsLittleEndian && i < address.Length; i += 4)
        {
            Array.Reverse(address, i, 4);
        }

        return new IPEndPoint(new IPAddress(address), int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
    }
}
