using System;
using System.Collections.Generic;

using ToyGuard.Core.Settings;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Cuts;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Faults;

/// <summary>One call of flash throws, or says no: each call of a life in turn. The service goes on, and nothing is half done.</summary>
/// <remarks>
/// The edge has one catch around one unit of work; here it stands around a start and around each thing that happens. A start that threw
/// is a device in safe mode until it starts again.
/// </remarks>
internal sealed class FaultRun
{
    // 2026-11-23, a Monday, 10:00.
    private const long Begin = (20_780L * 86_400) + (10 * 3600);

    private readonly bool _isThrowing;
    private readonly int _steps;

    /// <summary>A run in which a call throws, or fails.</summary>
    /// <param name="isThrowing">True: throws. False: says no.</param>
    /// <param name="steps">Steps that the call does before.</param>
    public FaultRun(bool isThrowing, int steps)
    {
        _isThrowing = isThrowing;
        _steps = steps;
    }

    /// <summary>Calls that threw or failed so far.</summary>
    public int Faults { get; private set; }

    /// <summary>Lives through a script once, and at each thing that happens again for each call that it makes.</summary>
    public void Run(Op[] ops)
    {
        FlashModel flash = new();
        FlashModel before = new();
        long now = Begin;
        Device device = new(flash, now);

        for (int i = 0; i < ops.Length; i++)
        {
            Op op = ops[i];

            if (op.Kind is OpKind.Wipe or OpKind.Reboot)
            {
                device = new Device(flash, now);
                continue;
            }

            // Every life begins with a start, so that a start's calls fail too.
            device.Do(new Op(OpKind.MarkGood, 0, 0));
            before.CopyFrom(flash);
            IReadOnlyList<KeptRecord> records = device.Look().Records;
            device = new Device(flash, now);
            device.Do(op);
            long then = device.Now;
            Expectation expected = new(Started(before, then), Started(flash, then), records, device.Look().Records, then);
            Op next = ops[(i + 1) % ops.Length];

            for (int call = 0; ; call++)
            {
                FlashModel broken = new() { StepsOfFailing = _steps, Seed = i };
                broken.CopyFrom(before);

                if (!Live(broken, call, now, op, next, expected, $"op {i} {op}, call {call}"))
                {
                    break;
                }

                Faults++;
            }

            now = then;
        }
    }

    // False when there was no such call.
    private bool Live(FlashModel flash, int call, long now, Op op, Op next, Expectation expected, string where)
    {
        int calls = flash.Calls;

        if (_isThrowing)
        {
            flash.ThrowAt(call);
        }
        else
        {
            flash.FailAt(call);
        }

        Device? device = Try(() => new Device(flash, now));

        if (device is not null)
        {
            Try(() =>
            {
                device.Do(op);
                return device;
            });
        }

        if (flash.Calls - calls <= call)
        {
            return false;
        }

        CheckWhatIsKept(device, flash, expected, where);

        // Safe mode until it starts again; else the service goes on.
        device ??= new Device(flash, expected.Now);
        GoOn(device, flash, next, where);
        return true;
    }

    private void CheckWhatIsKept(Device? device, FlashModel flash, Expectation expected, string where)
    {
        FlashModel copy = new();
        copy.CopyFrom(flash);
        Device started = new(copy, expected.Now);
        Sight seen = started.Look();
        string? complaint = _isThrowing ? Judge.ThrowComplaint(seen, expected) : FailComplaint(seen, device!.Look(), expected);

        if (complaint is not null)
        {
            throw new CutFoundException(where + ": after a start " + complaint);
        }

        FamilySettings newest = SettingsCodec.Read(seen.Newest).Settings ?? FamilySettings.Strict;

        if (device is not null && !Strictness.IsNeverLooser(device.Look().InForce, newest))
        {
            throw new CutFoundException(where + ": in force is what the next start would not find");
        }
    }

    // A start that could not read something may have gone on from stricter settings: what it saved then counts.
    private static string? FailComplaint(Sight seen, Sight running, Expectation expected)
    {
        bool isKnown = seen.Newest.AsSpan().SequenceEqual(expected.Before.Newest) || seen.Newest.AsSpan().SequenceEqual(running.Newest);
        return isKnown ? null : "the settings are neither the old ones nor those that were saved";
    }

    // A guardian's change is saved, and a restart finds all that the running device goes by. A row that could not be read once may be reported
    // for good: better than one report too few.
    private void GoOn(Device device, FlashModel flash, Op next, string where)
    {
        if (next.Kind is not (OpKind.Reboot or OpKind.Wipe))
        {
            device.Do(next);
        }

        if (!device.Save())
        {
            throw new CutFoundException(where + ": nothing can be saved any more");
        }

        Sight running = device.Look();
        Sight started = Started(flash, device.Now);

        if (!running.Newest.AsSpan().SequenceEqual(started.Newest) || (_isThrowing && started.Faults.Length > 0))
        {
            throw new CutFoundException($"{where}, later: a start finds something else; {started.Faults}");
        }

        for (int i = 0; i < running.Used.Length; i++)
        {
            if (started.Used[i] < running.Used[i])
            {
                throw new CutFoundException($"{where}, later: endpoint {i} has used {started.Used[i]} after a start, {running.Used[i]} before");
            }
        }
    }

    private static Sight Started(FlashModel flash, long now)
    {
        FlashModel copy = new();
        copy.CopyFrom(flash);
        return new Device(copy, now).Look();
    }

    private static Device? Try(Func<Device> work)
    {
        try
        {
            return work();
        }
        catch (FlashException)
        {
            return null;
        }
    }
}
