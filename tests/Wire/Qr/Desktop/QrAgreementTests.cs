using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

using QRCoder;

namespace ToyGuard.Wire.Qr.Tests;

/// <summary>
/// Goal: every code is the one that the standard asks for, whatever the text.
/// Method: QRCoder writes the same text; all modules are compared, mask and format included.
/// </summary>
[TestClass]
public class QrAgreementTests
{
    private const int Seed = 20261122;
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    [TestMethod]
    [DataRow(false, QrLevel.L)]
    [DataRow(false, QrLevel.M)]
    [DataRow(true, QrLevel.L)]
    [DataRow(true, QrLevel.M)]
    public void Encode_TextsOfEveryLength_AreWhatQrCoderMakes(bool isAlphanumeric, QrLevel level)
    {
        Random random = new(Seed);
        int count = 0;

        for (int length = 1; QrCode.Encode(new string(isAlphanumeric ? 'Z' : 'z', length), level) is not null; length++)
        {
            for (int round = 0; round < 2; round++)
            {
                AssertSame(NewText(random, isAlphanumeric, length), level);
                count++;
            }
        }

        Assert.IsTrue(count >= 2 * 106, count.ToString(CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow("http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG")]
    [DataRow("http://toyguard-k7m2p9qx.localhost:8082/#c=0123456789ABCDEFG")]
    [DataRow("http://192.168.4.1/")]
    [DataRow("A")]
    [DataRow("a")]
    [DataRow("TOYGUARD: 45 CHARACTERS $%*+-./ 0123456789 AND MORE OF THEM THAN FIVE VERSIONS HOLD, WITHOUT A COMMA")]
    [DataRow("WIFI:T:WPA;S:ToyGuard-9XK2;P:amber-otter-4471;;")]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [DataRow("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow("مرحبا 你好 Ωß")]
    public void Encode_Text_IsWhatQrCoderMakes(string text)
    {
        AssertSame(text, QrLevel.L);
        AssertSame(text, QrLevel.M);
    }

    private static string NewText(Random random, bool isAlphanumeric, int length)
    {
        char[] text = new char[length];

        for (int i = 0; i < length; i++)
        {
            text[i] = isAlphanumeric ? Alphanumeric[random.Next(Alphanumeric.Length)] : (char)random.Next(' ', 0x7F);
        }

        // QRCoder has a mode for digits alone, and takes capitals in the other mode where all of a text is made of them; we are to agree on the mode.
        text[random.Next(length)] = isAlphanumeric ? 'Q' : 'q';
        return new string(text);
    }

    private static void AssertSame(string text, QrLevel level)
    {
        QrCode ours = QrCode.Encode(text, level)!;
        QRCodeGenerator.ECCLevel theirLevel = level == QrLevel.L ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M;
        bool isBytes = text.Any(c => !Alphanumeric.Contains(c, StringComparison.Ordinal));
        using QRCodeData theirs = QRCodeGenerator.GenerateQrCode(text, theirLevel, isBytes);
        List<BitArray> rows = theirs.ModuleMatrix;

        // Its margin of four modules is part of its picture.
        Assert.AreEqual(rows.Count - 8, ours.Size, text);

        for (int y = 0; y < ours.Size; y++)
        {
            for (int x = 0; x < ours.Size; x++)
            {
                Assert.AreEqual(rows[y + 4][x + 4], ours.IsDark(x, y), string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: column {x}, row {y} of {level} \"{text}\""));
            }
        }
    }
}
