using System;
using System.Linq;

using ToyGuard.Bench.Running;
using ToyGuard.Fakes;

namespace ToyGuard.Bench.Load;

/// <summary>The hellos of the load: one a name, all of one length.</summary>
internal static class Hellos
{
    private const int RecordHead = 5;
    private static readonly byte[][] s_all = [.. Home.Names.Select(Make)];

    /// <summary>A hello for name number <paramref name="number"/>, counted round and round.</summary>
    public static byte[] Of(int number)
    {
        return s_all[number % s_all.Length];
    }

    private static byte[] Make(string name)
    {
        byte[] hello = new HelloBuilder().Name(name).PadTo(Backend.HelloLength - RecordHead).Record();
        byte[] pinned = GC.AllocateArray<byte>(hello.Length, pinned: true);
        hello.CopyTo(pinned, 0);
        return hello.Length == Backend.HelloLength ? pinned : throw new InvalidOperationException(name);
    }
}
