using System;

namespace ToyGuard.Core.Pairing.SetUp;

/// <summary>What a page may be told of half one. Immutable; whom it may be told is the door's business.</summary>
/// <remarks>Names of networks are in it only after a press on the device (ATT-03): before that they are empty.</remarks>
public sealed class SetupView
{
    /// <summary>What a device shows that has nothing to set up.</summary>
    public static SetupView Closed()
    {
        return new SetupView(SetupStep.Off, 0, new WifiNetwork[0], "", WifiFault.None, false);
    }

    /// <summary>A view of these parts.</summary>
    public SetupView(SetupStep step, int secondsLeft, WifiNetwork[] networks, string ssid, WifiFault fault, bool rests)
    {
        Step = step;
        SecondsLeft = secondsLeft;
        Networks = networks ?? throw new ArgumentNullException(nameof(networks));
        Ssid = ssid ?? throw new ArgumentNullException(nameof(ssid));
        Fault = fault;
        Rests = rests;
    }

    /// <summary>True while the device's own Wi-Fi is open.</summary>
    public bool IsOpen
    {
        get { return Step != SetupStep.Off; }
    }

    /// <summary>How far it is.</summary>
    public SetupStep Step { get; }

    /// <summary>Seconds until the device's own Wi-Fi closes; 0 while it is closed.</summary>
    public int SecondsLeft { get; }

    /// <summary>What was heard last, best first; empty before a press.</summary>
    public WifiNetwork[] Networks { get; }

    /// <summary>The network that was chosen; empty when none was, and before a press.</summary>
    public string Ssid { get; }

    /// <summary>Why it could not be joined; None unless <see cref="Step"/> is Failed.</summary>
    public WifiFault Fault { get; }

    /// <summary>True while what was chosen waits, because three tries failed and the device's own Wi-Fi has to stay usable.</summary>
    public bool Rests { get; }
}
