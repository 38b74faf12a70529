namespace ToyGuard.Device.Bench.Hands;

/// <summary>What a hand does to the device: a person's at a real board, or the virtual board's API.</summary>
internal interface IHand
{
    /// <summary>Brings the device into the home's Wi-Fi and gives the address of its page there.</summary>
    string BringHome();

    /// <summary>Presses the recessed button.</summary>
    void Press();

    /// <summary>The code that the device shows, or that stands on its card.</summary>
    string Code();

    /// <summary>Takes the power away.</summary>
    void PullPlug();

    /// <summary>Gives it back.</summary>
    void PutPlugIn();

    /// <summary>Holds the recessed button until the device warns, and presses it once more.</summary>
    void Wipe();
}
