using System;

namespace ToyGuard.Heap;

/// <summary>Weighs what was made since it was asked last, in bytes of the managed heap behind a collection and a compaction.</summary>
public sealed class Scale
{
    private readonly string _what;
    private readonly MemoryFlash _flash;
    private readonly int _first;
    private int _last;

    /// <summary>Begins to weigh.</summary>
    /// <param name="what">The device, for the lines.</param>
    /// <param name="flash">What does not count: on a board it is no heap.</param>
    public Scale(string what, MemoryFlash flash)
    {
        _what = what;
        _flash = flash;
        _first = Free();
        _last = _first;
    }

    /// <summary>Says what a part takes: "heap hub manifests 123".</summary>
    public void Say(string part)
    {
        int free = Free();
        Write(part, _last - free);
        _last = free;
    }

    /// <summary>Says what all takes that was made since it began.</summary>
    public void SayTotal(string name)
    {
        Write(name, _first - _last);
    }

    private void Write(string name, int bytes)
    {
        Console.WriteLine("heap " + _what + " " + name + " " + bytes.ToString());
    }

    private int Free()
    {
        return (int)nanoFramework.Runtime.Native.GC.Run(true) + _flash.Bytes;
    }
}
