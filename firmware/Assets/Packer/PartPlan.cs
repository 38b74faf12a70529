namespace ToyGuard.Assets.Packer;

/// <summary>A part of the page's script: the modules that it begins with, a blank between them, and the parts that are there before it. The first part of all is there before every other.</summary>
internal sealed record PartPlan(string Name, string Entries, params string[] Needs)
{
    /// <summary>The parts of our page, each behind those that it needs.</summary>
    public static readonly PartPlan[] All =
    {
        new("first", "main.js"),
        new("setup", "screens/setup.js"),
        new("home", "flow.js way.js"),
        new("help", "screens/help.js"),
        new("kids", "screens/kids.js", "help"),
        new("why", "why.js"),
        new("pin", "screens/pin.js", "home"),
        new("claim", "screens/claim.js", "home"),
        new("inside", "inside.js", "home"),
        new("keep", "screens/keep.js", "home", "inside"),
        new("sure", "screens/sure.js", "home", "inside", "pin"),
        new("back", "screens/welcome.js", "home", "claim", "pin"),
        new("zone", "zone.js"),
        new("acting", "screens/acting.js", "home", "inside"),
        new("place", "screens/place.js", "home", "inside", "pin", "sure"),
        new("week", "screens/week.js", "home", "inside", "pin", "sure"),
        new("rules", "screens/rules.js", "home", "inside", "pin", "sure", "place", "week"),
        new("family", "screens/family.js", "home", "inside", "pin", "sure"),
        new("care", "screens/care.js", "home", "inside", "pin", "sure", "family", "week"),
    };
}
