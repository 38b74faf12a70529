using System;
using System.IO;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Edge.Tests.Storage;

/// <summary>A home with one toy, kept in real files, that is started again and again.</summary>
internal sealed class KeptRig : IDisposable, IHomeClock, IRecordReader
{
    /// <summary>The name of the toy, found nowhere by chance.</summary>
    public const string Toy = "marker-4b1d-bear";

    /// <summary>The time that the gate goes by, local, and in UTC where it is known.</summary>
    public const long NowSeconds = 1800000000;

    public const int BytesADay = 1000000;

    private readonly FlashFolder _folder;
    private RecordKind _wanted;
    private int _found;

    public KeptRig(int driveBytes = 256 * 1024)
    {
        _folder = new FlashFolder(driveBytes);
        Drive = new FileDrive(_folder.Flash);
        HostPattern pattern = HostPattern.Parse("stories.toys.test", out _)!;
        Endpoint stories = new("stories", pattern, 443, Scheme.Https, "Example Toys", Party.First, "stories", [], BytesADay, null);
        Manifest manifest = new("bear", "Bear", "Example Toys", "https://toys.example/", "mailto:security@toys.example", "2031-12-31", AgeBand.Under9, [stories], [new SensorUse("microphone", "talk", "push-to-talk")], []);
        Toys = [new DeclaredToy(Toy, manifest)];
        Home = NewHome();
    }

    public string Path => _folder.Path;

    public FileFlash Flash => _folder.Flash;

    public DeclaredToy[] Toys { get; }

    /// <summary>What a guardian of this home has approved: all there is.</summary>
    public FamilySettings Open => Household.Approve(FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false), Toys[0], 1, true);

    public IEraseDrive Drive { get; set; }

    public Core.Crypto.IRandom Random { get; set; } = new SecureRandom();

    public Core.Crypto.IHmac Hmac { get; set; } = new Hmac();

    public KeptHome Home { get; private set; }

    public bool IsTimeKnown { get; set; }

    /// <summary>Another start, with whatever was set above. The one before ends as by a pulled plug.</summary>
    public BootOutcome Boot()
    {
        Home = NewHome();

        return Home.Open(Toys, new VerdictCounters());
    }

    /// <summary>A home that is paired and open, and had a good boot.</summary>
    public static KeptRig Paired(int driveBytes = 256 * 1024)
    {
        KeptRig rig = new(driveBytes);
        rig.Boot();
        Assert.IsTrue(rig.Home.Change(rig.Open).IsSaved);
        rig.Serve(BootLadder.GoodAfterMs);
        rig.Boot();

        return rig;
    }

    /// <summary>That many milliseconds of service, a turn a second.</summary>
    public void Serve(int ms)
    {
        for (int now = 0; now <= ms; now += 1000)
        {
            Home.Keep(now);
        }
    }

    /// <summary>What the gate says to the toy, at a time that it knows.</summary>
    public Reason Ask(string host = "stories.toys.test")
    {
        GateQuery query = new() { Toy = 1, Kind = AskKind.Lookup };
        Assert.AreEqual(HostFault.None, query.Host.Read(host));
        Home.Gate.SetClock(Moment.FromLocalSeconds(NowSeconds));

        return Home.Gate.Ask(query).Reason;
    }

    /// <summary>How many records of a kind are kept.</summary>
    public int Count(RecordKind kind)
    {
        _wanted = kind;
        _found = 0;
        Home.Walk(this);

        return _found;
    }

    /// <summary>Bytes that the folder takes, in whole blocks.</summary>
    public long UsedBytes() => Directory.GetFiles(Path).Sum(file => (new FileInfo(file).Length + 4095) / 4096 * 4096);

    public void SetZone(string zone)
    {
    }

    public bool TryUtcMs(out long utcMs)
    {
        utcMs = IsTimeKnown ? NowSeconds * 1000 : 0;

        return IsTimeKnown;
    }

    public void OnRecord(uint sequence, Record record) => _found += record.Kind == _wanted ? 1 : 0;

    public void OnUnproved(uint sequence, Record record)
    {
    }

    public void OnFault(RecordFault fault, uint sequence)
    {
    }

    public void Dispose() => _folder.Dispose();

    private KeptHome NewHome() => new(_folder.Flash, Drive, Random, Hmac, this);
}
