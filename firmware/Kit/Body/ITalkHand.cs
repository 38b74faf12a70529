namespace ToyGuard.Kit.Body;

/// <summary>Hears what a child does with a toy's one button.</summary>
public interface ITalkHand
{
    /// <summary>Something was done; never <see cref="TalkAct.None"/>. From the buttons' thread; an end returns when no sensor is on any more.</summary>
    void OnTalk(TalkAct act);
}
