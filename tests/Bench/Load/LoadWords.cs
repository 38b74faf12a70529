using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToyGuard.Bench.Load;

/// <summary>What a bench tells its load process and hears from it: words of the form key=value, in one line.</summary>
internal sealed class LoadWords
{
    private readonly Dictionary<string, string> _words;

    /// <summary>Reads words; what is not of that form is left out.</summary>
    public LoadWords(IEnumerable<string> words)
    {
        _words = words.Where(word => word.Contains('=', StringComparison.Ordinal)).ToDictionary(word => word[..word.IndexOf('=', StringComparison.Ordinal)], word => word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>The word as it is.</summary>
    public string Text(string key)
    {
        return _words.TryGetValue(key, out string? text) ? text : throw new Running.BenchFailedException("load: there is no " + key);
    }

    /// <summary>The word as a number.</summary>
    public double Number(string key)
    {
        return double.Parse(Text(key), CultureInfo.InvariantCulture);
    }

    /// <summary>The word as a whole number.</summary>
    public int Whole(string key)
    {
        return int.Parse(Text(key), CultureInfo.InvariantCulture);
    }

    /// <summary>The word as a list of whole numbers with commas between.</summary>
    public int[] List(string key)
    {
        return [.. Text(key).Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
    }
}
