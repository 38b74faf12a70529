namespace ToyGuard.Core.Settings;

/// <summary>Who goes by the settings: the gate, in one step.</summary>
public interface IRuleTarget
{
    /// <summary>Goes by <paramref name="settings"/> from now on, as one whole.</summary>
    void PutInForce(FamilySettings settings);
}
