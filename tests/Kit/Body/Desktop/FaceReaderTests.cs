using System;
using System.Diagnostics;
using System.IO;
using System.Text;

using ToyGuard.Wire.Qr;

namespace ToyGuard.Kit.Body.Tests.Desktop;

/// <summary>Goal: a phone's camera reads off the display what the device means. Method: the display's own bytes, eight times as large and in a dark frame, given to a decoder that has nothing to do with ours.</summary>
[TestClass]
public class FaceReaderTests
{
    private const int Pixels = 8;
    private const int Frame = 6;

    [TestMethod]
    [DataRow("http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG", 2)]
    [DataRow("WIFI:T:WPA;S:ToyGuard k7m2;P:0123456789abcdef;;", 2)]
    [DataRow("http://toyguard-k7m2p9qx.local/", 2)]
    [DataRow("http://toyguard-k7m2p9qx.localhost:65535/#c=0123456789ABCDEFG", 1)]
    public void OfCode_Text_IsReadFromTheDisplay(string text, int pixels)
    {
        QrCode code = Face.CodeOf(text)!;
        Assert.AreEqual(pixels, Face.PixelsOf(code));

        Assert.AreEqual(text, Read(Face.OfCode(code, Face.BesideLink("0123456789ABCDEFG")).Pages));
    }

    // The frame around the glass is dark: the light margin is all that a camera has.
    private static string Read(byte[] pages)
    {
        StringBuilder bitmap = new($"P1\n{(128 + (2 * Frame)) * Pixels} {(64 + (2 * Frame)) * Pixels}\n");

        for (int y = -Frame * Pixels; y < (64 + Frame) * Pixels; y++)
        {
            for (int x = -Frame * Pixels; x < (128 + Frame) * Pixels; x++)
            {
                bool isGlass = x >= 0 && y >= 0 && x < 128 * Pixels && y < 64 * Pixels;
                bitmap.Append(isGlass && (pages[(y / Pixels / 8 * 128) + (x / Pixels)] >> (y / Pixels % 8) & 1) != 0 ? '0' : '1');
            }

            bitmap.Append('\n');
        }

        string picture = Path.Combine(Path.GetTempPath(), "toyguard-face-" + Guid.NewGuid().ToString("N") + ".pbm");

        try
        {
            File.WriteAllText(picture, bitmap.ToString());
            ProcessStartInfo start = new(Peer.Path("zbarimg")) { RedirectStandardOutput = true, RedirectStandardError = true };
            Array.ForEach(new[] { "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture }, start.ArgumentList.Add);
            using Process process = Process.Start(start)!;
            string read = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return read.TrimEnd('\n');
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
