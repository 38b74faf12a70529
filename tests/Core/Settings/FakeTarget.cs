using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>Remembers what was put in force, and how often.</summary>
public sealed class FakeTarget : IRuleTarget
{
    public FamilySettings? InForce { get; private set; }

    public int Times { get; private set; }

    public void PutInForce(FamilySettings settings)
    {
        InForce = settings;
        Times++;
    }
}
