using System;
using System.Linq;

using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Loop;

/// <summary>Gives a target one input and says what is wrong with how it was read; null when nothing is.</summary>
internal sealed class Trial
{
    // A reading in pieces may look again at what it waits for, once a piece.
    private const int StepsAPiece = 400;

    private readonly Target _target;
    private readonly Pieces _pieces = new();

    public Trial(Target target)
    {
        _target = target;
    }

    /// <summary>What was said of the input last tried.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>Blocks passed on it.</summary>
    public int Steps { get; private set; }

    /// <summary>Reads an input whole. Its traces are in <see cref="EdgeMap.Hits"/> afterwards.</summary>
    public string? Whole(byte[] input, int count)
    {
        long allocatedMax = _target.AllocatedMax(count);
        _pieces.Whole(input, count);
        EdgeMap.Begin(_target.StepsMax(count));
        long before = GC.GetAllocatedBytesForCurrentThread();

        try
        {
            Outcome = _target.Read(_pieces);
        }
        catch (Exception e)
        {
            Steps = EdgeMap.Steps;
            return Words(e);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Steps = EdgeMap.Steps;

        if (allocated > allocatedMax && !IsThriftySecondTime(input, count, allocatedMax))
        {
            return $"allocated {allocated} bytes for {count}";
        }

        return Consistency(Outcome, count);
    }

    /// <summary>What the target itself demands of the input that was just read whole.</summary>
    public string? Judge(byte[] input, int count)
    {
        EdgeMap.End();

        return _target.Judge(input, count, Outcome);
    }

    /// <summary>Reads the input that was just read whole once more, in pieces, in another place, by a reader that is new.</summary>
    public string? Otherwise(byte[] input, int count, Dice dice)
    {
        Outcome whole = Outcome;
        _pieces.Otherwise(input, count, dice);
        EdgeMap.Begin((2 * _target.StepsMax(count)) + (StepsAPiece * count));

        try
        {
            Outcome otherwise = _target.Read(_pieces);

            return otherwise == whole ? null : "read otherwise in pieces, elsewhere or by a new reader";
        }
        catch (Exception e)
        {
            return Words(e) + ", in pieces";
        }
    }

    /// <summary>Reads a part of the input from its front, for targets that tell too little from wrong.</summary>
    public string? Front(byte[] input, int count, Dice dice)
    {
        Outcome whole = Outcome;

        if (count == 0 || !_target.TellsTooLittle)
        {
            return null;
        }

        _pieces.Whole(input, dice.Next(count));
        EdgeMap.Begin(_target.StepsMax(count));

        try
        {
            // The fault may be another one: what comes behind can be wrong in a way that is seen first.
            Outcome front = _target.Read(_pieces);

            return front.Status != ReadStatus.Refused || whole.Status == ReadStatus.Refused ? null : "refused a part of what it takes or waits for";
        }
        catch (Exception e)
        {
            return Words(e) + ", with less of it";
        }
    }

    // The runtime may have allocated for itself: a type that is met for the first time, code made anew.
    private bool IsThriftySecondTime(byte[] input, int count, long allocatedMax)
    {
        byte[] hits = (byte[])EdgeMap.Hits.Clone();
        bool isThrifty = false;

        for (int times = 0; times < 3 && !isThrifty; times++)
        {
            _pieces.Whole(input, count);
            EdgeMap.Begin(_target.StepsMax(count));
            long before = GC.GetAllocatedBytesForCurrentThread();
            Outcome = _target.Read(_pieces);
            isThrifty = GC.GetAllocatedBytesForCurrentThread() - before <= allocatedMax;
        }

        Array.Copy(hits, EdgeMap.Hits, hits.Length);

        return isThrifty;
    }

    private static string? Consistency(Outcome outcome, int count)
    {
        switch (outcome.Status)
        {
            case ReadStatus.Complete:
                return outcome.Fault != 0 ? "complete, with a fault"
                    : outcome.Consumed < 0 || outcome.Consumed > count ? "consumed more than there was"
                    : null;

            case ReadStatus.Refused:
                return outcome.Fault == 0 ? "refused without a fault"
                    : outcome.FaultOffset < 0 || outcome.FaultOffset > count ? "refused for something outside the input"
                    : null;

            case ReadStatus.NeedMore:
                return outcome.Fault != 0 ? "needs more, with a fault" : null;

            default:
                return "read, and nothing said";
        }
    }

    private static string Words(Exception e)
    {
        string? at = e.StackTrace?.Split('\n').FirstOrDefault(static line => !line.Contains(nameof(EdgeMap), StringComparison.Ordinal))?.Trim();

        return e is TooManyStepsException ? "took " + e.Message : $"{e.GetType().Name} {at}";
    }
}
