namespace ToyGuard.Emulator.Power;

/// <summary>What of the device is broken on the tester's bench, from start to start. Safe from any thread.</summary>
internal sealed class Ills
{
    private volatile bool _isFlashFull;

    /// <summary>True while flash takes nothing more. What is in it can be read and deleted.</summary>
    public bool IsFlashFull
    {
        get { return _isFlashFull; }
        set { _isFlashFull = value; }
    }
}
