namespace ToyGuard.Emulator.Tests.Running;

/// <summary>The paired sample lab, started once for all tests that only talk to it.</summary>
[TestClass]
public static class SharedRun
{
    private static EmulatorRun? s_run;

    internal static EmulatorRun Run
    {
        get { return s_run ??= EmulatorRun.Start("--paired", "--sockets", "unlimited"); }
    }

    [AssemblyCleanup]
    public static void End()
    {
        s_run?.Dispose();
    }
}
