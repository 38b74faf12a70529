using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

using ToyGuard.Fakes;

namespace ToyGuard.Wire.Qr.Tests;

/// <summary>Goal: an independent reader reads our codes. Method: drawn into a picture, given to zbarimg.</summary>
[TestClass]
public class QrReaderTests
{
    private const int Margin = 4;
    private const int Pixels = 4;

    [TestMethod]
    [DataRow("http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG", QrLevel.L, 3)]
    [DataRow("http://toyguard-k7m2p9qx.localhost:8082/#c=0123456789ABCDEFG", QrLevel.L, 4)]
    [DataRow("http://toyguard-k7m2p9qx.localhost:8082/#c=0123456789ABCDEFG", QrLevel.M, 4)]
    [DataRow("http://192.168.4.1/", QrLevel.M, 2)]
    [DataRow("TG:12345678", QrLevel.M, 1)]
    [DataRow("WIFI:T:WPA;S:ToyGuard-9XK2;P:amber-otter-4471;;", QrLevel.M, 4)]
    [DataRow("http://toyguard-k7m2p9qx.local/#i=2.0123456789ABCDEFG which goes on for a while, to fill version 5", QrLevel.L, 5)]
    [DataRow("http://toyguard-k7m2p9qx.local/#i=2.0123456789ABCDEFG which goes on for a while, to fill version 6", QrLevel.M, 6)]
    public void Encode_Text_IsReadByAnother(string text, QrLevel level, int version)
    {
        string reader = Peer.Path("zbarimg");
        QrCode code = QrCode.Encode(text, level)!;
        string picture = Path.Combine(Path.GetTempPath(), "toyguard-qr-" + Guid.NewGuid().ToString("N") + ".pgm");

        Assert.AreEqual(version, code.Version);

        try
        {
            File.WriteAllBytes(picture, PictureOf(code));
            ProcessStartInfo start = new(reader) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("--quiet");
            start.ArgumentList.Add("--raw");
            start.ArgumentList.Add(picture);
            using Process process = Process.Start(start)!;
            string read = process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            Assert.AreEqual(text, read.TrimEnd('\n'));
        }
        finally
        {
            File.Delete(picture);
        }
    }

    // PGM, a grey byte a pixel.
    private static byte[] PictureOf(QrCode code)
    {
        int side = (code.Size + (2 * Margin)) * Pixels;
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {side} {side} 255\n"));
        byte[] all = new byte[head.Length + (side * side)];
        head.CopyTo(all, 0);

        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                int column = (x / Pixels) - Margin;
                int row = (y / Pixels) - Margin;
                bool isDark = column >= 0 && row >= 0 && column < code.Size && row < code.Size && code.IsDark(column, row);
                all[head.Length + (y * side) + x] = isDark ? (byte)0 : (byte)255;
            }
        }

        return all;
    }
}
