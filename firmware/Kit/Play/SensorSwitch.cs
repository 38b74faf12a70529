using System;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;

namespace ToyGuard.Kit.Play;

/// <summary>The one way to a sensor: on only while its button is held, a guardian has agreed and the gate holds nothing against it, and for 30 s at most.</summary>
/// <remarks>
/// Narrower than manifests may say: whatever the mode of a use, here it is push-to-talk (SENS-02). Whatever fails, the sensor is off.
/// Any thread may call. Nothing is stored, and nothing stays: what was read is zeroed when the sensor goes off (SENS-03).
/// </remarks>
public sealed class SensorSwitch : ISwitchedSensor
{
    /// <summary>The longest one turn may last; a button that is stuck must not listen all day.</summary>
    public const int TurnMsMax = 30 * 1000;

    /// <summary>How often the gate is asked again while it is on.</summary>
    public const int AskEveryMs = 250;

    /// <summary>Into how many different buffers one turn may read.</summary>
    public const int BuffersMax = 4;

    private readonly object _lock = new object();
    private readonly Gate _gate;
    private readonly GateQuery _query = new GateQuery();
    private readonly ISensorDriver _driver;
    private readonly SensorBoard _board;

    // Where voice went in this turn: whose buffer, and from where to where.
    private readonly byte[]?[] _buffers = new byte[]?[BuffersMax];
    private readonly int[] _starts = new int[BuffersMax];
    private readonly int[] _ends = new int[BuffersMax];

    private bool _isOn;

    // Went off with the button down: no press counts until it is up.
    private bool _isSpent;

    // The driver did not say that it is off.
    private bool _mustCut;
    private Reason _why = Reason.SensorNotHeld;
    private long _pressedMs;
    private long _askedMs;
    private int _turn;

    /// <summary>A switch that is off, and that <paramref name="board"/> knows from now on.</summary>
    /// <param name="gate">Who says whether it may be on.</param>
    /// <param name="toy">The toy's number, from 1.</param>
    /// <param name="sensor">The use of it in the toy's manifest, from 1. Of one that is not there, the gate knows nothing and holds it (SENS-04).</param>
    /// <param name="driver">The sensor. Nobody else may have it.</param>
    /// <param name="board">All sensors of the toy, which may have to go off or rest together.</param>
    public SensorSwitch(Gate gate, int toy, int sensor, ISensorDriver driver, SensorBoard board)
    {
        _gate = gate ?? throw new ArgumentNullException(nameof(gate));
        _driver = driver ?? throw new ArgumentNullException(nameof(driver));
        _board = board ?? throw new ArgumentNullException(nameof(board));
        _query.Kind = AskKind.Sensor;
        _query.Toy = toy;
        _query.Sensor = sensor;
        _board.Add(this);
    }

    /// <summary>The use of it in the toy's manifest, from 1.</summary>
    public int Sensor
    {
        get { return _query.Sensor; }
    }

    /// <summary>True while the sensor and its light are on.</summary>
    public bool IsOn
    {
        get
        {
            lock (_lock)
            {
                return _isOn;
            }
        }
    }

    /// <summary>Allowed while it is on; else why it is off.</summary>
    public Reason Why
    {
        get
        {
            lock (_lock)
            {
                return _why;
            }
        }
    }

    /// <summary>Switches it on when everything says yes. Pressed again while it is on, it makes no turn longer; after it went off by itself, the button must be let go first.</summary>
    /// <param name="nowMs">Milliseconds of a clock that never goes back.</param>
    /// <returns>Allowed when it is on now; else why not.</returns>
    public Reason Press(long nowMs)
    {
        lock (_lock)
        {
            if (!_isOn && !_isSpent)
            {
                _why = Start(nowMs);
            }

            return _why;
        }
    }

    /// <summary>Switches it off and zeroes what was read. Another turn needs the button let go of, too: code alone gives none, or a stuck button could listen all day.</summary>
    public void Release(long nowMs)
    {
        lock (_lock)
        {
            Off(Reason.SensorNotHeld);
            _isSpent = IsHeld();
            Look(nowMs);
        }
    }

    /// <summary>Takes what the sensor picked up. It is the reader's until the sensor goes off, and zero from then on.</summary>
    /// <param name="buffer">One of <see cref="BuffersMax"/> at most in one turn; into another one, nothing is read.</param>
    /// <param name="offset">Where to write from.</param>
    /// <param name="count">How many bytes there is room for.</param>
    /// <returns>How many bytes were written; 0 while there is nothing, and while it is off.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (buffer is null || offset < 0 || count < 0 || offset > buffer.Length - count)
        {
            throw new ArgumentException("Not a part of a buffer.", nameof(buffer));
        }

