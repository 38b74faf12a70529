namespace ToyGuard.Guard.Roots;

/// <summary>Reads the certificates of PEM text (RFC 7468) as DER bytes.</summary>
public static class PemReader
{
    /// <summary>Certificates in all, as many as a manifest may name files.</summary>
    public const int CertificatesMax = 4;

    /// <summary>Bytes of one file.</summary>
    public const int FileBytesMax = 8 * 1024;

    /// <summary>Reads all certificates of <paramref name="files"/> in order.</summary>
    /// <param name="files">The text of each file.</param>
    /// <param name="fault">What is wrong with the first that cannot be read.</param>
    /// <returns>The DER bytes of each certificate; none at all when there is a fault anywhere.</returns>
    public static byte[][] Read(byte[][] files, out PemFault fault)
    {
        fault = PemFault.Empty;
        return new byte[0][];
    }
}
