using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Family;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.View;
using ToyGuard.Kit;
using ToyGuard.Kit.Play;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Emulator.InToy;

/// <summary>The toy of one run: the story toy on the device's own kit and <see cref="ToyHost"/>, over this machine's sockets, with a body of text.</summary>
internal sealed class RunningToy : IDevice, IToyHands, IStoryWatcher, ITurn
{
    private const int StopMs = 3000;

    private readonly ToyHost _host;
    private readonly KeptHome _home;
    private readonly Gate _gate;
    private readonly Endpoint[] _places;
    private readonly ToyKit _kit;
    private readonly ToyRunner _runner;
    private readonly TextBoard _board;
    private readonly Child _child;
    private readonly Feed _feed;
    private readonly bool _isPlayedWith;
    private Sign _sign;

    private RunningToy(ToyHost host, KeptHome home, Manifest manifest, RunSettings settings, BoardBody body, Feed feed)
    {
        _host = host;
        _home = home;
        _gate = home.Gate;
        _places = manifest.Endpoints;
        _feed = feed;
        _isPlayedWith = !settings.IsCommanded;
        _board = new TextBoard(feed, body);
        _child = new Child(this, settings.Speed);
        _kit = new ToyKit(_gate, ToyHost.Toy, manifest, _board, host.Client, host.Sensors);
        _runner = new ToyRunner(new StoryToy(StoryToy.ChildMsPerLetter / settings.Speed, this), _kit);
    }

    IToyHands? IDevice.Hands
    {
        get { return this; }
    }

    /// <inheritdoc/>
    public required IReadOnlyList<Listening> Listens { get; init; }

    /// <summary>Starts everything but the toy's own code over a home that is open. A port that cannot be had ends the run in one line.</summary>
    public static RunningToy Start(StartParts parts, DeclaredToy toy, TlsRoots roots)
    {
        IReadOnlyList<PageDoor> doors = PageDoor.OfToy(parts.Settings, LanAddress.Find(), parts.OwnSide, parts.HomeSide);
        ToyHost host = new(parts.Home.Kept, parts.Clock, new Dialer(parts.Lab.Routes), roots, HostSettingsOf(parts, doors), parts.Feed);
        parts.Family.AddTo(host);
        Open(host, parts, doors);

        RunningToy running = new(host, parts.Home.Kept, toy.Manifest, parts.Settings, parts.Body, parts.Feed)
        {
            Listens = ListensOf(host, parts, doors),
        };

        host.Add(running._runner);
        host.Add(running);
        host.Start();
        return running;
    }

    /// <inheritdoc/>
    public void Wake()
    {
        _runner.Start();

        if (_isPlayedWith)
        {
            // Whoever only looks shall have something to see.
            Play();
        }
    }

    /// <summary>Ends everything, the network first: it may be what the toy's code waits for.</summary>
    public void Stop()
    {
        _host.Stop(StopMs);
        _runner.Stop(StopMs);

        for (int i = 0; i < _places.Length; i++)
        {
            string place = _places[i].Id;
            long bytes = _gate.BytesToday(ToyHost.Toy, i + 1);
            _feed.Tell(now => new PlaceUsed(now, place, bytes));
        }
    }

    /// <inheritdoc/>
    public void Press()
    {
        _runner.Press();
    }

    /// <inheritdoc/>
    public void HoldPaw()
    {
        _home.PauseByHand(ToyHost.Toy);
    }

    /// <inheritdoc/>
    public void Talk(bool isHeld)
    {
        _board.Hold(isHeld);
        _runner.Talk(isHeld);
    }

    /// <inheritdoc/>
    public void Play()
    {
        _child.Play();
    }

    /// <inheritdoc/>
    public void OnStory(string title, Reason reason)
    {
        _feed.Tell(now => new StoryBegun(now, title, reason));
    }

    /// <inheritdoc/>
    public void OnStoryOver()
    {
        _feed.Tell(now => new StoryEnded(now));
        _child.OnStoryOver();
    }

    /// <inheritdoc/>
    /// <remarks>The gate has told of it already.</remarks>
    public void OnUsage(Reason reason)
    {
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
        Sign sign = _kit.Signs.Showing;

        if (sign != _sign)
        {
            _sign = sign;
            _feed.Tell(now => new SignChanged(now, sign));
        }
    }

    private static void Open(ToyHost host, StartParts parts, IReadOnlyList<PageDoor> doors)
    {
        if (parts.Family.SetupDns is SetupDns dns)
        {
            Ports.Open(dns.Open, "--bind", "--dns-port", parts.Settings.Bind, parts.Settings.DnsPort);
        }

        Ports.OpenPage(host.Web, doors);
    }

    private static IReadOnlyList<Listening> ListensOf(ToyHost host, StartParts parts, IReadOnlyList<PageDoor> doors)
    {
        return
        [
            .. parts.Family.SetupDns is SetupDns dns ? [new Listening("dns", new IPEndPoint(parts.Settings.Bind, dns.Port), "udp", 0)] : Array.Empty<Listening>(),
            .. PageDoor.Listens(doors, host.Web),
        ];
    }

    private static ToyHostSettings HostSettingsOf(StartParts parts, IReadOnlyList<PageDoor> doors)
    {
        return new ToyHostSettings(parts.Lab.Resolver.Address.GetAddressBytes())
        {
            ResolverPort = parts.Lab.Resolver.Port,
            TimeServer = parts.Settings.TimeServer,
            TimeRoutes = parts.Lab.Routes,
            Sockets = parts.Settings.Sockets,
            WebListeners = [.. doors.Select(door => door.Listener)],
            Identity = parts.Identity,
            Door = parts.Family.Door,
            Deletes = parts.Family.Deletes,
        };
    }
}
