using System;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

using ToyGuard.Core.Policy;

namespace ToyGuard.Edge.Toy;

/// <summary>Whether a server is the one that was asked for, by the manifest's trust anchors and our own clock and by nothing else. One for each handshake.</summary>
internal sealed class ServerCheck
{
    /// <summary>Certificates that a server may send, its own included. Real chains have two or three.</summary>
    public const int ChainMax = 5;

    private readonly TlsRoots _roots;
    private readonly DateTime _now;

    /// <summary>A check against those anchors at that many seconds since 1970.</summary>
    public ServerCheck(TlsRoots roots, long utcSeconds)
    {
        _roots = roots;

        // The runtime knows these years; by a clock outside of them every certificate is too new or too old all the same.
        long seconds = Math.Clamp(utcSeconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        _now = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
    }

    /// <summary>What the last check came to; None when the server is the right one.</summary>
    public Reason Reason { get; private set; } = Reason.TlsBroken;

    /// <summary>How the runtime is to build the chain. Nothing is fetched for it: bytes that no one judged would leave.</summary>
    public X509ChainPolicy NewPolicy()
    {
        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = _now,
            VerificationTimeIgnored = false,
        };

        foreach (byte[] certificate in _roots.Certificates)
        {
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(certificate));
        }

        return policy;
    }

    /// <summary>True when the runtime found nothing, and we neither.</summary>
    public bool IsRight(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Reason = Judge(certificate, chain, errors);

        return Reason == Reason.None;
    }

    private static Reason Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || chain is null || (errors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0)
        {
            return Reason.TlsUntrusted;
        }

        // Before anything that a long chain could have brought about.
        if (chain.ChainPolicy.ExtraStore.Count > ChainMax || chain.ChainElements.Count > ChainMax)
        {
            return Reason.TlsChainTooLong;
        }

        if ((errors & SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return ReasonOf(chain);
        }

        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
        {
            return Reason.TlsWrongName;
        }

        return errors == SslPolicyErrors.None ? Reason.None : Reason.TlsUntrusted;
    }

    // Dates only when nothing else is wrong: a stranger's certificate is a stranger's, expired or not.
    private static Reason ReasonOf(X509Chain chain)
    {
        DateTime now = chain.ChainPolicy.VerificationTime.ToUniversalTime();
        Reason reason = Reason.TlsUntrusted;

        foreach (X509ChainStatus status in chain.ChainStatus)
        {
            if (status.Status != X509ChainStatusFlags.NotTimeValid)
            {
                return Reason.TlsUntrusted;
            }
        }

        foreach (X509ChainElement element in chain.ChainElements)
        {
            if (element.Certificate.NotAfter.ToUniversalTime() < now)
            {
                return Reason.TlsExpired;
            }

            if (element.Certificate.NotBefore.ToUniversalTime() > now)
            {
                reason = Reason.TlsNotYetValid;
            }
        }

        return reason;
    }
}
