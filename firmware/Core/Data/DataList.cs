namespace ToyGuard.Core.Data;

/// <summary>The data list: everything that is stored or sent today, with what it is for and how long it is kept (DEF-06).</summary>
/// <remarks>
/// Of a child there is an age band and nothing else. tests/Core walks what is kept and fails when a field has no row here. What toys send
/// is their makers' to say: each endpoint of a manifest lists its kinds of data.
/// </remarks>
public static class DataList
{
    /// <summary>How many rows there are.</summary>
    public const int Count = 47;

    private const string UntilChanged = "until a grown-up changes it";
    private const string UntilWiped = "until the device is wiped";
    private const string UntilOut = "until a grown-up takes the phone out";
    private const string UntilNextDay = "until the next day";
    private const string AsSet = "as many days as set, 30 at most";
    private const string Nothing = "not kept";

    private const string LeftOut = "|-";

    private const string LookUp = "a grown-up can look it up";

    /// <summary>A row, made anew, from 1 to <see cref="Count"/>; null for another number.</summary>
    public static DataField? At(int number)
    {
        return number switch
        {
            1 => Row(DataPlace.Flash, "paired|whether a grown-up has paired the device|nothing leaves before that|" + UntilWiped),
            2 => Row(DataPlace.Flash, "pause-all|whether everything is paused, and until when|the pause lasts when the power goes|" + UntilChanged),
            3 => Row(DataPlace.Flash, "record-days|for how many days records are kept|records go in time|" + UntilChanged),
            4 => Row(DataPlace.Flash, "toy-name|the family's name for a toy|to tell toys apart|" + UntilChanged),
            5 => Row(DataPlace.Flash, "toy-paused|whether a toy is paused, and until when|the pause lasts when the power goes|" + UntilChanged),
            6 => Row(DataPlace.Flash, "quiet-hours|when a toy has to be quiet|quiet hours|" + UntilChanged),
            7 => Row(DataPlace.Flash, "play-minutes|how many minutes a day a toy may be played with, and a child may play|play time|" + UntilChanged),
            8 => Row(DataPlace.Flash, "age-band|a child's age band: under 9, 9 to 12, 13 to 18, or not known|the rules for that age|" + UntilChanged),
            9 => Row(DataPlace.Flash, "approvals|which places a grown-up said yes to, and until when|only those are reached|" + UntilChanged),
            10 => Row(DataPlace.Flash, "consents|which uses of a sensor a grown-up said yes to, and until when|only those are switched on|until it is over, a school term at most"),
            11 => Row(DataPlace.Flash, "used-day|the day that is counted for, and how long there was power in it|limits that begin anew each day|" + UntilNextDay),
            12 => Row(DataPlace.Flash, "used-bytes|how much a toy exchanged with each place today|limits of data|" + UntilNextDay),
            13 => Row(DataPlace.Flash, "used-minutes|how many minutes toys and children played today, and how many were given|play time|" + UntilNextDay),
            14 => Row(DataPlace.Flash, "used-names|which servers of one place were reached today|a list of names can spell a message|" + UntilNextDay),
            15 => Row(DataPlace.Flash, "starts|how often the device started, and how often badly|to come back to settings that worked|" + UntilWiped),
            16 => Row(DataPlace.Flash, "record-start|when the device started and what it found|" + LookUp + "|" + AsSet),
            17 => Row(DataPlace.Flash, "record-settings|when settings were saved, refused or mended, and which phone changed what|" + LookUp + "|" + AsSet),
            18 => Row(DataPlace.Flash, "record-calls|how many calls of which toy to which place were held, and why|" + LookUp + "|" + AsSet),
            19 => Row(DataPlace.Flash, "record-clock|when the clock was set, and by how much|" + LookUp + "|" + AsSet),
            20 => Row(DataPlace.Flash, "record-faults|what failed, and when|" + LookUp + "|" + AsSet),
            21 => Row(DataPlace.Flash, "record-wipes|when a wipe began and ended|" + LookUp + "|" + AsSet),
            22 => Row(DataPlace.Flash, "record-checks|whether records are missing or were altered|" + LookUp + "|" + AsSet),
            23 => Row(DataPlace.Flash, "phones|which phones may come in, their keys, what each may do and how it is called|only they get in|" + UntilOut),
            24 => Row(DataPlace.Flash, "pins|for each phone what its PIN is checked with, never the PIN itself|only a grown-up loosens a rule|" + UntilOut + LeftOut),
            25 => Row(DataPlace.Flash, "pin-tries|how many wrong PINs each phone gave, and how long there was power|guessing takes too long|" + UntilWiped + LeftOut),
            26 => Row(DataPlace.Flash, "notices|what guardians are told: who came or went, a forgotten PIN, who loosened what of which toy|everybody knows of it|until every guardian has seen it"),
            27 => Row(DataPlace.Flash, "owner-code|a hash of the code that the first guardian has on paper|a wipe by the button gives the toy to nobody|" + UntilWiped + "; by the button, 72 hours with power longer" + LeftOut),
            28 => Row(DataPlace.Flash, "wifi|the Wi-Fi networks to join, with their keys, and how the last try went|to be in the home's network|" + UntilWiped + LeftOut),
            29 => Row(DataPlace.Flash, "record-family|which phone signed in, came, went or changed its PIN, and wrong codes|" + LookUp + "|" + AsSet),
            30 => Row(DataPlace.Flash, "requests|what was asked for with a toy in hand, and the answer|a grown-up answers it|until midnight"),
            31 => Row(DataPlace.Flash, "home-places|the places that a grown-up kept for a toy whose maker lists none; of other lists marks|only those are reached, and what is new in a list is noticed|" + UntilWiped),
            32 => Row(DataPlace.Memory, "verdicts|how many calls of which toy were let out or held, and why|to be shown on the page|today and yesterday, while there is power"),
            33 => Row(DataPlace.Memory, "sessions|which phones are signed in, and the keys of that|nobody else may ask in their place|15 minutes without a question, 12 hours at most" + LeftOut),
            34 => Row(DataPlace.Memory, "activity|how often a toy called each place, was held there, and when last|to see who a toy talks to|counts until the next day, times while there is power"),
            35 => Row(DataPlace.Memory, "held-names|names of places that a toy asked for and did not get|to open them, or to wonder|a day after the last try, while there is power"),
            36 => Row(DataPlace.Sent, "sent-names|names of approved places, to the home's router|to find where they are|" + Nothing),
            37 => Row(DataPlace.Sent, "sent-time|a question for the time, without a word of the family|quiet hours need the time|" + Nothing),
            38 => Row(DataPlace.Sent, "sent-by-toys|what a toy's maker lists for each place|what the maker says there|as the maker says"),
            39 => Row(DataPlace.Flash, "zone|how the clocks of this home go in summer and winter|bedtime by the clock on the wall|" + UntilChanged),
            40 => Row(DataPlace.Flash, "child-animal|an animal in a colour that stands for a child|to tell children apart without a name|" + UntilChanged),
            41 => Row(DataPlace.Flash, "toy-child|which child has a toy, or that several do|the rules of that child|" + UntilChanged),
            42 => Row(DataPlace.Flash, "tickets|how many times more play a grown-up granted ahead|the child spends them|" + UntilChanged),
            43 => Row(DataPlace.Flash, "delete-requests|which services are told to delete, since when, and what they answered|they are asked until they confirm|30 days after it is settled, or until the device is wiped"),
            44 => Row(DataPlace.Sent, "sent-deletes|a request to delete: a random number, and by which word a service knows the toy|the service deletes|" + Nothing),
            45 => Row(DataPlace.Flash, "leases|which network number a thing on a hub's own Wi-Fi has|it keeps it when the power goes|until another thing needs it, or the device is wiped" + LeftOut),
            46 => Row(DataPlace.Memory, "stations|what a thing on a hub's own Wi-Fi calls itself, and where it says its rules are|to know which is which|while there is power" + LeftOut),
            47 => Row(DataPlace.Flash, "things|which thing on a hub's own Wi-Fi is which toy, by its network number|each toy has its own rules|until a grown-up parts them, or erases the toy"),
            _ => null,
        };
    }

    /// <summary>The row with that name; null when there is none.</summary>
    public static DataField? Find(string id)
    {
        for (int number = 1; number <= Count; number++)
        {
            DataField row = At(number)!;

            if (row.Id == id)
            {
                return row;
            }
        }

        return null;
    }

    // Id, what, why, kept; a last part marks what is in no export.
    private static DataField Row(DataPlace place, string words)
    {
        string[] parts = words.Split('|');
        return new DataField(parts[0], place, parts[1], parts[2], parts[3], place != DataPlace.Sent && parts.Length == 4);
    }
}
