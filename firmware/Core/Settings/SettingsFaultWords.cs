namespace ToyGuard.Core.Settings;

/// <summary>English words for why kept settings were not taken: what was found · what comes next.</summary>
public static class SettingsFaultWords
{
    /// <summary>The words of <paramref name="fault"/>. A number that has no name gets the words of damage.</summary>
    public static string Of(SettingsFault fault)
    {
        return fault switch
        {
            SettingsFault.None => "Your settings are whole",
            SettingsFault.Missing => "There are no settings yet · nothing leaves until a grown-up sets something",
            SettingsFault.SchemaNewer => "Your settings are of a newer version · nothing leaves; update, or set them anew",
            _ => "Your settings were damaged · nothing leaves until you set them anew",
        };
    }
}
