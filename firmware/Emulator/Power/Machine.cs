using System;
using System.Collections.Generic;

using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.View;
using ToyGuard.Page.Routes;

namespace ToyGuard.Emulator.Power;

/// <summary>The device from one start to its end: all that is gone once the plug is pulled.</summary>
internal sealed class Machine
{
    /// <summary>Its plug.</summary>
    public required Plug Plug { get; init; }

    /// <summary>What it keeps.</summary>
    public required RunHome Home { get; init; }

    /// <summary>The time, as it knows it.</summary>
    public required WallClock Clock { get; init; }

    /// <summary>What its page says of it.</summary>
    public required PageIdentity Identity { get; init; }

    /// <summary>Set-up, phones and the button.</summary>
    public required FamilyParts Family { get; init; }

    /// <summary>The hub, or the toy.</summary>
    public required IDevice Device { get; init; }

    /// <summary>Takes the lines of --commands.</summary>
    public required FamilyDesk Desk { get; init; }

    /// <summary>Tells what is found amiss later.</summary>
    public required FindingWatch Findings { get; init; }

    /// <summary>Ends it.</summary>
    public void Stop()
    {
        Findings.Dispose();
        Device.Stop();
    }
}
