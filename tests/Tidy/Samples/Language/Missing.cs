using System;
using System.Text;
using System.Threading;

namespace Samples;

/// <summary>What the device's libraries have not got: the compiler's own errors, each with what to use instead.</summary>
public static class Missing
{
    public static void Use(string text, int[] numbers, char letter, byte[] bytes, object any)
    {
        string.Join(",", new string[0]); // refused: use a StringBuilder in a loop
        text.Replace('a', 'b'); // refused: use StringBuilder.Replace
        string.IsNullOrWhiteSpace(text); // refused: use string.IsNullOrEmpty
        Array.Sort(numbers); // refused: sort by hand
        Array.Resize(ref numbers, 3); // refused: Array.Copy
        char.IsDigit(letter); // refused: c >= '0' && c <= '9'
        char.IsLetter(letter); // refused: compare with the characters you mean
        Encoding.ASCII.GetBytes(text); // refused: use Encoding.UTF8
        DateTime now = DateTime.Now; // refused: the core takes the time as an argument
        Buffer.BlockCopy(bytes, 0, bytes, 1, 1); // refused: use Array.Copy
        Monitor.Wait(text); // refused: use `lock`
        ThreadPool.QueueUserWorkItem(null); // refused: start a thread of your own
        new Thread(o => { }); // refused: keep what the thread needs in a field
        int? none = null; // refused: keep a bool beside the value
        int last = numbers[^1]; // refused: count from the start
        string part = text[1..]; // refused: use string.Substring
        (int, int) pair = (1, 2); // refused: declare a small class
        decimal price = 1m; // refused: count in the smallest unit
        text.Contains('a'); // refused: use IndexOf
        new Random().Next(1, 2); // refused: add the lower one
        TimeSpan.FromMinutes(1.5); // refused: takes whole numbers
        bool isSame = text.Equals("a", StringComparison.Ordinal); // refused: compare character by character
        text.Whisper(); // refused: if the device has this, add its type there
    }
}
