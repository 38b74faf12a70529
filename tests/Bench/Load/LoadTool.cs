using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

using ToyGuard.Bench.Running;

namespace ToyGuard.Bench.Load;

/// <summary>The load process: this same program, started again on the other core, told what to do in words.</summary>
internal static class LoadTool
{
    private const string ResultBeginning = "result ";

    /// <summary>Does what the words say, and prints what it found in one line.</summary>
    public static int Run(string[] words)
    {
        LoadWords told = new(words);
        string found = words[0] switch
        {
            "connect" => ConnectLoad.Run(told),
            "bulk" => BulkLoad.Run(told),
            "silence" => SilenceLoad.Run(told),
            "idle" => IdleLoad.Run(told),
            "flood" => FloodLoad.Run(told),
            "paced" => PacedLoad.Run(told),
            "slow" => SlowLoad.Run(told),
            _ => throw new BenchFailedException("load: " + words[0]),
        };

        Console.WriteLine(ResultBeginning + found);
        return 0;
    }

    /// <summary>Starts a load process and does not wait for it.</summary>
    public static Child Start(string kind, params FormattableString[] words)
    {
        List<string> args = [System.Reflection.Assembly.GetExecutingAssembly().Location, "load", kind, .. words.Select(word => word.ToString(CultureInfo.InvariantCulture))];
        return Child.Start(Cores.Load, "dotnet", [.. args]);
    }

    /// <summary>What a load process found, once it has.</summary>
    public static LoadWords Found(Child child)
    {
        return new LoadWords(child.Line(ResultBeginning)[ResultBeginning.Length..].Split(' '));
    }

    /// <summary>Runs a load process to its result.</summary>
    public static LoadWords ToEnd(string kind, params FormattableString[] words)
    {
        using Child child = Start(kind, words);
        return Found(child);
    }

    /// <summary>The ports as a word holds them.</summary>
    public static string Listed(int[] ports)
    {
        return string.Join(',', ports);
    }
}
