using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Edge.Family.SetUp;

/// <summary>Hears what a grown-up did with the device's button.</summary>
public interface IButtonTarget
{
    /// <summary>Something was done; never <see cref="ButtonAct.None"/>.</summary>
    void OnButton(ButtonAct act, long nowMs);
}
