using System.Text;

using ToyGuard.Core.Crypto;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Storage;

namespace ToyGuard.Core.Settings;

/// <summary>A number for what a guardian says yes to: the first 8 bytes of a SHA-256 over an endpoint, read as a little-endian number.</summary>
/// <remarks>
/// Over its place (host, port, scheme) and over what the guardian was told of it: id, owner, party, purpose, kinds of data. An update that
/// changes any of these has not been approved (EGR-07). Its hours, its bytes a day and where it takes delete-requests are no part of the question.
/// The bytes are in firmware/docs/storage-format.md.
/// </remarks>
public static class EndpointPrint
{
    /// <summary>The print of <paramref name="endpoint"/>.</summary>
    public static long Of(Endpoint endpoint)
    {
        Sha256 hash = new Sha256();
        byte[] place = new byte[] { (byte)endpoint.Scheme, (byte)endpoint.Party, (byte)endpoint.Port, (byte)(endpoint.Port >> 8) };
        hash.Add(place, 0, place.Length);
        Add(hash, endpoint.Id);
        Add(hash, endpoint.Pattern.Text);
        Add(hash, endpoint.Owner);
        Add(hash, endpoint.Purpose);

        for (int i = 0; i < endpoint.Data.Length; i++)
        {
            Add(hash, endpoint.Data[i]);
        }

        return Finish(hash);
    }

    /// <summary>The first 8 bytes of the hash.</summary>
    internal static long Finish(Sha256 hash)
    {
        byte[] result = new byte[Sha256.HashBytes];
        hash.Finish(result, 0);
        return LittleEndian.ReadInt64(result, 0);
    }

    /// <summary>Adds a text; its length goes before it, so that no two lists of words give the same bytes.</summary>
    internal static void Add(Sha256 hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] length = new byte[2];
        LittleEndian.WriteUInt16(length, 0, bytes.Length);
        hash.Add(length, 0, length.Length);
        hash.Add(bytes, 0, bytes.Length);
    }
}
