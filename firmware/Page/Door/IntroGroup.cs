using System.Text;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>Introducing a toy without a manifest: begin its half hour, watch its tries, keep some closed, and pick what stays (experience.md 1).</summary>
internal sealed class IntroGroup : DoorGroup
{
    private const int KeepMax = 96;

    // Of an answer's tries; the rest is asked for with "from". A row is at most its numbers and its name.
    private const int TriesBytes = 2300;
    private const int RowBytes = 90;

    internal IntroGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    /// <summary>The monotonic clock of the question.</summary>
    internal long NowMs { get; set; }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "introduce":
                Introduce(question, answer);
                return true;
            case "tries":
                Tries(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        if (what.Operation != Operation.Introduce)
        {
            return false;
        }

        if (what.Text is null)
        {
            Why why = WhyOf(Home.Introducing.Start(what.A, Home.Toys[what.A - 1], NowMs));

            if (why == Why.None)
            {
                Desk.Note(NoticeKind.ToyIntroduced, Desk.Call.PhoneNumber, what.A);
            }

            Put(answer, why);
        }
        else
        {
            Put(answer, Keep(what.A, NumbersOf(Encoding.UTF8.GetString(what.Text, 0, what.Text.Length))!, answer));
        }

        return true;
    }

    // To begin, or to keep, loosens; to stop is done at once.
    private void Introduce(DoorQuestion question, DoorAnswer answer)
    {
        bool isStop = question.Has("stop");
        bool isKeep = question.Has("keep");
        int toy = question.Number("toy", 1, FamilySettings.ToysMax);
        string keep = isKeep ? question.Text("keep", KeepMax) : "";
        bool isNumber = isKeep || question.Number(isStop ? "stop" : "start", 1, 1) == 1;
        Why why = Judge(isStop ? Operation.Tries : Operation.Introduce, question);

        if (why == Why.None && (!isNumber || (isKeep && NumbersOf(keep) is null)))
        {
            why = Why.Bad;
        }

        if (why == Why.None && toy > Home.Toys.Length)
        {
            why = Why.Unknown;
        }

        if (why == Why.None && isKeep && toy != Home.Introducing.Toy)
        {
            why = Why.Expired;
        }

        if (!isStop)
        {
            PutFirstStep(answer, why, Operation.Introduce, toy, 0, 0, isKeep ? Encoding.UTF8.GetBytes(keep) : null);
            return;
        }

        if (why == Why.None)
        {
            Home.Introducing.Stop();
        }

        Put(answer, why);
    }

    private void Tries(DoorQuestion question, DoorAnswer answer)
    {
        int close = question.Has("close") ? question.Number("close", 1, Introduction.TriesMax) : 0;
        int from = question.Has("from") ? question.Number("from", 1, Introduction.TriesMax) : 1;
        Why why = Judge(Operation.Tries, question);

        if (why == Why.None && close > 0)
        {
            why = WhyOf(Home.Introducing.Close(Home.Introducing.Toy, close, true));
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        Introduction? tries = Home.Introducing.Tries;
        JsonWriter writer = answer.Ok();
        int left = TriesBytes;
        int more = 0;
        PutNumber(writer, "toy", Home.Introducing.Toy);
        PutNumber(writer, "left", Home.Introducing.SecondsLeft(NowMs));
        writer.Name("tries");
        writer.BeginArray();

        for (int i = from - 1; tries is not null && i < tries.Count && more == 0; i++)
        {
            string name = tries.NameAt(i);
            left -= RowBytes + name.Length;

            if (left < 0)
            {
                more = i + 1;
                continue;
            }

            writer.BeginObject();
            PutNumber(writer, "n", i + 1);
            PutText(writer, "name", name);
            PutNumber(writer, "lookups", tries.LookupsAt(i));
            PutNumber(writer, "hellos", tries.HellosAt(i));
            PutNumber(writer, "port", tries.PortAt(i));
            PutBool(writer, "closed", tries.IsClosedAt(i));
            writer.EndObject();
        }

        writer.EndArray();
        PutNumber(writer, "more", more);
        writer.Name("can");
        writer.BeginArray();

        for (int toy = 1; toy <= Home.Toys.Length; toy++)
        {
            if (HomeManifest.Is(Home.Toys[toy - 1].Manifest))
            {
                writer.Number(toy);
            }
        }

        writer.EndArray();
    }

    // Places first, approvals then: a cut between them leaves places that wait.
    private Why Keep(int toy, int[] picks, DoorAnswer answer)
    {
        Introducing introducing = Home.Introducing;
        Why why = WhyOf(introducing.Keep(toy, Home.Toys[toy - 1].Name, picks, out DeclaredToy? declared));

        if (why != Why.None || declared is null)
        {
            return why;
        }

        int[] numbers = introducing.EndpointsOf(declared, picks);
        Home.Declare(toy, declared);
        FamilySettings next = Home.Settings;

        for (int i = 0; i < numbers.Length && why == Why.None; i++)
        {
            why = Open(declared, numbers[i], NoMinutes, ref next);
        }

        why = why == Why.None ? Change(answer, next) : why;

        if (why == Why.None)
        {
            introducing.End();
        }

        return why;
    }

    // "1,3,12": null for anything else. Empty keeps nothing.
    private static int[]? NumbersOf(string text)
    {
        int[]? numbers = text.Length == 0 ? new int[0] : NumberText.List(text, ',');

        for (int i = 0; numbers is not null && i < numbers.Length; i++)
        {
            numbers = numbers[i] >= 1 && numbers[i] <= Introduction.TriesMax ? numbers : null;
        }

        return numbers;
    }

    private static Why WhyOf(IntroFault fault)
    {
        return fault switch
        {
            IntroFault.None => Why.None,
            IntroFault.NotNow => Why.Expired,
            IntroFault.HasManifest => Why.Unknown,
            IntroFault.NotRunning => Why.Expired,
            IntroFault.NotSaved => Why.NotSaved,
            _ => Why.Bad,
        };
    }
}
