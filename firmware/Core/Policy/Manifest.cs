using System;

namespace ToyGuard.Core.Policy;

/// <summary>What a toy's maker declares: the ceiling of what the toy may do, which parents narrow. Immutable.</summary>
public sealed class Manifest
{
    /// <summary>Takes what the manifest says. Throws for an age band that does not exist, and for an endpoint that is null.</summary>
    public Manifest(
        string model,
        string name,
        string maker,
        string contact,
        string securityContact,
        string supportUntil,
        AgeBand ageBand,
        Endpoint[] endpoints,
        SensorUse[] sensors,
        string[] roots)
    {
        if (ageBand > AgeBand.From13To18)
        {
            throw new ArgumentOutOfRangeException(nameof(ageBand));
        }

        for (int i = 0; i < endpoints.Length; i++)
        {
            if (endpoints[i] is null)
            {
                throw new ArgumentNullException(nameof(endpoints));
            }
        }

        Model = model;
        Name = name;
        Maker = maker;
        Contact = contact;
        SecurityContact = securityContact;
        SupportUntil = supportUntil;
        AgeBand = ageBand;
        Endpoints = endpoints;
        Sensors = sensors;
        Roots = roots;
    }

    /// <summary>The maker's model code.</summary>
    public string Model { get; }

    /// <summary>The product's name for a parent.</summary>
    public string Name { get; }

    /// <summary>The maker's name.</summary>
    public string Maker { get; }

    /// <summary>Where a parent reaches the maker: a URL.</summary>
    public string Contact { get; }

    /// <summary>Where a finder of a weakness reaches the maker: a URL.</summary>
    public string SecurityContact { get; }

    /// <summary>The last day of fixes, as yyyy-mm-dd.</summary>
    public string SupportUntil { get; }

    /// <summary>The youngest the toy is meant for; unknown in a home manifest.</summary>
    public AgeBand AgeBand { get; }

    /// <summary>All places the toy may ever reach. Empty means none.</summary>
    public Endpoint[] Endpoints { get; }

    /// <summary>All sensors it uses. Empty means none.</summary>
    public SensorUse[] Sensors { get; }

    /// <summary>Names of up to four PEM files beside the manifest, trust anchors for the toy's own TLS.</summary>
    public string[] Roots { get; }
}
