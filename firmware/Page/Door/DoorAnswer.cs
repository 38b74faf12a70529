using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>The answer to one question, one object: {"ok":true, …}, or {"ok":false,"why":…}. What does not fit becomes a refusal, never half an answer.</summary>
internal sealed class DoorAnswer
{
    private readonly byte[] _plain;
    private readonly int _room;
    private JsonWriter _writer;

    internal DoorAnswer(byte[] plain, int room)
    {
        _plain = plain;
        _room = room;
        _writer = new JsonWriter(plain, 0, room);
    }

    /// <summary>It is a good answer to what was asked for, and not the first of two.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Rules are looser by what it answers.</summary>
    internal bool IsLooser { get; set; }

    /// <summary>The toy that it turned out to be about; 0 for none.</summary>
    internal int Toy { get; set; }

    /// <summary>Forgets the last answer.</summary>
    internal void Begin()
    {
        IsDone = false;
        IsLooser = false;
        Toy = 0;
        _writer = new JsonWriter(_plain, 0, _room);
        _writer.BeginObject();
    }

    /// <summary>Begins a good answer; its members may follow.</summary>
    internal JsonWriter Ok()
    {
        IsDone = true;
        _writer.Name("ok");
        _writer.Bool(true);
        return _writer;
    }

    /// <summary>A good answer of which nothing is done yet.</summary>
    internal JsonWriter OkFirst()
    {
        JsonWriter writer = Ok();
        IsDone = false;
        return writer;
    }

    /// <summary>A refusal; how many seconds to wait, 0 for no such number. More members may follow.</summary>
    internal JsonWriter Refuse(Why why, int waitSeconds)
    {
        _writer.Name("ok");
        _writer.Bool(false);
        _writer.Name("why");
        _writer.Text(WhyWords.Of(why));

        if (waitSeconds > 0)
        {
            _writer.Name("wait");
            _writer.Number(waitSeconds);
        }

        return _writer;
    }

    /// <summary>Ends it. Returns its length.</summary>
    internal int End()
    {
        _writer.EndObject();

        if (_writer.Length == 0)
        {
            Begin();
            Refuse(Why.Full, 0);
            _writer.EndObject();
        }

        return _writer.Length;
    }
}
