using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;

using Spectre.Console;
using Spectre.Console.Rendering;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge;
using ToyGuard.Edge.Storage;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Look;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Tests.Running;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Tests.View;

/// <summary>
/// Goal: the picture in the README is what the live view shows, and stays so.
/// Method: the view's own parts over the real gate and the sample toys, at a fixed time, drawn as SVG and compared with the file.
/// </summary>
/// <remarks>To draw it anew: TOYGUARD_DRAW=1 dotnet test tests/Emulator --filter PictureTests</remarks>
[TestClass]
public class PictureTests
{
    private const int Width = 140;
    private const int Height = 26;
    private const int LengthMax = 150 * 1024;

    private static readonly DateTimeOffset Time = new(2026, 11, 18, 16, 20, 5, TimeSpan.Zero);

    [TestMethod]
    public void Picture_IsWhatTheViewShows()
    {
        string path = Path.Combine(Repository.Root, "firmware", "docs", "emulator.svg");
        string drawn = Draw();

        if (Environment.GetEnvironmentVariable("TOYGUARD_DRAW") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.IsTrue(drawn.Length < LengthMax, $"{drawn.Length} characters");
        Assert.AreEqual(drawn, File.ReadAllText(path), "firmware/docs/emulator.svg is not what the view shows any more; draw it anew as the remark of this class says");
    }

    private static string Draw()
    {
        IReadOnlyList<DeclaredToy> folder = ToyFolder.Read(null);
        IReadOnlyList<EmulatedToy> toys = ToyHome.Gather(folder, []);
        Moment now = ClockSetting.Read("2026-11-18T16:20:05").AsMoment();
        GateState state = FirstSettings.StateOf(FirstSettings.Of(folder, Acceptance.OwnTls), folder, now);
        Listening[] listens =
        [
            new("dns", new IPEndPoint(IPAddress.Loopback, 5300), "udp", 0),
            new("tls", new IPEndPoint(IPAddress.Loopback, 8443), "tcp", 443),
            new("plain", new IPEndPoint(IPAddress.Loopback, 8080), "tcp", 80),
            new("sntp", new IPEndPoint(IPAddress.Loopback, 1230), "udp", 0),
            new("page", new IPEndPoint(IPAddress.Loopback, 8081), "tcp", 0) { For = "for toys" },
            new("page-home", new IPEndPoint(IPAddress.Parse("127.0.1.1"), 8081), "tcp", 0) { For = "for the home side, and this computer's browser is at home" },
            new("page-phone", new IPEndPoint(IPAddress.Loopback, 8082), "tcp", 0) { For = "for a browser on this computer as a phone at home" },
        ];
        LabTable lab = new();
        Assert.IsTrue(lab.TryAddName("stories.toys.example", [IPAddress.Parse("192.0.2.10")]));
        Assert.IsTrue(lab.TryAddName("updates.lights.test", [IPAddress.Parse("192.168.1.1")]));

        Briefing briefing = new()
        {
            IsPaired = true,
            PairedWords = "yes, as if a guardian had accepted the maker's own TLS places",
            Start = FirstStart(),
            Clock = "2026-11-18T16:20:05",
            Listens = listens,
            Board = "http://127.0.0.1:8090/",
            Resolver = "127.0.0.1:41588 (of the lab)",
            AuthorityFile = "/tmp/toyguard-lab/lab-ca.pem",
            Notes = [],
            Toys = toys,
            State = state,
            TryLines = TryLines.Make(toys, state, lab, listens, "/tmp/toyguard-lab/lab-ca.pem"),
        };

        SvgScreen screen = new(Width);

        foreach (IRenderable part in briefing.Parts())
        {
            screen.Write(part);
        }

        // The first two groups are enough to see what they are like.
        foreach ((IRenderable title, IReadOnlyList<string> commands) in briefing.Tries().Take(2))
        {
            screen.Write(title);

            foreach (string command in commands.Where(command => !command.StartsWith("openssl", StringComparison.Ordinal)))
            {
                screen.Write(new Text(command + "\n"));
            }
        }

        screen.Write(new Text("…\n\n"));
        screen.Write(LivePicture.Of(briefing, Happened(folder, now), 0, Width, Height));
        return screen.ToSvg("The ToyGuard Emulator: where the hub listens, what to try, and each verdict as it happens");
    }

    // Of a device that has kept nothing yet.
    private static BootOutcome FirstStart()
    {
        CopiedFlash empty = new(new FileFlash(Path.Combine(Repository.Root, "no-such-folder"), DataFolder.DriveBytes));
        return new BootSequence(empty, new NoDrive(), new SecureRandom(), new Hmac()).Run();
    }

    private static Tally Happened(IReadOnlyList<DeclaredToy> folder, Moment now)
    {
        Feed feed = new([.. folder.Select(toy => toy.Name)], new StoppedTime());
        Gate gate = new(FirstSettings.StateOf(FirstSettings.Of(folder, Acceptance.OwnTls), folder, now), new VerdictCounters()) { Watcher = feed };

        Ask(1, AskKind.Lookup, "stories.toys.example", Reason.None);
        Ask(1, AskKind.TlsHello, "stories.toys.example", Reason.None);
        feed.OnResolverAsked("stories.toys.example");
        feed.OnServerReached("stories.toys.example", IPAddress.Loopback);
        Ask(1, AskKind.Lookup, "tracker.ads.example", Reason.None);
        Ask(1, AskKind.Lookup, "usage.metrics.example", Reason.None);
        Ask(2, AskKind.Lookup, "lullabies.lights.test", Reason.None);
        Ask(2, AskKind.TlsHello, "updates.lights.test", Reason.None);
        feed.OnResolverAsked("updates.lights.test");
        Ask(2, AskKind.TlsHello, "updates.lights.test", Reason.AddressPrivate);
        Ask(0, AskKind.Lookup, "stories.toys.example", Reason.None);
        feed.Complete();

        Tally tally = new();

        while (feed.Reader.TryRead(out Happening? happening))
        {
            tally.Add(happening);
        }

        return tally;

        void Ask(int toy, AskKind kind, string host, Reason heldAfterwards)
        {
            GateQuery query = new() { Toy = toy, Kind = kind, Port = kind == AskKind.Lookup ? 0 : 443 };
            query.Host.Read(host);
            _ = heldAfterwards == Reason.None ? gate.Ask(query) : gate.Hold(query, heldAfterwards);
        }
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone
        {
            get { return TimeZoneInfo.Utc; }
        }

        public override DateTimeOffset GetUtcNow()
        {
            return Time;
        }
    }
}
