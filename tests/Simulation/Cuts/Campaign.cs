using System;
using System.Collections.Generic;

using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Flash;
using ToyGuard.Simulation.Home;
using ToyGuard.Simulation.Planted;

namespace ToyGuard.Simulation.Cuts;

/// <summary>Lives a script through once, and pulls the plug at every point of the plan.</summary>
/// <remarks>
/// The device writes through a trace. A cut is one traced call done in part on a copy of the flash as it stood before that call: the
/// stores would have done the same up to there, because the flash had told them the same. So a cut costs one start and no replay.
/// </remarks>
internal sealed class Campaign
{
    // 2026-11-23, a Monday, 10:00.
    private const long Begin = (20_780L * 86_400) + (10 * 3600);

    // After so many cuts one device goes on with its life and starts once more.
    private const int GoesOnEvery = 5;

    private readonly CutPlan _plan;
    private readonly CutPlan? _secondPlan;
    private readonly CutTally _tally;
    private readonly long _cutsMost;
    private readonly Planting? _planting;
    private int _turn;

    /// <summary>A campaign by that plan.</summary>
    /// <param name="plan">Where the plug is pulled.</param>
    /// <param name="secondPlan">Where it is pulled again while the device recovers and goes on; null for single cuts.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="cutsMost">It ends after so many cuts.</param>
    /// <param name="planting">A mistake that is to be found; null for the real stores.</param>
    public Campaign(CutPlan plan, CutPlan? secondPlan, CutTally tally, long cutsMost = long.MaxValue, Planting? planting = null)
    {
        _plan = plan;
        _secondPlan = secondPlan;
        _tally = tally;
        _cutsMost = cutsMost;
        _planting = planting;
    }

    /// <summary>Lives through a script. Throws <see cref="CutFoundException"/> at the first promise that does not hold.</summary>
    public void Run(Op[] ops)
    {
        FlashModel flash = new();
        FlashModel before = new();
        FlashTrace trace = new(flash);
        Device? device = null;
        long now = Begin;

        for (int i = -1; i < ops.Length && _tally.Cuts < _cutsMost; i++)
        {
            Op op = i < 0 ? new Op(OpKind.Reboot, 0, 0) : ops[i];
            before.CopyFrom(flash);
            IReadOnlyList<KeptRecord> records = device?.Look().Records ?? [];
            device = Live(device, op, trace, now);
            now = device.Now;
            string where = $"op {i} {op}";
            Expectation expected = Expect(before, flash, records, device.Look().Records, now);
            CheckClean(device.Look(), expected.After, where);
            CutAll(before, trace.Take(), expected, where, i + 1 < ops.Length ? ops[i + 1] : op, isDouble: false);
        }
    }

    private Device Live(Device? device, Op op, FlashTrace trace, long now)
    {
        if (device is not null && op.Kind != OpKind.Reboot)
        {
            device.WhenInForce = settings => CheckInForce(settings, trace.Flash, now, op);
            device.Do(op);
            device.WhenInForce = null;
        }

        return device is null || op.Kind is OpKind.Reboot or OpKind.Wipe ? Start(trace, now) : device;
    }

    private Device Start(FlashTrace trace, long now)
    {
        int calls = trace.Flash.Calls;
        long bytes = trace.BytesRead;
        int erases = trace.Flash.Erases;
        Device device = new(_planting?.Below is null ? trace : _planting.Below(trace), now, _planting is { IsEager: true });
        _tally.NoteBoot(trace.Flash.Calls - calls, trace.BytesRead - bytes, trace.Flash.Erases - erases);

        return device;
    }

    private Expectation Expect(FlashModel before, FlashModel after, IReadOnlyList<KeptRecord> recordsBefore, IReadOnlyList<KeptRecord> recordsAfter, long now)
    {
        return new Expectation(StartedFrom(before, now), StartedFrom(after, now), recordsBefore, recordsAfter, now);
    }

    private Sight StartedFrom(FlashModel flash, long now)
    {
        FlashModel copy = new();
        copy.CopyFrom(flash);
        return Start(new FlashTrace(copy), now).Look();
    }

    // Were the plug pulled at this moment, the next start would let out no less than this (DEF-03).
    private void CheckInForce(FamilySettings settings, FlashModel flash, long now, Op op)
    {
        FamilySettings kept = SettingsCodec.Read(StartedFrom(flash, now).Newest).Settings ?? FamilySettings.Strict;

        if (!Strictness.IsNeverLooser(settings, kept))
        {
            throw new CutFoundException($"{op}: settings are in force that are looser than what is kept");
        }
    }

