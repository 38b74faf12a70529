using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Guard.Export;

namespace ToyGuard.Page.Door;

/// <summary>What a family decides and may decide either way: pauses, bedtimes, minutes, children, whose a toy is, tickets, playing along.</summary>
/// <remarks>
/// One path for all: the whole next settings are compared with those in force (<see cref="Strictness"/>). What is not looser is done at once;
/// what is looser takes a full session and a second message, at which it is worked out anew from what is in force then (DEF-04).
/// </remarks>
internal sealed class RuleGroup : DoorGroup
{
    // Sixteen windows, each two numbers of five digits.
    private const int WindowsBytes = ToySettings.WindowsMax * 12;
    private const int DaysBytes = DayMinutes.Days * 5;
    private const int BandBytes = 8;

    internal RuleGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "pause":
                Pause(question, answer);
                return true;
            case "quiet":
                Decide(question, answer, Operation.Quiet, ToyOf(question), 0, question.Text("windows", WindowsBytes));
                return true;
            case "minutes":
                Minutes(question, answer);
                return true;
            case "zone":
                Decide(question, answer, Operation.Zone, AllToys, 0, question.Text("tz", ZoneRule.TextMax));
                return true;
            case "child":
                Child(question, answer);
                return true;
            case "child-remove":
                Decide(question, answer, Operation.ChildRemove, AllToys, question.Number("n", 1, ChildSettings.Max), "");
                return true;
            case "assign":
                Assign(question, answer);
                return true;
            case "tickets":
                Decide(question, answer, Operation.Tickets, ToyOf(question), question.Number("count", 0, ToySettings.TicketsMax), "");
                return true;
            case "together":
                Together(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        if (what.Operation != Operation.Loosen)
        {
            return false;
        }

        Operation operation = (Operation)what.A;

        if (operation == Operation.Together)
        {
            answer.IsLooser = true;
            Put(answer, PlayTogether(what.B, what.C));
            return true;
        }

        Why why = Next(operation, what.B, what.C, Encoding.UTF8.GetString(what.Text!, 0, what.Text!.Length), out FamilySettings next);
        Put(answer, why == Why.None ? Change(answer, next) : why);
        return true;
    }

    private static int ToyOf(DoorQuestion question)
    {
        return question.Number("toy", 1, FamilySettings.ToysMax);
    }

    private void Pause(DoorQuestion question, DoorAnswer answer)
    {
        int toy = question.Number("toy", AllToys, FamilySettings.ToysMax);
        int minutes = question.Has("minutes") ? question.Number("minutes", 1, DoorTime.Day) : 0;
        Decide(question, answer, Operation.Pause, toy, minutes, "");
    }

    private void Minutes(DoorQuestion question, DoorAnswer answer)
    {
        bool isChild = question.Has("child");
        int child = isChild ? question.Number("child", 1, ChildSettings.Max) : ToySettings.NobodysChild;
        Decide(question, answer, Operation.Minutes, isChild ? AllToys : ToyOf(question), child, question.Text("days", DaysBytes));
    }

    // Its picture goes with the minutes, so that the kept text is all there is: "animal,colour,band,days".
    private void Child(DoorQuestion question, DoorAnswer answer)
    {
        int number = question.Number("n", 1, ChildSettings.Max);
        int animal = question.Number("animal", 1, ChildSettings.Animals);
        int colour = question.Number("colour", 1, ChildSettings.Colours);
        bool isBand = BandWords.TryRead(question.Text("band", BandBytes), out AgeBand band);
        string days = question.Text("days", DaysBytes);
        string text = animal.ToString() + "," + colour.ToString() + "," + ((int)band).ToString() + "," + days;
        Decide(question, answer, Operation.Child, AllToys, number, isBand ? text : "");
    }

    private void Assign(DoorQuestion question, DoorAnswer answer)
    {
        int toy = ToyOf(question);
        int child = question.Number("child", ToySettings.NobodysChild, ChildSettings.Max);
        bool isShared = question.Number("shared", 0, 1) == 1;
        Decide(question, answer, Operation.Assign, toy, child, isShared ? "1" : "0");
    }

    private void Together(DoorQuestion question, DoorAnswer answer)
    {
        int toy = ToyOf(question);
        int minutes = question.Number("minutes", 0, Gate.TogetherMinutesMax);
        Why why = JudgeToy(Judge(Operation.Together, question), toy, false);

        if (why == Why.None && minutes > 0 && !Home.Now.IsKnown)
        {
            why = Why.Expired;
        }

        if (why == Why.None && Home.ShowPlay(toy, out PlayView view) && minutes > view.TogetherLeft)
        {
            PutFirstStep(answer, Desk.Ask(Operation.Loosen), Operation.Loosen, (int)Operation.Together, toy, minutes, null);
            return;
        }

        Put(answer, why == Why.None ? PlayTogether(toy, minutes) : why);
    }

    private Why PlayTogether(int toy, int minutes)
    {
        return Home.PlayTogether(toy, minutes) ? Why.None : Why.Expired;
    }

