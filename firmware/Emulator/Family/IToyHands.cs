namespace ToyGuard.Emulator.Family;

/// <summary>What a child does to a toy. None of it waits.</summary>
internal interface IToyHands
{
    /// <summary>Presses its paw.</summary>
    void Press();

    /// <summary>Holds its paw for three seconds: the child pauses it, until a guardian lifts that.</summary>
    void HoldPaw();

    /// <summary>Holds its ear to talk, or lets go.</summary>
    void Talk(bool isHeld);

    /// <summary>Plays with it for a while: a story, and a word about it.</summary>
    void Play();
}
