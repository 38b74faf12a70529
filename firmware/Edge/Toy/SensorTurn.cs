using ToyGuard.Core.Privacy;

namespace ToyGuard.Edge.Toy;

/// <summary>The turn of all sensors together.</summary>
internal sealed class SensorTurn : ITurn
{
    private readonly SensorBoard _sensors;

    public SensorTurn(SensorBoard sensors)
    {
        _sensors = sensors;
    }

    public void Turn(long nowMs)
    {
        _sensors.Turn(nowMs);
    }
}
