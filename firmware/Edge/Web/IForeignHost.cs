using System.Net.Sockets;

namespace ToyGuard.Edge.Web;

/// <summary>Takes over what a toy asks at our port of somebody else's name. On the device that is the plain relay, which shares port 80 with the page.</summary>
public interface IForeignHost
{
    /// <summary>Takes a connection whose first <paramref name="count"/> bytes were read into <paramref name="begun"/>, which is used again after the call.</summary>
    /// <returns>False when it does not: then the connection is still the caller's.</returns>
    bool Take(Socket client, int toy, byte[] begun, int count);
}
