using System.Collections.Generic;

using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Power;

/// <summary>What runs in a run: a hub, or a toy that guards itself.</summary>
internal interface IDevice
{
    /// <summary>What listens where.</summary>
    IReadOnlyList<Listening> Listens { get; }

    /// <summary>What a child does to it; null where there is no child.</summary>
    IToyHands? Hands { get; }

    /// <summary>Starts what it does of its own accord.</summary>
    void Wake();

    /// <summary>Ends everything.</summary>
    void Stop();
}
