using ToyGuard.Core.Crypto;
using ToyGuard.Core.Pairing;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Kit.Body.Tests;

/// <summary>Goal: a code fits the display of 128 by 64 pixels, and what stands beside it says the same. Method: pixels counted; a camera's eye is in Desktop.</summary>
[TestClass]
public class FaceTests
{
    private const string Claim = "http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG";

    [TestMethod]
    public void OfCode_ClaimLink_HasTwoPixelsAModuleAndALightMarginOfThree()
    {
        QrCode code = Face.CodeOf(Claim)!;
        DotPicture picture = Face.OfCode(code, new string[0]);
        Assert.AreEqual(2, Face.PixelsOf(code));

        for (int i = 0; i < 64; i++)
        {
            for (int margin = 0; margin < 3; margin++)
            {
                Assert.IsTrue(picture[i, margin] && picture[i, 63 - margin] && picture[margin, i] && picture[63 - margin, i]);
            }
        }

        for (int y = 0; y < 58; y++)
        {
            for (int x = 0; x < 58; x++)
            {
                Assert.AreEqual(!code.IsDark(x / 2, y / 2), picture[3 + x, 3 + y]);
            }
        }
    }

    [TestMethod]
    [DataRow(53, 2)]
    [DataRow(54, 1)]
    [DataRow(134, 1)]
    public void PixelsOf_Version4AndUp_IsOne(int length, int pixels)
    {
        Assert.AreEqual(pixels, Face.PixelsOf(Face.CodeOf(new string('a', length))!));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(135)]
    public void CodeOf_WhatHasNoRoom_IsNull(int length)
    {
        Assert.IsTrue(Face.CodeOf(new string('a', length)) is null);
    }

    [TestMethod]
    public void BesideLink_IsTheWholeCodeInGroupsOfFour()
    {
        string[] lines = Face.BesideLink("0123-4567-89AB-CDEF-G");
        Assert.AreEqual("Code||0123|4567|89AB|CDEF|G", Text(lines));

        DotPicture picture = Face.OfCode(Face.CodeOf(Claim)!, lines);

        // The fourth letter of the sixth line, F; and a gap between code and text.
        Assert.AreEqual("11111 10000 10000 11100 10000 10000 10000", Letter(picture, 68 + 18, 2 + 45));

        for (int y = 0; y < 64; y++)
        {
            Assert.IsFalse(picture[64, y]);
        }
    }

    // Each of the 37 check characters can be read: of a code without its last one nobody can say whether it is typed right.
    [TestMethod]
    public void RowOf_EveryCharacterOfACode_IsThereAndLikeNoOther()
    {
        const string Shown = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*~$=-.:/#,'!?";
        byte[] bytes = new byte[5];

        for (int value = 0; value < 37; value++)
        {
            bytes[4] = (byte)value;
            string code = Base32.Write(bytes);
            Assert.IsTrue(Shown.IndexOf(code[code.Length - 1]) >= 0, code);
        }

        for (int i = 0; i < Shown.Length; i++)
        {
            Assert.AreNotEqual("0 0 0 0 0 0 0 ", Rows(Shown[i]));

            for (int j = 0; j < i; j++)
            {
                Assert.AreNotEqual(Rows(Shown[j]), Rows(Shown[i]), Shown[i].ToString());
            }
        }

        Assert.AreEqual(Rows('K'), Rows('k'));
        Assert.AreEqual("0 0 0 0 0 0 0 ", Rows('熊'));
        Assert.AreEqual("0 0 0 0 0 0 0 ", Rows('{'));
    }

    [TestMethod]
    [DataRow("Somebody forgot a PIN. A grown-up can stop this.", "Somebody forgot a|PIN. A grown-up can|stop this.")]
    [DataRow("", "")]
    [DataRow("one-word-that-is-far-longer-than-a-line", "one-word-that-is-far-longer-than-a-line")]
    [DataRow("a one-word-that-is-far-longer-than-a-line  b", "a|one-word-that-is-far-longer-than-a-line|b")]
    public void LinesOf_Words_AreNoLongerThanTheDisplay(string words, string lines)
    {
        Assert.AreEqual(lines, Text(Face.LinesOf(words)));
    }

    // What has no room is left out, to the right and below; nothing throws.
    [TestMethod]
    public void OfText_MoreThanThereIsRoomFor_IsCut()
    {
        string[] lines = new string[9];

        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = "MMMMMMMMMMMMMMMMMMMMMMMMM";
        }

        DotPicture picture = Face.OfText(lines);
        Assert.IsTrue(picture[126, 2]);
        Assert.IsTrue(picture[0, 2 + (6 * 9)]);
        Assert.AreEqual(1024, picture.Pages.Length);
    }

    [TestMethod]
    public void NameAndWords_LongName_IsCutAtTheEdge()
    {
        Assert.AreEqual("123456789012345678901||I am home.", Text(Face.NameAndWords("1234567890123456789012", "I am home.")));
        Assert.AreEqual("Bear|", Text(Face.NameAndWords("Bear", "")));
    }

    [TestMethod]
    [Req("PAIR-05")]
    public void WifiLink_WhatHasAMeaning_StandsBehindABackslash()
    {
        FactoryIdentity factory = new FactoryIdentity("toyguard-k7m2p9qx", new byte[] { 1, 0, 0, 0, 0, 0, 0, 0 }, "Toy;Guard 1", "a\\b;c,d:e\"f-12", null);

        Assert.AreEqual("WIFI:T:WPA;S:Toy\\;Guard 1;P:a\\\\b\\;c\\,d\\:e\\\"f-12;;", Face.WifiLink(factory));
        Assert.AreEqual("My Wi-Fi|Toy;Guard|1|a\\b;|c,d:|e\"f1|2", Text(Face.BesideWifi(factory)));
    }

    // The lowest bit of a byte is the uppermost row of its eight.
    [TestMethod]
    [DataRow(0, 0, 0, 0x01)]
    [DataRow(5, 7, 5, 0x80)]
    [DataRow(127, 8, 255, 0x01)]
    [DataRow(127, 63, 1023, 0x80)]
    public void Pages_StandAsTheDisplayWantsThem(int x, int y, int at, int value)
    {
        DotPicture picture = new DotPicture();
        picture[x, y] = true;
        Assert.AreEqual(value, (int)picture.Pages[at]);
        Assert.IsTrue(picture[x, y]);

        picture[x, y] = false;
        Assert.AreEqual(0, (int)picture.Pages[at]);
    }

    private static string Rows(char letter)
    {
        string rows = "";

        for (int y = 0; y < DotLetters.Height; y++)
        {
            rows += DotLetters.RowOf(letter, y).ToString() + " ";
        }

        return rows;
    }

    private static string Letter(DotPicture picture, int left, int top)
    {
        string letter = "";

        for (int y = 0; y < DotLetters.Height; y++)
        {
            letter += y == 0 ? "" : " ";

            for (int x = 0; x < DotLetters.Width; x++)
            {
                letter += picture[left + x, top + y] ? "1" : "0";
            }
        }

        return letter;
    }

    private static string Text(string[] lines)
    {
        string text = "";

        for (int i = 0; i < lines.Length; i++)
        {
            text += (i == 0 ? "" : "|") + lines[i];
        }

        return text;
    }
}
