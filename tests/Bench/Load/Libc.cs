using System.Runtime.InteropServices;

namespace ToyGuard.Bench.Load;

/// <summary>The system's own socket calls: .NET's cost as much as what they are meant to load. IPv4 on Linux, never blocking.</summary>
internal static unsafe partial class Libc
{
    /// <summary>Something can be read, or the other side has ended.</summary>
    public const short CanRead = 1;

    /// <summary>Something can be written.</summary>
    public const short CanWrite = 4;

    /// <summary>The connection is broken, gone, or the other side has ended.</summary>
    public const short IsOver = 8 | 16 | 0x2000;

    /// <summary>Nothing to do now; try when the socket is ready.</summary>
    public const int NotNow = 11;

    private const int Inet = 2;
    private const int Stream = 1;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int NoSignal = 0x4000;
    private const int SocketLevel = 1;
    private const int ReuseAddress = 2;
    private const int ReceiveBuffer = 8;
    private const int Tcp = 6;
    private const int NoDelay = 1;
    private const int Backlog = 1024;

    /// <summary>A connection that has begun, or -1. <paramref name="receiveBuffer"/> 0 is the system's.</summary>
    public static int Connect(uint from, int port, int receiveBuffer)
    {
        int socket = socket_(Inet, Stream | NonBlocking | CloseOnExec, 0);
        SetOption(socket, Tcp, NoDelay, 1);

        if (receiveBuffer > 0)
        {
            SetOption(socket, SocketLevel, ReceiveBuffer, receiveBuffer);
        }

        Address address = new(from, 0);

        if (from != Address.Loopback && bind_(socket, &address, sizeof(Address)) != 0)
        {
            _ = close_(socket);
            return -1;
        }

        address = new Address(Address.Loopback, port);

        // -1 with "in progress" is how a connection begins here; a refusal shows when it is used.
        _ = connect_(socket, &address, sizeof(Address));
        return socket;
    }

    /// <summary>Listens at a port of 127.0.0.1; -1 when it cannot.</summary>
    public static int Listen(int port)
    {
        int socket = socket_(Inet, Stream | NonBlocking | CloseOnExec, 0);
        SetOption(socket, SocketLevel, ReuseAddress, 1);
        Address address = new(Address.Loopback, port);
        return bind_(socket, &address, sizeof(Address)) == 0 && listen_(socket, Backlog) == 0 ? socket : -1;
    }

    /// <summary>The next connection, or -1.</summary>
    public static int Accept(int listener)
    {
        int socket = accept4_(listener, null, null, NonBlocking | CloseOnExec);

        if (socket >= 0)
        {
            SetOption(socket, Tcp, NoDelay, 1);
        }

        return socket;
    }

    /// <summary>The port that the system gave a connection on this side.</summary>
    public static int PortOf(int socket)
    {
        Address address = default;
        int length = sizeof(Address);
        return getsockname_(socket, &address, &length) == 0 ? address.Port : 0;
    }

    /// <summary>Bytes read, 0 at the end, -1 when there is nothing now, -2 when it is broken.</summary>
    public static int Receive(int socket, byte* buffer, int count)
    {
        nint got = recv_(socket, buffer, (nuint)count, 0);
        return got >= 0 ? (int)got : Marshal.GetLastPInvokeError() == NotNow ? -1 : -2;
    }

    /// <summary>Bytes written, -1 when nothing can be written now, -2 when it is broken.</summary>
    public static int Send(int socket, byte* buffer, int count)
    {
        nint sent = send_(socket, buffer, (nuint)count, NoSignal);
        return sent >= 0 ? (int)sent : Marshal.GetLastPInvokeError() == NotNow ? -1 : -2;
    }

    /// <summary>Waits until one of <paramref name="count"/> is ready, at most <paramref name="timeoutMs"/>.</summary>
    public static int Poll(PollFd* polls, int count, int timeoutMs)
    {
        return poll_(polls, (nuint)count, timeoutMs);
    }

    /// <summary>Closes a socket.</summary>
    public static void Close(int socket)
    {
        _ = close_(socket);
    }

    private static void SetOption(int socket, int level, int name, int value)
    {
        _ = setsockopt_(socket, level, name, &value, sizeof(int));
    }

    [LibraryImport("libc", EntryPoint = "socket")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int socket_(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int bind_(int socket, Address* address, int length);

    [LibraryImport("libc", EntryPoint = "connect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int connect_(int socket, Address* address, int length);

    [LibraryImport("libc", EntryPoint = "getsockname")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int getsockname_(int socket, Address* address, int* length);

    [LibraryImport("libc", EntryPoint = "listen")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int listen_(int socket, int backlog);

    [LibraryImport("libc", EntryPoint = "accept4")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int accept4_(int socket, void* address, void* length, int flags);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint recv_(int socket, byte* buffer, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint send_(int socket, byte* buffer, nuint count, int flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int poll_(PollFd* polls, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int close_(int socket);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setsockopt_(int socket, int level, int name, void* value, int length);

    /// <summary>What poll is asked and answers.</summary>
    public struct PollFd
    {
        /// <summary>The socket.</summary>
        public int Socket;

        /// <summary>What to wait for.</summary>
        public short Wanted;

        /// <summary>What there is.</summary>
        public short Ready;
    }

    /// <summary>sockaddr_in.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    public readonly struct Address
    {
        /// <summary>127.0.0.1.</summary>
        public const uint Loopback = 0x7F000001;

        private readonly ushort _family = Inet;
        private readonly ushort _port;
        private readonly uint _address;

        /// <summary>The port.</summary>
        public int Port
        {
            get { return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(_port); }
        }

        /// <summary>An address by its number, most significant byte first.</summary>
        public Address(uint address, int port)
        {
            _port = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((ushort)port);
            _address = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(address);
        }
    }
}
