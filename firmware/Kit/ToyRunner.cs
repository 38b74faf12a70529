using System;
using System.Threading;

using ToyGuard.Edge;
using ToyGuard.Edge.Toy;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit;

/// <summary>Runs a toy's code on one thread of its own, and everything that protects the child on others: a toy that hangs or throws stops no sign, no sensor's switching off and no rule.</summary>
public sealed class ToyRunner : ITurn
{
    /// <summary>Milliseconds between two <see cref="IToy.OnTurn"/>.</summary>
    public const int TurnMs = 50;

    /// <summary>Milliseconds that a toy rests behind a call that threw.</summary>
    public const int RestMs = 1000;

    private readonly object _lock = new object();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly IToy _app;
    private readonly ToyKit _kit;
    private Thread? _thread;
    private bool _isStopping;
    private bool _isPressed;
    private bool _isHeld;
    private int _faults;

    /// <summary>Runs <paramref name="app"/> with <paramref name="kit"/> from <see cref="Start"/> on.</summary>
    public ToyRunner(IToy app, ToyKit kit)
    {
        _app = app ?? throw new ArgumentNullException(nameof(app));
        _kit = kit ?? throw new ArgumentNullException(nameof(kit));
    }

    /// <summary>How often the toy's code threw.</summary>
    public int Faults
    {
        get
        {
            lock (_lock)
            {
                return _faults;
            }
        }
    }

    /// <summary>Starts the toy's thread; a second time does nothing.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_thread is null)
            {
                // Whoever pressed a toy that was off has to press again.
                _isPressed = false;
                _thread = Threads.Start("toy", Run);
            }
        }
    }

    /// <summary>Ends the toy after the call that it is in, and waits so long for that. False when it still runs then.</summary>
    public bool Stop(int waitMs)
    {
        Thread? thread;

        lock (_lock)
        {
            _isStopping = true;
            thread = _thread;
        }

        _wake.Set();

        return thread is null || thread.Join(waitMs);
    }

    /// <summary>The button was pressed. From any thread, does not wait. A toy that is still getting ready is told once when it is; one that was not started, never.</summary>
    public void Press()
    {
        lock (_lock)
        {
            _isPressed = true;
        }

        _kit.Signs.OnPress(LivedTime.NowMs);
        _wake.Set();
    }

    /// <summary>The talk button goes down or up. From any thread; a sensor is off before this returns from "up", whatever the toy's code does.</summary>
    public void Talk(bool isHeld)
    {
        lock (_lock)
        {
            _isHeld = isHeld;
        }

        if (!isHeld)
        {
            _kit.LetGo(LivedTime.NowMs);
        }

        _wake.Set();
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
        _kit.Turn(nowMs);
    }

    private void Run()
    {
        bool isStarted = false;
        bool wasHeld = false;
        int restMs = TurnMs;

        while (true)
        {
            bool isPressed;
            bool isHeld;

            lock (_lock)
            {
                if (_isStopping)
                {
                    return;
                }

                // Until it has started a press waits: the toy's thread may be slow to come.
                isPressed = isStarted && _isPressed;
                isHeld = isStarted && _isHeld;
                _isPressed = _isPressed && !isStarted;
            }

            try
            {
                if (!isStarted)
                {
                    _app.Start(_kit);
                    isStarted = true;
                }

                if (isPressed)
                {
                    _app.OnPress();
                }

                if (isHeld != wasHeld)
                {
                    wasHeld = isHeld;
                    _app.OnTalk(isHeld);
                }

                _app.OnTurn(LivedTime.NowMs);

                if (restMs == RestMs)
                {
                    _kit.Signs.End(Sign.Unwell, LivedTime.NowMs);
                }

                restMs = TurnMs;
            }
            catch (Exception)
            {
                CountFault();
                restMs = RestMs;
            }

            _wake.WaitOne(restMs, false);
        }
    }

    // What threw is not written down anywhere: its text may hold what a child said.
    private void CountFault()
    {
        lock (_lock)
        {
            _faults++;
        }

        _kit.Signs.Show(Sign.Unwell, LivedTime.NowMs);
    }
}
