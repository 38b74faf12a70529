using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

using ToyGuard.Wire;

namespace ToyGuard.Fuzz.Loop;

/// <summary>The loop: takes an input that led somewhere, changes it, and keeps what leads somewhere new. Ends at the first thing that is wrong.</summary>
/// <remarks>The same target, seeds and seed number give the same inputs in the same order: nothing here looks at a clock but to say how fast it was.</remarks>
internal sealed class Campaign
{
    // Reading in pieces costs as much again and more, so it is done with each input that is kept and with one in so many of the others.
    private const int OtherwiseEvery = 16;

    private readonly Target _target;
    private readonly Corpus _corpus = new();
    private readonly Trial _trial;
    private readonly Dice _dice;
    private readonly Mutator _mutator;
    private readonly Tally _tally;

    public Campaign(Target target, ulong seed)
    {
        _target = target;
        _trial = new Trial(target);
        _dice = new Dice(seed);
        _mutator = new Mutator(target, _dice, target.Words());
        _tally = new Tally { Target = target.Name, Hurdle = target.Hurdle, Seed = seed };
    }

    /// <summary>The inputs kept.</summary>
    public Corpus Corpus
    {
        get { return _corpus; }
    }

    /// <summary>Tries the target's seeds and <paramref name="more"/>, then as many inputs as are missing to <paramref name="inputs"/>.</summary>
    public Tally Run(long inputs, IEnumerable<byte[]> more)
    {
        long begun = Stopwatch.GetTimestamp();

        foreach (byte[] seed in _target.Seeds().Concat(more))
        {
            if (seed.Length <= _target.LengthMax && _tally.Finding is null)
            {
                TryOne(seed, seed.Length);
            }
        }

        while (_tally.Inputs < inputs && _tally.Finding is null)
        {
            TryOne(_mutator.Input, _mutator.Make(_corpus));
        }

        _tally.Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        _tally.Edges = _corpus.Edges;
        _tally.Features = _corpus.Features;
        _tally.Corpus = _corpus.Count;

        return _tally;
    }

    private void TryOne(byte[] input, int count)
    {
        string? what = _trial.Whole(input, count);
        _tally.Inputs++;

        if (what is null)
        {
            Count(_trial.Outcome, count);
            bool isNews = _corpus.Offer(input, count, EdgeMap.Hits);
            what = _trial.Judge(input, count);

            if (what is null && (isNews || _dice.Next(OtherwiseEvery) == 0))
            {
                what = _trial.Otherwise(input, count, _dice) ?? _trial.Front(input, count, _dice);
            }
        }

        if (what is not null)
        {
            _tally.Finding = new Finding(_target.Name, what, Smaller(input.AsSpan(0, count).ToArray(), what), _tally.Inputs);
        }
    }

    private void Count(Outcome outcome, int count)
    {
        _tally.Past += outcome.IsPast ? 1 : 0;
        _tally.Complete += outcome.Status == ReadStatus.Complete ? 1 : 0;

        if (_trial.Steps > _tally.SlowestSteps)
        {
            _tally.SlowestSteps = _trial.Steps;
            _tally.SlowestLength = count;
        }
    }

    // Leaves out pieces as long as the same thing goes wrong.
    private byte[] Smaller(byte[] input, string what)
    {
        for (int size = input.Length / 2; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= input.Length;)
            {
                byte[] less = input.Take(at).Concat(input.Skip(at + size)).ToArray();

                if (IsWrong(less, what))
                {
                    input = less;
                }
                else
                {
                    at += size;
                }
            }
        }

        return input;
    }

    private bool IsWrong(byte[] input, string what)
    {
        string? wrong = _trial.Whole(input, input.Length) ?? _trial.Judge(input, input.Length);

        for (int times = 0; times < 8 && wrong is null; times++)
        {
            wrong = _trial.Otherwise(input, input.Length, _dice) ?? _trial.Front(input, input.Length, _dice);
        }

        return wrong == what;
    }
}
