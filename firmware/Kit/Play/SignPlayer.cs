using System;

namespace ToyGuard.Kit.Play;

/// <summary>Plays signs on a board: the weightiest of those that are shown, each sound once where its sheet says so, at half volume in the evening.</summary>
/// <remarks>
/// The light of a powered sensor is not its business: that belongs to the sensor's own circuit, and the sign light is dark beside it (SENS-01).
/// However signs follow each other, the light goes up twice a second at most. Any thread may call.
/// </remarks>
public sealed class SignPlayer
{
    /// <summary>The evening begins, as minute of the day: 19:00.</summary>
    public const int EveningMinute = 19 * 60;

    /// <summary>The day begins: 07:00.</summary>
    public const int MorningMinute = 7 * 60;

    private const int NotShown = -1;
    private const int Never = -1;
    private const int RiseEveryMs = 1000 / SignSheet.FlashesMax;

    // Percent. Breath and fade go up by less from one turn to the next.
    private const int Rise = 20;

    // What weighs more stands first. Not a sign is missing, or it could not be shown.
    private static readonly byte[] s_order = new byte[]
    {
        (byte)Sign.Wiping, (byte)Sign.Listening, (byte)Sign.ListeningOver, (byte)Sign.Paused, (byte)Sign.Asleep, (byte)Sign.No, (byte)Sign.Yes,
        (byte)Sign.NotAllowed, (byte)Sign.Asked, (byte)Sign.TwoMinutes, (byte)Sign.TenMinutes, (byte)Sign.SetupOpen, (byte)Sign.Unwell,
    };

    private readonly object _lock = new object();
    private readonly IToyBoard _board;
    private readonly SignPattern?[] _shown = new SignPattern?[s_order.Length];
    private readonly long[] _sinceMs = new long[s_order.Length];
    private readonly long[] _soundSinceMs = new long[s_order.Length];
    private int _minuteOfDay = -1;
    private int _colour;
    private int _brightness;
    private int _hertz;
    private int _volume;
    private long _roseMs;
    private bool _hasRisen;

    /// <summary>A player over <paramref name="board"/>, dark and silent.</summary>
    public SignPlayer(IToyBoard board)
    {
        _board = board ?? throw new ArgumentNullException(nameof(board));
    }

    /// <summary>The local minute of the day, 0 to 1,439, as <see cref="TimeLeft.MinuteOfDay"/> has it; below 0 is not known, and then it is as quiet as in the evening.</summary>
    public int MinuteOfDay
    {
        get
        {
            lock (_lock)
            {
                return _minuteOfDay;
            }
        }

        set
        {
            lock (_lock)
            {
                _minuteOfDay = value;
            }
        }
    }

    /// <summary>The sign that is played now.</summary>
    public Sign Showing
    {
        get
        {
            lock (_lock)
            {
                int top = Top();
                return top == NotShown ? Sign.None : (Sign)s_order[top];
            }
        }
    }

    /// <summary>Shows a sign. One that is shown already goes on as it is; one that something weightier covers waits, and its words are not said.</summary>
    /// <param name="sign">Which; none changes nothing.</param>
    /// <param name="nowMs">Milliseconds of a clock that never goes back.</param>
    public void Show(Sign sign, long nowMs)
    {
        lock (_lock)
        {
            EndOver(nowMs);
            int place = PlaceOf(sign);

            if (place != NotShown && _shown[place] is null)
            {
                Begin(place, SignSheet.Of(sign), nowMs);
            }

            Play(nowMs);
        }
    }

    /// <summary>Ends a sign; nothing happens when it is not shown.</summary>
    public void End(Sign sign, long nowMs)
    {
        lock (_lock)
        {
            Drop(sign);
            EndOver(nowMs);
            Play(nowMs);
        }
    }

    /// <summary>The child pressed something while the toy has nothing better to do: what sounds only when pressed, sounds.</summary>
    public void OnPress(long nowMs)
    {
        lock (_lock)
        {
            EndOver(nowMs);
            int top = Top();
            SignPattern? pattern = top == NotShown ? null : _shown[top];

            if (pattern is not null && pattern.IsSilentUntilPressed)
            {
                _soundSinceMs[top] = nowMs;
                _board.Say(pattern.Words);
            }

            Play(nowMs);
        }
    }

    /// <summary>Sets light and tone as they have to be now: call it every 50 ms or so.</summary>
    public void Turn(long nowMs)
    {
        lock (_lock)
        {
            EndOver(nowMs);
            Play(nowMs);
        }
    }

