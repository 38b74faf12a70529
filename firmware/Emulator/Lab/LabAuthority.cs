using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ToyGuard.Emulator.Lab;

/// <summary>The lab's own certificate authority, made anew at every start: its key is never written anywhere.</summary>
internal sealed class LabAuthority : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2 _certificate;

    // A day back, for a client whose clock is a little slow.
    private readonly DateTimeOffset _notBefore = DateTimeOffset.UtcNow.AddDays(-1);

    public LabAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=ToyGuard lab (this run only)", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(_notBefore, _notBefore + Lifetime);
    }

    /// <summary>Writes the authority's certificate, without its key, for clients to trust.</summary>
    public void WriteTo(string path)
    {
        File.WriteAllText(path, _certificate.ExportCertificatePem() + "\n");
    }

    /// <summary>A server certificate with its key for exactly <paramref name="host"/>.</summary>
    public X509Certificate2 Issue(string host)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);

        CertificateRequest request = new("CN=" + host, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));

        using X509Certificate2 issued = request.Create(
            _certificate, _notBefore, _notBefore + Lifetime, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _certificate.Dispose();
    }
}
