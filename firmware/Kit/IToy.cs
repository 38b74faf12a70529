namespace ToyGuard.Kit;

/// <summary>A toy: what its maker writes. <see cref="ToyRunner"/> calls all of it on one thread, one call after the other.</summary>
/// <remarks>
/// A call may wait, for a story or for a sentence, and nothing that protects a child waits with it: signs, the sensors' switching off
/// and the rules run on other threads. What happens meanwhile is told afterwards. A call that throws is counted, and the toy goes on.
/// </remarks>
public interface IToy
{
    /// <summary>Comes first, once; again only when it threw.</summary>
    /// <param name="kit">All that a toy has to do with the world, the same for its whole life.</param>
    void Start(ToyKit kit);

    /// <summary>The child pressed the button. Presses that come faster than they are taken are one.</summary>
    void OnPress();

    /// <summary>The talk button went down (true) or up (false). A push so short that it was over before it could be told is not told.</summary>
    void OnTalk(bool isHeld);

    /// <summary>Comes again and again, about 20 times a second while no call waits.</summary>
    /// <param name="nowMs">Milliseconds that never go back; what zero was means nothing.</param>
    void OnTurn(long nowMs);
}
