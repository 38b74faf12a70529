using System;
using System.Text;
using System.Threading;

namespace Samples;

/// <summary>What the device's libraries have not got: the compiler's own errors, each with what to use instead.</summary>
public static class Missing
{
    public static void Use(string text, int[] numbers, char letter, byte[] bytes)
    {
        string.Join(",", new string[0]); // refused
        text.Replace('a', 'b'); // refused
        Array.Sort(numbers); // refused
        char.IsDigit(letter); // refused
        Encoding.ASCII.GetBytes(text); // refused
        DateTime now = DateTime.Now; // refused
        Buffer.BlockCopy(bytes, 0, bytes, 1, 1); // refused
        Monitor.Wait(text); // refused
        ThreadPool.QueueUserWorkItem(null); // refused
        int? none = null; // refused
        int last = numbers[^1]; // refused
        text.Contains('a'); // refused
        new Random().Next(1, 2); // refused
        text.Whisper(); // refused
    }
}
