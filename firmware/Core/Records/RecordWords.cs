namespace ToyGuard.Core.Records;

/// <summary>A short word for each kind of record, for exports and logs; a page has its own words.</summary>
public static class RecordWords
{
    /// <summary>Lower-case ASCII with hyphens; "unknown" for a number that this version does not know.</summary>
    public static string Of(RecordKind kind)
    {
        return kind switch
        {
            RecordKind.DeviceStarted => "device-started",
            RecordKind.BootMarkedGood => "boot-marked-good",
            RecordKind.LadderStageEntered => "ladder-stage-entered",
            RecordKind.StartFailed => "start-failed",
            RecordKind.SettingsSaved => "settings-saved",
            RecordKind.SettingsRefused => "settings-refused",
            RecordKind.SettingsDamaged => "settings-damaged",
            RecordKind.SettingsRepaired => "settings-repaired",
            RecordKind.UsageUnknown => "usage-unknown",
            RecordKind.ConsentsOver => "consents-over",
            RecordKind.RuleChanged => "rule-changed",
            RecordKind.CallsHeld => "calls-held",
            RecordKind.ClockSet => "clock-set",
            RecordKind.ServiceFailed => "service-failed",
            RecordKind.FlashFailed => "flash-failed",
            RecordKind.WipeBegun => "wipe-begun",
            RecordKind.WipeDone => "wipe-done",
            RecordKind.RecordsLost => "records-lost",
            RecordKind.RecordsAltered => "records-altered",
            RecordKind.SignedIn => "signed-in",
            RecordKind.TryFailed => "try-failed",
            RecordKind.WindowOpened => "window-opened",
            RecordKind.PhoneJoined => "phone-joined",
            RecordKind.PhoneMoved => "phone-moved",
            RecordKind.PhoneRemoved => "phone-removed",
            RecordKind.PinChanged => "pin-changed",
            RecordKind.ForgotBegun => "forgot-begun",
            RecordKind.ForgotStopped => "forgot-stopped",
            RecordKind.LooseningConfirmed => "loosening-confirmed",
            RecordKind.SensorUsed => "sensor-used",
            RecordKind.Updated => "updated",
            _ => "unknown",
        };
    }

    /// <summary>The same for what a walk found wrong.</summary>
    public static string Of(RecordFault fault)
    {
        return fault switch
        {
            RecordFault.TornTail => "torn-tail",
            RecordFault.RowAltered => "row-altered",
            RecordFault.RowsLost => "rows-lost",
            RecordFault.SegmentAltered => "segment-altered",
            RecordFault.SegmentLost => "segment-lost",
            RecordFault.SegmentUnlinked => "segment-unlinked",
            _ => "unknown",
        };
    }
}
