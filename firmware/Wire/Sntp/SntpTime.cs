namespace ToyGuard.Wire.Sntp;

/// <summary>Times as the packets carry them, and as milliseconds since 1970 (RFC 4330, 3; RFC 5905, 6).</summary>
/// <remarks>
/// A timestamp is 64 bits, here in a long: seconds since 1900, modulo 2^32, in the upper half, and 1/2^32 s in the lower. 0 means that none is known.
/// The seconds begin again on 2036-02-07 06:28:16, so a time has to be read near one that is known.
/// </remarks>
public static class SntpTime
{
    private const long SecondsTo1970 = 2208988800;
    private const long Era = 4294967296000;

    /// <summary>The timestamp of a time; fractions of a millisecond are 0. Any time has one, its era is lost.</summary>
    public static long FromUnixMs(long unixMs)
    {
        long seconds = unixMs / 1000;
        long ms = unixMs % 1000;

        if (ms < 0)
        {
            seconds--;
            ms += 1000;
        }

        // Rounded up, so that what is written is never before what was meant when it is cut back to milliseconds.
        long fraction = ((ms << 32) + 999) / 1000;

        return ((seconds + SecondsTo1970) << 32) | fraction;
    }

    /// <summary>The time of a timestamp that is nearest to <paramref name="aboutUnixMs"/>, cut to whole milliseconds: at most 68 years from it.</summary>
    public static long ToUnixMs(long timestamp, long aboutUnixMs)
    {
        long seconds = (timestamp >> 32) & 0xffffffff;
        long ms = ((timestamp & 0xffffffff) * 1000) >> 32;
        long first = ((seconds - SecondsTo1970) * 1000) + ms;
        long eras = (aboutUnixMs - first + (Era / 2)) / Era;

        if (aboutUnixMs - first + (Era / 2) < 0)
        {
            eras--;
        }

        return first + (eras * Era);
    }
}
