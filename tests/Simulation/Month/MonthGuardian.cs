using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Guard.Export;

namespace ToyGuard.Simulation.Month;

/// <summary>What the grown-ups and children of a month do with the rules, each told to the device and to what is expected of it.</summary>
internal sealed class MonthGuardian(MonthRun run, MonthTally tally)
{
    private const int MinutesOfDay = 1440;
    private const int Hour = 60;

    private List<byte[]>? _file;

    private FamilySettings Settings => run.Home.Kept.Settings;

    /// <summary>The first guardian is there.</summary>
    public void Pair()
    {
        Change(Household.First(Settings, MonthToys.Declared));
    }

    /// <summary>A guardian changes something; now and then only asks, or brings a file.</summary>
    public void Act()
    {
        int number = 1 + run.Chance.Below(MonthToys.Declared.Length);
        tally.Changes++;

        if (run.Chance.Below(9) == 0)
        {
            run.Flash.FailAt(run.Chance.Below(12));
        }

        switch (run.Chance.Below(20))
        {
            case 0 or 1 or 2:
                Agree(number);
                break;
            case 3 or 4:
                Erase(number);
                break;
            case 5:
                Export();
                break;
            case 6 or 7:
                Import();
                break;
            default:
                Choose(Next(number));
                break;
        }

        run.Flash.FailAt(-1);
    }

    /// <summary>Minutes are given for today: a bonus, a ticket that a child spends, or a grown-up who plays along.</summary>
    public void Give()
    {
        int toy = 1 + run.Chance.Below(MonthToys.Declared.Length);
        int minutes = 5 + run.Chance.Below(25);

        switch (run.Chance.Below(4))
        {
            case 0 or 1:
                if (run.Home.GiveBonus(toy, minutes))
                {
                    run.Expected.OnBonus(toy, minutes);
                }

                break;
            case 2:
                SpendTicket(toy);
                break;
            default:
                if (run.Home.PlayTogether(toy, minutes))
                {
                    run.Expected.OnTogether(toy, minutes);
                }

                break;
        }
    }

    private void SpendTicket(int toy)
    {
        int before = run.Expected.Tickets(toy);
        string name = MonthToys.Declared[toy - 1].Name;
        FamilySettings now = Settings;
        bool isSpent = run.Home.SpendTicket(toy);
        run.Check(!isSpent || before > 0, "a ticket that nobody granted");
        run.Check(!isSpent || Settings.Of(name).Tickets == now.Of(name).Tickets - 1, "a ticket that is spent and stays");
        FamilySettings? next = Household.SpendTicket(now, name);

        if (next is null)
        {
            return;
        }

        if (isSpent)
        {
            tally.Tickets++;
            run.Expected.OnBonus(toy, ToySettings.TicketMinutes);
            run.Expected.Saved(Household.Trim(next, run.Now));
        }
        else if (run.Flash.IsOff)
        {
            // The ticket went, or did not; so did its minutes.
            run.Expected.OnBonus(toy, ToySettings.TicketMinutes);
            run.Expected.NotSaved(next);
        }
    }

    private FamilySettings Next(int number)
    {
        FamilySettings now = Settings;
        DeclaredToy toy = MonthToys.Declared[number - 1];
        ToySettings set = now.Find(toy.Name) ?? ToySettings.Introduced(toy.Name);
        int more = run.Chance.Below(1 << 20);
        int until = run.Now.IsKnown && more % 2 == 0 ? run.Now.Minute + 10 + (more % (12 * Hour)) : 0;

        switch (run.Chance.Below(14))
        {
            case 0:
                return more % 3 == 0 ? now.WithPausedUntil(until) : now.WithEverythingPaused(false);
            case 1:
                return now.WithToy(more % 3 == 0 ? set.WithPausedUntil(until) : set.WithPaused(false));
            case 2 or 3:
                return Household.Approve(now, toy, 1 + (more / 7 % MonthToys.Places), more % 5 > 1, until);
            case 4:
                return now.WithToy(set.WithQuietHours(Quiet(more)));
            case 5 or 6:
                return now.WithToy(set.WithPlayMinutes(Week(more)));
            case 7:
                return now.WithRetentionDays(1 + (more % 20));
            case 8 or 9:
                return now.WithToy(set.WithTickets(more % (ToySettings.TicketsMax + 1)));
            case 10:
                return now.WithChild(new ChildSettings(1 + (more % 2), 1 + (more % ChildSettings.Animals), 1, AgeBand.Under9, Week(more / 3)));
            case 11:
                return more % 3 == 0 ? now.WithoutChild(1 + (more % 2)) : Given(now, set, more);
            default:
                return now.WithEverythingPaused(false).WithToy(set.WithPaused(false));
        }
    }

    private static FamilySettings Given(FamilySettings now, ToySettings set, int more)
    {
        int child = now.Children.Length == 0 ? ToySettings.NobodysChild : now.Children[more % now.Children.Length].Number;
        return now.WithToy(set.WithChild(child, more % 4 == 0));
    }

