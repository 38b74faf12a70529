using System;
using System.Net;

using ToyGuard.Edge;
using ToyGuard.Edge.Dialing;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Lab;

/// <summary>The network beyond the hub in one run: who is asked for names, and where connections really go.</summary>
internal sealed class LabNetwork : IDisposable
{
    private readonly SampleLab? _sample;
    private readonly LabResolver? _labResolver;
    private readonly Datagrams? _nobody;

    /// <summary>Starts what the settings ask for.</summary>
    /// <param name="settings">The run's.</param>
    /// <param name="dataFolder">Where the CA file goes.</param>
    /// <param name="watcher">Hears what reaches the lab.</param>
    public LabNetwork(RunSettings settings, string dataFolder, ILabWatcher watcher)
    {
        bool isSample = settings.Manifests is null && settings.Lab is null;
        _sample = isSample ? new SampleLab(dataFolder, watcher) : null;
        Table = _sample?.Table ?? settings.Lab;
        Routes = Table is null ? null : new LabRoutes(Table);

        if (Table is not null && Table.HasNames)
        {
            _labResolver = new LabResolver(Table, settings.Resolver, watcher);
            _labResolver.Start();
            Resolver = _labResolver.EndPoint;
            ResolverWords = $"{Resolver} (of the lab{(settings.Resolver is null ? "" : $"; other names go on to {settings.Resolver}")})";
        }
        else if (settings.Resolver is not null)
        {
            Resolver = settings.Resolver;
            ResolverWords = $"{Resolver} (as --resolver says)";
        }
        else if (HomeResolver.Find() is IPEndPoint home)
        {
            Resolver = home;
            ResolverWords = $"{Resolver} (as this machine's network says)";
        }
        else
        {
            // A port of our own that never answers: whatever is asked there goes nowhere.
            _nobody = new Datagrams(IPAddress.Loopback.GetAddressBytes(), 0);
            Resolver = new IPEndPoint(IPAddress.Loopback, _nobody.Port);
            ResolverWords = "none is known, so no name is found; name one with --resolver";
        }
    }

    /// <summary>The lab's names, null where there is no lab.</summary>
    public LabTable? Table { get; }

    /// <summary>Where connections really go, null for where they say.</summary>
    public IRouteMap? Routes { get; }

    /// <summary>Whom the hub asks for names.</summary>
    public IPEndPoint Resolver { get; }

    /// <summary>The same in words.</summary>
    public string ResolverWords { get; }

    /// <summary>The lab's CA file, null where the lab is not ours.</summary>
    public string? AuthorityFile
    {
        get { return _sample?.AuthorityFile; }
    }

    public void Dispose()
    {
        _nobody?.Close();
        _labResolver?.Dispose();
        _sample?.Dispose();
    }
}
