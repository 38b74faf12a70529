using System;
using System.Globalization;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Fuzz.Targets;

namespace ToyGuard.Fuzz.Commands;

/// <summary>Runs the loop on readers with a bug, until it finds it, and on their healthy twins.</summary>
internal static class PlantedCommand
{
    public static int Run(long inputs, ulong seed, bool isWritten)
    {
        Table table = new("planted", "reader", "inputs until found", "seconds", "found", "inputs to the healthy twin", "found there");
        bool isGood = true;

        foreach (string kind in PlantedTarget.Kinds)
        {
            Tally sick = RunOne(kind, false, inputs, seed);
            Tally sound = RunOne(kind, true, inputs, seed);
            isGood &= sick.Finding is not null && sound.Finding is null;
            table.Add(
                kind, Table.Number(sick.Inputs), sick.Seconds.ToString("F2", CultureInfo.InvariantCulture), sick.Finding?.What ?? "NOT FOUND", Table.Number(sound.Inputs),
                sound.Finding?.What ?? "nothing");
        }

        table.Print();

        if (isWritten)
        {
            table.WriteTo(Folders.Results());
        }

        return isGood ? 0 : 1;
    }

    /// <summary>One reader's run.</summary>
    public static Tally RunOne(string kind, bool isSound, long inputs, ulong seed)
    {
        return new Campaign(new PlantedTarget(kind, isSound), seed).Run(inputs, Array.Empty<byte[]>());
    }
}
