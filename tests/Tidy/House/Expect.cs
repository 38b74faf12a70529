using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Tidy.House;

/// <summary>How a rule's test says what it found.</summary>
public static class Expect
{
    /// <summary>Fails with every fault on a line of its own.</summary>
    public static void None(IEnumerable<string> faults)
    {
        List<string> list = faults.ToList();
        Assert.IsEmpty(list, "\n" + string.Join('\n', list) + "\n");
    }

    /// <summary>A sample must be refused, with words that hold <paramref name="words"/>.</summary>
    public static void Refused(IEnumerable<string> faults, string words)
    {
        List<string> list = faults.ToList();
        Assert.IsTrue(list.Exists(f => f.Contains(words, System.StringComparison.Ordinal)), "Not refused for: " + words + "\nbut for:\n" + string.Join('\n', list));
    }
}
