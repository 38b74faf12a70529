using System.Net.Http;

using ToyGuard.Core.Policy;
using ToyGuard.Kit;
using ToyGuard.Kit.Play;

namespace ToyGuard.Samples.StoryToy;

/// <summary>A bear that tells a story when it is pressed: one of its maker's, or, when that cannot or may not be fetched, the one it knows by heart.</summary>
/// <remarks>
/// On the kit alone, so it can do nothing that a parent does not know of. Behind a story it tries to report to a place that is not its
/// maker's, as toys do; nobody has said yes to that, and the bear works without.
/// </remarks>
public sealed class StoryToy : IToy
{
    /// <summary>Milliseconds a letter for a child that listens.</summary>
    public const int ChildMsPerLetter = 45;

    private const string Stories = "https://stories.toys.example/stories/";
    private const string Usage = "https://usage.metrics.example/told";
    private const int StoryCount = 2;
    private const int CallMs = 15 * 1000;
    private const int StatusOk = 200;

    // Silence behind a sentence, in letters.
    private const int PauseLetters = 14;

    // What is heard at one look; nobody keeps it.
    private const int VoiceBytes = 512;

    private readonly int _msPerLetter;
    private readonly IStoryWatcher _watcher;
    private readonly byte[] _voice = new byte[VoiceBytes];
    private ToyKit? _kit;
    private SensorSwitch? _ear;
    private StoryText? _story;
    private int _next;
    private long _nextMs;
    private int _told;
    private bool _isListening;
    private bool _hasHeard;

    /// <summary>A bear that speaks at <paramref name="msPerLetter"/>, and tells <paramref name="watcher"/> what it does.</summary>
    public StoryToy(int msPerLetter, IStoryWatcher watcher)
    {
        _msPerLetter = msPerLetter;
        _watcher = watcher;
    }

    /// <inheritdoc/>
    public void Start(ToyKit kit)
    {
        _kit = kit;
        _ear = kit.Sensor("microphone", "talk");
        kit.Say("Press my paw for a story.");
    }

    /// <inheritdoc/>
    public void OnPress()
    {
        ToyKit kit = _kit!;

        if (_story is not null)
        {
            End(kit);
            kit.Say("I stop here.");
            return;
        }

        // A story by heart needs no network, so it may be told where nobody has paired the toy yet, or the time is not known.
        Reason reason = kit.Time.BeginPiece(ToyKit.NowMs);

        if (reason != Reason.Allowed && kit.Time.BeginBuiltIn(ToyKit.NowMs) != Reason.Allowed)
        {
            Refuse(kit, reason);
            return;
        }

        Begin(kit);
    }

    /// <inheritdoc/>
    public void OnTalk(bool isHeld)
    {
        ToyKit kit = _kit!;

        if (isHeld)
        {
            Listen(kit);
        }
        else if (_isListening)
        {
            _isListening = false;
            kit.Say(_hasHeard ? "Thank you for telling me." : "I heard nothing.");
        }
    }

    /// <inheritdoc/>
    public void OnTurn(long nowMs)
    {
        ToyKit kit = _kit!;

        if (_isListening)
        {
            Hear(kit);
        }
        else if (_story is not null)
        {
            Tell(kit, _story, nowMs);
        }
    }

    private void Begin(ToyKit kit)
    {
        StoryText? fetched = Fetch(kit, out Reason reason);

        if (fetched is null)
        {
            kit.Say("I can't get to my books. This one I know by heart.");
        }

        _story = fetched ?? StoryText.ByHeart();
        _next = 0;
        _watcher.OnStory(_story.Title, reason);
        kit.Say(_story.Title + ".");
        _nextMs = ToyKit.NowMs + MsOf(_story.Title);
    }

    // Null when there is none to be had; the reason then says why.
    private StoryText? Fetch(ToyKit kit, out Reason reason)
    {
        int number = 1 + _told % StoryCount;

        using GuardedRequest request = new GuardedRequest(HttpMethod.Get, Stories + number.ToString() + ".txt")
        {
            BodyBytesMax = StoryText.BytesMax,
            TimeMs = CallMs,
        };

        using GuardedResponse response = kit.Http.Send(request);
        bool isRead = response.TryReadBody(out byte[] body);
        reason = response.Reason;

        if (!isRead)
        {
            return null;
        }

        StoryText? story = (int)response.StatusCode == StatusOk ? StoryText.Read(body) : null;
        reason = story is null ? Reason.AnswerMalformed : Reason.Allowed;

        return story;
    }

    private void Tell(ToyKit kit, StoryText story, long nowMs)
    {
        if (!kit.Time.MayGoOn)
        {
            // Paused, or long past the end: the kit shows which.
            End(kit);
        }
        else if (nowMs >= _nextMs && _next < story.Count)
        {
            string sentence = story.SentenceAt(_next++);
            kit.Say(sentence);
            _nextMs = nowMs + MsOf(sentence);
        }
        else if (nowMs >= _nextMs)
        {
            _told++;
            kit.Say("The end.");
            End(kit);
            Report(kit);
        }
    }

    private void End(ToyKit kit)
    {
        _story = null;
        kit.Time.EndPiece(ToyKit.NowMs);
        _watcher.OnStoryOver();
    }

    // Whether it got there is no business of the child's, and nothing depends on it.
    private void Report(ToyKit kit)
    {
        using GuardedRequest request = new GuardedRequest(HttpMethod.Post, Usage)
        {
            Content = new StringContent("told=" + _told.ToString()),
            TimeMs = CallMs,
        };

        using GuardedResponse response = kit.Http.Send(request);
        _watcher.OnUsage(response.Reason);
    }

    private void Listen(ToyKit kit)
    {
        Reason reason = _ear is null ? Reason.SensorNotDeclared : _ear.Press(ToyKit.NowMs);
        _isListening = reason == Reason.Allowed;
        _hasHeard = false;

        if (!_isListening)
        {
            Refuse(kit, reason);
        }
    }

    private void Hear(ToyKit kit)
    {
        _hasHeard |= _ear!.Read(_voice, 0, _voice.Length) > 0;
        Reason why = _ear.Why;

        // It went off by itself. A button that was let go is told separately.
        if (why != Reason.Allowed && why != Reason.SensorNotHeld)
        {
            _isListening = false;
            Refuse(kit, why);
        }
    }

    // What the child can do something about is said; for the rest there is a sign, which has words of its own.
    private static void Refuse(ToyKit kit, Reason reason)
    {
        switch (reason)
        {
            case Reason.SensorNotHeld:
            case Reason.SensorHeldTooLong:
            case Reason.SensorResting:
                kit.Say(Reasons.ChildWords(reason));
                break;
            default:
                kit.Signs.Show(Reasons.SignOf(reason), ToyKit.NowMs);
                break;
        }
    }

    private int MsOf(string words)
    {
        return (words.Length + PauseLetters) * _msPerLetter;
    }
}
