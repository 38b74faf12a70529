using System;
using System.Collections.Generic;

using Microsoft.CodeAnalysis;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>What to use instead of what the device has not got, for the words of the compiler's own errors.</summary>
public static class Hints
{
    // What the compiler's message must hold, every part between ampersands, and what to say then. The first that fits wins.
    private static readonly (string Words, string Instead)[] s_table =
    {
        ("System.Nullable`1", "keep a bool beside the value, or use -1 or 0 for none; `?.` works where the result is a reference"),
        ("System.Index", "count from the start: `a[a.Length - 1]`"),
        ("System.Range", "use string.Substring, or an offset and a count"),
        ("System.Span`1", "use byte[] with an offset and a count"),
        ("IsVolatile", "use `lock`, or Interlocked on an int"),
        ("System.Decimal", "count in the smallest unit with a long"),
        ("IEnumerator`1", "return an array, or write the loop where it is needed"),
        ("IEquatable`1", "write a sealed class or a readonly struct; records need generics"),
        ("EqualityComparer`1", "write a sealed class or a readonly struct; records and anonymous types need generics"),
        ("ValueTuple", "declare a small class, or use out parameters"),
        ("TupleElementNames", "declare a small class, or use out parameters"),
        ("RequiredMember", "take it in the constructor"),
        ("RuntimeBinder", "name the type; there is no `dynamic`"),
        ("'Linq'", "write the loop"),
        ("'Tasks'", "use a thread"),
        ("'Task'", "use a thread"),
        ("AsyncTaskMethodBuilder", "use a thread"),
        ("'Generic'", "use ArrayList, Hashtable or an array"),
        ("'Concurrent'", "use ArrayList or Hashtable under `lock`"),
        ("'Regex'", "read it byte by byte"),
        ("'RegularExpressions'", "read it byte by byte"),
        ("'List", "use ArrayList or an array"),
        ("'Dictionary", "use Hashtable"),
        ("'HashSet", "use Hashtable"),
        ("'Span", "use byte[] with an offset and a count"),
        ("'StringComparison'", "compare character by character, or with =="),
        ("'StringSplitOptions'", "leave out what is empty by hand"),
        ("'CultureInfo'", "numbers and dates are never by culture here"),
        ("'string'&'Join'", "use a StringBuilder in a loop"),
        ("'string'&'Replace'", "use StringBuilder.Replace"),
        ("'string'&'Remove'", "use Substring twice"),
        ("'string'&'Insert'", "use Substring and +"),
        ("'string'&'IsNullOrWhiteSpace'", "use string.IsNullOrEmpty, or look at each character"),
        ("'string'&'Create'", "use a char[] and new string"),
        ("'char' to 'string'", "use IndexOf, or compare the character itself"),
        ("'char'&'IsDigit'", "compare: c >= '0' && c <= '9'"),
        ("'char'&'Is", "compare with the characters you mean"),
        ("'char'&'To", "add or take away 32 for the letters of ASCII"),
        ("'Array'&'Sort'", "sort by hand: insertion sort is enough for a few dozen"),
        ("'Array'&'Resize'", "make a new array and Array.Copy"),
        ("'Array'&'Reverse'", "swap in a loop"),
        ("'Array'&'Fill'", "fill in a loop"),
        ("'Array'&'Empty'", "keep one `new T[0]` of your own"),
        ("'ArrayList'&'Sort'", "sort by hand"),
        ("'Hashtable'&'ContainsKey'", "use Contains"),
        ("'Buffer'", "use Array.Copy"),
        ("'Encoding'&'ASCII'", "use Encoding.UTF8, or bytes"),
        ("'StringBuilder'&'AppendFormat'", "use Append"),
        ("'StringBuilder'&'AppendLine'", "use Append with \"\\n\""),
        ("'DateTime'&'Now'", "use DateTime.UtcNow, at the edge; the core takes the time as an argument"),
        ("'Environment'&'NewLine'", "use \"\\n\""),
        ("'Environment'&'Tick", "refer to nanoFramework.Runtime.Native, at the edge; the core takes the time as an argument"),
        ("'Monitor'", "use `lock`, AutoResetEvent or ManualResetEvent"),
        ("'ThreadPool'", "start a thread of your own and keep it"),
        ("'ThreadStart'", "keep what the thread needs in a field of its object"),
        ("'Volatile'", "use `lock`, or Interlocked on an int"),
        ("'Next'", "Random.Next takes one bound; add the lower one"),
        ("'double' to 'long'", "TimeSpan.From… takes whole numbers"),
        ("'Math'", "refer to nanoFramework.System.Math, or compare by hand"),
        ("'Task<", "use a thread"),
        ("'Tuple", "declare a small class"),
        ("'OverflowException'", "overflow never throws here; compare with the limit first"),
        ("'DivideByZeroException'", "compare with zero first: the device throws a plain Exception"),
        ("'ArithmeticException'", "compare first: the device throws a plain Exception"),
        ("'IPAddress'&'Parse'", "use new IPAddress(byte[])"),
        ("'IPAddress'&'TryParse'", "use new IPAddress(byte[])"),
        ("'Socket'&'Shutdown'", "use Close"),
        ("'Socket'&'Select'", "use Poll"),
        ("'Thread'&'IsBackground'", "start threads through Edge's Threads"),
    };

    // Errors that say: this name is not there.
    private static readonly HashSet<string> s_missing = new()
    {
        "CS0103", "CS0117", "CS0234", "CS0246", "CS0426", "CS0518", "CS0656", "CS1061", "CS8137", "CS8179",
    };

    // Errors that say: not with these arguments. Only some of them are the device's doing.
    private static readonly HashSet<string> s_otherArguments = new() { "CS0029", "CS1501", "CS1503", "CS1593", "CS1729", "CS7036" };

    /// <summary>The compiler's message, followed by what to use instead where that is known.</summary>
    public static string Explain(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        int advice = message.IndexOf(" (are you missing", StringComparison.Ordinal);

        if (advice > 0)
        {
            message = message[..advice];
        }

        bool isMissing = s_missing.Contains(diagnostic.Id);

        if (!isMissing && !s_otherArguments.Contains(diagnostic.Id))
        {
            return message;
        }

        foreach ((string words, string instead) in s_table)
        {
            if (HoldsAll(message, words))
            {
                return message + " on the device; " + instead + ".";
            }
        }

        if (!isMissing)
        {
            return message;
        }

        return message + " on the device, as far as tests/Tidy/NanoApi knows it; use what the device has, or, if the device has this, "
            + "add its type there.";
    }

    private static bool HoldsAll(string message, string words)
    {
        foreach (string part in words.Split('&'))
        {
            if (!message.Contains(part, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
