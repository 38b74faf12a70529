using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What children asked for, and a guardian's answer: "not today" at once, a yes in two messages, carried out before it is kept.</summary>
internal sealed class RequestGroup : DoorGroup
{
    private const int MinutesMax = 24 * 60;

    internal RequestGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "requests":
                List(question, answer);
                return true;
            case "answer":
                Reply(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        if (what.Operation != Operation.Grant)
        {
            return false;
        }

        Grant(what.A, what.B, answer);
        return true;
    }

    private void List(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.Requests, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        ChildRequest[] requests = Home.Requests.Of(Home.Now);
        JsonWriter writer = answer.Ok();
        writer.Name("requests");
        writer.BeginArray();

        for (int i = 0; i < requests.Length; i++)
        {
            ChildRequest request = requests[i];
            int toy = ChildPage.NumberOf(Home.Toys, request.Toy);
            writer.BeginObject();
            PutNumber(writer, "n", request.Number);
            PutNumber(writer, "toy", toy);
            PutText(writer, "kind", ChildPage.WordOf(request.Kind));
            PutNumber(writer, "what", request.Kind == RequestKind.Open ? PlaceOf(toy, request.What) : request.What);
            PutText(writer, "at", DoorTime.TimeOfDay(request.Minute));
            PutText(writer, "state", ChildPage.WordOf(request.State));
            PutNumber(writer, "minutes", request.Minutes);
            writer.EndObject();
        }

        writer.EndArray();
    }

    private void Reply(DoorQuestion question, DoorAnswer answer)
    {
        int number = question.Number("n", 1, byte.MaxValue);
        bool isYes = question.Number("yes", 0, 1) == 1;
        int minutes = question.Has("minutes") ? question.Number("minutes", 0, MinutesMax) : 0;
        Operation operation = isYes ? Operation.Grant : Operation.Refuse;
        Why why = Judge(operation, question);

        if (why == Why.None)
        {
            why = WhyOf(Home.Requests.Judge(number, isYes, minutes, Home.Now, out _));
        }

        if (isYes)
        {
            PutFirstStep(answer, why, operation, number, minutes, 0, null);
        }
        else
        {
            Put(answer, why == Why.None ? WhyOf(Home.Requests.Answer(number, false, 0, Home.Now)) : why);
        }
    }

    private void Grant(int number, int minutes, DoorAnswer answer)
    {
        Why why = WhyOf(Home.Requests.Judge(number, true, minutes, Home.Now, out ChildRequest? request));

        if (why == Why.None && request is not null)
        {
            answer.Toy = ChildPage.NumberOf(Home.Toys, request.Toy);
            why = Do(request, answer.Toy, minutes, answer);
            why = why == Why.None ? WhyOf(Home.Requests.Answer(number, true, minutes, Home.Now)) : why;
        }

        Put(answer, why);
    }

    private Why Do(ChildRequest request, int toy, int minutes, DoorAnswer answer)
    {
        if (request.Deed == RequestDeed.None)
        {
            return Why.None;
        }

        if (toy == 0)
        {
            return Why.Unknown;
        }

        if (request.Deed == RequestDeed.GiveBonus)
        {
            return Home.GiveBonus(toy, minutes) ? Why.None : Why.Full;
        }

        int place = PlaceOf(toy, request.What);

        if (place == 0)
        {
            return Why.Unknown;
        }

        FamilySettings next = Home.Settings;
        Why why = Open(ToyAt(toy), place, minutes, ref next);
        return why == Why.None ? Change(answer, next) : why;
    }

    // A maker's update may have taken the place away, or made it another one.
    private int PlaceOf(int toy, long print)
    {
        for (int place = 1; toy > 0 && place <= Home.Toys[toy - 1].Manifest.Endpoints.Length; place++)
        {
            if (Home.Toys[toy - 1].PrintAt(place) == print)
            {
                return place;
            }
        }

        return 0;
    }

    private static Why WhyOf(RequestFault fault)
    {
        return fault switch
        {
            RequestFault.None => Why.None,
            RequestFault.Unfit => Why.Bad,
            RequestFault.NotSaved => Why.NotSaved,
            RequestFault.Full => Why.Full,
            _ => Why.Expired,
        };
    }
}
