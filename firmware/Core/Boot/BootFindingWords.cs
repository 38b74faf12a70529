namespace ToyGuard.Core.Boot;

/// <summary>English words for what a start found, for a parent: what happened · what comes next.</summary>
public static class BootFindingWords
{
    /// <summary>At most this many characters, as for reasons.</summary>
    public const int LengthMax = 90;

    /// <summary>The words of <paramref name="finding"/>. A number that has no name gets words that promise nothing.</summary>
    public static string Of(BootFinding finding)
    {
        return finding switch
        {
            BootFinding.None => "Started well · nothing to do",
            BootFinding.SettingsRepaired => "One copy of the settings was damaged · it is repaired, nothing is lost",
            BootFinding.SettingsOneCopy => "One copy of the settings is damaged · save a change to repair it",
            BootFinding.SettingsDamaged => "The settings are damaged · everything is closed until you pair anew",
            BootFinding.SettingsNewer => "The settings are of a newer version · everything is closed, update first",
            BootFinding.SettingsLost => "The settings are gone · everything is closed until you pair anew",
            BootFinding.SettingsOlder => "The settings were of an older version · look them over under Rules",
            BootFinding.UsageUnknown => "What was used today is not known · it counts as used up until tomorrow",
            BootFinding.RecordsAltered => "Records were changed or are missing · look at them under Family",
            BootFinding.LadderLastGood => "It restarted three times · the last settings that worked are used",
            BootFinding.LadderSafe => "It restarted five times · everything is closed, look over the rules",
            BootFinding.BootsUnknown => "How it last started is not known · nothing to do",
            BootFinding.FlashNotWritable => "Nothing can be saved · what you open will be closed after a restart",
            BootFinding.StartFailed => "It could not start properly · everything is closed, restart it",
            BootFinding.WipeFinished => "An erase that was cut off is finished · you can pair anew",
            BootFinding.WipeUnfinished => "An erase was cut off and cannot end · leave it plugged in, or restart it",
            BootFinding.SelfCheckFailed => "The device computes wrong · everything is closed, ask the maker",
            BootFinding.DeletesLost => "Which services were asked to delete is lost · ask them yourself",
            _ => "Something was found at the start · everything else is as usual",
        };
    }
}
