using System.Net.Sockets;

namespace ToyGuard.Edge.Relay;

/// <summary>One direction of a relay: reads only when what it read before has been delivered.</summary>
internal sealed class Lane
{
    // What is thrown away of a side that goes on speaking.
    private const int ThrownMax = 64 * 1024;

    private readonly int _readBit;
    private readonly int _writeBit;
    private Socket? _from;
    private Socket? _to;
    private int _at;
    private long _room;
    private bool _isBlocked;

    internal Lane(int readBit, int writeBit)
    {
        _readBit = readBit;
        _writeBit = writeBit;
    }

    /// <summary>What is being delivered stands in here.</summary>
    internal byte[]? Buffer { get; private set; }

    /// <summary>Bytes read and not delivered yet.</summary>
    internal int Left { get; private set; }

    /// <summary>True once the side it reads from has ended.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Bytes that came beyond what may be delivered, and were thrown away.</summary>
    internal int Thrown { get; private set; }

    /// <summary>True once nothing more is read, though the other direction goes on: all that may be delivered came, and then an end, or too much.</summary>
    internal bool IsShut { get; private set; }

    /// <summary>Begins between two sockets: <paramref name="count"/> bytes of <paramref name="buffer"/> are delivered first, then <paramref name="max"/> of what comes and not one more.</summary>
    internal void Begin(Socket from, Socket to, byte[]? buffer, int count, long max)
    {
        _from = from;
        _to = to;
        _at = 0;
        _isBlocked = false;
        Buffer = buffer;
        Left = count;
        HasEnded = false;
        IsShut = false;
        Thrown = 0;
        _room = max;
        Likely = count > 0 ? _writeBit : 0;
    }

    /// <summary>Lets go of sockets and bytes.</summary>
    internal void End()
    {
        _from = null;
        _to = null;
        Buffer = null;
        Left = 0;
    }

    /// <summary>The bit of <see cref="Pair"/> that it waits for; 0 when it is done.</summary>
    internal int Watch(bool isEnding)
    {
        if (Left > 0)
        {
            return _writeBit;
        }

        return isEnding || _isBlocked || IsShut ? 0 : _readBit;
    }

    /// <summary>The bit that is likely true without being asked for: after bytes came there are often more, or the end. 0 when nothing is known.</summary>
    internal int Likely { get; private set; }

    /// <summary>Reads into <paramref name="room"/> when there is something to read and nothing left, delivers what it can. Returns how many bytes were delivered.</summary>
    internal int Move(int ready, byte[] room)
    {
        Likely = 0;

        if (Left > 0)
        {
            return (ready & _writeBit) != 0 ? Deliver() : 0;
        }

        if ((ready & _readBit) == 0)
        {
            return 0;
        }

        if (_room == 0)
        {
            ThrowAway(room);

            return 0;
        }

        int got = Pair.Receive(_from!, room, 0, room.Length < _room ? room.Length : (int)_room);

        if (got <= 0)
        {
            HasEnded = got == 0;

            return 0;
        }

        Buffer = room;
        _at = 0;
        Left = got;
        _room -= got;

        int moved = Deliver();
        Likely = Left == 0 ? _readBit : 0;

        return moved;
    }

    private void ThrowAway(byte[] room)
    {
        int got = Pair.Receive(_from!, room, 0, room.Length);
        Thrown += got > 0 ? got : 0;
        IsShut = got == 0 || Thrown >= ThrownMax;
    }

    private int Deliver()
    {
        int sent = Pair.Send(_to!, Buffer!, _at, Left);

        if (sent < 0)
        {
            // Nobody takes this direction any more. What the other side said before it left is still to be read by the other lane.
            Left = 0;
            _isBlocked = true;

            return 0;
        }

        _at += sent;
        Left -= sent;

        return sent;
    }
}