    private void Decide(DoorQuestion question, DoorAnswer answer, Operation operation, int toy, int number, string text)
    {
        // A question about no toy, or about all of them, says so by its members.
        Why why = JudgeToy(Judge(operation, question), toy, true);
        FamilySettings next = Home.Settings;

        if (why == Why.None)
        {
            why = Next(operation, toy, number, text, out next);
        }

        if (why != Why.None)
        {
            Put(answer, why);
        }
        else if (Strictness.IsNeverLooser(next, Home.Settings))
        {
            PutChange(answer, next);
        }
        else
        {
            PutFirstStep(answer, Desk.Ask(Operation.Loosen), Operation.Loosen, (int)operation, toy, number, Encoding.UTF8.GetBytes(text));
        }
    }

    // The settings in force with one decision in them. Anew for the second message: whatever it needs may have gone meanwhile.
    private Why Next(Operation operation, int toy, int number, string text, out FamilySettings next)
    {
        FamilySettings now = Home.Settings;
        next = now;

        switch (operation)
        {
            case Operation.Pause:
                return Paused(toy, number, ref next);
            case Operation.Quiet:
                return Quiet(toy, text, ref next);
            case Operation.Minutes:
                return Minutes(toy, number, text, ref next);
            case Operation.Zone:
                next = ZoneRule.Read(text) is null ? now : now.WithZone(text);
                return next == now ? Why.Bad : Why.None;
            case Operation.Child:
                return Child(number, text, ref next);
            case Operation.ChildRemove:
                next = now.WithoutChild(number);
                return now.FindChild(number) is null ? Why.Unknown : Why.None;
            case Operation.Assign:
                if (number != ToySettings.NobodysChild && now.FindChild(number) is null)
                {
                    return Why.Unknown;
                }

                next = now.WithToy(SetOf(toy).WithChild(number, text == "1"));
                return Why.None;
            case Operation.Tickets:
                next = now.WithToy(SetOf(toy).WithTickets(number));
                return Why.None;
            default:
                return Why.Bad;
        }
    }

    private ToySettings SetOf(int toy)
    {
        return Home.Settings.Of(ToyAt(toy).Name);
    }

    private Why Paused(int toy, int minutes, ref FamilySettings next)
    {
        int before = toy == AllToys ? next.PausedUntil : SetOf(toy).PausedUntil;
        int until = 0;

        if (minutes > 0 && !TryEnd(minutes, out until))
        {
            return Why.Expired;
        }

        // To the gate the same end is the same pause, which may be over where the clock went back.
        until = until != 0 && until == before ? until + 1 : until;
        next = toy == AllToys ? next.WithPausedUntil(until) : next.WithToy(SetOf(toy).WithPausedUntil(until));
        return Why.None;
    }

    private Why Quiet(int toy, string text, ref FamilySettings next)
    {
        string[] windows = text.Length == 0 ? new string[0] : text.Split(',');

        if (windows.Length > ToySettings.WindowsMax)
        {
            return Why.Bad;
        }

        int[] starts = new int[windows.Length];
        int[] lengths = new int[windows.Length];

        for (int i = 0; i < windows.Length; i++)
        {
            int[]? window = NumberText.List(windows[i], '+');

            if (window is null || window.Length != 2 || window[0] < 0 || window[0] >= WeeklyHours.MinutesOfWeek || window[1] < 1 || window[1] > WeeklyHours.MinutesOfWeek)
            {
                return Why.Bad;
            }

            starts[i] = window[0];
            lengths[i] = window[1];
        }

        next = next.WithToy(SetOf(toy).WithQuietHours(windows.Length == 0 ? null : new WeeklyHours(starts, lengths)));
        return Why.None;
    }

    private Why Minutes(int toy, int number, string text, ref FamilySettings next)
    {
        ChildSettings? child = next.FindChild(number);
        int[]? days = NumberText.List(text, ',');

        if (days is null || !DayMinutes.IsFit(days))
        {
            return Why.Bad;
        }

        if (toy == AllToys && child is null)
        {
            return Why.Unknown;
        }

        DayMinutes minutes = new DayMinutes(days);
        next = child is null
            ? next.WithToy(SetOf(toy).WithPlayMinutes(minutes))
            : next.WithChild(new ChildSettings(number, child.Animal, child.Colour, child.Band, minutes));
        return Why.None;
    }

    private static Why Child(int number, string text, ref FamilySettings next)
    {
        const int Before = 3;
        int[]? numbers = NumberText.List(text, ',');

        if (numbers is null || numbers.Length != Before + DayMinutes.Days)
        {
            return Why.Bad;
        }

        int[] days = new int[DayMinutes.Days];
        System.Array.Copy(numbers, Before, days, 0, days.Length);

        if (!DayMinutes.IsFit(days))
        {
            return Why.Bad;
        }

        next = next.WithChild(new ChildSettings(number, numbers[0], numbers[1], (AgeBand)numbers[2], new DayMinutes(days)));
        return Why.None;
    }
}
