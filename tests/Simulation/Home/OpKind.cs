namespace ToyGuard.Simulation.Home;

/// <summary>What may happen in a home.</summary>
internal enum OpKind
{
    PauseAll,
    PauseToy,
    Approve,
    QuietHours,
    PlayMinutes,
    ChildBand,
    Retention,
    Import,
    Record,
    Records,
    Use,
    Digest,
    NextHour,
    NextDay,
    MarkGood,
    Reboot,
    Wipe,
}
