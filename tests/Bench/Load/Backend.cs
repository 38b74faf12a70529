namespace ToyGuard.Bench.Load;

/// <summary>What a server behind the relay does once it has the hello.</summary>
internal enum BackendKind
{
    /// <summary>Sends a few bytes and closes.</summary>
    Answer,

    /// <summary>Sends without end.</summary>
    Stream,

    /// <summary>Sends back every byte after the hello.</summary>
    Echo,
}

/// <summary>A server behind the relay: no TLS, because the relay does not look past the hello, and only the relay is measured.</summary>
internal sealed unsafe class Backend : Line
{
    /// <summary>Bytes of every hello: what a browser without a post-quantum share sends.</summary>
    public const int HelloLength = 517;

    /// <summary>Bytes of an answer.</summary>
    public const int AnswerLength = 128;

    private readonly BackendKind _kind;

    private Backend(int port, BackendKind kind)
    {
        _kind = kind;
        Socket = Libc.Listen(port);
    }

    /// <summary>Listens at every port of <paramref name="ports"/>.</summary>
    public static void Open(Reactor reactor, int[] ports, BackendKind kind)
    {
        foreach (int port in ports)
        {
            Backend backend = new(port, kind);

            if (backend.Socket < 0)
            {
                throw new Running.BenchFailedException("a server behind the relay cannot listen");
            }

            reactor.Add(backend, Libc.CanRead);
        }
    }

    /// <inheritdoc/>
    public override void OnReady(Reactor reactor, short ready)
    {
        while (true)
        {
            int socket = Libc.Accept(Socket);

            if (socket < 0)
            {
                return;
            }

            Served served = new(socket, _kind);
            reactor.Add(served, Libc.CanRead);

            // Its hello is often there already.
            served.OnReady(reactor, Libc.CanRead);
        }
    }

    private sealed class Served : Line
    {
        private readonly BackendKind _kind;
        private int _helloLeft = HelloLength;

        public Served(int socket, BackendKind kind)
        {
            Socket = socket;
            _kind = kind;
        }

        public override void OnReady(Reactor reactor, short ready)
        {
            if (_helloLeft > 0 || _kind == BackendKind.Echo)
            {
                Read(reactor);
            }
            else
            {
                Pour(reactor);
            }
        }

        private void Read(Reactor reactor)
        {
            int got = Libc.Receive(Socket, reactor.Buffer, _helloLeft > 0 ? _helloLeft : Reactor.BufferLength);

            if (got is 0 or -2)
            {
                reactor.Close(this);
                return;
            }

            if (got < 0)
            {
                return;
            }

            if (_helloLeft == 0)
            {
                _ = Libc.Send(Socket, reactor.Buffer, got);
                return;
            }

            _helloLeft -= got;

            if (_helloLeft > 0)
            {
                return;
            }

            switch (_kind)
            {
                case BackendKind.Answer:
                    _ = Libc.Send(Socket, reactor.Buffer, AnswerLength);
                    reactor.Close(this);
                    break;
                case BackendKind.Stream:
                    reactor.Want(this, Libc.CanWrite);
                    break;
                default:
                    // One byte says that the way is open.
                    _ = Libc.Send(Socket, reactor.Buffer, 1);
                    break;
            }
        }

        private void Pour(Reactor reactor)
        {
            if (Libc.Send(Socket, reactor.Buffer, Reactor.BufferLength) == -2)
            {
                reactor.Close(this);
            }
        }
    }
}
