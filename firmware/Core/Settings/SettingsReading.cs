namespace ToyGuard.Core.Settings;

/// <summary>What came of reading kept settings: the settings, or why there are none. Immutable.</summary>
public sealed class SettingsReading
{
    internal SettingsReading(FamilySettings? settings, SettingsFault fault, int schema)
    {
        Settings = settings;
        Fault = fault;
        Schema = schema;
    }

    /// <summary>The settings, of this schema whatever they were read from; null unless they were whole.</summary>
    public FamilySettings? Settings { get; }

    /// <summary>Why there are none; None exactly when there are.</summary>
    public SettingsFault Fault { get; }

    /// <summary>The schema found; 0 when not even that could be read.</summary>
    public int Schema { get; }

    /// <summary>The settings, or the strictest there are (DEF-03).</summary>
    public FamilySettings OrStrict
    {
        get { return Settings ?? FamilySettings.Strict; }
    }
}
