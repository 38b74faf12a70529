using System.Collections.Generic;
using System.Linq;
using System.Net;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Dialing;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.View;
using ToyGuard.Kit;
using ToyGuard.Kit.Play;
using ToyGuard.Page.Routes;
using ToyGuard.Samples.StoryToy;

namespace ToyGuard.Emulator.InToy;

/// <summary>The toy of one run: the story toy on the device's own kit and <see cref="ToyHost"/>, over this machine's sockets, with a body of text.</summary>
internal sealed class RunningToy : IToyHands, IStoryWatcher, ITurn
{
    private const int StopMs = 3000;

    private readonly ToyHost _host;
    private readonly Gate _gate;
    private readonly Endpoint[] _places;
    private readonly ToyKit _kit;
    private readonly ToyRunner _runner;
    private readonly TextBoard _board;
    private readonly Child _child;
    private readonly Feed _feed;
    private Sign _sign;

    private RunningToy(ToyHost host, Gate gate, Manifest manifest, PageIdentity identity, int speed, Feed feed)
    {
        _host = host;
        _gate = gate;
        _places = manifest.Endpoints;
        _feed = feed;
        _board = new TextBoard(feed);
        _child = new Child(this, speed);
        _kit = new ToyKit(gate, ToyHost.Toy, manifest, _board, host.Client, host.Sensors);
        _runner = new ToyRunner(new StoryToy(StoryToy.ChildMsPerLetter / speed, this), _kit);
        Identity = identity;
    }

    /// <summary>What the page says of the toy.</summary>
    public PageIdentity Identity { get; }

    /// <summary>What listens where.</summary>
    public required IReadOnlyList<Listening> Listens { get; init; }

    /// <summary>Starts everything but the toy's own code over a home that is open. A port that cannot be had ends the run in one line.</summary>
    public static RunningToy Start(RunSettings settings, KeptHome home, DeclaredToy toy, WallClock clock, TlsRoots roots, LabNetwork lab, Feed feed)
    {
        IReadOnlyList<PageDoor> doors = PageDoor.OfToy(settings, LanAddress.Find());
        PageIdentity identity = new(toy.Manifest.Name, "toyguard-emulator", PageMode.Toy) { IsPaired = home.Settings.IsPaired };
        ToyHost host = new(home, clock, new Dialer(lab.Routes), roots, HostSettingsOf(settings, identity, lab, doors), feed);
        Ports.OpenPage(host.Web, settings, doors);

        RunningToy running = new(host, home.Gate, toy.Manifest, identity, settings.Speed, feed)
        {
            Listens = [.. doors.Select((door, at) => new Listening(door.Service, new IPEndPoint(door.Address, host.Web.PortOf(at)), "tcp", 0))],
        };

        host.Add(running._runner);
        host.Add(running);
        host.Start();
        return running;
    }

    /// <summary>Starts the toy's own code.</summary>
    public void Wake()
    {
        _runner.Start();
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
    public void Talk(bool isHeld)
    {
        _board.Microphone.Hold(isHeld);
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

    private static ToyHostSettings HostSettingsOf(RunSettings settings, PageIdentity identity, LabNetwork lab, IReadOnlyList<PageDoor> doors)
    {
        return new ToyHostSettings(lab.Resolver.Address.GetAddressBytes())
        {
            ResolverPort = lab.Resolver.Port,
            TimeServer = settings.TimeServer,
            TimeRoutes = lab.Routes,
            Sockets = settings.Sockets,
            WebListeners = [.. doors.Select(door => door.Listener)],
            Identity = identity,
        };
    }
}
