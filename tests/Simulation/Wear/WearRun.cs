using ToyGuard.Core.Storage;
using ToyGuard.Fakes;
using ToyGuard.Simulation.Home;

namespace ToyGuard.Simulation.Wear;

/// <summary>Normal days through the real stores, and what they cost the flash.</summary>
/// <remarks>
/// A normal day: two starts that end well; 90 minutes of play, usage kept once a minute; 24 hours, at each of which calls that were held
/// become records; twelve held calls; four other records. Once a week a guardian changes something.
/// </remarks>
internal static class WearRun
{
    /// <summary>Days that are counted: sixteen retentions of the records.</summary>
    public const int Days = 112;

    /// <summary>Minutes of play a day.</summary>
    public const int PlayMinutes = 90;

    /// <summary>Starts a day.</summary>
    public const int Starts = 2;

    /// <summary>Saves of <see cref="SaveOften"/>.</summary>
    public const int Saves = 100_000;

    private const long FirstDay = 1_800_000_000;
    private const int WarmUpDays = 28;
    private const int HeldCalls = 12;
    private const int OtherRecords = 4;
    private const int Week = 7;

    /// <summary>Lives through the days; the first month, in which the ring of records fills, is not counted.</summary>
    public static WearTally Run()
    {
        FlashModel flash = new();
        long now = FirstDay;

        for (int day = 0; day < WarmUpDays; day++)
        {
            now = Live(flash, now, day);
        }

        WearTally tally = new(flash);

        for (int day = 0; day < Days; day++)
        {
            now = Live(flash, now, day);
        }

        tally.End(flash);
        return tally;
    }

    /// <summary>Saves settings again and again, each time others.</summary>
    /// <returns>The flash after it.</returns>
    public static FlashModel SaveOften()
    {
        FlashModel flash = new();
        TwoSlotStore store = new(flash, FlashLayout.SettingsA, FlashLayout.SettingsB);
        store.Open();

        for (int i = 0; i < Saves; i++)
        {
            Assert.IsTrue(store.Save([(byte)i, (byte)(i >> 8), (byte)(i >> 16)]), $"save {i}");
        }

        return flash;
    }

    private static long Live(FlashModel flash, long now, int day)
    {
        Device device = new(flash, now);

        for (int hour = 0; hour < 24; hour++)
        {
            if (hour % (24 / Starts) == 0)
            {
                device = new Device(flash, now);
                device.Do(new Op(OpKind.MarkGood, 0, 0));
            }

            if (hour == 8 && day % Week == 0)
            {
                // Other quiet hours; the rest is as it was, but for the first time.
                device.Do(new Op(OpKind.PauseAll, 0, 0));
                device.Do(new Op(OpKind.QuietHours, day, day));
                device.Do(new Op(OpKind.Approve, 0, (1 << 8) + 1));
            }

            for (int minute = 0; hour == 16 && minute < PlayMinutes; minute++)
            {
                device.Do(new Op(OpKind.Use, 1, minute * 61));
            }

            if (hour % 2 == 0)
            {
                device.Do(new Op(OpKind.Digest, hour, hour));
            }

            if (hour % (24 / OtherRecords) == 0)
            {
                device.Do(new Op(OpKind.Record, hour, hour));
            }

            device.Do(new Op(OpKind.NextHour, 0, 0));
            now = device.Now;
        }

        return now;
    }
}
