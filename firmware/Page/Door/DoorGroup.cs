using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>Operations that belong together. Each judges in the same order: may this phone ask for it, is the question fit, is there such a thing; then it is done.</summary>
internal abstract class DoorGroup
{
    /// <summary>In place of a toy's number: all of them, or none.</summary>
    private protected const int AllToys = 0;

    /// <summary>Nobody said for how long: the maker's own place is open until somebody closes it, another for the term.</summary>
    private protected const int NoMinutes = -1;

    private protected DoorGroup(PairingDesk desk, IDoorHome home)
    {
        Desk = desk;
        Home = home;
    }

    private protected PairingDesk Desk { get; }

    private protected IDoorHome Home { get; }

    /// <summary>Answers a question. False, and nothing is answered, when the operation is none of these.</summary>
    internal abstract bool Answer(DoorQuestion question, DoorAnswer answer);

    /// <summary>Carries out what was asked for before and is confirmed now. False when it is none of these.</summary>
    internal virtual bool CarryOut(Loosening what, DoorAnswer answer)
    {
        return false;
    }

    /// <summary>May this phone ask for it, and is the question, all of whose members were taken, fit.</summary>
    private protected Why Judge(Operation operation, DoorQuestion question)
    {
        question.Operation = operation;
        Why why = Desk.Ask(operation);

        return why != Why.None ? why : question.IsFit ? Why.None : Why.Bad;
    }

    /// <summary>The same of a question that names a toy.</summary>
    private protected Why JudgeToy(Why why, int toy, bool mayBeAll)
    {
        bool isKnown = (toy == AllToys && mayBeAll) || (toy > 0 && toy <= Home.Toys.Length);

        return why != Why.None ? why : isKnown ? Why.None : Why.Unknown;
    }

    /// <summary>The minute that lies so many from now; false while nobody knows the time, and where calendars end.</summary>
    private protected bool TryEnd(int minutes, out int until)
    {
        until = Home.Now.Minute + minutes;
        return Home.Now.IsKnown && until > 0;
    }

    /// <summary>The settings with a place open: for minutes, 0 is the term. Nothing that has an end is opened while nobody knows the time.</summary>
    private protected Why Open(DeclaredToy toy, int place, int minutes, ref FamilySettings settings)
    {
        int until = Approval.NoEnd;
        bool isEndless = minutes == NoMinutes && toy.Manifest.Endpoints[place - 1].Party == Party.First;

        if (!isEndless && !TryEnd(minutes > 0 ? minutes : Approval.DaysMax * DoorTime.Day, out until))
        {
            return Why.Expired;
        }

        settings = Household.Approve(settings, toy, place, true, until);
        return Why.None;
    }

    private protected DeclaredToy ToyAt(int number)
    {
        return Home.Toys[number - 1];
    }

    /// <summary>A plain yes, or why not, with the time to wait where there is one.</summary>
    private protected void Put(DoorAnswer answer, Why why)
    {
        if (why == Why.None)
        {
            answer.Ok();
        }
        else
        {
            answer.Refuse(why, why == Why.Wait || why == Why.WrongPin ? Desk.WaitSeconds : 0);
        }
    }

    /// <summary>The first of two messages: nothing is done yet, and the second can carry nothing else (DEF-04).</summary>
    private protected void PutFirstStep(DoorAnswer answer, Why why, Operation operation, int a, int b, int c, byte[]? text)
    {
        if (why == Why.None)
        {
            why = Desk.Loosen(operation, a, b, c, text, out byte[] token, out bool needsPress);

            if (why == Why.None)
            {
                JsonWriter writer = answer.OkFirst();
                PutBytes(writer, "confirm", token);
                writer.Name("press");
                writer.Bool(needsPress);
                return;
            }
        }

        Put(answer, why);
    }

    /// <summary>Changes settings and says whether the next start finds them so.</summary>
    private protected void PutChange(DoorAnswer answer, FamilySettings next)
    {
        Put(answer, Change(answer, next));
    }

    /// <summary>Changes settings; what is looser by it every guardian is told (INFO-03).</summary>
    private protected Why Change(DoorAnswer answer, FamilySettings next)
    {
        FamilySettings before = Home.Settings;

        if (!Home.Change(next).IsSaved)
        {
            return Why.NotSaved;
        }

        LoosenedPart part = Loosened.Of(before, Home.Settings, Home.Toys, out int toy);

        if (part != LoosenedPart.Nothing)
        {
            answer.IsLooser = true;
            Desk.Note(NoticeOf(part), Desk.Call.PhoneNumber, toy);
        }

        return Why.None;
    }

    /// <summary>A yes, which also says when not every service could be noted to be told (DEL-03).</summary>
    private protected static void PutNoted(DoorAnswer answer, bool areNoted)
    {
        JsonWriter writer = answer.Ok();

        if (!areNoted)
        {
            PutBool(writer, "full", true);
        }
    }

    private static NoticeKind NoticeOf(LoosenedPart part)
    {
        return part switch
        {
            LoosenedPart.Sensor => NoticeKind.SensorAgreed,
            LoosenedPart.Place => NoticeKind.PlaceOpened,
            _ => NoticeKind.RuleLoosened,
        };
    }

    private protected static void PutBytes(JsonWriter writer, string name, byte[] bytes)
    {
        PutText(writer, name, HexText.Of(bytes));
    }

    private protected static void PutText(JsonWriter writer, string name, string text)
    {
        writer.Name(name);
        writer.Text(text);
    }

    private protected static void PutNumber(JsonWriter writer, string name, long number)
    {
        writer.Name(name);
        writer.Number(number);
    }

    private protected static void PutBool(JsonWriter writer, string name, bool value)
    {
        writer.Name(name);
        writer.Bool(value);
    }
}
