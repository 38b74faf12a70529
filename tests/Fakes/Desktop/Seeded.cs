using FsCheck;

using Microsoft.FSharp.Core;

namespace ToyGuard.Fakes;

/// <summary>How properties are run here: the same cases every time, so that a red run is about the change and not about luck. Other cases need another seed.</summary>
public static class Seeded
{
    private const ulong Seed = 20261121;

    // FsCheck's generator wants an odd one.
    private const ulong Gamma = 9876543210987654321;

    /// <summary>That many cases, a failing one thrown with what replays it.</summary>
    public static Config Cases(int count)
    {
        Replay replay = new(new Rnd(Seed, Gamma), FSharpOption<int>.None);
        return Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay));
    }
}
