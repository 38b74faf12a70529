using ToyGuard.Guard.Roots;

namespace ToyGuard.Edge.Toy;

/// <summary>The trust anchors that a toy's manifest names: the only ones there are for it. Immutable.</summary>
public sealed class TlsRoots
{
    /// <summary>Nobody can be checked, so nobody is connected to.</summary>
    public static readonly TlsRoots None = new TlsRoots(new byte[0][]);

    private readonly byte[][] _certificates;

    private TlsRoots(byte[][] certificates)
    {
        _certificates = certificates;
    }

    /// <summary>How many there are; 0 to <see cref="PemReader.CertificatesMax"/>.</summary>
    public int Count
    {
        get { return _certificates.Length; }
    }

    /// <summary>Reads the files that a manifest names. One that cannot be read leaves <see cref="None"/>, not the rest: what is missing would be noticed too late.</summary>
    /// <param name="files">The bytes of each file.</param>
    /// <param name="fault">What is wrong; none when all were read.</param>
    public static TlsRoots Read(byte[][] files, out PemFault fault)
    {
        byte[][] certificates = PemReader.Read(files, out fault);

        return fault == PemFault.None ? new TlsRoots(certificates) : None;
    }

    /// <summary>The DER bytes of each. Not a copy: do not write to it.</summary>
    internal byte[][] Certificates
    {
        get { return _certificates; }
    }
}
