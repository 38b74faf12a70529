using System;
using System.Collections;
using System.Text;

namespace Samples;

public delegate int Step(int value);

public sealed class Pure
{
    private static readonly byte[] s_table = new byte[] { 1, 2, 3, 4, 5, 6, 7 };
    private static readonly Step s_step = value => value + 1;

    private readonly object _lock = new object();
    private readonly ArrayList _list = new ArrayList();

    public string Use(string word)
    {
        lock (_lock)
        {
            _list.Add(s_table[s_step(1)]);
            StringBuilder text = new StringBuilder();
            return text.Append(word switch { "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, _ => 0 }).ToString();
        }
    }

    public DateTime At(long seconds)
    {
        return DateTime.FromUnixTimeSeconds(seconds);
    }
}
