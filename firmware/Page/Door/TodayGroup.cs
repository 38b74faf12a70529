using System.Text;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Page.Routes;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What a parent sees first: every toy, whether it is awake and until when, and whether anything needs a look.</summary>
internal sealed class TodayGroup : DoorGroup
{
    // Bytes of an answer's toys; the rest is asked for with "from". A row is at most its names and numbers, and its name twice, should it be all quotes.
    private const int ToysBytes = 2300;
    private const int RowBytes = 165;

    private readonly PageIdentity _identity;
    private readonly ToyLook _look;

    internal TodayGroup(PairingDesk desk, IDoorHome home, PageIdentity identity)
        : base(desk, home)
    {
        _identity = identity;
        _look = new ToyLook(home);
    }

    /// <summary>The monotonic clock of the question.</summary>
    internal long NowMs { get; set; }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        if (question.Op != "look")
        {
            return false;
        }

        int from = question.Has("from") ? question.Number("from", 1, FamilySettings.ToysMax) : 1;
        Why why = Judge(Operation.Look, question);

        if (why == Why.None)
        {
            Write(answer.Ok(), from);
        }
        else
        {
            Put(answer, why);
        }

        return true;
    }

    private void Write(JsonWriter writer, int from)
    {
        DeskView desk = Desk.View(NowMs);
        FamilySettings settings = Home.Settings;
        Moment now = Home.Now;
        WifiFault fault = Home.SetUp(NowMs).Fault;
        int fix = SafetyCheck.ToFix(SafetyLook.Of(Desk, Home, NowMs));

        PutText(writer, "name", _identity.Name);
        PutText(writer, "mode", _identity.Mode == PageMode.Toy ? "toy" : "hub");
        PutBool(writer, "paired", settings.IsPaired);
        PutBool(writer, "clock", now.IsKnown);
        PutBool(writer, "zone", settings.Zone.Length > 0);
        _look.Take(AllToys);
        PutBool(writer, "pausedAll", _look.IsEverythingPaused);
        PutText(writer, "until", DoorTime.Near(_look.EverythingUntil, now));
        PutNumber(writer, "more", PutToys(writer, settings, now, from));
        writer.Name("checks");
        writer.BeginObject();
        PutNumber(writer, "fine", SafetyCheck.Count - fix);
        PutNumber(writer, "fix", fix);
        writer.EndObject();
        PutNumber(writer, "forgot", desk.ForgotLeft);
        PutNumber(writer, "requests", Desk.Call.Role == Role.Viewer ? 0 : Home.Requests.WaitingOf(now));
        PutNumber(writer, "notices", Desk.Call.Role == Role.Guardian ? Desk.NoticeCount : 0);
        PutNumber(writer, "role", (int)Desk.Call.Role);
        PutBool(writer, "full", Desk.Call.IsFull);

        if (fault != WifiFault.None)
        {
            PutText(writer, "networkFault", SetupWords.Of(fault));
        }
    }

    // Returns the toy to ask for next; 0 when these were the last.
    private int PutToys(JsonWriter writer, FamilySettings settings, Moment now, int from)
    {
        int left = ToysBytes;
        int more = 0;
        writer.Name("toys");
        writer.BeginArray();

        for (int number = from; number <= Home.Toys.Length && more == 0; number++)
        {
            // What its maker calls it; the name of its file means nothing to a parent.
            string name = ToyAt(number).Manifest.Name;
            left -= RowBytes + (2 * Encoding.UTF8.GetBytes(name).Length);

            if (left < 0)
            {
                more = number;
            }
            else
            {
                PutToy(writer, settings.Of(ToyAt(number).Name), now, number, name);
            }
        }

        writer.EndArray();
        return more;
    }

    private void PutToy(JsonWriter writer, ToySettings set, Moment now, int number, string name)
    {
        Home.ShowPlay(number, out PlayView view);
        _look.Take(number);
        writer.BeginObject();
        PutNumber(writer, "n", number);
        PutText(writer, "name", name);
        PutBool(writer, "paused", _look.IsPaused);
        PutText(writer, "until", DoorTime.Near(_look.PausedUntil, now));
        PutNumber(writer, "bonusRoom", view.BonusRoom);
        PutNumber(writer, "tickets", set.Tickets);
        PutNumber(writer, "together", view.TogetherLeft);
        PutNumber(writer, "minutesLeft", view.MinutesLeft);
        PutNumber(writer, "reason", (int)view.Held);
        PutText(writer, "asleepAt", view.Held == Reason.None && view.MinutesLeft >= 0 && now.IsKnown ? DoorTime.TimeOfDay(now.MinuteOfWeek + view.MinutesLeft) : "");
        writer.EndObject();
    }
}
