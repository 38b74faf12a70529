using System;
using System.Collections.Generic;
using System.IO;

namespace ToyGuard.Emulator.Ask;

/// <summary>Cuts a stream of any bytes into lines, in bounded memory: of a line that is too long only the beginning is kept.</summary>
internal static class AskLines
{
    /// <summary>Kept of a line: one byte more than a target may have, so that a longer one is seen to be longer.</summary>
    public const int KeptMax = AskTarget.LengthMax + 1;

    /// <summary>Each line without its line feed, and without the carriage return before it. An empty line is a line; after the last line feed there is none.</summary>
    public static IEnumerable<byte[]> Read(Stream input)
    {
        const byte LineFeed = (byte)'\n';
        byte[] buffer = new byte[64 * 1024];
        byte[] kept = new byte[KeptMax];
        int count = 0;
        bool isBegun = false;
        int got;

        while ((got = input.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (int i = 0; i < got; i++)
            {
                if (buffer[i] == LineFeed)
                {
                    yield return Line(kept, count);
                    count = 0;
                    isBegun = false;
                    continue;
                }

                isBegun = true;

                if (count < KeptMax)
                {
                    kept[count++] = buffer[i];
                }
            }
        }

        if (isBegun)
        {
            yield return Line(kept, count);
        }
    }

    // A full buffer may have been cut, and then its last byte is not the line's.
    private static byte[] Line(byte[] kept, int count)
    {
        bool hasReturn = count is > 0 and < KeptMax && kept[count - 1] == (byte)'\r';
        return kept[..(hasReturn ? count - 1 : count)];
    }
}
