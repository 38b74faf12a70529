using System.Text;

using ToyGuard.Core.Data;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Times;
using ToyGuard.Guard.Export;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>Shows what is set: one toy with everything that is decided about it and every place it talks to, and the children.</summary>
internal sealed class RuleViewGroup : DoorGroup
{
    // Bytes of an answer's places and sensors; the rest is asked for with "from". A row is at most its words and numbers, an owner twice, should it be all quotes.
    private const int RowsBytes = 1900;
    private const int PlaceBytes = 220;
    private const int SensorBytes = 140;

    private readonly ToyLook _look;

    internal RuleViewGroup(PairingDesk desk, IDoorHome home)
        : base(desk, home)
    {
        _look = new ToyLook(home);
    }

    internal override bool Answer(DoorQuestion question, DoorAnswer answer)
    {
        switch (question.Op)
        {
            case "rules":
                Rules(question, answer);
                return true;
            case "children":
                Children(question, answer);
                return true;
            default:
                return false;
        }
    }

    private void Rules(DoorQuestion question, DoorAnswer answer)
    {
        // One behind the last place are the sensors alone.
        int toy = question.Number("toy", 1, FamilySettings.ToysMax);
        int from = question.Has("from") ? question.Number("from", 1, ToySettings.ApprovalsMax + 1) : 1;
        Why why = JudgeToy(Judge(Operation.Rules, question), toy, false);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        JsonWriter writer = answer.Ok();
        _look.Take(toy);
        PutSet(writer, toy);
        PutRows(writer, toy, from);
    }

    private void PutSet(JsonWriter writer, int toy)
    {
        ToySettings set = Home.Settings.Of(ToyAt(toy).Name);
        Home.ShowPlay(toy, out PlayView view);
        PutNumber(writer, "toy", toy);
        PutText(writer, "name", ToyAt(toy).Manifest.Name);
        PutNumber(writer, "child", set.Child);
        PutBool(writer, "shared", set.IsShared);
        PutBool(writer, "paused", _look.IsPaused);
        PutText(writer, "until", DoorTime.Near(_look.PausedUntil, _look.Now));
        PutDays(writer, set.PlayMinutes);
        writer.Name("quiet");
        writer.BeginArray();

        for (int i = 0; set.QuietHours is not null && i < set.QuietHours.Count; i++)
        {
            writer.BeginArray();
            writer.Number(set.QuietHours.StartAt(i));
            writer.Number(set.QuietHours.LengthAt(i));
            writer.EndArray();
        }

        writer.EndArray();
        PutNumber(writer, "tickets", set.Tickets);
        PutNumber(writer, "left", view.PlayLeft);
        PutNumber(writer, "bonus", view.Bonus);
        PutNumber(writer, "bonusRoom", view.BonusRoom);
        PutNumber(writer, "together", view.TogetherLeft);
        PutText(writer, "zone", Home.Settings.Zone);
    }

    private void PutRows(JsonWriter writer, int toy, int from)
    {
        Manifest manifest = ToyAt(toy).Manifest;
        int left = RowsBytes;
        int number = from;
        writer.Name("endpoints");
        writer.BeginArray();

        while (number <= manifest.Endpoints.Length && left >= 0)
        {
            Endpoint place = manifest.Endpoints[number - 1];
            left -= PlaceBytes + place.Pattern.Text.Length + (2 * Encoding.UTF8.GetBytes(place.Owner).Length) + place.Purpose.Length;

            for (int i = 0; i < place.Data.Length; i++)
            {
                left -= place.Data[i].Length + 3;
            }

            if (left >= 0)
            {
                PutPlace(writer, toy, number, place);
                number++;
            }
        }

        writer.EndArray();
        bool areSensorsLeft = left < manifest.Sensors.Length * SensorBytes;
        PutNumber(writer, "more", number <= manifest.Endpoints.Length || areSensorsLeft ? number : 0);
        writer.Name("sensors");
        writer.BeginArray();

        for (int sensor = 1; sensor <= manifest.Sensors.Length && !areSensorsLeft; sensor++)
        {
            int until = _look.AgreedUntil(sensor);
            writer.BeginObject();
            PutNumber(writer, "n", sensor);
            PutText(writer, "kind", manifest.Sensors[sensor - 1].Kind);
            PutText(writer, "purpose", manifest.Sensors[sensor - 1].Purpose);
            PutBool(writer, "on", until > 0);
            PutText(writer, "until", DoorTime.Near(until, _look.Now));
            writer.EndObject();
        }

        writer.EndArray();
    }

