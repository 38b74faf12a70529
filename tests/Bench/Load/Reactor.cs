using System;

namespace ToyGuard.Bench.Load;

/// <summary>All sockets of a load process on one thread: clients and the servers behind, so that nothing is lost in changing threads.</summary>
internal sealed unsafe class Reactor
{
    /// <summary>Bytes that every line may read into, or write from, while it has its turn.</summary>
    public const int BufferLength = 256 * 1024;

    private const int LinesMax = 4096;

    private readonly Libc.PollFd[] _polls = GC.AllocateArray<Libc.PollFd>(LinesMax, pinned: true);
    private readonly Line[] _lines = new Line[LinesMax];
    private readonly byte[] _buffer = GC.AllocateArray<byte>(BufferLength, pinned: true);
    private int _count;

    /// <summary>The shared buffer.</summary>
    public byte* Buffer
    {
        get { return (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _buffer[0]); }
    }

    /// <summary>Adds a line that waits for <paramref name="wanted"/>.</summary>
    public void Add(Line line, short wanted)
    {
        line.Place = _count;
        _lines[_count] = line;
        _polls[_count] = new Libc.PollFd { Socket = line.Socket, Wanted = wanted };
        _count++;
    }

    /// <summary>Changes what a line waits for.</summary>
    public void Want(Line line, short wanted)
    {
        _polls[line.Place].Wanted = wanted;
    }

    /// <summary>Takes a line out, and closes its socket.</summary>
    public void Close(Line line)
    {
        Libc.Close(line.Socket);
        _count--;
        Line last = _lines[_count];
        _lines[line.Place] = last;
        _polls[line.Place] = _polls[_count];
        last.Place = line.Place;
        line.Place = -1;
    }

    /// <summary>Waits at most <paramref name="timeoutMs"/> and gives everything that is ready its turn.</summary>
    public void Turn(int timeoutMs)
    {
        fixed (Libc.PollFd* polls = _polls)
        {
            if (Libc.Poll(polls, _count, timeoutMs) <= 0)
            {
                return;
            }

            // From the end, because a line that is closed is replaced by the last, which had its turn.
            for (int i = _count - 1; i >= 0; i--)
            {
                short ready = polls[i].Ready;

                if (ready != 0)
                {
                    polls[i].Ready = 0;
                    _lines[i].OnReady(this, ready);
                }
            }
        }
    }
}
