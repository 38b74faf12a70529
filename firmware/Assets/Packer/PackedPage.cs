using System.IO;
using System.IO.Compression;

namespace ToyGuard.Assets.Packer;

/// <summary>One page in one language: what it says, and the same compressed.</summary>
internal sealed class PackedPage
{
    public PackedPage(string path, string tag, byte[] content)
    {
        Path = path;
        Tag = tag;
        Content = content;
        Gzip = Compress(content);
    }

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    public string Tag { get; }

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
