using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Seal;

namespace ToyGuard.Core.Tests.Pairing.Desktop;

/// <summary>The smallest door there can be: reads an operation, calls the desk, writes what it said. What is not the desk's own is only counted.</summary>
internal sealed class RigDoor
{
    private readonly PairingDesk _desk;

    public RigDoor(PairingDesk desk)
    {
        _desk = desk;
    }

    /// <summary>Operations that were carried out, beyond the desk's own: of a device that is real these loosen.</summary>
    public List<(Operation Op, Role Role, bool IsFull)> Done { get; } = new();

    public string Answer(string question)
    {
        using JsonDocument document = JsonDocument.Parse(question);
        JsonElement json = document.RootElement;
        string op = json.GetProperty("op").GetString()!;
        Dictionary<string, object> answer = new();
        Why why = Enum.TryParse(op.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out Operation operation) && operation != Operation.None && _desk.Call.Purpose == Purpose.Door
            ? InSession(operation, json, answer)
            : InChannel(op, json, answer);
        answer["ok"] = why == Why.None;

        if (why != Why.None)
        {
            answer["why"] = WhyWords.Of(why);
            answer["wait"] = _desk.WaitSeconds;
        }

        return JsonSerializer.Serialize(answer);
    }

    private Why InChannel(string op, JsonElement json, Dictionary<string, object> answer)
    {
        Why why;

        switch (op)
        {
            case "pin":
                why = _desk.SetPin(Text(json, "pin"), Hexed(json, "base"), Hexed(json, "salt"), Number(json, "rounds"), Text(json, "label"), Text(json, "owner"), out byte[] salt);
                answer["deviceSalt"] = Hex.Text(salt);
                answer["phone"] = Hex.Text(_desk.PhoneId);
                answer["role"] = (int)_desk.Call.Role;
                return why;
            case "keep":
                why = _desk.Keep(out string owner);
                answer["ownerCode"] = owner;
                Entry(_desk.Self, answer);
                return why;
            case "entries":
                answer["entries"] = Enumerable.Range(0, _desk.PhoneCount).Select(i => Entry(_desk.PhoneAt(i), new())).ToArray();
                return Why.None;
            case "adopt":
                why = _desk.Adopt(Number(json, "n"), Hexed(json, "proof"), Text(json, "label"), out byte[] phone, out Role role);
                answer["phone"] = Hex.Text(phone);
                answer["role"] = (int)role;
                return why;
            case "wifi":
                return _desk.ProvePin(Number(json, "n"), Hexed(json, "proof"));
            case "forgot":
                why = _desk.Forgot(Number(json, "n"), out int wait);
                answer["left"] = wait;
                return why;
            default:
                return Why.UnknownOp;
        }
    }

    private Why InSession(Operation op, JsonElement json, Dictionary<string, object> answer)
    {
        int n = Number(json, "n");
        Why why;
        byte[] code;

        if (RoleTable.IsLoosening(op))
        {
            why = op == Operation.Invite
                ? _desk.Loosen(op, Number(json, "role"), Number(json, "days"), 0, null, out byte[] token, out bool press)
                : _desk.Loosen(op, n, 0, 0, null, out token, out press);
            answer["confirm"] = Hex.Text(token);
            answer["press"] = press;
            return why;
        }

        switch (op)
        {
            case Operation.Confirm:
                why = _desk.Confirm(Hexed(json, "token"), out Loosening? what);
                return why == Why.None ? Carry(what!, answer) : why;
            case Operation.Phones:
                answer["phones"] = Enumerable.Range(0, _desk.PhoneCount).Select(i => _desk.PhoneAt(i)!.Number).ToArray();
                answer["notices"] = Enumerable.Range(0, _desk.NoticeCount).Select(i => new { n = _desk.NoticeAt(i)!.Number, kind = (int)_desk.NoticeAt(i)!.Kind, who = _desk.NoticeAt(i)!.Who, toy = _desk.NoticeAt(i)!.Toy }).ToArray();
                return _desk.Ask(op);
            case Operation.Ticket:
                why = _desk.Ticket(out code);
                answer["code"] = Hex.Text(code);
                return why;
            case Operation.Remove:
                return _desk.Remove(n);
            case Operation.Seen:
                return _desk.Seen(Number(json, "notice"));
            case Operation.ForgotStop:
                return _desk.ForgotStop();
            case Operation.PinSet:
                why = _desk.ChangePin(Text(json, "pin"), Hexed(json, "base"), Hexed(json, "salt"), Number(json, "rounds"), out byte[] salt);
                answer["deviceSalt"] = Hex.Text(salt);
                return why;
            case Operation.EndSessions:
                why = _desk.Ask(op);
                _desk.EndSessions();
                return why;
            case Operation.SignOut:
                _desk.SignOut();
                return Why.None;
            default:
                why = _desk.Ask(op);

                if (why == Why.None)
                {
                    Done.Add((op, _desk.Call.Role, _desk.Call.IsFull));
                }

                return why;
        }
    }

    private Why Carry(Loosening what, Dictionary<string, object> answer)
    {
        Done.Add((what.Operation, _desk.Call.Role, _desk.Call.IsFull));

        if (what.Operation == Operation.Invite)
        {
            Why why = _desk.Invite((Role)what.A, what.B, out byte[] code);
            answer["code"] = Hex.Text(code);
            return why;
        }

        return what.Operation == Operation.PinReset ? _desk.ResetPin(what.A) : Why.None;
    }

    private Dictionary<string, object> Entry(Phone? phone, Dictionary<string, object> entry)
    {
        if (phone is not null)
        {
            entry["n"] = phone.Number;
            entry["role"] = (int)phone.Role;
            entry["label"] = phone.Label;
            entry["phoneSalt"] = Hex.Text(phone.PhoneSalt);
            entry["deviceSalt"] = Hex.Text(phone.DeviceSalt);
            entry["rounds"] = phone.Rounds;
            entry["wait"] = _desk.WaitOf(phone.Number);
        }

        return entry;
    }

    private static string Text(JsonElement json, string member)
    {
        return json.TryGetProperty(member, out JsonElement value) ? value.GetString()! : "";
    }

    private static int Number(JsonElement json, string member)
    {
        return json.TryGetProperty(member, out JsonElement value) ? value.GetInt32() : 0;
    }

    private static byte[] Hexed(JsonElement json, string member)
    {
        return Convert.FromHexString(Text(json, member));
    }
}
