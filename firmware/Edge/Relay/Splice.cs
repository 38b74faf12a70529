using System.Net.Sockets;

namespace ToyGuard.Edge.Relay;

/// <summary>Moves bytes between two sockets, both ways, on one thread, and never waits for one direction while the other could go on.</summary>
/// <remarks>
/// A side that takes nothing stops only the direction towards it; a send that waited would stop both, and two peers that both write before they read would stand still for ever.
/// When a side ends, what was read is delivered, and that is the end of both. Allocates nothing, but for the second buffer when one is needed for the first time.
/// </remarks>
internal sealed class Splice
{
    // So many rounds go by what is likely; then both directions are looked at again, so that none waits for the other.
    private const int LikelyRoundsMax = 8;

    private readonly Pair _pair = new Pair();
    private readonly Lane _up = new Lane(Pair.ReadA, Pair.WriteB);
    private readonly Lane _down = new Lane(Pair.ReadB, Pair.WriteA);
    private readonly byte[] _buffer;
    private byte[]? _second;
    private Socket? _client;
    private Socket? _server;
    private int _likelyRounds;
    private bool _hasAnswer;

    internal Splice(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Bytes that the last round delivered to the server.</summary>
    internal int MovedUp { get; private set; }

    /// <summary>Bytes that the last round delivered to the client.</summary>
    internal int MovedDown { get; private set; }

    /// <summary>True once the client has nothing more to say that may be passed on: it has ended after all of that, or went on to something else when the answer had come.</summary>
    internal bool IsClientDone
    {
        get { return _up.IsShut || (_up.Thrown > 0 && _hasAnswer); }
    }

    /// <summary>Begins; <paramref name="count"/> bytes of <paramref name="first"/> go to the server before anything else, and <paramref name="upMax"/> of the client's after them.</summary>
    internal void Begin(Socket client, Socket server, byte[] first, int count, long upMax)
    {
        _hasAnswer = false;
        _likelyRounds = 0;
        _client = client;
        _server = server;
        Pair.Prepare(client, server);
        _up.Begin(client, server, first, count, upMax);
        _down.Begin(server, client, null, 0, long.MaxValue);
    }

    /// <summary>Lets go of the sockets.</summary>
    internal void End()
    {
        _client = null;
        _server = null;
        _up.End();
        _down.End();
    }

    /// <summary>Waits until something can move, at most <paramref name="waitMs"/> milliseconds, and moves it. False when nothing ever will.</summary>
    internal bool Round(int waitMs)
    {
        MovedUp = 0;
        MovedDown = 0;

        bool isEnding = _up.HasEnded || _down.HasEnded;
        int watch = _up.Watch(isEnding) | _down.Watch(isEnding);

        if (watch == 0)
        {
            return false;
        }

        int ready = watch & (_up.Likely | _down.Likely);

        if (ready != 0 && _likelyRounds < LikelyRoundsMax)
        {
            _likelyRounds++;
        }
        else
        {
            _likelyRounds = 0;
            ready = _pair.Wait(_client!, _server!, watch, waitMs);
        }

        MovedUp = _up.Move(ready, RoomBeside(_down));
        MovedDown = _down.Move(ready, RoomBeside(_up));
        _hasAnswer = _hasAnswer || MovedDown > 0;

        return true;
    }

    private byte[] RoomBeside(Lane other)
    {
        if (other.Left == 0 || !ReferenceEquals(other.Buffer, _buffer))
        {
            return _buffer;
        }

        if (_second == null)
        {
            _second = new byte[_buffer.Length];
        }

        return _second;
    }
}
