using ToyGuard.Core.Policy;

namespace ToyGuard.Core.Settings;

/// <summary>A toy that is here: its name in the home and what its maker declares.</summary>
public sealed class DeclaredToy
{
    // Made when first asked for: a hash takes the device some milliseconds, and settings change often.
    private long[]? _prints;
    private long[]? _sensorPrints;

    /// <summary>The toy called <paramref name="name"/> with that manifest.</summary>
    public DeclaredToy(string name, Manifest manifest)
    {
        Name = name;
        Manifest = manifest;
    }

    /// <summary>The family's name for it.</summary>
    public string Name { get; }

    /// <summary>What its maker declares.</summary>
    public Manifest Manifest { get; }

    /// <summary>The print of the endpoint with <paramref name="number"/>, from 1. Throws for a number that names none.</summary>
    public long PrintAt(int number)
    {
        if (_prints is null)
        {
            long[] prints = new long[Manifest.Endpoints.Length];

            for (int i = 0; i < prints.Length; i++)
            {
                prints[i] = EndpointPrint.Of(Manifest.Endpoints[i]);
            }

            _prints = prints;
        }

        return _prints[number - 1];
    }

    /// <summary>The print of the use of a sensor with <paramref name="number"/>, from 1. Throws for a number that names none.</summary>
    public long SensorPrintAt(int number)
    {
        if (_sensorPrints is null)
        {
            long[] prints = new long[Manifest.Sensors.Length];

            for (int i = 0; i < prints.Length; i++)
            {
                prints[i] = SensorPrint.Of(Manifest.Sensors[i]);
            }

            _sensorPrints = prints;
        }

        return _sensorPrints[number - 1];
    }
}
