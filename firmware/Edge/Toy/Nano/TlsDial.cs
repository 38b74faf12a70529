using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using nanoFramework.Runtime.Native;

using ToyGuard.Core.Policy;
using ToyGuard.Guard.Roots;

namespace ToyGuard.Edge.Toy;

/// <summary>The one place where TLS begins, on a socket that the dialer connected to a judged address (EGR-05).</summary>
public static class TlsDial
{
    // Certificates are valid for days at least, and the system's clock goes on by itself.
    private const int ClockOffSecondsMax = 60;

    /// <summary>Does the handshake and checks the server. Nothing else runs on the device meanwhile, and nobody can end it (decision 0006).</summary>
    /// <param name="socket">Connected. When the answer is null it is closed.</param>
    /// <param name="host">The name that the gate allowed; the certificate must be for it.</param>
    /// <param name="roots">The only trust anchors.</param>
    /// <param name="utcSeconds">Seconds since 1970, by which certificates are valid or not.</param>
    /// <param name="reason"><see cref="Reason.None"/> with a link; otherwise one of 90 to 98.</param>
    /// <param name="moved">Bytes on the wire of a handshake that gave no link, as far as they can be known; with one, the link knows.</param>
    /// <returns>The link, or null when nobody was checked; then nothing of the caller's was sent.</returns>
    public static TlsLink? Open(Socket socket, string host, TlsRoots roots, long utcSeconds, out Reason reason, out long moved)
    {
        SslStream? stream = null;
        reason = Reason.TlsWithoutRoots;
        moved = 0;

        try
        {
            // The library drops the name check for an empty name.
            if (roots.Count > 0 && host.Length > 0)
            {
                X509Certificate anchors = new X509Certificate(PemReader.Write(roots.Certificates));
                reason = Reason.TlsBroken;
                SetClock(utcSeconds);
                moved = CountingStream.HandshakeBytes;
                stream = new SslStream(socket) { SslVerification = SslVerification.CertificateRequired };
                stream.AuthenticateAsClient(host, null, anchors, SslProtocols.Tls12 | SslProtocols.Tls13);
                reason = Reason.None;
                moved = 0;

                return new TlsLink(socket, new CountingStream(stream));
            }
        }
        catch (CryptographicException e)
        {
            reason = HandshakeCode.ReasonOf(e.ErrorCode);
        }
        catch (Exception)
        {
            // Sockets, memory, anchors that the library does not take: nobody was checked, as the reason so far says.
        }

        // The library has closed the socket's number already: the socket gives it up before anybody else gets it.
        socket.Close();
        stream?.Dispose();

        return null;
    }

    // The library checks dates by the system's clock, which nobody sets but this.
    private static void SetClock(long utcSeconds)
    {
        long offSeconds = DateTime.UtcNow.ToUnixTimeSeconds() - utcSeconds;

        if ((offSeconds > ClockOffSecondsMax || offSeconds < -ClockOffSecondsMax) && !Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(utcSeconds)))
        {
            throw new InvalidOperationException();
        }
    }
}
