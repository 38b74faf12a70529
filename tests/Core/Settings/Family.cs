using System;
using System.Text;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Tests.Policy;
using ToyGuard.Core.Times;

namespace ToyGuard.Core.Tests.Settings;

/// <summary>A family that has set something in every field, and what tests do with settings on both runtimes.</summary>
public static class Family
{
    /// <summary>The sample home's time, as <see cref="Moment.Minute"/>.</summary>
    public const int Noon = Home.Monday * 1440 + Home.Noon;

    /// <summary>Evenings on school days, and Sunday from 20:00 over the week's end to 07:00.</summary>
    public static WeeklyHours Evenings()
    {
        return new WeeklyHours(new int[] { 20 * 60, (24 + 20) * 60, (6 * 24 + 20) * 60 }, new int[] { 60, 60, 11 * 60 });
    }

    public static WeeklyHours Hours(int start, int length)
    {
        return new WeeklyHours(new int[] { start }, new int[] { length });
    }

    /// <summary>Sensors agreed to until Monday 13:00, and for 90 days.</summary>
    public static SensorConsent[] Consents()
    {
        return new SensorConsent[] { new SensorConsent(9, Noon + 90 * 1440), new SensorConsent(-2, Noon + 60) };
    }

    /// <summary>A cat in the second colour: 120 minutes on school days, 60 on Saturday, no limit on Sunday.</summary>
    public static ChildSettings Cat()
    {
        return new ChildSettings(1, 3, 2, AgeBand.From9To12, new DayMinutes(new int[] { 120, 120, 120, 120, 120, 60, -1 }));
    }

    public static ToySettings Bear()
    {
        Approval[] approvals = { new Approval(3, 0), new Approval(-1, 0), new Approval(0x0102030405060708, Noon + 60) };
        return new ToySettings("bear", false, Evenings(), 90, AgeBand.From9To12, new long[0]).WithApprovals(approvals).WithConsents(Consents());
    }

    public static ToySettings Rabbit()
    {
        return new ToySettings("Häschen", true, null, ToySettings.NoLimit, AgeBand.Unknown, new long[0]);
    }

    /// <summary>Something in every field: the cat has the rabbit, which is paused for half an hour and has two tickets.</summary>
    public static FamilySettings Sample()
    {
        return new FamilySettings(true, false, 14, new ToySettings[] { Bear(), Rabbit() })
            .WithZone("CET-1CEST,M3.5.0,M10.5.0/3")
            .WithChild(Cat())
            .WithToy(Rabbit().WithChild(1, false).WithTickets(2).WithPausedUntil(Noon + 30));
    }

    /// <summary>As much of the sample as schema 3 had a place for.</summary>
    public static FamilySettings SampleOfThree()
    {
        return new FamilySettings(true, false, 14, new ToySettings[] { Bear().WithApprovals(new long[] { 3, -1, 0x0102030405060708 }), Rabbit() });
    }

    /// <summary>The sample with another bear.</summary>
    public static FamilySettings With(ToySettings bear)
    {
        return Sample().WithToy(bear);
    }

    /// <summary>The sample toy of the gate's tests, as it is declared.</summary>
    public static DeclaredToy DeclaredBear()
    {
        return new DeclaredToy("bear", Home.SampleManifest());
    }

    /// <summary>All endpoints approved that the gate's sample toy has approved.</summary>
    public static FamilySettings AllWell()
    {
        DeclaredToy bear = DeclaredBear();
        FamilySettings settings = FamilySettings.Strict.WithPaired(true).WithEverythingPaused(false);

        for (int number = 1; number < Home.UsageEndpoint; number++)
        {
            settings = Household.Approve(settings, bear, number, true);
        }

        return settings;
    }

    /// <summary>Everything one field can say, for settings that often differ in little.</summary>
    public static FamilySettings Any(Dice dice)
    {
        ToySettings[] toys = new ToySettings[dice.Roll(4)];

        for (int i = 0; i < toys.Length; i++)
        {
            WeeklyHours? quiet = dice.Roll(2) == 0 ? null : Hours(dice.Roll(3) * 5000, 1 + dice.Roll(3) * 5039);
            long[] approvals = new long[dice.Roll(3)];

            for (int j = 0; j < approvals.Length; j++)
            {
                approvals[j] = dice.Roll(4) - 2;
            }

            ToySettings toy = new ToySettings("toy" + i.ToString(), dice.Roll(2) == 0, quiet, dice.Roll(3) * 720 - 1 + dice.Roll(2), (AgeBand)dice.Roll(4), approvals);
            toy = dice.Roll(2) == 0 ? toy : toy.WithConsent(new SensorConsent(dice.Roll(3) - 1, 1 + dice.Roll(3)));
            toy = toy.WithTickets(dice.Roll(5)).WithChild(dice.Roll(3), dice.Roll(4) == 0);
            toys[i] = toy.IsPaused && dice.Roll(2) == 0 ? toy.WithPausedUntil(dice.Roll(3)) : toy;
        }

        FamilySettings settings = new FamilySettings(dice.Roll(2) == 0, dice.Roll(2) == 0, dice.Roll(31), new ToySettings[0]);
        settings = settings.IsEverythingPaused && dice.Roll(2) == 0 ? settings.WithPausedUntil(dice.Roll(3)) : settings;

        for (int number = 1; number <= 2 + dice.Roll(2); number++)
        {
            settings = settings.WithChild(new ChildSettings(number, 1 + dice.Roll(16), 1 + dice.Roll(8), (AgeBand)dice.Roll(4), DayMinutes.Every(dice.Roll(3) * 60)));
        }

        return settings.WithZone(dice.Roll(2) == 0 ? "" : "UTC0").WithToys(toys);
    }

    /// <summary>Bytes as lower-case hex digits.</summary>
    public static string HexOf(byte[] bytes)
    {
        StringBuilder text = new StringBuilder();

        for (int i = 0; i < bytes.Length; i++)
        {
            text.Append("0123456789abcdef"[bytes[i] >> 4]);
            text.Append("0123456789abcdef"[bytes[i] & 15]);
        }

        return text.ToString();
    }

    /// <summary>True when both say the same in every field.</summary>
    public static bool AreSame(FamilySettings one, FamilySettings other)
    {
        return HexOf(SettingsCodec.Write(one)) == HexOf(SettingsCodec.Write(other));
    }

    /// <summary>Fails unless both say the same in every field, which is when they are the same bytes.</summary>
    public static void AssertSame(FamilySettings expected, FamilySettings? actual, string about)
    {
        Assert.IsNotNull(actual, about);
        Assert.AreEqual(HexOf(SettingsCodec.Write(expected)), HexOf(SettingsCodec.Write(actual!)), about);
    }

    public static void AssertRanking(Ranking expected, FamilySettings a, FamilySettings b, string about)
    {
        Assert.AreEqual((int)expected, (int)Strictness.Compare(a, b), about);
    }
}
