using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Times;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>Which services were asked to delete, and which have confirmed it (DEL-03).</summary>
internal sealed class DeletesGroup : DoorGroup
{
    // Of rows in one answer; the rest is asked for with "from". A row has so many bytes beside its host.
    private const int ListBytes = 2700;
    private const int RowBytes = 100;

    internal DeletesGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        if (question.Op != "deletes")
        {
            return false;
        }

        int at = question.Has("from") ? question.Number("from", 1, EraseBook.RequestsMax) - 1 : 0;
        Why why = Judge(Operation.Deletes, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return true;
        }

        EraseRequest[] requests = Home.Deletes.All;
        JsonWriter writer = answer.Ok();
        int left = ListBytes;
        writer.Name("deletes");
        writer.BeginArray();

        for (; at < requests.Length; at++)
        {
            EraseRequest request = requests[at];
            left -= RowBytes + request.Place.Text.Length;

            if (left < 0)
            {
                break;
            }

            writer.BeginObject();
            PutNumber(writer, "n", request.Number);
            PutText(writer, "host", request.Place.Text);
            PutText(writer, "cause", request.Cause == EraseCause.Erased ? "erased" : "withdrew");
            PutText(writer, "state", WordOf(request.State));
            PutNumber(writer, "tries", request.Tries);
            PutText(writer, "at", request.Day == 0 ? "" : Calendar.DateOf(request.Day));
            writer.EndObject();
        }

        writer.EndArray();
        PutNumber(writer, "more", at < requests.Length ? at + 1 : 0);
        return true;
    }

    private static string WordOf(EraseState state)
    {
        return state switch
        {
            EraseState.Waiting => "waiting",
            EraseState.Told => "told",
            EraseState.Confirmed => "confirmed",
            _ => "cannot",
        };
    }
}
