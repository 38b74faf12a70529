using ToyGuard.Core.Boot;
using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing.SetUp;

namespace ToyGuard.Core.Tests.Pairing.SetUp;

/// <summary>A machine over a flash of a test, with clock and chance in the test's hand: every wait before joining is as long as it can be.</summary>
internal sealed class SetupRig : IRandom
{
    public const string Key = "sunny-day-42";

    public const int DelayMs = JoinDelay.BaseMs;

    public static readonly WifiNetwork[] Heard = { new("Hut", 3, WifiKind.Wpa2) };

    public SetupRig(bool isPaired)
        : this(new FlashModel(), isPaired)
    {
    }

    public SetupRig(FlashModel flash, bool isPaired)
    {
        Flash = flash;
        Start(isPaired);
    }

    public FlashModel Flash { get; }

    public SetupBook Book { get; private set; } = new(new FlashModel());

    public SetupMachine Machine { get; private set; } = null!;

    public long Now { get; set; } = 1000;

    /// <summary>What chance gives: 255 the longest waits, 0 none.</summary>
    public int Chance { get; set; } = 255;

    /// <summary>Another start over the same flash.</summary>
    public void Start(bool isPaired, bool isForToys = false)
    {
        Book = new SetupBook(Flash);
        Book.Open();
        Machine = new SetupMachine(Book, new JoinDelay(this), isPaired, Now, isForToys);
    }

    public int Step
    {
        get { return (int)Machine.View(Heard, Now).Step; }
    }

    public int Next(bool isJoined)
    {
        return (int)Machine.Next(isJoined, Now);
    }

    public bool Ask(string ssid)
    {
        return Machine.Ask(ssid, Key, Machine.IsPaired, Now);
    }

    /// <summary>Presses, chooses and tries, with this end.</summary>
    public void Try(string ssid, WifiFault fault)
    {
        Machine.Press(Now);
        Assert.IsTrue(Ask(ssid), "ask");
        TryChosen(fault);
    }

    public void TryChosen(WifiFault fault)
    {
        Assert.AreEqual((int)SetupTask.TryChosen, Next(false), "task");
        Assert.IsTrue(Machine.Begin(Now), "begin");
        Machine.End(fault, Now);
    }

    /// <summary>A flash with these networks remembered, the last one the newest, and nothing to tell.</summary>
    public static FlashModel Remembering(params string[] names)
    {
        SetupRig rig = new(false);

        foreach (string name in names)
        {
            rig.Now += SetupMachine.FirstOwnMs;
            rig.Machine.Press(rig.Now);
            rig.Try(name, WifiFault.None);
            rig.Machine.OnTold(rig.Now);
        }

        return rig.Flash;
    }

    public void Fill(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bytes[offset + i] = (byte)Chance;
        }
    }
}
