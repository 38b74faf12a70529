// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: of which pieces each answer consists, end to end. A piece that several have in common is there once.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int FrontChunks = 46;

    internal const int Count = 2;

    internal const int PartCount = 17;

    internal const string ScriptHashes =
        "'sha256-DlKDq9nHpqjXu7Mh+af6xVxhMpM0JHVqA3b8XUyXlIM='"
        + " 'sha256-a/hoatMXZEHbNqJAYZ31fAFhSaZzfTYa2tpIs99W5Jo='"
        + " 'sha256-+LxY+WbBtbFMi1X613F62mk6jrcgLnI+PjKIi7aEkuc='"
        + " 'sha256-S41djHNQrQoNp3ebk4QI1atXvHqmHlTnbj4SSatF+k8='"
        + " 'sha256-fotY4GL/cdr7dgzcmSWC4PdqDkq04XzEElrFy/9MzSA='"
        + " 'sha256-uuVC7ZFzKjmwnpnLIvOb9RuMTkaJQM7lynUCbMUSX4c='"
        + " 'sha256-8jr61mQonMYX4IXG5YM7RkoIsYDQQXIEm68NRQyU4vc='"
        + " 'sha256-G/TnOu7qcrmn1NLd8gRn1DRGVbJ8oCnpqaZL1HA69tc='"
        + " 'sha256-nYHkXDbFARHzZsChj2UvmA2gX8XCS9WYWS1iLcDIUhI='"
        + " 'sha256-v0vcg7s671K/fTArBnKBq7fOzPNWUVtMhRSNPb0RKuM='"
        + " 'sha256-M0LPSq+EZcYxufT7Ow0oMlLHFkpsPa/N6Q/CP1rvrnE='"
        + " 'sha256-zrHkLRFjbwnt5AVzfG3eHGmjEFCK7i09M1w8lDckJrI='"
        + " 'sha256-j946EFEniUuXzs+U2YvZxFwCrsGeOGFdVL3eSaCLpTo='"
        + " 'sha256-cYCIJaZopxez9xjVhcR8mp3E89yO0TTEjhvY5Q2iT1M='"
        + " 'sha256-Dsb5k0aAKgc2bFuX82y0r9kvEo4VlK63ba4/RPJp/Vo='"
        + " 'sha256-cdEKZAMGUwb+ar1MwvIVkyCctLSCinwZb3TuqJAwt0U='"
        + " 'sha256-psyRTBhDymiTBfmhEt7Vs772i0t7HG4/3OoG796dfD8='"
        + " 'sha256-nfK8gNGp5VXBu5sGZ5txyQI5OTDJ0rJTXUHQgAvNz6w='"
        + " 'sha256-Y7spHUDVxG2glfspTlBqv0Q1mVYduX9eanLOxKP9lv0='";

    internal const string StyleHash = "ER/t2jAYeZTWWETUj4O5FyCxNXAKNCJVGbkULZ/N60o=";

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
                return "/part/rules";
            case 15:
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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 14, 62, 23, 120, 0, 37, 182, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 192, 5, 190, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 43, 126, 19, 134, 0, 63, 4, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 63, 14, 0, 145, 0, 63, 159, 7, 220, 0, 71, 123, 2, 138, 0, 74, 5, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 74, 15, 4, 60, 0, 78, 75, 7, 107, 0, 85, 182, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 85, 192, 1, 27, 0, 86, 219, 11, 2, 0, 97, 221, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 97, 231, 0, 20, 0, 97, 251, 1, 179, 0, 99, 174, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 99, 184, 2, 238, 0, 102, 166, 5, 64, 0, 107, 230, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 107, 240, 1, 255, 0, 109, 239, 0, 160, 0, 110, 143, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 110, 153, 0, 66, 0, 110, 219, 5, 72, 0, 116, 35, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 45, 2, 195, 0, 118, 240, 9, 75, 0, 128, 59, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 69, 1, 162, 0, 129, 231, 9, 163, 0, 139, 138, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 148, 1, 209, 0, 141, 101, 1, 209, 0, 143, 54, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 64, 1, 136, 0, 144, 200, 5, 195, 0, 150, 139, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 150, 149, 3, 93, 0, 153, 242, 5, 123, 0, 159, 109, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 119, 0, 9, 0, 159, 128, 4, 12, 0, 163, 140, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 163, 150, 2, 146, 0, 166, 40, 7, 56, 0, 173, 96, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 106, 2, 241, 0, 176, 91, 3, 231, 0, 180, 66, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 76, 4, 174, 0, 184, 250, 12, 176, 0, 197, 170, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 197, 180, 6, 54, 0, 203, 234, 7, 99, 0, 211, 77, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 211, 87, 14, 34, 0, 225, 121, 19, 154, 0, 245, 19, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 245, 29, 3, 81, 0, 2, 197, 10, 118, 0, 248, 110, 1, 107, 0, 14, 62, 23, 120, 0, 249, 217, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 249, 227, 6, 235, 0, 2, 197, 10, 118, 0, 248, 110, 1, 107, 0, 43, 126, 19, 134, 1, 0, 206, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 1, 0, 216, 0, 171, 0, 63, 159, 7, 220, 1, 1, 131, 3, 14, 1, 4, 145, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 4, 155, 5, 47, 0, 78, 75, 7, 107, 1, 9, 202, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 9, 212, 1, 94, 0, 86, 219, 11, 2, 1, 11, 50, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 11, 60, 0, 27, 0, 97, 251, 1, 179, 1, 11, 87, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 11, 97, 3, 181, 0, 102, 166, 5, 64, 1, 15, 22, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 15, 32, 2, 146, 0, 109, 239, 0, 160, 1, 17, 178, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 17, 188, 0, 97, 0, 110, 219, 5, 72, 1, 18, 29, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 18, 39, 3, 124, 0, 118, 240, 9, 75, 1, 21, 163, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 21, 173, 2, 59, 0, 129, 231, 9, 163, 1, 23, 232, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 23, 242, 2, 91, 0, 141, 101, 1, 209, 1, 26, 77, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 87, 1, 228, 0, 144, 200, 5, 195, 1, 28, 59, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 28, 69, 4, 57, 0, 153, 242, 5, 123, 1, 32, 126, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 119, 0, 9, 0, 159, 128, 4, 12, 0, 163, 140, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 1, 32, 136, 3, 64, 0, 166, 40, 7, 56, 1, 35, 200, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 35, 210, 3, 190, 0, 176, 91, 3, 231, 1, 39, 144, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 39, 154, 5, 216, 0, 184, 250, 12, 176, 1, 45, 114, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 45, 124, 7, 88, 0, 203, 234, 7, 99, 1, 52, 212, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 52, 222, 16, 83, 0, 225, 121, 19, 154, 1, 69, 49, 0, 10 };
        }
    }
}
