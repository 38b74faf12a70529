using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>Puts settings in force at a gate, for the toys that are here.</summary>
public sealed class GateRules : IRuleTarget
{
    private readonly Gate _gate;

    /// <summary>Rules for these toys at that gate; toy number 1 is the first. Names must differ.</summary>
    public GateRules(Gate gate, DeclaredToy[] toys)
    {
        _gate = gate;
        Toys = toys;
    }

    /// <summary>The toys that are here. Others count from the next time on that rules are put in force.</summary>
    public DeclaredToy[] Toys { get; set; }

    /// <summary>All is made before the gate is touched, and the gate takes it in one step.</summary>
    public void PutInForce(FamilySettings settings)
    {
        _gate.Replace(settings.IsPaired, settings.IsEverythingPaused, Household.StatesOf(settings, Toys), settings.PausedUntil);
    }
}
