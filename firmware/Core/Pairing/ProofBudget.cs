using System;

namespace ToyGuard.Core.Pairing;

/// <summary>How many proofs are computed: 20 a second in all, 5 of one address; what is too many costs nothing.</summary>
/// <remarks>
/// Half of what there is goes only to addresses with few tries in the last ten seconds, so that a flood from 50 addresses leaves room for a
/// parent: it can neither win (80 bits) nor lock anybody out.
/// </remarks>
internal sealed class ProofBudget
{
    internal const int PerSecond = 20;
    internal const int PerHolder = 5;

    private const int Reserved = PerSecond / 2;
    private const int FewTries = 2;
    private const int HoldersMax = 64;
    private const int SlotMs = 1000 / PerSecond;
    private const int LookBackMs = 10000;

    private readonly int[] _holders = new int[HoldersMax];
    private readonly byte[] _ofSecond = new byte[HoldersMax];
    private readonly byte[] _ofLately = new byte[HoldersMax];
    private int _count;
    private int _left = PerSecond;
    private long _filledMs;
    private long _secondMs;
    private long _latelyMs;

    /// <summary>Takes one for this address; false when there is none.</summary>
    internal bool Take(int holder, long nowMs)
    {
        Refill(nowMs);
        int at = 0;

        while (at < _count && _holders[at] != holder)
        {
            at++;
        }

        // More addresses than places: those without one share what is not reserved.
        bool isListed = at < HoldersMax;
        bool isNew = isListed && at == _count;
        int ofSecond = isNew || !isListed ? 0 : _ofSecond[at];
        bool hasFew = isNew || (isListed && _ofLately[at] < FewTries);

        if (_left <= (hasFew ? 0 : Reserved) || ofSecond >= PerHolder)
        {
            return false;
        }

        _left--;

        if (isNew)
        {
            _holders[at] = holder;
            _ofSecond[at] = 0;
            _ofLately[at] = 0;
            _count++;
        }

        if (isListed)
        {
            _ofSecond[at]++;
            _ofLately[at] += (byte)(_ofLately[at] < FewTries ? 1 : 0);
        }

        return true;
    }

    private void Refill(long nowMs)
    {
        if (nowMs - _latelyMs >= LookBackMs)
        {
            _latelyMs = nowMs;
            _count = 0;
        }

        if (nowMs - _secondMs >= 1000)
        {
            _secondMs = nowMs;
            Array.Clear(_ofSecond, 0, HoldersMax);
        }

        long slots = (nowMs - _filledMs) / SlotMs;

        if (slots > 0)
        {
            _filledMs += slots * SlotMs;
            _left = slots >= PerSecond - _left ? PerSecond : _left + (int)slots;
        }
    }
}
