namespace ToyGuard.Guard.Roots;

/// <summary>What is wrong with the trust anchors of a manifest. The maker's tool shows it; add at the end, never renumber.</summary>
public enum PemFault : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is no certificate in it.</summary>
    Empty = 1,

    /// <summary>More certificates than a manifest may name.</summary>
    TooMany = 2,

    /// <summary>A file is longer than is read.</summary>
    TooLong = 3,

    /// <summary>A byte that is neither visible ASCII, nor a blank, a tab or a line end.</summary>
    NotText = 4,

    /// <summary>Something before, between or behind the certificates that is none.</summary>
    OutsideText = 5,

    /// <summary>A private key. It has no business on a device that only checks; whoever published it must replace it.</summary>
    PrivateKey = 6,

    /// <summary>A label other than CERTIFICATE, a trusted certificate with rules of its own for instance.</summary>
    OtherLabel = 7,

    /// <summary>A beginning without its end.</summary>
    CutShort = 8,

    /// <summary>Lines that are not base64 as RFC 4648, 4 has it.</summary>
    BadBase64 = 9,

    /// <summary>Bytes that have not even the outer shape of a certificate (RFC 5280, 4.1).</summary>
    NotACertificate = 10,

    /// <summary>The same certificate twice.</summary>
    Duplicate = 11,
}
