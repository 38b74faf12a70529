namespace ToyGuard.Wire.Qr.Tests;

/// <summary>
/// Goal: a phone's camera reads what was written.
/// Method: sums of pictures, and how long a text each version holds; Desktop has another encoder make the same pictures, and a reader read them.
/// </summary>
[TestClass]
public class QrCodeTests
{
    private const string ClaimLink = "http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG";

    // The claim link fits the display at two pixels a module (design.md, 6).
    [TestMethod]
    public void Encode_ClaimLink_IsVersion3()
    {
        QrCode code = QrCode.Encode(ClaimLink, QrLevel.L)!;

        Assert.AreEqual(51, ClaimLink.Length);
        Assert.AreEqual(3, code.Version);
        Assert.AreEqual(29, code.Size);
        Assert.AreEqual(3, QrCode.Encode(ClaimLink + "HJ", QrLevel.L)!.Version);
        Assert.AreEqual(4, QrCode.Encode(ClaimLink + "HJK", QrLevel.L)!.Version);
    }

    // The longest text of each version, from table 7 of the standard, and one character more.
    [TestMethod]
    [DataRow(0, false, 17, 32, 53, 78, 106, 134)]
    [DataRow(1, false, 14, 26, 42, 62, 84, 106)]
    [DataRow(0, true, 25, 47, 77, 114, 154, 195)]
    [DataRow(1, true, 20, 38, 61, 90, 122, 154)]
    public void Encode_LongestOfEachVersion_Fits(int level, bool isAlphanumeric, int of1, int of2, int of3, int of4, int of5, int of6)
    {
        int[] longest = { of1, of2, of3, of4, of5, of6 };

        for (int version = 1; version <= 6; version++)
        {
            int length = longest[version - 1];
            QrCode fits = QrCode.Encode(TextOf(length, isAlphanumeric), (QrLevel)level)!;
            QrCode? more = QrCode.Encode(TextOf(length + 1, isAlphanumeric), (QrLevel)level);

            Assert.AreEqual(version, fits.Version);
            Assert.AreEqual(17 + (4 * version), fits.Size);

            if (version < 6)
            {
                Assert.AreEqual(version + 1, more!.Version);
            }
            else
            {
                Assert.IsNull(more);
            }
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(200)]
    [DataRow(20000)]
    public void Encode_NothingOrTooMuch_IsNone(int length)
    {
        Assert.IsNull(QrCode.Encode(TextOf(length, true), QrLevel.L));
        Assert.IsNull(QrCode.Encode(TextOf(length, false), QrLevel.M));
    }

    // Every module counts: the sum walks through all of them in order. Desktop/QrAgreementTests has QRCoder make the same pictures.
    [TestMethod]
    [DataRow("A", 0, -2144654919)]
    [DataRow("a", 1, 1078094197)]
    [DataRow("WIFI:T:WPA;S:ToyGuard-9XK2;P:amber-otter-4471;;", 1, 1850586468)]
    [DataRow("http://toyguard-k7m2p9qx.local/#c=0123456789ABCDEFG", 0, 1499697467)]
    [DataRow("http://toyguard-k7m2p9qx.localhost:8082/#c=0123456789ABCDEFG", 0, 633992494)]
    [DataRow("http://toyguard-k7m2p9qx.localhost:8082/#c=0123456789ABCDEFG", 1, 1654505027)]
    [DataRow("TOYGUARD: 45 CHARACTERS $%*+-./ 0123456789 AND MORE OF THEM THAN FIVE VERSIONS HOLD, WITHOUT A COMMA", 1, 426177681)]
    public void Encode_Text_HasTheSumOfItsPicture(string text, int level, int sum)
    {
        Assert.AreEqual(sum, SumOf(QrCode.Encode(text, (QrLevel)level)!));
    }

    private static string TextOf(int length, bool isAlphanumeric)
    {
        char[] text = new char[length];

        for (int i = 0; i < length; i++)
        {
            text[i] = (char)((isAlphanumeric ? 'A' : 'a') + (i % 26));
        }

        return new string(text);
    }

    private static int SumOf(QrCode code)
    {
        int sum = 7;

        for (int y = 0; y < code.Size; y++)
        {
            for (int x = 0; x < code.Size; x++)
            {
                sum = (sum * 31) + (code.IsDark(x, y) ? 1 : 2);
            }
        }

        return sum;
    }
}
