// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: of which pieces each answer consists, end to end. A piece that several have in common is there once.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int FrontChunks = 46;

    internal const int Count = 2;

    internal const int PartCount = 18;

    internal const string ScriptHashes =
        "'sha256-ErudHflDHRMLDU0CZ2KHv78bh3LPDDHMfGXmgKL662Y='"
        + " 'sha256-b42hJyjg1vpMWrUNp8PjynunppVa3vYsu+7RRqkHw84='"
        + " 'sha256-DV/F9Wur0xnYGBGCFrIxT++s60gL11wovpDjDRwjVq0='"
        + " 'sha256-0SOGi6Q35y8MTIzSrqpCWwBl7uiBgqYVrO9/GLJ51jY='"
        + " 'sha256-Gearx7+ZNku5L96OFVRqQmA2zctVQYwcjMf3AFF1e5A='"
        + " 'sha256-VJd1TMH/wAUJZyo+7kSs0GeZiyy44Q2TNwmBFL2ip5g='"
        + " 'sha256-p31qq1hWx1PaQHQ9q76np7dEwluGDuMW31k1byTHgg0='"
        + " 'sha256-zR6JtpopYt5JZSfn2upspug2DKkkgzSub2Xm/0vjoog='"
        + " 'sha256-O2KAPYXC90BaBPrrSTOfSwzHEOGynE47HrxWKhFsexE='"
        + " 'sha256-KLMbH6+omkhhCkVuOyNpFra2yDKe4w5nc43n0vyd3+A='"
        + " 'sha256-kGFM1NaSM+W2HiGq6kBXTv5AS0OWn8+UlM3I1ggvs0c='"
        + " 'sha256-ie4PR6Vjqea04LxxohAHn+ee7URJ49dy5XExCY46zQE='"
        + " 'sha256-7XTkjY57nI6vCs+rEwB5HMH4YdcGSPuSzNynC5BVeBk='"
        + " 'sha256-/dW/w8TXITQPdPgh2ZC8Mc54+Q/U6xkCh1Txx36fLiM='"
        + " 'sha256-6k9vLVa04oUkAu9oHXE04mlIX9dlfrDOpxfh+cg0tzc='"
        + " 'sha256-QoAkJZO3LyAnq9SfWm9UIx63F2xI8HC1UIhyRxBvFYc='"
        + " 'sha256-7O1IPAjg/yzwcZmyfpLQwATwDiFTukZFi/AreVuMjjs='"
        + " 'sha256-jPpagZE5JOTNX6KVLoXsCX7QBMA+4QoHPjgw0kOEui0='"
        + " 'sha256-YlMfJkeLmBKP/lBDDzPX970q9E3JYSK8iKqHBPA2tss='"
        + " 'sha256-tKROCCYH+gskiCPv6iZTsoGJskwwA8Il8lMtCjmPcJg='";

    internal const string StyleHash = "veg42kI71d+JphjS67/VzJ5glBpxrytQ8KxS5F8UGCQ=";

    internal static string TagAt(int language)
    {
        switch (language)
        {
            case 0:
                return "en";
            default:
                return "ar";
        }
    }

    internal static string PartPathAt(int part)
    {
        switch (part)
        {
            case 0:
                return "/part/setup";
            case 1:
                return "/part/home";
            case 2:
                return "/part/help";
            case 3:
                return "/part/kids";
            case 4:
                return "/part/why";
            case 5:
                return "/part/pin";
            case 6:
                return "/part/claim";
            case 7:
                return "/part/inside";
            case 8:
                return "/part/keep";
            case 9:
                return "/part/sure";
            case 10:
                return "/part/back";
            case 11:
                return "/part/zone";
            case 12:
                return "/part/acting";
            case 13:
                return "/part/place";
            case 14:
                return "/part/week";
            case 15:
                return "/part/rules";
            case 16:
                return "/part/family";
            default:
                return "/part/care";
        }
    }

    // For each piece its place in three bytes and its length in two, the high ones first.
    internal static byte[] PiecesOf(int file)
    {
        switch (file)
        {
            case 0:
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 14, 87, 23, 148, 0, 37, 235, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 245, 5, 190, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 43, 179, 19, 159, 0, 63, 82, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 63, 92, 0, 145, 0, 63, 237, 7, 245, 0, 71, 226, 2, 138, 0, 74, 108, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 74, 118, 4, 60, 0, 78, 178, 7, 112, 0, 86, 34, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 86, 44, 1, 27, 0, 87, 71, 11, 4, 0, 98, 75, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 85, 0, 20, 0, 98, 105, 1, 183, 0, 100, 32, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 100, 42, 2, 238, 0, 103, 24, 5, 61, 0, 108, 85, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 108, 95, 1, 255, 0, 110, 94, 0, 161, 0, 110, 255, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 111, 9, 0, 66, 0, 111, 75, 5, 69, 0, 116, 144, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 154, 2, 195, 0, 119, 93, 9, 75, 0, 128, 168, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 178, 1, 162, 0, 130, 84, 9, 172, 0, 140, 0, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 140, 10, 1, 209, 0, 141, 219, 1, 209, 0, 143, 172, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 182, 1, 136, 0, 145, 62, 5, 196, 0, 151, 2, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 151, 12, 3, 93, 0, 154, 105, 5, 126, 0, 159, 231, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 241, 0, 9, 0, 159, 250, 4, 15, 0, 164, 9, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 164, 19, 2, 146, 0, 166, 165, 7, 61, 0, 173, 226, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 236, 2, 241, 0, 176, 221, 3, 220, 0, 180, 185, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 195, 1, 110, 0, 182, 49, 8, 209, 0, 191, 2, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 191, 12, 3, 232, 0, 194, 244, 7, 174, 0, 202, 162, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 202, 172, 6, 54, 0, 208, 226, 7, 125, 0, 216, 95, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 216, 105, 14, 43, 0, 230, 148, 19, 7, 0, 249, 155, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 249, 165, 3, 81, 0, 2, 197, 10, 143, 0, 252, 246, 1, 107, 0, 14, 87, 23, 148, 0, 254, 97, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 254, 107, 6, 235, 0, 2, 197, 10, 143, 0, 252, 246, 1, 107, 0, 43, 179, 19, 159, 1, 5, 86, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 5, 96, 0, 171, 0, 63, 237, 7, 245, 1, 6, 11, 3, 14, 1, 9, 25, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 9, 35, 5, 47, 0, 78, 178, 7, 112, 1, 14, 82, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 14, 92, 1, 94, 0, 87, 71, 11, 4, 1, 15, 186, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 15, 196, 0, 27, 0, 98, 105, 1, 183, 1, 15, 223, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 15, 233, 3, 181, 0, 103, 24, 5, 61, 1, 19, 158, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 19, 168, 2, 146, 0, 110, 94, 0, 161, 1, 22, 58, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 22, 68, 0, 97, 0, 111, 75, 5, 69, 1, 22, 165, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 22, 175, 3, 124, 0, 119, 93, 9, 75, 1, 26, 43, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 53, 2, 59, 0, 130, 84, 9, 172, 1, 28, 112, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 28, 122, 2, 91, 0, 141, 219, 1, 209, 1, 30, 213, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 30, 223, 1, 228, 0, 145, 62, 5, 196, 1, 32, 195, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 1, 32, 205, 4, 57, 0, 154, 105, 5, 126, 1, 37, 6, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 241, 0, 9, 0, 159, 250, 4, 15, 0, 164, 9, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 37, 16, 3, 64, 0, 166, 165, 7, 61, 1, 40, 80, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 40, 90, 3, 190, 0, 176, 221, 3, 220, 1, 44, 24, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 44, 34, 1, 229, 0, 182, 49, 8, 209, 1, 46, 7, 0, 10 };
            case 39:
                return new byte[] { 0, 0, 0, 0, 10, 1, 46, 17, 4, 243, 0, 194, 244, 7, 174, 1, 51, 4, 0, 10 };
            case 40:
                return new byte[] { 0, 0, 0, 0, 10, 1, 51, 14, 7, 88, 0, 208, 226, 7, 125, 1, 58, 102, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 58, 112, 16, 108, 0, 230, 148, 19, 7, 1, 74, 220, 0, 10 };
        }
    }
}
