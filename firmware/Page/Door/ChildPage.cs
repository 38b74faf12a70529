using System.Text;

using ToyGuard.Core.Family;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>The child's side: what is told of the rules, and the one thing that may be asked without a key (PCTL-08).</summary>
/// <remarks>
/// Anybody in the home may post a request, so it changes nothing but one row of a short book, and only where somebody is paired.
/// Rules are told for ten minutes after a press, or to a phone of the family; else only what became of a request.
/// </remarks>
internal static class ChildPage
{
    /// <summary>Bytes that a posted request may have.</summary>
    internal const int AskMax = 128;

    // A row is at most its names and numbers, and the toy's name twice, should it be all quotes.
    private const int RowBytes = 230;

    /// <summary>Takes a request: {"op": "more", "open" or "change", "toy"} and, of a place or a rule, "what"; without it a place is the one that was held last. Writes the answer at the buffer's start.</summary>
    /// <returns>Its length; 0 for what is none.</returns>
    internal static int Ask(byte[] buffer, int offset, int count, DoorQuestion question, IDoorHome home)
    {
        byte[] body = new byte[count];
        System.Array.Copy(buffer, offset, body, 0, count);

        if (!question.Read(body, count))
        {
            return 0;
        }

        RequestKind kind = KindOf(question.Op);
        int toy = question.Number("toy", 1, FamilySettings.ToysMax);
        int what = question.Has("what") ? question.Number("what", 1, byte.MaxValue) : 0;

        if (!question.IsFit || toy > home.Toys.Length || kind == RequestKind.None)
        {
            return 0;
        }

        DeclaredToy declared = home.Toys[toy - 1];
        bool isPlace = kind == RequestKind.Open;

        if (isPlace && what > declared.Manifest.Endpoints.Length)
        {
            return 0;
        }

        what = isPlace && what == 0 ? HeldLast(home, toy) : what;

        if (isPlace && what == 0)
        {
            return WriteAsked(buffer, false, "nothing");
        }

        RequestFault fault = home.Requests.Ask(declared.Name, kind, isPlace ? declared.PrintAt(what) : what, home.Now);

        if (fault == RequestFault.Unfit)
        {
            return 0;
        }

        bool isAsked = fault == RequestFault.None || fault == RequestFault.AlreadyAsked;
        return WriteAsked(buffer, isAsked, kind == RequestKind.More && isAsked && IsSpent(home, toy) ? "ticket" : WordOf(fault));
    }

    /// <summary>Writes what the child is told, as members of an object that is open.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="home">The device.</param>
    /// <param name="withRules">Whether rules are told.</param>
    /// <param name="withNames">Whether toys are named: what a family calls them is for its phones.</param>
    /// <param name="from">The first toy.</param>
    /// <param name="bytes">About how many bytes there are for toys; the next one is "more".</param>
    internal static void Write(JsonWriter writer, IDoorHome home, bool withRules, bool withNames, int from, int bytes)
    {
        int left = bytes;
        int more = 0;
        writer.Name("rules");
        writer.Bool(withRules);
        writer.Name("toys");
        writer.BeginArray();

        for (int number = from; number <= home.Toys.Length && more == 0; number++)
        {
            left -= RowBytes + (2 * Encoding.UTF8.GetBytes(home.Toys[number - 1].Manifest.Name).Length);

            if (left < 0)
            {
                more = number;
            }
            else
            {
                WriteToy(writer, home, withRules, withNames, number);
            }
        }

        writer.EndArray();
        Put(writer, "more", more);
    }

    /// <summary>The number of the toy of a name; 0 for one that is not here any more.</summary>
    internal static int NumberOf(DeclaredToy[] toys, string name)
    {
        for (int number = 1; number <= toys.Length; number++)
        {
            if (toys[number - 1].Name == name)
            {
                return number;
            }
        }

        return 0;
    }

    internal static string WordOf(RequestKind kind)
    {
        return kind switch
        {
            RequestKind.More => "more",
            RequestKind.Open => "open",
            RequestKind.Change => "change",
            _ => "",
        };
    }

    internal static string WordOf(RequestState state)
    {
        return state switch
        {
            RequestState.Waiting => "waiting",
            RequestState.Yes => "yes",
            RequestState.No => "no",
            _ => "",
        };
    }

    private static int WriteAsked(byte[] buffer, bool isAsked, string why)
    {
        JsonWriter writer = new JsonWriter(buffer);
        writer.BeginObject();
        writer.Name("ok");
        writer.Bool(isAsked);
        writer.Name("why");
        writer.Text(why);
        writer.EndObject();
        return writer.Length;
    }