    private static int PlaceOf(Sign sign)
    {
        for (int place = 0; place < s_order.Length; place++)
        {
            if (s_order[place] == (byte)sign)
            {
                return place;
            }
        }

        return NotShown;
    }

    private void Begin(int place, SignPattern pattern, long nowMs)
    {
        Supersede(pattern.Sign);
        _shown[place] = pattern;
        _sinceMs[place] = nowMs;
        _soundSinceMs[place] = pattern.IsSilentUntilPressed ? Never : nowMs;

        if (Top() == place && !pattern.IsSilentUntilPressed)
        {
            _board.Say(pattern.Words);
        }
    }

    // What was told before and is not so any more.
    private void Supersede(Sign sign)
    {
        switch (sign)
        {
            case Sign.Listening:
                Drop(Sign.ListeningOver);
                break;
            case Sign.ListeningOver:
                Drop(Sign.Listening);
                break;
            case Sign.TenMinutes:
                Drop(Sign.TwoMinutes);
                break;
            case Sign.TwoMinutes:
                Drop(Sign.TenMinutes);
                break;
            case Sign.Asleep:
            case Sign.Paused:
                Drop(Sign.TenMinutes);
                Drop(Sign.TwoMinutes);
                break;
            case Sign.Yes:
                Drop(Sign.Asked);
                Drop(Sign.No);
                break;
            case Sign.No:
                Drop(Sign.Asked);
                Drop(Sign.Yes);
                break;
            default:
                break;
        }
    }

    private void Drop(Sign sign)
    {
        int place = PlaceOf(sign);

        if (place != NotShown)
        {
            _shown[place] = null;
        }
    }

    private void EndOver(long nowMs)
    {
        for (int place = 0; place < _shown.Length; place++)
        {
            SignPattern? pattern = _shown[place];

            if (pattern is not null && pattern.LastsMs > 0 && nowMs - _sinceMs[place] >= pattern.LastsMs)
            {
                _shown[place] = null;
            }
        }
    }

    private int Top()
    {
        // Without a clock it may well be that which makes the toy unwell.
        bool isNight = _minuteOfDay >= 0 && IsEvening();

        for (int place = 0; place < _shown.Length; place++)
        {
            SignPattern? pattern = _shown[place];

            if (pattern is not null && !(isNight && pattern.IsByDayOnly))
            {
                return place;
            }
        }

        return NotShown;
    }

    private bool IsEvening()
    {
        return _minuteOfDay < MorningMinute || _minuteOfDay >= EveningMinute;
    }

    private void Play(long nowMs)
    {
        int top = Top();

        // A chime that comes late tells of something that is over.
        for (int place = 0; place < _shown.Length; place++)
        {
            SignPattern? pattern = _shown[place];

            if (place != top && pattern is not null && pattern.SoundEveryMs == 0)
            {
                _soundSinceMs[place] = Never;
            }
        }

        SignPattern? playing = top == NotShown ? null : _shown[top];
        PlayLight(playing, playing is null ? 0 : nowMs - _sinceMs[top], nowMs);
        PlaySound(playing, playing is null || _soundSinceMs[top] == Never ? Never : nowMs - _soundSinceMs[top]);
    }

    private void PlayLight(SignPattern? pattern, long ms, long nowMs)
    {
        int step = pattern is null || pattern.IsSensorLight ? -1 : pattern.LightStepAt(ms);
        int brightness = pattern is null || step < 0 ? 0 : pattern.BrightnessAt(ms);
        int colour = pattern is null || brightness == 0 ? 0 : pattern.ColourOf(step);
        bool isRise = brightness > 0 && (_brightness == 0 || colour != _colour || brightness - _brightness > Rise);

        if (isRise && _hasRisen && nowMs - _roseMs < RiseEveryMs)
        {
            isRise = false;
            brightness = 0;
            colour = 0;
        }

        if (isRise)
        {
            _hasRisen = true;
            _roseMs = nowMs;
        }

        if (brightness != _brightness || colour != _colour)
        {
            _brightness = brightness;
            _colour = colour;
            _board.Light(colour, brightness);
        }
    }

    private void PlaySound(SignPattern? pattern, long ms)
    {
        int step = pattern is null ? -1 : pattern.SoundStepAt(ms);
        int hertz = pattern is null || step < 0 ? 0 : pattern.HertzOf(step);
        int volume = pattern is null || step < 0 ? 0 : pattern.VolumeOf(step);
        volume = IsEvening() ? volume / 2 : volume;

        if (hertz != _hertz || volume != _volume)
        {
            _hertz = hertz;
            _volume = volume;
            _board.Tone(hertz, volume);
        }
    }
}
