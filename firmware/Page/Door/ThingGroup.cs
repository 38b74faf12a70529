using System;
using System.Text;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>Things on a hub's own Wi-Fi: who is there, and which toy a guardian says it is. Nothing but that opens a way for one.</summary>
internal sealed class ThingGroup : DoorGroup
{
    // Of an answer's things; the rest is asked for with "from". A row is at most its name and link, which may be all quotes.
    private const int ListBytes = 2300;
    private const int RowBytes = 70;
    private const int FromMax = 255;

    internal ThingGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "things":
                List(question, answer);
                return true;
            case "join":
                Join(question, answer);
                return true;
            case "part":
                Part(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        if (what.Operation != Operation.Join)
        {
            return false;
        }

        byte[] hardware = new byte[ThingBook.HardwareBytes];
        byte[] text = what.Text!;
        Array.Copy(text, 0, hardware, 0, hardware.Length);
        string name = text.Length > hardware.Length ? Encoding.UTF8.GetString(text, hardware.Length, text.Length - hardware.Length) : "";

        // Meanwhile another phone may have been quicker.
        Why why = Check(what.A, name, what.B > 0);
        why = why == Why.None ? Home.Join(hardware, what.A, name) : why;

        // A toy that nothing is set for, as after it was erased, is introduced as by a first guardian.
        if (why == Why.None && Home.Settings.Find(ToyAt(what.A).Name) is null)
        {
            why = Change(answer, Household.Introduce(Home.Settings, ToyAt(what.A)));
        }

        if (why == Why.None)
        {
            Desk.Note(NoticeKind.ThingJoined, Desk.Call.PhoneNumber, what.A);
        }

        Put(answer, why);
        return true;
    }

    // Either a toy that is here, or the name of one more; with "same" it is another part of a toy that is some thing already.
    private void Join(DoorQuestion question, DoorAnswer answer)
    {
        bool isNew = question.Has("name");
        byte[] hardware = question.Bytes("thing", ThingBook.HardwareBytes);
        string name = isNew ? question.Text("name", ToyName.BytesMax) : "";
        int toy = isNew ? Home.Toys.Length + 1 : question.Number("toy", 1, FamilySettings.ToysMax);
        int same = question.Has("same") ? question.Number("same", 1, 1) : 0;
        Why why = Judge(Operation.Join, question);

        if (why == Why.None)
        {
            why = !ThingBook.IsStation(hardware) || (isNew && (same > 0 || name.Length == 0)) ? Why.Bad : Check(toy, name, same > 0);
        }

        byte[] called = Encoding.UTF8.GetBytes(name);
        byte[] text = new byte[hardware.Length + called.Length];
        Array.Copy(hardware, 0, text, 0, hardware.Length);
        Array.Copy(called, 0, text, hardware.Length, called.Length);
        PutFirstStep(answer, why, Operation.Join, toy, same, 0, text);
    }

    private Why Check(int toy, string name, bool isSame)
    {
        bool isNew = name.Length > 0;

        return Home.Things is null || (isNew ? toy != Home.Toys.Length + 1 : toy > Home.Toys.Length) ? Why.Unknown
            : toy > FamilySettings.ToysMax ? Why.Full
            : isNew ? (IsFree(name) ? Why.None : Why.Bad)
            : !isSame && Home.Things.Has(ToyAt(toy).Name) ? Why.Full
            : Why.None;
    }

    private void Part(DoorQuestion question, DoorAnswer answer)
    {
        byte[] hardware = question.Bytes("thing", ThingBook.HardwareBytes);
        Why why = Judge(Operation.Part, question);

        if (why == Why.None)
        {
            why = Home.Things is null ? Why.Unknown : Home.Things.Part(hardware) ? Why.None : Why.NotSaved;
        }

        Put(answer, why);
    }

    // Those that are here, and behind them those that are toys, here or not.
    private void List(DoorQuestion question, DoorAnswer answer)
    {
        int from = question.Has("from") ? question.Number("from", 1, FromMax) : 1;
        Why why = Judge(Operation.Things, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        KnownThing[] known = Home.Things is null ? new KnownThing[0] : Home.Things.All;
        int places = Home.SeenThings is null ? 0 : Home.SeenThings.Places;
        JsonWriter writer = answer.Ok();
        int left = ListBytes;
        int more = 0;
        writer.Name("things");
        writer.BeginArray();

        for (int n = from; n <= places + known.Length && more == 0; n++)
        {
            SeenThing? thing = n <= places ? Home.SeenThings!.At(n - 1) : OfKnown(known[n - places - 1]);

            // What became a toy just now is told with the toys.
            if (thing is null || (n <= places && (thing.Toy > 0 || Home.Things!.ToyOf(thing.Hardware) > 0)))
            {
                continue;
            }

            left -= RowBytes + (2 * (thing.Name.Length + thing.MudUrl.Length));

            if (left < 0)
            {
                more = n;
                continue;
            }

            writer.BeginObject();
            PutBytes(writer, "thing", thing.Hardware);
            PutNumber(writer, "toy", thing.Toy);
            PutText(writer, "name", thing.Name);
            PutText(writer, "link", thing.MudUrl);
            writer.EndObject();
        }

        writer.EndArray();
        PutNumber(writer, "more", more);
        writer.Name("free");
        writer.BeginArray();

        for (int toy = 1; toy <= Home.Toys.Length && Home.Things is not null; toy++)
        {
            if (!Home.Things.Has(ToyAt(toy).Name))
            {
                writer.Number(toy);
            }
        }

        writer.EndArray();
    }

    private SeenThing OfKnown(KnownThing known)
    {
        return new SeenThing(known.Hardware, "", "", Home.Things!.ToyOf(known.Hardware));
    }

    // Nobody could tell two toys of one name apart.
    private bool IsFree(string name)
    {
        bool isFree = ToyName.IsFit(name);

        for (int toy = 1; toy <= Home.Toys.Length; toy++)
        {
            isFree &= ToyAt(toy).Name != name && ToyAt(toy).Manifest.Name != name;
        }

        return isFree;
    }
}
