namespace ToyGuard.Guard.Dhcp;

/// <summary>How often stations are heard: each a few times at once and then now and then, and all together no more than costs the device little. What comes beyond that is not answered.</summary>
/// <remarks>
/// A client that gets what it asks for says two things, and waits longer after each silence (RFC 2131, 4.1), so that it never sees this. Whoever speaks in
/// the name of another station uses up that one's part and nobody else's; whoever makes up many names shares what is for all. Allocates nothing once
/// it is made. One thread uses it.
/// </remarks>
public sealed class AnswerPace
{
    /// <summary>What one station may say at once.</summary>
    public const int StationBurst = 8;

    /// <summary>Milliseconds after which it may say one thing more.</summary>
    public const int StationEveryMs = 1000;

    /// <summary>What all may say at once: 32 toys that find power again at the same time, two things each.</summary>
    public const int AllBurst = 64;

    /// <summary>Milliseconds after which all together may say one thing more.</summary>
    public const int AllEveryMs = 50;

    private const int HardwareLength = 6;
    private const int Rows = LeaseTable.Capacity;

    private readonly byte[] _hardware = new byte[Rows * HardwareLength];

    // When all that was said would have been said evenly; in the past for who may say all at once.
    private readonly long[] _evenMs = new long[Rows];
    private readonly int _stationEveryMs;
    private readonly int _allEveryMs;
    private long _allEvenMs;

    /// <summary>A pace of that many milliseconds for one more thing; 0 is no limit.</summary>
    public AnswerPace(int stationEveryMs, int allEveryMs)
    {
        _stationEveryMs = stationEveryMs;
        _allEveryMs = allEveryMs;
    }

    /// <summary>True when what a station says is to be heard, which counts; false when it is too much.</summary>
    /// <param name="hardware">Its network address, 6 bytes.</param>
    /// <param name="nowMs">Milliseconds of a clock that only goes forward.</param>
    public bool Takes(byte[] hardware, long nowMs)
    {
        int row = RowOf(hardware);
        bool isKnown = Has(row, hardware);
        long stationMs = isKnown && _evenMs[row] > nowMs ? _evenMs[row] : nowMs;
        long allMs = _allEvenMs > nowMs ? _allEvenMs : nowMs;

        if (stationMs - nowMs > (StationBurst - 1) * _stationEveryMs || allMs - nowMs > (AllBurst - 1) * _allEveryMs)
        {
            return false;
        }

        for (int i = 0; i < HardwareLength; i++)
        {
            _hardware[(row * HardwareLength) + i] = hardware[i];
        }

        _evenMs[row] = stationMs + _stationEveryMs;
        _allEvenMs = allMs + _allEveryMs;
        return true;
    }

    // Its own, or that of whoever has been quiet for the longest.
    private int RowOf(byte[] hardware)
    {
        int quiet = 0;

        for (int row = 0; row < Rows; row++)
        {
            if (Has(row, hardware))
            {
                return row;
            }

            quiet = _evenMs[row] < _evenMs[quiet] ? row : quiet;
        }

        return quiet;
    }

    private bool Has(int row, byte[] hardware)
    {
        for (int i = 0; i < HardwareLength; i++)
        {
            if (_hardware[(row * HardwareLength) + i] != hardware[i])
            {
                return false;
            }
        }

        return true;
    }
}
