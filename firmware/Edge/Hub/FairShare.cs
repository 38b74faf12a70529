namespace ToyGuard.Edge.Hub;

/// <summary>Divides what a service can answer among those that ask, so that nobody's flood costs anybody else an answer. Says only who is heard, never what is allowed.</summary>
/// <remarks>
/// One that asks alone gets everything. While others ask too, each gets an even part of a rate that the platform answers without effort,
/// and what it asks beyond that is not even read. The rate runs in evenly, a thousandth of a second at a time, because a part that was
/// given out at once would keep the others waiting for as long as it takes to answer.
/// Known toys have a place each; strangers, whose addresses cost nothing, share a few, and so cannot crowd a toy out.
/// Allocates nothing. For one thread. Pure: time comes in.
/// </remarks>
public sealed class FairShare
{
    /// <summary>Toys with a place of their own, as many as a hub knows (design.md 5). Higher numbers count as strangers.</summary>
    public const int ToysMax = 32;

    /// <summary>Places for strangers, told apart by the end of their address.</summary>
    public const int StrangerPlaces = 16;

    /// <summary>Milliseconds after its last question in which somebody still counts as asking.</summary>
    public const int AskingMs = 1000;

    /// <summary>Questions that one may ask at once although others ask too: a toy that wakes up looks for a dozen names.</summary>
    public const int BurstMax = 32;

    // Credits are thousandths of an answer, so that a rate a second times milliseconds needs no division.
    private const int AnswerCost = 1000;
    private const int CreditMax = BurstMax * AnswerCost;
    private const int Places = ToysMax + StrangerPlaces;
    private const int CountEveryMs = 100;

    private readonly int _answersASecond;
    private readonly int[] _credits = new int[Places];
    private readonly long[] _askedMs = new long[Places];
    private readonly bool[] _isAsking = new bool[Places];
    private int _asking;
    private long _countedMs;

    /// <summary>Shares of <paramref name="answersASecond"/>, 100 to 1,000,000: all that is answered a second while more than one asks.</summary>
    public FairShare(int answersASecond)
    {
        _answersASecond = answersASecond;
    }

    /// <summary>True when this question is to be read; false when it is surplus.</summary>
    /// <param name="toy">Number of the toy that asks; 0 = unknown.</param>
    /// <param name="address">Where it asks from, 4 bytes.</param>
    /// <param name="nowMs">Milliseconds of the monotonic clock.</param>
    public bool Takes(int toy, byte[] address, long nowMs)
    {
        if (nowMs - _countedMs >= CountEveryMs)
        {
            ForgetSilent(nowMs);
        }

        int place = toy >= 1 && toy <= ToysMax ? toy - 1 : ToysMax + (address[3] % StrangerPlaces);

        if (!_isAsking[place])
        {
            _isAsking[place] = true;
            _asking++;
            _credits[place] = CreditMax;
        }
        else
        {
            Fill(place, nowMs);
        }

        _askedMs[place] = nowMs;

        if (_asking > 1 && _credits[place] < AnswerCost)
        {
            return false;
        }

        // Alone it pays too, as far as it can: a flood that was alone has nothing saved when another comes.
        _credits[place] = _credits[place] < AnswerCost ? 0 : _credits[place] - AnswerCost;
        return true;
    }

    private void Fill(int place, long nowMs)
    {
        // AskingMs is the longest that counts: whoever is silent for longer begins anew, with everything.
        long elapsedMs = nowMs - _askedMs[place];
        long credit = _credits[place] + ((elapsedMs < AskingMs ? elapsedMs : AskingMs) * _answersASecond / _asking);
        _credits[place] = credit < CreditMax ? (int)credit : CreditMax;
    }

    private void ForgetSilent(long nowMs)
    {
        _countedMs = nowMs;

        for (int i = 0; i < Places; i++)
        {
            if (_isAsking[i] && nowMs - _askedMs[i] >= AskingMs)
            {
                _isAsking[i] = false;
                _asking--;
            }
        }
    }
}
