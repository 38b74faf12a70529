using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>The one place where TLS begins, on a socket that the dialer connected to a judged address (EGR-05).</summary>
public static class TlsDial
{
    /// <summary>Does the handshake and checks the server; waits as long as the server lets it, so another thread closes <paramref name="socket"/> when it is enough.</summary>
    /// <param name="socket">Connected. When the answer is null it is closed.</param>
    /// <param name="host">The name that the gate allowed; the certificate must be for it.</param>
    /// <param name="roots">The only trust anchors.</param>
    /// <param name="utcSeconds">Seconds since 1970, by which certificates are valid or not.</param>
    /// <param name="reason"><see cref="Reason.None"/> with a link; otherwise one of 90 to 98.</param>
    /// <param name="moved">Bytes on the wire of a handshake that gave no link; with one, the link knows.</param>
    /// <returns>The link, or null when nobody was checked; then nothing of the caller's was sent.</returns>
    public static TlsLink? Open(Socket socket, string host, TlsRoots roots, long utcSeconds, out Reason reason, out long moved)
    {
        reason = Reason.TlsWithoutRoots;
        moved = 0;

        if (roots.Count > 0)
        {
            ServerCheck check = new(roots, utcSeconds);

            try
            {
                CountingStream wire = new(socket);
                SslStream? stream = Authenticate(wire, host, check, out reason);

                if (stream is not null)
                {
                    return new TlsLink(socket, wire, stream);
                }

                moved = wire.Moved;
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Connected no more.
                reason = Reason.TlsBroken;
            }
        }

        socket.Close();

        return null;
    }

    private static SslStream? Authenticate(CountingStream wire, string host, ServerCheck check, out Reason reason)
    {
        SslStream stream = new(wire);

        try
        {
            stream.AuthenticateAsClient(OptionsFor(host, check));
            reason = check.Reason;

            // The runtime asks the check in every handshake; that it did is not left to faith.
            if (reason == Reason.None && stream.IsAuthenticated && stream.IsEncrypted)
            {
                return stream;
            }
        }
        catch (Exception)
        {
            // Sockets, TLS and certificates have exceptions of their own; of all of them nobody was checked.
            reason = wire.Server.IsOldVersion ? Reason.TlsOldVersion : check.Reason;
        }

        if (reason == Reason.None)
        {
            // The server was the right one, and broke off behind that.
            reason = Reason.TlsBroken;
        }

        stream.Dispose();

        return null;
    }

    private static SslClientAuthenticationOptions OptionsFor(string host, ServerCheck check)
    {
        return new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = check.NewPolicy(),
            RemoteCertificateValidationCallback = check.IsRight,

            // A resumed session checks nobody: an anchor that a maker withdrew would go on for hours.
            AllowTlsResume = false,
            AllowRenegotiation = false,
        };
    }
}