    private void PutPlace(JsonWriter writer, int toy, int number, Endpoint place)
    {
        PlaceActivity seen = Home.Activity.At(toy, number);
        bool isOpen = _look.IsOpen(number, out int until);
        int last = seen.LastMinute > seen.LastHeldMinute ? seen.LastMinute : seen.LastHeldMinute;
        writer.BeginObject();
        PutNumber(writer, "n", number);
        PutText(writer, "host", place.Pattern.Text);
        PutNumber(writer, "port", place.Port);
        PutText(writer, "scheme", WordOf(place.Scheme));
        PutText(writer, "owner", place.Owner);
        PutText(writer, "party", place.Party == Party.First ? "maker" : "other");
        PutText(writer, "purpose", place.Purpose);
        writer.Name("data");
        writer.BeginArray();

        for (int i = 0; i < place.Data.Length; i++)
        {
            writer.Text(place.Data[i]);
        }

        writer.EndArray();

        // A new one came with an update (EGR-07). A closed place that the toy tried is one that waits for a grown-up's word.
        PutText(writer, "state", isOpen ? "open" : Home.IsNew(toy, number) ? "new" : seen.Held > 0 ? "waiting" : "closed");
        PutText(writer, "until", DoorTime.Near(until, _look.Now));
        PutNumber(writer, "tries", seen.Held);
        PutNumber(writer, "bytes", _look.BytesAt(number));
        PutText(writer, "last", DoorTime.Near(last, _look.Now));
        writer.EndObject();
    }

    private void Children(DoorQuestion question, DoorAnswer answer)
    {
        Why why = Judge(Operation.Children, question);

        if (why != Why.None)
        {
            Put(answer, why);
            return;
        }

        ChildSettings[] children = Home.Settings.Children;
        JsonWriter writer = answer.Ok();
        _look.Take(AllToys);
        writer.Name("children");
        writer.BeginArray();

        for (int i = 0; i < children.Length; i++)
        {
            writer.BeginObject();
            PutNumber(writer, "n", children[i].Number);
            PutNumber(writer, "animal", children[i].Animal);
            PutNumber(writer, "colour", children[i].Colour);
            PutText(writer, "band", BandWords.Of(children[i].Band));
            PutDays(writer, children[i].PlayMinutes);
            PutNumber(writer, "left", _look.LeftOf(children[i]));
            writer.EndObject();
        }

        writer.EndArray();
        PutOffers(writer);
    }

    // What the page may offer for an age; nothing of it is in force until a guardian says so (DEF-05).
    private static void PutOffers(JsonWriter writer)
    {
        writer.Name("offers");
        writer.BeginArray();

        for (AgeBand band = AgeBand.Under9; band <= AgeBand.From13To18; band++)
        {
            AgeProfile offer = AgeProfiles.Of(band);
            writer.BeginObject();
            PutText(writer, "band", BandWords.Of(band));
            PutDays(writer, offer.PlayMinutes());
            writer.Name("rest");
            writer.BeginArray();
            writer.Number(offer.RestStart);
            writer.Number(offer.RestMinutes);
            writer.EndArray();
            writer.EndObject();
        }

        writer.EndArray();
    }

    private static void PutDays(JsonWriter writer, DayMinutes minutes)
    {
        writer.Name("days");
        writer.BeginArray();

        for (int day = 0; day < DayMinutes.Days; day++)
        {
            writer.Number(minutes.At(day));
        }

        writer.EndArray();
    }

    private static string WordOf(Scheme scheme)
    {
        return scheme switch
        {
            Scheme.Https => "https",
            Scheme.Http => "http",
            _ => "tls",
        };
    }
}
