using System;
using System.Text;

using ToyGuard.Core.Pairing;
using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Core.Policy;

namespace ToyGuard.Page.Door;

/// <summary>What is done with the device itself: its networks, its clock, its end.</summary>
internal sealed class DeviceGroup : DoorGroup
{
    private const int SsidMax = 32;
    private const int KeyMax = 64;

    // A clock that is only refined moves by less.
    private const int SetBackMinutes = 2;

    // The farthest that a wall clock is from UTC, either way.
    private const int OffsetMax = 14 * 60 * 60;

    internal DeviceGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "networks":
                List(question, answer);
                return true;
            case "wifi-add":
                AddNetwork(question, answer);
                return true;
            case "clock":
                SetClock(question, answer);
                return true;
            case "wipe":
                PutFirstStep(answer, Judge(Operation.Wipe, question), Operation.Wipe, 0, 0, 0, null);
                return true;
            case "give-away":
                PutFirstStep(answer, Judge(Operation.GiveAway, question), Operation.GiveAway, 0, 0, 0, null);
                return true;
            default:
                return false;
        }
    }

    internal override bool CarryOut(Loosening what, DoorAnswer answer)
    {
        switch (what.Operation)
        {
            case Operation.WifiAdd:
                Put(answer, AddNetwork(what.Text!));
                return true;
            case Operation.Wipe:
            case Operation.GiveAway:
                // The desk does it at its next turn, behind this answer, which is this family's last.
                answer.Ok();
                return true;
            default:
                return false;
        }
    }

    private void List(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.Networks, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        NetworkList.Write(answer.Ok(), Home.Heard());
    }

    private void AddNetwork(DoorQuestion question, DoorAnswer answer)
    {
        byte[] ssid = Encoding.UTF8.GetBytes(question.Text("ssid", SsidMax));
        byte[] key = Encoding.UTF8.GetBytes(question.Text("key", KeyMax));
        byte[] both = new byte[1 + ssid.Length + key.Length];
        both[0] = (byte)ssid.Length;
        Array.Copy(ssid, 0, both, 1, ssid.Length);
        Array.Copy(key, 0, both, 1 + ssid.Length, key.Length);
        Why why = Judge(Operation.WifiAdd, question);

        PutFirstStep(answer, why == Why.None && ssid.Length == 0 ? Why.Bad : why, Operation.WifiAdd, 0, 0, 0, both);
    }

    private Why AddNetwork(byte[] both)
    {
        int past = 1 + both[0];
        string ssid = Encoding.UTF8.GetString(both, 1, both[0]);
        string key = Encoding.UTF8.GetString(both, past, both.Length - past);

        if (!WifiText.IsSsid(ssid))
        {
            return Why.Bad;
        }

        if (!Home.AddNetwork(ssid, key))
        {
            return Why.NotSaved;
        }

        // Who could add one could have a thief's own network joined, so every guardian is told.
        Desk.Note(NoticeKind.WifiAdded, Desk.Call.PhoneNumber);
        return Why.None;
    }

    private void SetClock(DoorQuestion question, DoorAnswer answer)
    {
        long utcSeconds = question.Whole("utc", Moment.EarliestSeconds, Moment.LatestSeconds);
        int offsetSeconds = question.Number("offset", -OffsetMax, OffsetMax);
        Why why = Judge(Operation.Clock, question);

        if (why == Why.None)
        {
            Moment before = Home.Now;
            Home.SetClock(utcSeconds, offsetSeconds);
            Moment after = Home.Now;

            if (before.IsKnown && after.IsKnown && after.Minute < before.Minute - SetBackMinutes)
            {
                Desk.Note(NoticeKind.ClockSetBack, Desk.Call.PhoneNumber);
            }
        }

        Put(answer, why);
    }
}