    // What a child means by "this": it knows no names of places, and is told none. 0 where nothing was held that is still closed.
    private static int HeldLast(IDoorHome home, int toy)
    {
        DeclaredToy declared = home.Toys[toy - 1];
        ToySettings set = home.Settings.Of(declared.Name);
        int found = 0;
        int minute = 0;

        for (int place = 1; place <= declared.Manifest.Endpoints.Length; place++)
        {
            int held = home.Activity.At(toy, place).LastHeldMinute;

            if (held > minute && !set.IsApproved(declared.PrintAt(place)))
            {
                found = place;
                minute = held;
            }
        }

        return found;
    }

    private static string WordOf(RequestFault fault)
    {
        return fault switch
        {
            RequestFault.None => "",
            RequestFault.AlreadyAsked => "already",
            RequestFault.TooSoon => "soon",
            RequestFault.ClockUnknown => "clock",
            RequestFault.Full => "full",
            _ => "not-saved",
        };
    }

    private static RequestKind KindOf(string word)
    {
        return word switch
        {
            "more" => RequestKind.More,
            "open" => RequestKind.Open,
            "change" => RequestKind.Change,
            _ => RequestKind.None,
        };
    }

    private static void WriteToy(JsonWriter writer, IDoorHome home, bool withRules, bool withNames, int number)
    {
        string name = home.Toys[number - 1].Name;
        ChildRequest? asked = home.Requests.Newest(name, home.Now);
        writer.BeginObject();
        Put(writer, "n", number);
        Put(writer, "asked", asked is null ? "" : WordOf(asked.Kind));
        Put(writer, "answer", asked is null ? "" : WordOf(asked.State));
        Put(writer, "minutes", asked is null ? 0 : asked.Minutes);

        if (withNames)
        {
            Put(writer, "name", home.Toys[number - 1].Manifest.Name);
        }

        if (withRules)
        {
            home.ShowPlay(number, out PlayView view);
            bool isEnding = view.Held == Reason.None && view.MinutesLeft >= 0 && home.Now.IsKnown;
            Put(writer, "reason", (int)view.Held);
            Put(writer, "left", view.MinutesLeft);
            Put(writer, "asleepAt", isEnding ? DoorTime.TimeOfDay(home.Now.Minute + view.MinutesLeft) : "");
            Manifest manifest = home.Toys[number - 1].Manifest;
            ToyLook look = new ToyLook(home);
            look.Take(number);
            Put(writer, "places", PlacesOf(look, manifest, out int first));
            Put(writer, "closes", DoorTime.Near(first, look.Now));
            Put(writer, "senses", SensesOf(look, manifest));
            Put(writer, "tickets", home.Settings.Of(name).Tickets);
        }

        writer.EndObject();
    }

    // The child is told when somebody could listen or look (ICO 11).
    private static int SensesOf(ToyLook look, Manifest manifest)
    {
        int count = 0;

        for (int sensor = 1; sensor <= manifest.Sensors.Length; sensor++)
        {
            count += look.AgreedUntil(sensor) > 0 ? 1 : 0;
        }

        return count;
    }

    // How many are open, and when the first of them closes; 0 when none does by itself.
    private static int PlacesOf(ToyLook look, Manifest manifest, out int first)
    {
        int count = 0;
        first = 0;

        for (int place = 1; place <= manifest.Endpoints.Length; place++)
        {
            if (look.IsOpen(place, out int until))
            {
                count++;
                first = Approval.Earlier(first, until);
            }
        }

        return count;
    }

    // A ticket was granted ahead: it answers, and no grown-up has to.
    private static bool IsSpent(IDoorHome home, int toy)
    {
        ChildRequest[] asked = home.Requests.Of(home.Now);

        for (int i = asked.Length - 1; i >= 0; i--)
        {
            if (asked[i].Toy == home.Toys[toy - 1].Name && asked[i].Kind == RequestKind.More && asked[i].State == RequestState.Waiting)
            {
                return home.SpendTicket(toy) && home.Requests.Answer(asked[i].Number, true, ToySettings.TicketMinutes, home.Now) == RequestFault.None;
            }
        }

        return false;
    }

    private static void Put(JsonWriter writer, string name, string text)
    {
        writer.Name(name);
        writer.Text(text);
    }

    private static void Put(JsonWriter writer, string name, long number)
    {
        writer.Name(name);
        writer.Number(number);
    }
}
