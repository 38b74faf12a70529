using ToyGuard.Core.Pairing;
using ToyGuard.Core.Seal;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What a phone that is not signed in yet does in the channel that a code opened: claim, invitation, welcome back, ticket, forgotten PIN, own Wi-Fi again.</summary>
/// <remarks>Which of these belongs into which channel is known to the desk; what it does not know, the entries, is said here.</remarks>
internal sealed class PairGroup : DoorGroup
{
    private const int LabelBytesMax = 32;
    private const int OwnerCodeMax = 64;
    private const int ProofBytes = 32;
    private const int SsidMax = 32;
    private const int KeyMax = 64;

    internal PairGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "pin":
                SetPin(question, answer);
                return true;
            case "keep":
                Keep(question, answer);
                return true;
            case "entries":
                Entries(question, answer);
                return true;
            case "adopt":
                Adopt(question, answer);
                return true;
            case "forgot":
                Forgot(question, answer);
                return true;
            case "wifi":
                SetWifi(question, answer);
                return true;
            default:
                return false;
        }
    }

    private void SetPin(DoorQuestion question, DoorAnswer answer)
    {
        PinParts pin = new PinParts(question);
        string label = question.Text("label", LabelBytesMax);
        string owner = question.Has("owner") ? question.Text("owner", OwnerCodeMax) : "";
        byte[] deviceSalt = new byte[0];
        Why why = Why.Bad;

        if (question.IsFit)
        {
            why = Desk.SetPin(pin.Pin, pin.Base, pin.Salt, pin.Rounds, label, owner, out deviceSalt);
        }

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        // Of a forgotten PIN the entry is there already.
        Phone? entry = Desk.Self;
        JsonWriter writer = answer.Ok();
        PutBytes(writer, "deviceSalt", deviceSalt);
        PutNumber(writer, "role", (int)(entry is null ? Desk.NewRole : entry.Role));
    }

    private void Keep(DoorQuestion question, DoorAnswer answer)
    {
        string ownerCode = "";
        Why why = question.IsFit ? Desk.Keep(out ownerCode) : Why.Bad;

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();

        if (ownerCode.Length > 0)
        {
            PutText(writer, "ownerCode", ownerCode);
        }

        // A ticket moves an entry: the phone is told what it needs for a PIN that it never saw.
        Phone? phone = Desk.Call.Purpose == Purpose.Move ? Desk.Self : null;

        if (phone is not null)
        {
            PutPin(writer, phone);
        }
    }

    private void Entries(DoorQuestion question, DoorAnswer answer)
    {
        Purpose purpose = Desk.Call.Purpose;

        if (!question.IsFit || (purpose != Purpose.Welcome && purpose != Purpose.Forgot && purpose != Purpose.Wifi))
        {
            Put(answer, Why.Bad);
            return;
        }

        JsonWriter writer = answer.Ok();
        writer.Name("entries");
        writer.BeginArray();

        for (int i = 0; i < Desk.PhoneCount; i++)
        {
            Phone? phone = Desk.PhoneAt(i);

            // A viewer's PIN changes no Wi-Fi.
            if (phone is not null && (purpose != Purpose.Wifi || phone.Role != Role.Viewer))
            {
                writer.BeginObject();
                PutNumber(writer, "n", phone.Number);
                PutText(writer, "label", phone.Label);
                PutPin(writer, phone);
                PutNumber(writer, "wait", Desk.WaitOf(phone.Number));
                writer.EndObject();
            }
        }

        writer.EndArray();
    }

    private void Adopt(DoorQuestion question, DoorAnswer answer)
    {
        int number = question.Number("n", 1, FamilyBook.PhonesMax);
        byte[] proof = question.Bytes("proof", ProofBytes);
        string label = question.Text("label", LabelBytesMax);
        byte[] phoneId = new byte[0];
        Role role = Role.None;
        Why why = question.IsFit ? Desk.Adopt(number, proof, label, out phoneId, out role) : Why.Bad;

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        PutBytes(writer, "phone", phoneId);
        PutNumber(writer, "role", (int)role);
    }

    private void Forgot(DoorQuestion question, DoorAnswer answer)
    {
        int number = question.Number("n", 1, FamilyBook.PhonesMax);
        int waitSeconds = 0;
        Why why = question.IsFit ? Desk.Forgot(number, out waitSeconds) : Why.Bad;

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        PutNumber(writer, "wait", waitSeconds);

        if (waitSeconds == 0)
        {
            // Its new key hangs on its id, which this browser never heard or has lost.
            PutBytes(writer, "phone", Desk.PhoneId);
        }
    }

    private void SetWifi(DoorQuestion question, DoorAnswer answer)
    {
        int number = question.Number("n", 1, FamilyBook.PhonesMax);
        byte[] proof = question.Bytes("proof", ProofBytes);
        string ssid = question.Text("ssid", SsidMax);
        string key = question.Text("key", KeyMax);
        Why why = question.IsFit ? Desk.ProvePin(number, proof) : Why.Bad;

        if (why == Why.None && !Home.AskNetworkSealed(ssid, key))
        {
            why = Why.Bad;
        }

        Put(answer, why);
    }

    private static void PutPin(JsonWriter writer, Phone phone)
    {
        PutNumber(writer, "role", (int)phone.Role);
        PutBytes(writer, "phoneSalt", phone.PhoneSalt);
        PutBytes(writer, "deviceSalt", phone.DeviceSalt);
        PutNumber(writer, "rounds", phone.Rounds);
    }
}
