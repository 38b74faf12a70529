using System;
using System.IO;

namespace ToyGuard.Kit;

/// <summary>Reads a stream to its end.</summary>
internal static class StreamReading
{
    private const int FirstBytes = 1024;

    /// <summary>All that <paramref name="stream"/> still has; null when that is more than <paramref name="max"/> bytes. What the stream throws goes through.</summary>
    internal static byte[]? ReadAll(Stream stream, int max)
    {
        byte[] buffer = new byte[FirstBytes];
        int have = 0;
        int got;

        while ((got = stream.Read(buffer, have, buffer.Length - have)) > 0)
        {
            have += got;

            if (have > max)
            {
                return null;
            }

            if (have == buffer.Length)
            {
                buffer = Copy(buffer, have, 2 * have);
            }
        }

        return Copy(buffer, have, have);
    }

    private static byte[] Copy(byte[] bytes, int count, int length)
    {
        byte[] copy = new byte[length];
        Array.Copy(bytes, 0, copy, 0, count);

        return copy;
    }
}
