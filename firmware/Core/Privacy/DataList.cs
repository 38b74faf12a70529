namespace ToyGuard.Core.Privacy;

/// <summary>The data list: everything that is stored or sent today, with what it is for and how long it is kept (DEF-06).</summary>
/// <remarks>
/// Of a child there is an age band and nothing else. tests/Core walks what is kept and fails when a field has no row here. What toys send
/// is their makers' to say: each endpoint of a manifest lists its kinds of data.
/// </remarks>
public static class DataList
{
    /// <summary>How many rows there are.</summary>
    public const int Count = 26;

    private const string UntilChanged = "until a grown-up changes it";
    private const string UntilWiped = "until the device is wiped";
    private const string UntilNextDay = "until the next day";
    private const string AsSet = "as many days as set, 30 at most";
    private const string Nothing = "not kept";

    private const string LookUp = "a grown-up can look it up";

    /// <summary>A row, made anew, from 1 to <see cref="Count"/>; null for another number.</summary>
    public static DataField? At(int number)
    {
        return number switch
        {
            1 => new DataField("paired", DataPlace.Flash, "whether a grown-up has paired the device", "nothing leaves before that", UntilWiped),
            2 => new DataField("pause-all", DataPlace.Flash, "whether everything is paused", "the pause lasts when the power goes", UntilChanged),
            3 => new DataField("record-days", DataPlace.Flash, "for how many days records are kept", "records go in time", UntilChanged),
            4 => new DataField("toy-name", DataPlace.Flash, "the family's name for a toy", "to tell toys apart", UntilChanged),
            5 => new DataField("toy-paused", DataPlace.Flash, "whether a toy is paused", "the pause lasts when the power goes", UntilChanged),
            6 => new DataField("quiet-hours", DataPlace.Flash, "when a toy has to be quiet", "quiet hours", UntilChanged),
            7 => new DataField("play-minutes", DataPlace.Flash, "how many minutes a day a toy may be played with", "play time", UntilChanged),
            8 => new DataField("age-band", DataPlace.Flash, "a child's age band: under 9, 9 to 12, 13 to 18, or not known", "the rules for that age", UntilChanged),
            9 => new DataField("approvals", DataPlace.Flash, "which places a grown-up said yes to", "only those are reached", UntilChanged),
            10 => new DataField("consents", DataPlace.Flash, "which uses of a sensor a grown-up said yes to, and until when", "only those are switched on", "until it is over, a school term at most"),
            11 => new DataField("used-day", DataPlace.Flash, "the day that is counted for", "limits that begin anew each day", UntilNextDay),
            12 => new DataField("used-bytes", DataPlace.Flash, "how much a toy exchanged with each place today", "limits of data", UntilNextDay),
            13 => new DataField("used-minutes", DataPlace.Flash, "how many minutes a toy was played with today", "play time", UntilNextDay),
            14 => new DataField("used-names", DataPlace.Flash, "which servers of one place were reached today", "a list of names can spell a message", UntilNextDay),
            15 => new DataField("starts", DataPlace.Flash, "how often the device started, and how often badly", "to come back to settings that worked", UntilWiped),
            16 => new DataField("record-start", DataPlace.Flash, "when the device started and what it found", LookUp, AsSet),
            17 => new DataField("record-settings", DataPlace.Flash, "when settings were saved, refused or mended", LookUp, AsSet),
            18 => new DataField("record-calls", DataPlace.Flash, "how many calls of which toy to which place were held, and why", LookUp, AsSet),
            19 => new DataField("record-clock", DataPlace.Flash, "when the clock was set, and by how much", LookUp, AsSet),
            20 => new DataField("record-faults", DataPlace.Flash, "what failed, and when", LookUp, AsSet),
            21 => new DataField("record-wipes", DataPlace.Flash, "when a wipe began and ended", LookUp, AsSet),
            22 => new DataField("record-checks", DataPlace.Flash, "whether records are missing or were altered", LookUp, AsSet),
            23 => new DataField("verdicts", DataPlace.Memory, "how many calls of which toy were let out or held, and why", "to be shown on the page", "today and yesterday, while there is power"),
            24 => new DataField("sent-names", DataPlace.Sent, "names of approved places, to the home's router", "to find where they are", Nothing),
            25 => new DataField("sent-time", DataPlace.Sent, "a question for the time, without a word of the family", "quiet hours need the time", Nothing),
            26 => new DataField("sent-by-toys", DataPlace.Sent, "what a toy's maker lists for each place", "what the maker says there", "as the maker says"),
            _ => null,
        };
    }
}
