using System.IO;
using System.IO.Compression;

namespace ToyGuard.Assets.Packer;

/// <summary>One page in one language: what it says, and the same compressed.</summary>
internal sealed class PackedPage
{
    public PackedPage(byte[] content)
    {
        Content = content;
        Gzip = Compress(content);
    }

    public byte[] Content { get; }

    /// <summary>RFC 1952, without a name or a time: the same content gives the same bytes.</summary>
    public byte[] Gzip { get; }

    private static byte[] Compress(byte[] content)
    {
        using MemoryStream stream = new();

        using (GZipStream gzip = new(stream, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
