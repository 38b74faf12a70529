using ToyGuard.Guard.Time;

namespace ToyGuard.Edge.Storage;

/// <summary>A clock that takes from kept settings how the clocks of this home go.</summary>
public interface IHomeClock : ITimeOfDay
{
    /// <summary>Says how the clocks here go, as the family's settings spell it; empty while nobody has said.</summary>
    void SetZone(string zone);
}
