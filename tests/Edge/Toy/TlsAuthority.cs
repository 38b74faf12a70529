using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

using ToyGuard.Guard.Roots;

namespace ToyGuard.Edge.Toy.Tests;

/// <summary>A certificate authority of the lab, and the clock by which its certificates are valid: another year than that of whoever runs this.</summary>
internal sealed class TlsAuthority : IDisposable
{
    /// <summary>What our clock says in every test.</summary>
    public static readonly DateTimeOffset Now = new(2040, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_serverUse = ["1.3.6.1.5.5.7.3.1"];

    /// <summary>An authority whose own certificate nobody vouches for.</summary>
    public TlsAuthority(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        Certificate = request.CreateSelfSigned(Now.AddYears(-10), Now.AddYears(10));
    }

    private TlsAuthority(X509Certificate2 certificate)
    {
        Certificate = certificate;
    }

    /// <summary>Its certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its certificate as a file of a manifest.</summary>
    public byte[] Pem
    {
        get { return Encoding.ASCII.GetBytes(Certificate.ExportCertificatePem()); }
    }

    /// <summary>It alone as trust anchors.</summary>
    public TlsRoots Roots
    {
        get { return RootsOf(Pem); }
    }

    public static TlsRoots RootsOf(params byte[][] files)
    {
        TlsRoots roots = TlsRoots.Read(files, out PemFault fault);
        Assert.AreEqual(PemFault.None, fault);

        return roots;
    }

    /// <summary>An authority below this one. One that <paramref name="mayIssue"/> not has a certificate that says so.</summary>
    public TlsAuthority Below(string name, bool mayIssue = true, DateTimeOffset? end = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(mayIssue, false, 0, true));

        return new TlsAuthority(Sign(request, key, Now.AddYears(-5), end ?? Now.AddYears(5)));
    }

    /// <summary>A server's certificate for <paramref name="host"/>, with its key.</summary>
    public X509Certificate2 Issue(string host, DateTimeOffset? begin = null, DateTimeOffset? end = null, string[]? uses = null, Uri? elsewhere = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        OidCollection oids = [];

        foreach (string use in uses ?? s_serverUse)
        {
            oids.Add(new Oid(use));
        }

        CertificateRequest request = new("CN=" + host, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(oids, false));

        if (elsewhere is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([elsewhere.AbsoluteUri], [elsewhere.AbsoluteUri]));
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([elsewhere.AbsoluteUri]));
        }

        return Sign(request, key, begin ?? Now.AddDays(-30), end ?? Now.AddDays(30));
    }

    public void Dispose()
    {
        Certificate.Dispose();
    }

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key, DateTimeOffset begin, DateTimeOffset end)
    {
        byte[] serial = RandomNumberGenerator.GetBytes(12);
        serial[0] &= 0x7F;
        serial[0] |= 1;
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForECDsa(Certificate.GetECDsaPrivateKey()!);
        using X509Certificate2 bare = request.Create(Certificate.SubjectName, signer, begin, end, serial);

        return bare.CopyWithPrivateKey(key);
    }
}
