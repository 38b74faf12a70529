using ToyGuard.Kit;
using ToyGuard.Kit.Body;

namespace ToyGuard.Toy;

/// <summary>The child's hand on the talk button, for the toy's runner.</summary>
internal sealed class TalkHand : ITalkHand
{
    private readonly ToyRunner _runner;

    public TalkHand(ToyRunner runner)
    {
        _runner = runner;
    }

    public void OnTalk(TalkAct act)
    {
        if (act == TalkAct.Press)
        {
            _runner.Press();
            return;
        }

        _runner.Talk(act == TalkAct.Begin);
    }
}
