namespace ToyGuard.Wire.Url;

/// <summary>The schemes that <see cref="UrlReader"/> reads.</summary>
public enum UrlScheme : byte
{
    /// <summary>No URL was read.</summary>
    None = 0,

    /// <summary>Plain text, port 80 unless the URL names another.</summary>
    Http = 1,

    /// <summary>Over TLS, port 443 unless the URL names another.</summary>
    Https = 2,
}
