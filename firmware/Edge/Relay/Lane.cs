using System.Net.Sockets;

namespace ToyGuard.Edge.Relay;

/// <summary>One direction of a relay: reads only when what it read before has been delivered.</summary>
internal sealed class Lane
{
    private readonly int _readBit;
    private readonly int _writeBit;
    private Socket? _from;
    private Socket? _to;
    private int _at;
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

    /// <summary>Begins between two sockets, with <paramref name="count"/> bytes of <paramref name="buffer"/> to be delivered first.</summary>
    internal void Begin(Socket from, Socket to, byte[]? buffer, int count)
    {
        _from = from;
        _to = to;
        _at = 0;
        _isBlocked = false;
        Buffer = buffer;
        Left = count;
        HasEnded = false;
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

        return isEnding || _isBlocked ? 0 : _readBit;
    }

    /// <summary>Reads into <paramref name="room"/> when there is something to read and nothing left, delivers what it can. Returns how many bytes were delivered.</summary>
    internal int Move(int ready, byte[] room)
    {
        if (Left > 0)
        {
            return (ready & _writeBit) != 0 ? Deliver() : 0;
        }

        if ((ready & _readBit) == 0)
        {
            return 0;
        }

        int got = Pair.Receive(_from!, room, 0, room.Length);

        if (got <= 0)
        {
            HasEnded = got == 0;

            return 0;
        }

        Buffer = room;
        _at = 0;
        Left = got;

        return Deliver();
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
