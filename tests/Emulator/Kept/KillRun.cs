using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>A family that keeps changing its mind while the program is killed under it, again and again, over one data folder.</summary>
/// <remarks>
/// Each round: start, compare what is in force with what was answered as saved, send a burst of changes, and kill at a random moment while
/// their saves are being made. What was answered must be there; of what was not, any number of whole changes, in order.
/// A seed fixes the changes and where in the burst the kill is aimed; the moment itself is the machine's.
/// </remarks>
internal sealed class KillRun : IDisposable
{
    private const int Burst = 14;
    private const double SlowestSaveMs = 200;

    private static readonly (string Toy, IPAddress Address, string Place, string Host)[] s_places =
    [
        ("story-bear", IPAddress.Parse("127.0.0.1"), "stories", "stories.toys.example"),
        ("story-bear", IPAddress.Parse("127.0.0.1"), "voices", "bear.voices.toys.example"),
        ("story-bear", IPAddress.Parse("127.0.0.1"), "usage", "usage.metrics.example"),
        ("story-bear", IPAddress.Parse("127.0.0.1"), "postcards", "postcards.toys.example"),
        ("twinkle-lamp", IPAddress.Parse("127.0.0.2"), "lullabies", "lullabies.lights.test"),
        ("twinkle-lamp", IPAddress.Parse("127.0.0.2"), "updates", "updates.lights.test"),
    ];

    private readonly TestFolder _folder = new();
    private readonly string _data;
    private readonly string _lab;
    private readonly Random _random;
    private readonly int _seed;
    private Dictionary<uint, string> _records = [];

    // The state that is certain, then one more for each change that was sent and may have been kept.
    private List<FamilyModel> _states = [FamilyModel.Paired()];
    private long _sequence;
    private int _answeredLast;
    private int _boot;
    private double _saveMs = 3;

    public KillRun(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _data = Path.Combine(_folder.Path, "home");
        _lab = _folder.Write("lab.json", """{"resolve":{},"connect":{}}""");
    }

    /// <summary>The data folder.</summary>
    public string Data
    {
        get { return _data; }
    }

    /// <summary>Kills made.</summary>
    public int Kills { get; private set; }

    /// <summary>Changes that were answered as saved before a kill.</summary>
    public int Answered { get; private set; }

    /// <summary>Kills after which a change was there that nobody had been told of: the kill came between the save and its answer.</summary>
    public int KeptUnanswered { get; private set; }

    /// <summary>Starts that found one of the two copies of the settings torn or missing, and wrote it anew.</summary>
    public int Repaired { get; private set; }

    /// <summary>Questions of toys that were asked after a kill.</summary>
    public int Verdicts { get; private set; }

    /// <summary>Records that were compared with what they were before a kill.</summary>
    public long RecordsCompared { get; private set; }

