using System;
using System.Threading;

using ToyGuard.Emulator.Family;

namespace ToyGuard.Emulator.InToy;

/// <summary>A child who plays for whoever only looks: presses the paw, listens to the story, and then holds the ear to say something about it.</summary>
internal sealed class Child
{
    private const int WonderMs = 2000;
    private const int TalkMs = 2500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly IToyHands _hands;
    private readonly int _speed;
    private readonly object _lock = new();
    private bool _isPlaying;
    private bool _isOver;

    /// <summary>A child who is <paramref name="speed"/> times as fast as one.</summary>
    public Child(IToyHands hands, int speed)
    {
        _hands = hands;
        _speed = speed;
    }

    /// <summary>Begins to play, unless it does already.</summary>
    public void Play()
    {
        lock (_lock)
        {
            if (_isPlaying)
            {
                return;
            }

            _isPlaying = true;
            _isOver = false;
        }

        new Thread(PlayOnce) { IsBackground = true, Name = "child" }.Start();
    }

    /// <summary>The story is over.</summary>
    public void OnStoryOver()
    {
        lock (_lock)
        {
            _isOver = true;
            Monitor.PulseAll(_lock);
        }
    }

    // Where no story comes, because it is paused for instance, the ear is left alone too.
    private void PlayOnce()
    {
        Wait(WonderMs);
        _hands.Press();

        if (WaitForTheEnd())
        {
            Wait(WonderMs);
            _hands.Talk(true);
            Wait(TalkMs);
            _hands.Talk(false);
        }

        lock (_lock)
        {
            _isPlaying = false;
        }
    }

    private bool WaitForTheEnd()
    {
        lock (_lock)
        {
            while (!_isOver)
            {
                if (!Monitor.Wait(_lock, Patience))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private void Wait(int ms)
    {
        Thread.Sleep(Math.Max(ms / _speed, 300));
    }
}
