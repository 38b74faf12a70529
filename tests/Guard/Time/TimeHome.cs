using ToyGuard.Core.Policy;
using ToyGuard.Guard.Tests.Relay;
using ToyGuard.Guard.Time;
using ToyGuard.Wire.Sntp;

namespace ToyGuard.Guard.Tests.Time;

/// <summary>The home of the relay's tests, a clock that stands, and packets to ask it with.</summary>
internal sealed class TimeHome : ITimeOfDay
{
    /// <summary>2027-01-15 08:00:00.250 UTC.</summary>
    public const long NowMs = 1800000000250;

    public TimeHome()
    {
        Responder = new SntpResponder(Home.Gate, this);
    }

    public RelayHome Home { get; } = new RelayHome();

    public SntpResponder Responder { get; }

    public bool IsKnown { get; set; } = true;

    /// <summary>The last answer; only as long as Ask said.</summary>
    public byte[] Answer { get; } = new byte[SntpPacket.Length];

    /// <inheritdoc/>
    public bool TryUtcMs(out long utcMs)
    {
        utcMs = IsKnown ? NowMs : 0;

        return IsKnown;
    }

    /// <summary>A packet whose bytes differ from each other, with this first one.</summary>
    public static byte[] Packet(int first, int length)
    {
        byte[] packet = new byte[length];

        for (int i = 0; i < length; i++)
        {
            packet[i] = (byte)(i + 100);
        }

        packet[0] = (byte)first;

        return packet;
    }

    /// <summary>A client's request of version 4.</summary>
    public static byte[] Request()
    {
        return Packet((4 << 3) | 3, SntpPacket.Length);
    }

    public int Ask(byte[] query)
    {
        return Responder.Answer(query, query.Length, 1, Answer);
    }

    /// <summary>Puts one rule about everything in force, by its name in a table.</summary>
    public void Apply(string rule)
    {
        switch (rule)
        {
            case "not paired":
                Home.Gate.SetPaired(false);
                break;
            case "everything paused":
                Home.Gate.PauseEverything(true);
                break;
            case "toy paused":
                Home.Gate.PauseToy(1, true);
                break;
            case "clock unknown":
                IsKnown = false;
                break;
            case "quiet hours":
                Home.Toys[0].QuietHours = new WeeklyHours(new int[] { 0 }, new int[] { WeeklyHours.MinutesOfWeek });
                break;
            default:
                break;
        }
    }
}