    /// <summary>Kills <paramref name="times"/> times, and looks once more.</summary>
    public void Run(int times)
    {
        for (int i = 0; i < times; i++)
        {
            using KilledProgram program = Start();
            CheckKept(program);
            KillInTheMiddle(program);
        }

        using KilledProgram last = Start();
        CheckKept(last);
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private KilledProgram Start()
    {
        return KilledProgram.Start(_data, "--paired", "--lab", _lab);
    }

    private void KillInTheMiddle(KilledProgram program)
    {
        // Twice in a row with nothing saved would be two steps up the ladder, which has a test of its own.
        int answersUntil = _random.Next(_answeredLast > 0 ? 0 : 1, Burst - 3);
        double delay = _random.NextDouble() * 2;

        List<string> changes = [];

        for (int i = 0; i < Burst; i++)
        {
            changes.Add(FamilyModel.AnyChange(_random));
            _states.Add(_states[^1].After(changes[i]));
        }

        int answered = 0;
        long begun = Stopwatch.GetTimestamp();
        program.Send(string.Join('\n', changes));

        while (answered < answersUntil)
        {
            Take(program.Next());
            answered++;
        }

        if (answered > 0)
        {
            _saveMs = Math.Min(SlowestSaveMs, ((3 * _saveMs) + (Stopwatch.GetElapsedTime(begun).TotalMilliseconds / answered)) / 4);
        }

        long wait = Stopwatch.GetTimestamp();

        while (Stopwatch.GetElapsedTime(wait).TotalMilliseconds < delay * _saveMs)
        {
            Thread.SpinWait(50);
        }

        program.Kill();
        Kills++;

        while (program.TryNext(out string line))
        {
            Take(line);
            answered++;
        }

        Answered += answered;
        _answeredLast = answered;
        _boot++;
        _states.RemoveRange(0, answered);
    }

    private void Take(string answer)
    {
        string[] words = answer.Split(' ');
        Check(words[0] == "saved", $"not saved: {answer}");
        long sequence = long.Parse(words[1], CultureInfo.InvariantCulture);
        Check(sequence >= _sequence, $"sequence {sequence} after {_sequence}");
        _sequence = sequence;
    }

    private void CheckKept(KilledProgram program)
    {
        string answer = program.Ask("settings");
        Check(answer.StartsWith("settings {", StringComparison.Ordinal), answer);
        using JsonDocument settings = JsonDocument.Parse(answer["settings ".Length..]);
        string text = FamilyModel.TextOf(settings.RootElement);
        int at = _states.FindIndex(state => state.Text == text);
        Check(at >= 0, $"in force is none of the {_states.Count} states that it may be.\n  in force: {text}\n  answered: {_states[0].Text}\n  last sent: {_states[^1].Text}");
        long sequence = settings.RootElement.GetProperty("sequence").GetInt64();
        Check(sequence >= _sequence, $"sequence {sequence}, and {_sequence} was answered");
        KeptUnanswered += at > 0 ? 1 : 0;
        Repaired += program.Briefing.Any(line => line.StartsWith("finding 1 ", StringComparison.Ordinal)) ? 1 : 0;
        _sequence = sequence;
        _states = [_states[at]];
        CheckGate(program);
        CheckRecords(program);
    }

    private void CheckGate(KilledProgram program)
    {
        foreach ((string toy, IPAddress address, string place, string host) in s_places)
        {
            Verdicts++;
            bool isOpen = Toy.IsOpen(program.DnsPort, address, host);
            Check(isOpen == _states[0].IsOpen(toy, place), $"{host} is {(isOpen ? "open" : "closed")} for {toy}, and in force is {_states[0].Text}");
        }
    }

    private void CheckRecords(KilledProgram program)
    {
        program.Send("records");
        List<(uint Sequence, string Line)> listed = [];
        string line;

        while (!(line = program.Next()).StartsWith("records ", StringComparison.Ordinal))
        {
            Check(line.StartsWith("record {", StringComparison.Ordinal), line);
            using JsonDocument record = JsonDocument.Parse(line["record ".Length..]);
            listed.Add((record.RootElement.GetProperty("sequence").GetUInt32(), line));
        }

        Check(listed.Count > 0, "there are no records");
        int saved = listed.Count(record => record.Line.Contains($"\"kind\":\"settings-saved\",", StringComparison.Ordinal) && record.Line.Contains($"\"boot\":{_boot},", StringComparison.Ordinal));
        Check(saved >= _answeredLast, $"{_answeredLast} changes were answered in boot {_boot}, and {saved} are in the records");

        for (int i = 1; i < listed.Count; i++)
        {
            Check(listed[i].Sequence > listed[i - 1].Sequence, $"record {listed[i].Sequence} comes after {listed[i - 1].Sequence}");
        }

        Dictionary<uint, string> now = listed.ToDictionary(record => record.Sequence, record => record.Line);

        foreach ((uint sequence, string before) in _records)
        {
            // The oldest go when the ring is full; nothing else ever goes.
            bool isThere = now.TryGetValue(sequence, out string? after);
            Check(isThere || sequence < listed[0].Sequence, $"record {sequence} is gone: {before}");
            Check(!isThere || before == after, $"record {sequence} was\n  {before}\nand is\n  {after}");
            RecordsCompared += isThere ? 1 : 0;
        }

        _records = now;
    }

    private void Check(bool isRight, string message)
    {
        if (!isRight)
        {
            throw new InvalidOperationException($"seed {_seed}, kill {Kills}: {message}");
        }
    }
}
