using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ToyGuard.Kit.Tests.Lab;

/// <summary>The lab's own certificate authority, and one server certificate for all the names that a test uses.</summary>
internal sealed class Authority
{
    private static readonly Authority Only = new();

    private Authority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Kit lab", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));

        // The lab's clock is the gate's, which is not today's.
        DateTimeOffset from = DateTimeOffset.FromUnixTimeSeconds(KitLab.NowSeconds).AddDays(-1);
        using X509Certificate2 root = request.CreateSelfSigned(from, from.AddDays(30));
        Pem = Encoding.UTF8.GetBytes(root.ExportCertificatePem());
        Certificate = Issue(root, from);
    }

    /// <summary>The authority's certificate, as a file that a manifest's roots name.</summary>
    public static byte[] RootFile
    {
        get { return Only.Pem; }
    }

    /// <summary>The servers' certificate with its key.</summary>
    public static X509Certificate2 ServerCertificate
    {
        get { return Only.Certificate; }
    }

    private byte[] Pem { get; }

    private X509Certificate2 Certificate { get; }

    private static X509Certificate2 Issue(X509Certificate2 root, DateTimeOffset from)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SubjectAlternativeNameBuilder names = new();

        foreach (string host in KitLab.TlsHosts)
        {
            names.AddDnsName(host);
        }

        CertificateRequest request = new("CN=" + KitLab.Stories, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));

        using X509Certificate2 issued = request.Create(root, from, from.AddDays(30), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }
}
