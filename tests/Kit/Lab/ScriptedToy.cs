using System;
using System.Collections.Concurrent;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>A toy that does what a test says, and writes down what it was called with.</summary>
internal sealed class ScriptedToy : IToy
{
    /// <summary>start, press, talk, let go, in order; turns are only counted.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public int Turns;

    public ToyKit? Kit { get; private set; }

    public Action OnStart { get; set; } = static () => { };

    public Action OnAPress { get; set; } = static () => { };

    public Action<bool> OnATalk { get; set; } = static _ => { };

    public Action OnATurn { get; set; } = static () => { };

    public void Start(ToyKit kit)
    {
        Kit = kit;
        Calls.Enqueue("start");
        OnStart();
    }

    public void OnPress()
    {
        Calls.Enqueue("press");
        OnAPress();
    }

    public void OnTalk(bool isHeld)
    {
        Calls.Enqueue(isHeld ? "talk" : "let go");
        OnATalk(isHeld);
    }

    public void OnTurn(long nowMs)
    {
        System.Threading.Interlocked.Increment(ref Turns);
        OnATurn();
    }
}
