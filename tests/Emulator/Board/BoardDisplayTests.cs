using System;
using System.Globalization;
using System.Linq;
using System.Text;

using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Tests.Running;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Emulator.Tests.Board;

/// <summary>
/// Goal: a phone's camera reads off the display of 128 by 64 pixels what the device means, and a parent reads the same beside it.
/// Method: the picture's own pixels, eight times as large, read by a decoder that has nothing to do with it; and counted.
/// </summary>
[TestClass]
public sealed class BoardDisplayTests
{
    private const string Claim = "http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG";

    [TestMethod]
    [DataRow(Claim)]
    [DataRow("WIFI:T:WPA;S:ToyGuard k7m2;P:0123456789abcdef;;")]
    [DataRow("http://toyguard-k7m2p9qx.local/")]
    public void Code_TwoPixelsAModule_IsReadFromThePicture(string text)
    {
        QrCode code = BoardDisplay.CodeOf(text)!;
        Assert.AreEqual(2, BoardDisplay.PixelsOf(code));

        Assert.AreEqual(text, Read(BoardDisplay.OfCode(code, ["Code", "", "0123"]).Rows()));
    }

    // The Emulator's own link has its port and is longer than the device's: one pixel a module is what is left then.
    [TestMethod]
    public void Code_OfTheLongestLink_IsReadFromThePicture()
    {
        const string Text = "http://toyguard-k7m2p9qx.localhost:65535/#c=0123456789ABCDEFG";
        QrCode code = BoardDisplay.CodeOf(Text)!;
        Assert.AreEqual(1, BoardDisplay.PixelsOf(code));

        Assert.AreEqual(Text, Read(BoardDisplay.OfCode(code, []).Rows()));
    }

    [TestMethod]
    public void Code_HasALightMarginOfThreePixelsAtLeast()
    {
        BoardPicture picture = BoardDisplay.OfCode(BoardDisplay.CodeOf(Claim)!, []);

        for (int i = 0; i < 64; i++)
        {
            for (int margin = 0; margin < 3; margin++)
            {
                Assert.IsTrue(picture[i, margin] && picture[i, 63 - margin] && picture[margin, i] && picture[63 - margin, i], $"{i}, {margin}");
            }
        }
    }

    [TestMethod]
    public void Text_BesideTheCode_IsTheWholeCode()
    {
        BoardPicture with = BoardDisplay.OfCode(BoardDisplay.CodeOf(Claim)!, BoardDisplay.GroupsOf("0123-4567-89AB-CDEF-G"));

        CollectionAssert.AreEqual(new[] { "0123", "4567", "89AB", "CDEF", "G" }, BoardDisplay.GroupsOf("0123-4567-89AB-CDEF-G").ToArray());
        CollectionAssert.AreEqual(new[] { "#####", "#    ", "#    ", "###  ", "#    ", "#    ", "#    " }, Letter(with, 68 + 18, 2 + 27));
        Assert.IsFalse(Enumerable.Range(0, 64).Any(y => with[64, y]), "a gap between code and text");
    }

    [TestMethod]
    public void Letters_ThatAreShown_AreAllThere()
    {
        // Everything that a code, a Wi-Fi's key or our own words are written in; each another than the rest.
        const string Shown = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.:/#,'!?";
        string[] pictures = [.. Shown.Select(letter => string.Join('|', Enumerable.Range(0, SmallLetters.Height).Select(y => SmallLetters.RowOf(letter, y))))];

        Assert.AreEqual(Shown.Length, pictures.Distinct().Count());
        Assert.IsFalse(pictures.Contains("0|0|0|0|0|0|0"));
        Assert.AreEqual(SmallLetters.RowOf('K', 3), SmallLetters.RowOf('k', 3));
        Assert.AreEqual(0, SmallLetters.RowOf('熊', 3));
    }

    [TestMethod]
    [DataRow("Somebody forgot a PIN. A grown-up can stop this.", 3)]
    [DataRow("", 0)]
    [DataRow("one-word-that-is-far-longer-than-a-line", 1)]
    public void Lines_AreNoLongerThanTheDisplay(string words, int lines)
    {
        Assert.AreEqual(lines, BoardDisplay.LinesOf(words).Count());
        Assert.AreEqual(64, BoardDisplay.OfText(BoardDisplay.LinesOf(words)).Rows().Length);
    }

    /// <summary>What an independent reader finds in a display's rows, as the API has them.</summary>
    internal static string Read(string[] rows)
    {
        const int Pixels = 8;
        StringBuilder bitmap = new($"P1\n{128 * Pixels} {64 * Pixels}\n");

        foreach (string row in rows)
        {
            // In a portable bitmap 1 is black; on the display it is light.
            string bits = string.Concat(row.Select(digit => Convert.ToString(int.Parse(digit.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture), 2).PadLeft(4, '0')));
            string line = string.Concat(bits.Select(bit => new string(bit == '1' ? '0' : '1', Pixels)));

            for (int i = 0; i < Pixels; i++)
            {
                bitmap.Append(line).Append('\n');
            }
        }

        using TestFolder folder = new();
        Client zbar = Client.Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder.Write("display.pbm", bitmap.ToString()));
        return zbar.Output.TrimEnd('\n');
    }

    private static string[] Letter(BoardPicture picture, int left, int top)
    {
        return [.. Enumerable.Range(top, SmallLetters.Height).Select(y => string.Concat(Enumerable.Range(left, SmallLetters.Width).Select(x => picture[x, y] ? '#' : ' ')))];
    }
}
