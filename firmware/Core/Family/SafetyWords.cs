namespace ToyGuard.Core.Family;

/// <summary>A short word for each item and each fix, for messages; a page has its own words.</summary>
public static class SafetyWords
{
    /// <summary>Lower-case ASCII; empty for no item.</summary>
    public static string Of(SafetyItem item)
    {
        return item switch
        {
            SafetyItem.Spare => "spare",
            SafetyItem.Pins => "pins",
            SafetyItem.Wifi => "wifi",
            SafetyItem.Clock => "clock",
            SafetyItem.Settings => "settings",
            SafetyItem.Records => "records",
            SafetyItem.Plain => "plain",
            SafetyItem.Ends => "ends",
            SafetyItem.Support => "support",
            SafetyItem.Notices => "notices",
            _ => "",
        };
    }

    /// <summary>Lower-case ASCII with hyphens; empty where nothing is to be mended.</summary>
    public static string Of(SafetyFix fix)
    {
        return fix switch
        {
            SafetyFix.Pair => "pair",
            SafetyFix.Invite => "invite",
            SafetyFix.SetPin => "set-pin",
            SafetyFix.ChooseWifi => "choose-wifi",
            SafetyFix.SetClock => "set-clock",
            SafetyFix.LookAtRules => "look-at-rules",
            SafetyFix.LookAtHistory => "look-at-history",
            SafetyFix.ClosePlain => "close-plain",
            SafetyFix.GiveAnEnd => "give-an-end",
            SafetyFix.AskMaker => "ask-maker",
            SafetyFix.ReadNotices => "read-notices",
            _ => "",
        };
    }
}
