using ToyGuard.Core.Policy;
using ToyGuard.Core.Privacy;
using ToyGuard.Edge;
using ToyGuard.Edge.Toy;
using ToyGuard.Kit.Play;

namespace ToyGuard.Kit;

/// <summary>All that a toy has to do with the world: places, signs, time, sensors, its own lights and voice. There is nothing else that a toy's code needs, and <c>maker scan</c> refuses what goes past it.</summary>
public sealed class ToyKit
{
    private const string Microphone = "microphone";

    private readonly SensorUse[] _uses;
    private readonly SensorSwitch?[] _switches;
    private readonly Accounts _accounts;
    private bool _wasPaused;
    private bool _wasListening;

    /// <summary>Puts together what a program has: Toy and the Emulator do this, never the toy's own code.</summary>
    /// <param name="gate">Decides about places and sensors.</param>
    /// <param name="toy">The toy's number in the gate, from 1.</param>
    /// <param name="manifest">The toy's, whose uses of sensors are all that there will be (SENS-04).</param>
    /// <param name="board">Lights, sound and drivers.</param>
    /// <param name="client">Sends what the gate allows.</param>
    /// <param name="sensors">Gets every switch, so that a handshake turns them off whatever the toy's code does.</param>
    public ToyKit(Gate gate, int toy, Manifest manifest, IToyBoard board, OutgoingClient client, SensorBoard sensors)
    {
        Http = new GuardedHttp(client);
        _accounts = client.Accounts;
        Signs = new SignPlayer(board);
        Time = new TimeLeft(gate, toy);
        Board = new AppBoard(board, Time);
        _uses = manifest.Sensors;
        _switches = new SensorSwitch?[_uses.Length];

        for (int i = 0; i < _uses.Length; i++)
        {
            ISensorDriver? driver = board.Sensor(_uses[i].Kind);

            if (driver is not null)
            {
                _switches[i] = new SensorSwitch(gate, toy, i + 1, driver, sensors);
            }
        }
    }

    /// <summary>Places that the manifest lists.</summary>
    public GuardedHttp Http { get; }

    /// <summary>What the toy shows and says about itself.</summary>
    public SignPlayer Signs { get; }

    /// <summary>How long play may last.</summary>
    public TimeLeft Time { get; }

    /// <summary>The toy's own lights and tunes. It gives no sensors: those are at <see cref="Sensor"/>.</summary>
    public IToyBoard Board { get; }

    /// <summary>Milliseconds that never go back, as signs, time and sensors want them; what zero was means nothing.</summary>
    public static long NowMs
    {
        get { return LivedTime.NowMs; }
    }

    /// <summary>The switch of one use of a sensor; null when the manifest does not list that use (SENS-04), or the board has no such sensor.</summary>
    /// <param name="kind">As in the manifest: microphone, camera, location, bluetooth.</param>
    /// <param name="purpose">As in the manifest: talk, for instance. Another purpose is another use, with a consent of its own.</param>
    public SensorSwitch? Sensor(string kind, string purpose)
    {
        for (int i = 0; i < _uses.Length; i++)
        {
            if (_uses[i].Kind == kind && _uses[i].Purpose == purpose)
            {
                return _switches[i];
            }
        }

        return null;
    }

    /// <summary>Says by which word a service knows this toy, so that it finds its account when a parent has it deleted. Said anew at each start, for each service that has one.</summary>
    /// <param name="host">The service's host, as in the manifest.</param>
    /// <param name="reference">1 to 64 of A-Z a-z 0-9 - _, and nothing of a child's: it is sent. Empty for none.</param>
    /// <returns>False, and nothing changes, for anything else.</returns>
    public bool SetAccount(string host, string reference)
    {
        return _accounts.Set(host, reference);
    }

    /// <summary>Says words to the child, by the voice, or as text where there is none.</summary>
    public void Say(string words)
    {
        Board.Say(words);
    }

    /// <summary>The button of the sensors is up: all are off when this returns.</summary>
    internal void LetGo(long nowMs)
    {
        for (int i = 0; i < _switches.Length; i++)
        {
            _switches[i]?.Release(nowMs);
        }
    }

    /// <summary>Lets time and signs do what is due, always from one thread. The sensors have their turns from whoever holds their board.</summary>
    internal void Turn(long nowMs)
    {
        Signs.MinuteOfDay = Time.MinuteOfDay;
        Signs.Show(ToSign(Time.Turn(nowMs)), nowMs);
        ShowPause(nowMs);
        ShowListening(nowMs);
        Signs.Turn(nowMs);
    }

    private void ShowPause(long nowMs)
    {
        bool isPaused = Time.Why == Reason.ToyPaused || Time.Why == Reason.EverythingPaused;

        if (isPaused == _wasPaused)
        {
            return;
        }

        _wasPaused = isPaused;

        if (isPaused)
        {
            Signs.Show(Sign.Paused, nowMs);
        }
        else
        {
            Signs.End(Sign.Paused, nowMs);
        }
    }

    // The light is in one circuit with the microphone and needs nobody; this is its tune, for whoever does not see it.
    private void ShowListening(long nowMs)
    {
        bool isListening = false;

        for (int i = 0; i < _switches.Length; i++)
        {
            SensorSwitch? one = _switches[i];
            isListening |= one is not null && _uses[i].Kind == Microphone && one.IsOn;
        }

        if (isListening != _wasListening)
        {
            _wasListening = isListening;
            Signs.Show(isListening ? Sign.Listening : Sign.ListeningOver, nowMs);
        }
    }

    private static Sign ToSign(TimeSign sign)
    {
        return sign switch
        {
            TimeSign.TenMinutes => Sign.TenMinutes,
            TimeSign.TwoMinutes => Sign.TwoMinutes,
            TimeSign.Asleep => Sign.Asleep,
            _ => Sign.None,
        };
    }
}
