using System.Text;

namespace ToyGuard.Emulator.Tests.Abuse;

/// <summary>One TCP service of the hub, as a toy meets it.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Port">Where it listens, at 127.0.0.1.</param>
/// <param name="Request">What an honest client says first.</param>
/// <param name="Opening">What one says that has much more to say: a head whose body follows, or a hello.</param>
/// <param name="Held">A request that is not to be served as asked.</param>
/// <param name="Answer">How the answer to <paramref name="Request"/> begins; the echo of it, where a relay leads to one.</param>
internal sealed record TcpService(string Name, int Port, byte[] Request, byte[] Opening, byte[] Held, string Answer)
{
    /// <summary>A GET.</summary>
    public static byte[] Get(string target, string host)
    {
        return Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    }

    /// <summary>A POST that announces a body of a million bytes.</summary>
    public static byte[] Post(string target, string host)
    {
        return Encoding.ASCII.GetBytes($"POST {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1000000\r\n\r\n");
    }

    /// <summary>A TLS client's hello.</summary>
    public static byte[] Hello(string host)
    {
        return new HelloBuilder().Name(host).Record();
    }
}
