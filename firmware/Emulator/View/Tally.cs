using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Boot;
using ToyGuard.Emulator.Board;

namespace ToyGuard.Emulator.View;

/// <summary>Counts what happened, and remembers the latest verdicts. For one thread.</summary>
internal sealed class Tally
{
    // More rows than any terminal shows at once.
    private const int RecentMax = 100;

    private readonly Dictionary<(string Toy, string State), int> _verdicts = [];
    private readonly Queue<VerdictGiven> _recent = new();

    /// <summary>The latest verdicts, the newest last.</summary>
    public IEnumerable<VerdictGiven> Recent
    {
        get { return _recent; }
    }

    /// <summary>How often the lab resolver was asked.</summary>
    public int ResolverTimes { get; private set; }

    /// <summary>How many connections arrived at lab servers.</summary>
    public int ServerTimes { get; private set; }

    /// <summary>What last went wrong with a service, null when nothing did.</summary>
    public ServiceFailed? LatestFailure { get; private set; }

    /// <summary>What was last found amiss after the start.</summary>
    public BootFinding LatestFinding { get; private set; }

    /// <summary>The latest answer to a line of --commands, null when nobody asked.</summary>
    public string? LatestAnswer { get; private set; }

    /// <summary>The link that the device's display shows; empty for none.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Counts one more.</summary>
    public void Add(Happening happening)
    {
        switch (happening)
        {
            case VerdictGiven verdict:
                Count(verdict.Toy, Words.StateOf(verdict.Reason), 1);
                _recent.Enqueue(verdict);

                if (_recent.Count > RecentMax)
                {
                    _recent.Dequeue();
                }

                break;
            case VerdictsSummedUp more:
                Count(more.Toy, "open", more.Open);
                Count(more.Toy, "waiting", more.Waiting);
                Count(more.Toy, "closed", more.Closed);
                break;
            case ResolverAsked:
                ResolverTimes++;
                break;
            case ServerReached:
                ServerTimes++;
                break;
            case ServiceFailed failure:
                LatestFailure = failure;
                break;
            case SomethingFound found:
                LatestFinding = found.Finding;
                break;
            case LinkShown shown:
                Link = shown.Url;
                break;
            case CommandAnswered answered:
                LatestAnswer = answered.Answer;
                break;
        }
    }

    /// <summary>Verdicts of <paramref name="state"/> for <paramref name="toy"/>; the empty name stands for addresses that no toy has.</summary>
    public int Of(string toy, string state)
    {
        return _verdicts.GetValueOrDefault((toy, state));
    }

    /// <summary>Verdicts of <paramref name="state"/> for all.</summary>
    public int Of(string state)
    {
        return _verdicts.Where(pair => pair.Key.State == state).Sum(pair => pair.Value);
    }

    /// <summary>All counts in one log line.</summary>
    public string Line(long lost)
    {
        return $"counts open={Of("open")} waiting={Of("waiting")} closed={Of("closed")} "
            + $"resolver-asked={ResolverTimes} servers-reached={ServerTimes} not-shown={lost}";
    }

    private void Count(string toy, string state, int times)
    {
        _verdicts[(toy, state)] = _verdicts.GetValueOrDefault((toy, state)) + times;
    }
}
