using ToyGuard.Core.Boot;
using ToyGuard.Core.Settings;

namespace ToyGuard.Simulation.Home;

/// <summary>What can be seen of a running device, to be compared.</summary>
internal sealed class Sight
{
    /// <summary>How far it trusts what it keeps.</summary>
    public required BootStage Stage { get; init; }

    /// <summary>Boots in a row that went wrong before this one.</summary>
    public required int BadBoots { get; init; }

    /// <summary>True when this start ended a wipe that had been cut off.</summary>
    public required bool IsWiped { get; init; }

    /// <summary>The newest settings that are kept, as bytes; none when nothing is.</summary>
    public required byte[] Newest { get; init; }

    /// <summary>The settings in force.</summary>
    public required FamilySettings InForce { get; init; }

    /// <summary>What the gate would let out, a bit for each question.</summary>
    public required uint Open { get; init; }

    /// <summary>Bytes that count as used today, one number for each endpoint.</summary>
    public required long[] Used { get; init; }

    /// <summary>Names let out today under the wildcards.</summary>
    public required int Names { get; init; }

    /// <summary>True when what was used of the day is not known.</summary>
    public required bool IsUsageUnknown { get; init; }

    /// <summary>The records kept, oldest first.</summary>
    public required KeptRecord[] Records { get; init; }

    /// <summary>What is wrong with them, in words; empty when nothing is.</summary>
    public required string Faults { get; init; }

    /// <summary>From which record on each of it is.</summary>
    public required uint[] FaultsAt { get; init; }
}