    // What a device that runs goes by is what it would find after a start.
    private static void CheckClean(Sight running, Sight started, string where)
    {
        if (!running.Newest.AsSpan().SequenceEqual(started.Newest) || started.Faults.Length > 0 || running.Faults.Length > 0)
        {
            throw new CutFoundException($"{where}, without any cut: a start finds something else; {started.Faults}");
        }

        for (int i = 0; i < running.Used.Length; i++)
        {
            if (started.Used[i] < running.Used[i])
            {
                throw new CutFoundException($"{where}, without any cut: after a start endpoint {i} has used less, {started.Used[i]} and not {running.Used[i]}");
            }
        }
    }

    private void CutAll(FlashModel before, TracedCall[] calls, Expectation expected, string where, Op next, bool isDouble)
    {
        FlashModel progress = new();
        FlashModel cut = new();
        progress.CopyFrom(before);
        ulong hash = FlashHash.Of(progress);

        for (int i = 0; i < calls.Length; i++)
        {
            TracedCall call = calls[i];
            ulong rest = hash - FlashHash.Of(progress, call.Area);

            foreach (CutPoint point in (isDouble ? _secondPlan! : _plan).Of(call, _turn++))
            {
                if (_tally.Cuts >= _cutsMost)
                {
                    return;
                }

                cut.CopyFrom(progress);
                cut.Cut = point.Cut;
                cut.Seed = point.Seed;
                cut.CutAfter(point.Steps);

                if (call.ApplyTo(cut))
                {
                    throw new InvalidOperationException("a cut that cut nothing");
                }

                cut.PowerOn();

                if (_tally.Count(point.Cut, isDouble, rest + FlashHash.Of(cut, call.Area)))
                {
                    Try(cut, expected, $"{where}, call {i} of {FlashLayout.NameOf(call.Area)}, {point}", next, isDouble);
                }
            }

            if (!call.ApplyTo(progress))
            {
                throw new InvalidOperationException("a traced call that cannot be done again");
            }

            hash = rest + FlashHash.Of(progress, call.Area);
        }
    }

    private void Try(FlashModel cut, Expectation expected, string where, Op next, bool isDouble)
    {
        FlashModel before = new();
        FlashTrace trace = new(cut);
        bool isGoingOn = _tally.Cuts % GoesOnEvery == 0;

        if (_secondPlan is not null && !isDouble)
        {
            before.CopyFrom(cut);
        }

        Device device = StartAfterCut(trace, expected.Now, where);
        Sight seen = device.Look();
        string? complaint = Judge.Complaint(seen, device.Number, expected);

        if (complaint is not null)
        {
            throw new CutFoundException(where + ": " + complaint);
        }

        if (_secondPlan is not null && !isDouble)
        {
            CutAgain(before, trace, device, seen, where, next);
        }
        else if (isGoingOn)
        {
            GoOn(trace, device, where);
        }
    }

    private Device StartAfterCut(FlashTrace trace, long now, string where)
    {
        try
        {
            return Start(trace, now);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new CutFoundException(where + ": the start threw " + e, e);
        }
    }

    // The plug is pulled again while it recovers, and again while it goes on with what comes next.
    private void CutAgain(FlashModel before, FlashTrace trace, Device device, Sight seen, string where, Op next)
    {
        List<KeptRecord> kept = [.. seen.Records];
        kept.RemoveAll(record => record.Record.Boot == device.Number);
        FlashModel recovered = new();
        recovered.CopyFrom(trace.Flash);
        long now = device.Now;
        CutAll(before, trace.Take(), Expect(before, recovered, kept, seen.Records, now), where + ", and again", next, isDouble: true);

        device = Live(device, next, trace, now);
        Expectation expected = Expect(recovered, trace.Flash, seen.Records, device.Look().Records, device.Now);
        CutAll(recovered, trace.Take(), expected, where + ", and again in " + next, next, isDouble: true);
    }

    // Whoever recovered badly shows it at the next write.
    private void GoOn(FlashTrace trace, Device device, string where)
    {
        device.Do(new Op(OpKind.PauseToy, _turn, 1));
        device.Do(new Op(OpKind.Records, 2, _turn));
        device.Do(new Op(OpKind.Use, _turn, 3000));
        Sight running = device.Look();
        Sight started = StartAfterCut(trace, device.Now, where).Look();
        CheckClean(running, started, where + ", later");

        if (started.Records.Length < running.Records.Length)
        {
            throw new CutFoundException(where + ", later: records are lost");
        }
    }
}
