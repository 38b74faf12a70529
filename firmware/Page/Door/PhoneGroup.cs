using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What is done with phones: who they are, who comes and goes, sessions and PINs.</summary>
internal sealed class PhoneGroup : DoorGroup
{
    /// <summary>Seconds that the code of an invitation or a ticket is good for (design.md 6).</summary>
    internal const int CodeSeconds = 600;

    private const int PassDaysMax = 365;

    internal PhoneGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "phones":
                List(question, answer);
                return true;
            case "seen":
                Seen(question, answer);
                return true;
            case "invite":
                Invite(question, answer);
                return true;
            case "ticket":
                Ticket(question, answer);
                return true;
            case "remove":
                Remove(question, answer);
                return true;
            case "pin-reset":
                ResetPin(question, answer);
                return true;
            case "pin-set":
                ChangePin(question, answer);
                return true;
            case "end-sessions":
                EndSessions(question, answer);
                return true;
            case "sign-out":
                SignOut(question, answer);
                return true;
            case "forgot-stop":
                ForgotStop(question, answer);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        switch (what.Operation)
        {
            case Operation.Invite:
                Why why = Desk.Invite((Role)what.A, what.B, out byte[] code);
                PutCode(answer, why, code, (Role)what.A);
                return true;
            case Operation.PinReset:
                Put(answer, Desk.ResetPin(what.A));
                return true;
            default:
                return false;
        }
    }

    private void List(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.Phones, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        writer.Name("phones");
        writer.BeginArray();

        for (int i = 0; i < Desk.PhoneCount; i++)
        {
            Phone? phone = Desk.PhoneAt(i);

            if (phone is not null)
            {
                Put(writer, phone);
            }
        }

        writer.EndArray();
        writer.Name("notices");
        writer.BeginArray();

        for (int i = 0; i < Desk.NoticeCount; i++)
        {
            Notice? notice = Desk.NoticeAt(i);

            if (notice is not null)
            {
                writer.BeginObject();
                PutNumber(writer, "n", notice.Number);
                PutNumber(writer, "kind", (int)notice.Kind);
                PutNumber(writer, "who", notice.Who);
                PutNumber(writer, "toy", notice.Toy);
                PutNumber(writer, "at", notice.UtcSeconds);
                writer.EndObject();
            }
        }

        writer.EndArray();
    }

    private void Put(JsonWriter writer, Phone phone)
    {
        writer.BeginObject();
        PutNumber(writer, "n", phone.Number);
        PutNumber(writer, "role", (int)phone.Role);
        PutText(writer, "label", phone.Label);
        PutBool(writer, "self", phone.Number == Desk.Call.PhoneNumber);
        PutBool(writer, "full", phone.HasPin);
        PutNumber(writer, "expires", phone.PassEndsUtc);
        PutNumber(writer, "waiting", Desk.WaitOf(phone.Number));
        writer.EndObject();
    }

    private void Seen(DoorQuestion question, DoorAnswer answer)
    {
        int notice = question.Number("notice", 1, byte.MaxValue);
        Why why = Judge(Operation.Seen, question);
        Put(answer, why == Why.None ? Desk.Seen(notice) : why);
    }

    private void Invite(DoorQuestion question, DoorAnswer answer)
    {
        int role = question.Number("role", (int)Role.Guardian, (int)Role.Viewer);
        int days = question.Number("days", 0, PassDaysMax);
        PutFirstStep(answer, Judge(Operation.Invite, question), Operation.Invite, role, days, 0, null);
    }

    private void Ticket(DoorQuestion question, DoorAnswer answer)
    {
        byte[] code = new byte[0];
        Why why = Judge(Operation.Ticket, question);

        if (why == Why.None)
        {
            why = Desk.Ticket(out code);
        }

        PutCode(answer, why, code, Role.None);
    }

    // A link carries the role that the code is for, so that who opens it knows before anything is sealed.
    private void PutCode(DoorAnswer answer, Why why, byte[] code, Role role)
    {
        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        string text = Base32.Write(code);
        string link = role == Role.None ? "#m=" + text : "#i=" + ((int)role).ToString() + "." + text;
        JsonWriter writer = answer.Ok();
        PutText(writer, "code", text);
        PutText(writer, "link", Home.HomeLink + link);

        if (role != Role.None)
        {
            PutNumber(writer, "role", (int)role);
        }

        PutNumber(writer, "seconds", CodeSeconds);
    }

    private void Remove(DoorQuestion question, DoorAnswer answer)
    {
        int phone = question.Number("n", 1, FamilyBook.PhonesMax);
        Why why = Judge(Operation.Remove, question);
        Put(answer, why == Why.None ? Desk.Remove(phone) : why);
    }

    private void ResetPin(DoorQuestion question, DoorAnswer answer)
    {
        int phone = question.Number("n", 1, FamilyBook.PhonesMax);
        PutFirstStep(answer, Judge(Operation.PinReset, question), Operation.PinReset, phone, 0, 0, null);
    }

    private void ChangePin(DoorQuestion question, DoorAnswer answer)
    {
        PinParts pin = new PinParts(question);
        byte[] deviceSalt = new byte[0];
        Why why = Judge(Operation.PinSet, question);

        if (why == Why.None)
        {
            why = Desk.ChangePin(pin.Pin, pin.Base, pin.Salt, pin.Rounds, out deviceSalt);
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        PutBytes(answer.Ok(), "deviceSalt", deviceSalt);
    }

    private void EndSessions(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.EndSessions, question);

        if (why == Why.None)
        {
            Desk.EndSessions();
        }

        Put(answer, why);
    }

    private void SignOut(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.SignOut, question);

        if (why == Why.None)
        {
            Desk.SignOut();
        }

        Put(answer, why);
    }

    private void ForgotStop(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.ForgotStop, question);
        Put(answer, why == Why.None ? Desk.ForgotStop() : why);
    }
}
