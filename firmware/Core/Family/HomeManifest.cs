using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Core.Family;

/// <summary>The manifest of a toy whose maker wrote none: guardians fill it with what the toy tried (experience.md 1).</summary>
public static class HomeManifest
{
    /// <summary>Most places of one toy, as of any manifest.</summary>
    public const int PlacesMax = 32;

    /// <summary>True for a toy that has no maker's manifest.</summary>
    public static bool Is(Manifest manifest)
    {
        return manifest.Model.Length == 0;
    }

    /// <summary>The toy with these places, each unapproved until a guardian says so.</summary>
    /// <param name="name">Its name in the home.</param>
    /// <param name="places">At most <see cref="PlacesMax"/>; each fit, no name twice.</param>
    public static DeclaredToy Of(string name, HomePlace[] places)
    {
        Endpoint[] endpoints = new Endpoint[places.Length];

        for (int i = 0; i < endpoints.Length; i++)
        {
            endpoints[i] = places[i].ToEndpoint();
        }

        return new DeclaredToy(name, new Manifest("", name, "", "", "", "", AgeBand.Unknown, endpoints, new SensorUse[0], new string[0]));
    }
}