        int turn;

        lock (_lock)
        {
            if (!_isOn || !Note(buffer, offset, count))
            {
                return 0;
            }

            turn = _turn;
        }

        // Not under the lock: a driver that hangs here must not keep anybody from switching it off.
        int got = ReadDriver(buffer, offset, count);

        lock (_lock)
        {
            bool isSameTurn = _isOn && turn == _turn;

            if (got < 0 || got > count)
            {
                got = 0;

                if (isSameTurn)
                {
                    Off(Reason.SensorBroken);
                    isSameTurn = false;
                }
            }

            if (!isSameTurn)
            {
                Array.Clear(buffer, offset, count);
                got = 0;
            }

            return got;
        }
    }

    /// <inheritdoc/>
    public void TurnOff(Reason why)
    {
        lock (_lock)
        {
            Off(why);
        }
    }

    /// <inheritdoc/>
    public void Turn(long nowMs)
    {
        lock (_lock)
        {
            Look(nowMs);
        }
    }

    // Nothing else powers the sensor. Allowed when it is on, or why not.
    private Reason Start(long nowMs)
    {
        if (_mustCut)
        {
            Cut();
        }

        if (_mustCut)
        {
            return Reason.SensorBroken;
        }

        if (!IsHeld())
        {
            return Reason.SensorNotHeld;
        }

        if (_board.IsResting(nowMs))
        {
            return Reason.SensorResting;
        }

        Verdict verdict = _gate.Ask(_query);

        if (!verdict.IsAllowed)
        {
            return verdict.Reason;
        }

        if (!SetPower(true))
        {
            Cut();
            return Reason.SensorBroken;
        }

        _isOn = true;
        _turn++;
        _pressedMs = nowMs;
        _askedMs = nowMs;
        return Reason.Allowed;
    }

    private void Look(long nowMs)
    {
        if (_isOn)
        {
            Reason reason = Reason.SensorBroken;

            try
            {
                reason = WhyOff(nowMs);
            }
            finally
            {
                // Also when whoever watches the gate's verdicts throws at this one.
                if (reason != Reason.Allowed)
                {
                    Off(reason);
                }
            }
        }
        else if (_mustCut)
        {
            Cut();
        }
        else if (_isSpent && !IsHeld())
        {
            _isSpent = false;
        }
    }

    private Reason WhyOff(long nowMs)
    {
        if (!IsHeld())
        {
            return Reason.SensorNotHeld;
        }

        if (_board.IsResting(nowMs))
        {
            return Reason.SensorResting;
        }

        // A clock that went back could not end the turn.
        if (nowMs - _pressedMs >= TurnMsMax || nowMs < _askedMs)
        {
            return Reason.SensorHeldTooLong;
        }

        if (nowMs - _askedMs < AskEveryMs)
        {
            return Reason.Allowed;
        }

        _askedMs = nowMs;
        return _gate.Recheck(_query, 0, 0).Reason;
    }

    private void Off(Reason why)
    {
        if (!_isOn)
        {
            return;
        }

        _isOn = false;
        _why = why == Reason.Allowed ? Reason.SensorNotHeld : why;
        _isSpent = _why != Reason.SensorNotHeld;
        Cut();

        for (int i = 0; i < BuffersMax; i++)
        {
            byte[]? buffer = _buffers[i];

            if (buffer is not null)
            {
                Array.Clear(buffer, _starts[i], _ends[i] - _starts[i]);
                _buffers[i] = null;
            }
        }
    }

    // Off until the driver says so: a no is asked again at every turn.
    private void Cut()
    {
        _mustCut = !SetPower(false);
    }

    private bool SetPower(bool isOn)
    {
        try
        {
            return _driver.SetPower(isOn);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private bool IsHeld()
    {
        try
        {
            return _driver.IsHeld;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private int ReadDriver(byte[] buffer, int offset, int count)
    {
        try
        {
            return _driver.Read(buffer, offset, count);
        }
        catch (Exception)
        {
            return -1;
        }
    }

    // Remembers where voice goes before it goes there. False when there is no place left to remember it.
    private bool Note(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < BuffersMax; i++)
        {
            if (_buffers[i] is null)
            {
                _buffers[i] = buffer;
                _starts[i] = offset;
                _ends[i] = offset + count;
                return true;
            }

            if (_buffers[i] == buffer)
            {
                _starts[i] = offset < _starts[i] ? offset : _starts[i];
                _ends[i] = offset + count > _ends[i] ? offset + count : _ends[i];
                return true;
            }
        }

        return false;
    }
}
