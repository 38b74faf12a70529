using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ToyGuard.Bench.Running;

/// <summary>The two cores of this machine that a run uses, of those that it may use. With one core everything shares it.</summary>
internal static class Cores
{
    private static readonly List<string> s_allowed = Allowed();

    /// <summary>Where what is measured runs.</summary>
    public static string Server
    {
        get { return s_allowed[0]; }
    }

    /// <summary>Where what measures runs.</summary>
    public static string Load
    {
        get { return s_allowed[s_allowed.Count > 1 ? 1 : 0]; }
    }

    // The system writes them as in "0-3,6".
    private static List<string> Allowed()
    {
        const string Beginning = "Cpus_allowed_list:";
        string list = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Beginning, StringComparison.Ordinal))[Beginning.Length..].Trim();
        List<string> cores = [];

        foreach (string part in list.Split(','))
        {
            int[] ends = [.. part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
            cores.AddRange(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(core => core.ToString(CultureInfo.InvariantCulture)));
        }

        return cores;
    }
}
