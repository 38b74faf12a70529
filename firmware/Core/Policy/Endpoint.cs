using System;

namespace ToyGuard.Core.Policy;

/// <summary>One place a toy may want to reach, as its manifest declares it. Immutable.</summary>
public sealed class Endpoint
{
    /// <summary>Takes what the manifest says. Throws for numbers out of range: the manifest's reader has complained before.</summary>
    public Endpoint(
        string id,
        HostPattern pattern,
        int port,
        Scheme scheme,
        string owner,
        Party party,
        string purpose,
        string[] data,
        long dailyBytes,
        WeeklyHours? hours,
        string erase = "")
    {
        if (port < 1 || port > 65535)
        {
            throw new ArgumentOutOfRangeException(nameof(port));
        }

        if (dailyBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(dailyBytes));
        }

        Id = id;
        Pattern = pattern ?? throw new ArgumentNullException(nameof(pattern));
        Port = port;
        Scheme = scheme;
        Owner = owner;
        Party = party;
        Purpose = purpose;
        Data = data;
        DailyBytes = dailyBytes;
        Hours = hours;
        Erase = erase;
    }

    /// <summary>The maker's short word for it, one of its kind in a manifest.</summary>
    public string Id { get; }

    /// <summary>The host, or the wildcard over hosts.</summary>
    public HostPattern Pattern { get; }

    /// <summary>The TCP port, 1 to 65,535.</summary>
    public int Port { get; }

    /// <summary>What is spoken there.</summary>
    public Scheme Scheme { get; }

    /// <summary>Who runs it, in words for a parent.</summary>
    public string Owner { get; }

    /// <summary>Whether the maker or somebody else runs it.</summary>
    public Party Party { get; }

    /// <summary>What it is for, a word of the published vocabulary.</summary>
    public string Purpose { get; }

    /// <summary>Kinds of data that go there, words of the published vocabulary.</summary>
    public string[] Data { get; }

    /// <summary>False for a place that gets nothing beyond the address and the time that any connection shows; true where nobody says what goes there.</summary>
    public bool GetsData
    {
        get { return Data.Length != 1 || Data[0] != "none"; }
    }

    /// <summary>Bytes a day, both directions together; 0 is no limit (EGR-09).</summary>
    public long DailyBytes { get; }

    /// <summary>When it may be reached; null is at any time (EGR-09).</summary>
    public WeeklyHours? Hours { get; }

    /// <summary>Where it takes delete-requests (<see cref="ErasePath"/>); empty when its maker names no path (DEL-03).</summary>
    public string Erase { get; }
}