    private void Choose(FamilySettings next)
    {
        FamilySettings now = Settings;

        if (run.Chance.Below(5) == 0)
        {
            // The first of two messages, and no second.
            if (!Strictness.IsNeverLooser(next, now))
            {
                run.Home.AskOnly(next);
            }
        }
        else
        {
            Change(next);
        }
    }

    private void Agree(int number)
    {
        if (run.Now.IsKnown)
        {
            int until = run.Now.Minute + 1 + run.Chance.Below(300);
            Took(Household.Agree(Settings, MonthToys.Declared[number - 1], 1, until), run.Home.Agree(number, until));
        }
    }

    // What is written is what is read.
    private void Export()
    {
        FamilySettings now = Settings;
        _file = MonthFile.Write(run.Home.Kept, run.Desk);
        ImportReader reader = MonthFile.Read(_file, now);
        run.Check(reader.Fault == ImportFault.None, "a file that was written here cannot be read: " + reader.Fault);
        bool hasEnds = now.PausedUntil > 0 || Array.Exists(now.Toys, toy => toy.PausedUntil > 0);
        run.Check(hasEnds || SettingsCodec.AreSame(SettingsCodec.Write(reader.Settings), SettingsCodec.Write(now)), "a file says other rules than were written");
    }

    // A file of another day, whole or spoilt, which nobody confirms.
    private void Import()
    {
        if (_file is null)
        {
            Export();
            return;
        }

        List<byte[]> pages = [.. _file.Select(page => (byte[])page.Clone())];
        bool isSpoilt = run.Chance.Below(3) == 0;
        tally.Imports++;

        if (isSpoilt)
        {
            tally.SpoiltFiles++;
            byte[] page = pages[run.Chance.Below(pages.Count)];
            page[run.Chance.Below(page.Length)] ^= (byte)(1 << run.Chance.Below(8));
        }

        FamilySettings now = Settings;
        ImportReader reader = MonthFile.Read(pages, now);

        if (reader.Fault != ImportFault.None)
        {
            run.Check(isSpoilt, "a file of this home is not taken: " + reader.Fault);
            run.Check(ReferenceEquals(reader.Settings, now), "a file with a fault says something");
            return;
        }

        FamilySettings merged = Strictness.Merge(now, reader.Settings);
        SaveAnswer answer = run.Home.Import(reader.Settings);

        if (answer.IsSaved)
        {
            run.Expected.SavedNoLooser(Household.Trim(merged, run.Now), now);
        }
        else
        {
            run.Expected.NotSaved(merged);
        }

        AskAgain();
    }

    private void Erase(int number)
    {
        DeclaredToy toy = MonthToys.Declared[number - 1];
        FamilySettings next = Settings.WithoutToy(toy.Name);
        SaveAnswer answer = run.Home.Erase(number);
        Took(next, answer);

        if (Settings.Find(toy.Name) is null)
        {
            run.Expected.OnErased(number, answer.IsSaved);
            run.ForgetMinutes(number);
        }

        if (!answer.IsSaved)
        {
            return;
        }

        tally.Erased++;
        run.Ask(number, MonthToys.Stories);

        if (run.Chance.Below(4) > 0)
        {
            FamilySettings again = Household.Introduce(Settings, toy);
            Change(run.Chance.Below(2) == 0 ? again : again.WithToy(again.Of(toy.Name).WithPlayMinutes(5 + run.Chance.Below(10))));
        }
    }

    private void Change(FamilySettings next)
    {
        Took(next, run.Home.Change(next));
    }

    private void Took(FamilySettings next, SaveAnswer answer)
    {
        if (answer.IsSaved)
        {
            run.Expected.Saved(Household.Trim(next, run.Now));
        }
        else
        {
            run.Expected.NotSaved(next);
        }

        AskAgain();
    }

    private void AskAgain()
    {
        for (int toy = 1; toy <= MonthToys.Declared.Length; toy++)
        {
            run.Ask(toy, MonthToys.Stories);
            run.Ask(toy, MonthToys.Usage);
        }
    }

    // No limit, the same every day, or another one on each.
    private static DayMinutes Week(int number)
    {
        return (number % 4) switch
        {
            0 => DayMinutes.Unlimited,
            1 => DayMinutes.Every(10 + (number % 90)),
            _ => new DayMinutes([.. Enumerable.Range(0, DayMinutes.Days).Select(day => 5 + ((number / (day + 3)) % 90))]),
        };
    }

    private static WeeklyHours? Quiet(int number)
    {
        int windows = number % 4;
        int[] starts = new int[windows];
        int[] lengths = new int[windows];

        for (int i = 0; i < windows; i++)
        {
            starts[i] = ((i * 3 * MinutesOfDay) + (20 * Hour) + (number % 180)) % (7 * MinutesOfDay);
            lengths[i] = 60 + (number % 700);
        }

        return windows == 0 ? null : new WeeklyHours(starts, lengths);
    }
}
