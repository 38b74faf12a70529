using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Dns;

/// <summary>Answers of the resolver for a short while: a fixed table, by the whole name, on the monotonic clock. Safe from any thread.</summary>
/// <remarks>Addresses from here are judged at every connection like fresh ones, so an old entry opens nothing.</remarks>
public sealed class DnsCache
{
    /// <summary>Names kept at once. Each costs some 300 bytes.</summary>
    public const int EntriesMax = 16;

    /// <summary>Longest that addresses are kept, whatever the resolver says: a moved server is found again after it.</summary>
    public const int FoundSecondsMax = 300;

    /// <summary>How long it is kept that a name was not found or nobody answered: enough to calm a toy that asks again and again.</summary>
    public const int NotFoundSeconds = 5;

    private const int AddressLength = 4;

    private readonly object _lock = new();
    private readonly Entry[] _entries = new Entry[EntriesMax];

    /// <summary>An empty cache.</summary>
    public DnsCache()
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            _entries[i] = new Entry();
        }
    }

    /// <summary>True when the answer for <paramref name="host"/> is known at <paramref name="nowMs"/>. The rest is as in <see cref="INameLookup.Lookup"/>.</summary>
    public bool TryGet(HostName host, long nowMs, byte[] addresses, out int count, out Reason reason)
    {
        lock (_lock)
        {
            Entry? entry = Find(host);

            if (entry == null || nowMs >= entry.UntilMs)
            {
                count = 0;
                reason = Reason.None;
                return false;
            }

            count = CopyAddresses(entry.Addresses, entry.Count, addresses);
            reason = entry.Reason;
            return true;
        }
    }

    /// <summary>Keeps an answer in place of an older one for the same name, or of the one that ends soonest. One that may not be kept is not.</summary>
    /// <param name="host">The name asked for.</param>
    /// <param name="nowMs">Milliseconds of the monotonic clock.</param>
    /// <param name="reason">None when addresses were found, else why not.</param>
    /// <param name="addresses">4 bytes each.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="ttlSeconds">How long the resolver lets found ones be kept, 0 or more.</param>
    public void Put(HostName host, long nowMs, Reason reason, byte[] addresses, int count, int ttlSeconds)
    {
        int seconds = reason != Reason.None ? NotFoundSeconds : ttlSeconds < FoundSecondsMax ? ttlSeconds : FoundSecondsMax;

        if (seconds == 0)
        {
            return;
        }

        lock (_lock)
        {
            Entry entry = Find(host) ?? EndsSoonest();

            for (int i = 0; i < host.Length; i++)
            {
                entry.Name[i] = host.Bytes[i];
            }

            entry.NameLength = host.Length;
            entry.Reason = reason;
            entry.Count = CopyAddresses(addresses, count, entry.Addresses);
            entry.UntilMs = nowMs + (seconds * 1000L);
        }
    }

    /// <summary>Copies as many of <paramref name="count"/> addresses as fit whole, and returns how many did.</summary>
    internal static int CopyAddresses(byte[] from, int count, byte[] to)
    {
        int room = to.Length / AddressLength;
        int copied = count < room ? count : room;

        for (int i = 0; i < copied * AddressLength; i++)
        {
            to[i] = from[i];
        }

        return copied;
    }

    private Entry? Find(HostName host)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].IsOf(host))
            {
                return _entries[i];
            }
        }

        return null;
    }

    private Entry EndsSoonest()
    {
        Entry soonest = _entries[0];

        for (int i = 1; i < _entries.Length; i++)
        {
            if (_entries[i].UntilMs < soonest.UntilMs)
            {
                soonest = _entries[i];
            }
        }

        return soonest;
    }

    private sealed class Entry
    {
        public readonly byte[] Name = new byte[HostName.LengthMax];
        public readonly byte[] Addresses = new byte[8 * AddressLength];
        public int NameLength;
        public int Count;
        public Reason Reason;
        public long UntilMs;

        public bool IsOf(HostName host)
        {
            if (NameLength == 0 || NameLength != host.Length)
            {
                return false;
            }

            for (int i = 0; i < NameLength; i++)
            {
                if (Name[i] != host.Bytes[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
