using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;

namespace ToyGuard.Page.Door;

/// <summary>What is done with toys: resume, bonus minutes, hello, and what they may reach and sense.</summary>
internal sealed class ToyGroup : DoorGroup
{
    private const int BonusMax = 60;
    private const int Hour = 60;

    internal ToyGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "resume":
                Loosen(question, answer, Operation.Resume);
                return true;
            case "bonus":
                Loosen(question, answer, Operation.Bonus);
                return true;
            case "hello":
                Hello(question, answer);
                return true;
            case "approve":
                Loosen(question, answer, Operation.Approve);
                return true;
            case "agree":
                Loosen(question, answer, Operation.Agree);
                return true;
            case "plain":
                Loosen(question, answer, Operation.Plain);
                return true;
            case "withdraw":
                Withdraw(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        switch (what.Operation)
        {
            case Operation.Resume:
                PutChange(answer, Resumed(what.A));
                return true;
            case Operation.Bonus:
                Put(answer, Home.GiveBonus(what.A, what.B) ? Why.None : Why.Full);
                return true;
            case Operation.Approve:
                FamilySettings next = Home.Settings;
                Why why = Open(ToyAt(what.A), what.B, what.C, ref next);
                Put(answer, why == Why.None ? Change(answer, next) : why);
                return true;
            case Operation.Agree:
                PutChange(answer, Household.Agree(Home.Settings, ToyAt(what.A), what.B, what.C));
                return true;
            default:
                return false;
        }
    }

    private void Hello(DoorQuestion question, DoorAnswer answer)
    {
        int toy = question.Number("toy", AllToys, FamilySettings.ToysMax);
        Why why = JudgeToy(Judge(Operation.Hello, question), toy, true);

        if (why == Why.None)
        {
            Home.Hello(toy);
        }

        Put(answer, why);
    }

    // Takes back either a place that a toy may reach or the use of a sensor: in one message, since that is stricter.
    private void Withdraw(DoorQuestion question, DoorAnswer answer)
    {
        bool isSensor = question.Has("sensor");
        int toy = question.Number("toy", 1, FamilySettings.ToysMax);
        int number = question.Number(isSensor ? "sensor" : "endpoint", 1, byte.MaxValue);
        Why why = JudgeToy(Judge(Operation.Withdraw, question), toy, false);

        if (why == Why.None && number > CountOf(toy, isSensor))
        {
            why = Why.Unknown;
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        if (isSensor)
        {
            PutChange(answer, Household.Agree(Home.Settings, ToyAt(toy), number, 0));
            return;
        }

        bool isNoted = Home.AskToErase(toy, number, EraseCause.Withdrew);
        why = Change(answer, Household.Approve(Home.Settings, ToyAt(toy), number, false));

        if (why == Why.None)
        {
            Home.KeepClosed(toy, number);
            PutNoted(answer, isNoted);
        }
        else
        {
            Put(answer, why);
        }
    }

    private void Loosen(DoorQuestion question, DoorAnswer answer, Operation operation)
    {
        bool isAll = operation == Operation.Resume;
        int toy = question.Number("toy", isAll ? AllToys : 1, FamilySettings.ToysMax);
        int number = 0;
        int until = 0;
        bool isTime = true;

        if (operation == Operation.Bonus)
        {
            number = question.Number("minutes", 1, BonusMax);
        }
        else if (!isAll)
        {
            number = question.Number(operation == Operation.Agree ? "sensor" : "endpoint", 1, byte.MaxValue);
        }

        if (operation == Operation.Agree)
        {
            until = question.Number("until", 1, int.MaxValue);
        }
        else if (operation == Operation.Approve)
        {
            until = question.Has("minutes") ? question.Number("minutes", 0, DoorTime.Day) : NoMinutes;
            isTime = until == NoMinutes || until == 0 || until == Hour || until == DoorTime.Day;
        }

        Why why = Judge(operation, question);
        why = JudgeToy(why == Why.None && !isTime ? Why.Bad : why, toy, isAll);

        if (why == Why.None && !isAll && operation != Operation.Bonus && number > CountOf(toy, operation == Operation.Agree))
        {
            why = Why.Unknown;
        }

        // Nothing is agreed to for a time that nobody knows, or that is over.
        if (why == Why.None && operation == Operation.Agree && (!Home.Now.IsKnown || until <= Home.Now.Minute))
        {
            why = Why.Expired;
        }

        if (why == Why.None && operation == Operation.Approve)
        {
            FamilySettings next = Home.Settings;
            why = Open(ToyAt(toy), number, until, ref next);
        }

        // No toy of today's speaks an older TLS.
        if (why == Why.None && operation == Operation.Plain)
        {
            why = Why.Unknown;
        }

        PutFirstStep(answer, why, operation, toy, number, until, null);
    }

    // A toy that nothing is set for, as after damaged settings, is introduced as it would be by a first guardian.
    private FamilySettings Resumed(int toy)
    {
        FamilySettings settings = Home.Settings;

        for (int number = 1; number <= Home.Toys.Length; number++)
        {
            DeclaredToy declared = ToyAt(number);

            if ((toy == AllToys || toy == number) && settings.Find(declared.Name) is null)
            {
                settings = Household.Introduce(settings, declared);
            }
        }

        return toy == AllToys
            ? settings.WithEverythingPaused(false)
            : settings.WithToy(settings.Of(ToyAt(toy).Name).WithPaused(false));
    }

    private int CountOf(int toy, bool isSensor)
    {
        Manifest manifest = ToyAt(toy).Manifest;

        return isSensor ? manifest.Sensors.Length : manifest.Endpoints.Length;
    }
}
