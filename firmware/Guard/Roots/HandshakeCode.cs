using ToyGuard.Core.Policy;

namespace ToyGuard.Guard.Roots;

/// <summary>What the device's TLS means by the number that its exception for a failed handshake carries. Pure.</summary>
/// <remarks>
/// Mbed TLS 3.6: above zero it is the verify flags of x509.h, and then the server's certificate was read and found wrong; below zero it is one of
/// the library's errors, most of which say only that it broke off.
/// </remarks>
public static class HandshakeCode
{
    private const int Expired = 0x01;
    private const int WrongName = 0x04;
    private const int NotYetValid = 0x200;

    private const int ChainTooLong = -0x3000;
    private const int OldVersion = -0x6E80;
    private const int NoAnchors = -0x7680;
    private const int BadCertificate = -0x7A00;
    private const int NoCertificate = -0x7480;

    /// <summary>The reason, one of 90 to 98: when several things are wrong the one that weighs most, a stranger before a date and a date before a name.</summary>
    /// <param name="code">ErrorCode of the runtime's CryptographicException.</param>
    public static Reason ReasonOf(int code)
    {
        if (code > 0)
        {
            if ((code & ~(Expired | WrongName | NotYetValid)) != 0)
            {
                return Reason.TlsUntrusted;
            }

            return (code & Expired) != 0 ? Reason.TlsExpired : (code & NotYetValid) != 0 ? Reason.TlsNotYetValid : Reason.TlsWrongName;
        }

        return code switch
        {
            ChainTooLong => Reason.TlsChainTooLong,
            OldVersion => Reason.TlsOldVersion,
            NoAnchors => Reason.TlsWithoutRoots,
            BadCertificate => Reason.TlsUntrusted,
            NoCertificate => Reason.TlsUntrusted,
            _ => Reason.TlsBroken,
        };
    }
}
