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
        "'sha256-Cn/fAs/MHk3eTJBTvn8SMc7dLKlKrg2g0KmrdC5XATE='"
        + " 'sha256-79736YvTRmGJEvp6UqfcBXdxKh7yBUdd8Hq2QQImb2k='"
        + " 'sha256-0ZnKBd+cJw0qQBiJmM2MRyu90KSlIQpp9fWM8SdU5yI='"
        + " 'sha256-/zGrmP30oWpJ4HuM3/SRA0JI0wiRlJtgztfOlTEsFyQ='"
        + " 'sha256-UnzUjD2QbPIUEYfqv5b2G17uPifukCyAjwzca5XVThI='"
        + " 'sha256-JiUJoRrVDFC3JD9bGh5md5jszd7nQWito9l7/W4I2lo='"
        + " 'sha256-9qge7tptbL1Q72cLj5Hbfu6d/UR1xQoOeNQtZcKCIcA='"
        + " 'sha256-OsDYDqE5l+dprDgMev1h6U/6w43U7Uv1jJBEU+CyT8g='"
        + " 'sha256-dQJHABuhqtdZWK3frJWfzJ2ErxhYRtLUDv/oO31SVmw='"
        + " 'sha256-KSiB9kaC2NgKfOtfeieM1qo1aiwxDVeWM6cw1m/dUw4='"
        + " 'sha256-Bp4EtOTiWfnHBpX3hSlg0R0GunKRQ4KpydoRTpqwSzQ='"
        + " 'sha256-3lZHSsgQxtsBjRfManXFDAiPlNYBctUNXJZ4ytOp460='"
        + " 'sha256-vlIGLjcS5o6DRZGjgGQkiyju16GtbpDk0TAkpkyD5tw='"
        + " 'sha256-VD59uTKiV58c4h5VbU55PwrEE/7wowiNFFLJE6qauj4='"
        + " 'sha256-RVMGQZ8DkfzwMjjwjuvMQzH+byQSyp8DG+nwNNoETBc='"
        + " 'sha256-rYTlh27f6I4IazWRSmKpR4ySKclurVYS15uid/U3psA='"
        + " 'sha256-lkL98XxLM/TDKJ7UDLLAVKiwEKzjc5fK9dSu+tvCuCw='"
        + " 'sha256-gPCZxjHBu39iaf4yyJan5ExGzNDVTd9KRbPmEBQ3JQ0='"
        + " 'sha256-kTiz+CqEOfpDivMJd+a1iAUfQJMiSrpYYByfb5pwJBc='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 14, 62, 23, 109, 0, 37, 171, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 181, 5, 190, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 43, 115, 19, 113, 0, 62, 228, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 62, 238, 0, 145, 0, 63, 127, 7, 220, 0, 71, 91, 2, 138, 0, 73, 229, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 73, 239, 4, 60, 0, 78, 43, 7, 106, 0, 85, 149, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 85, 159, 1, 27, 0, 86, 186, 11, 3, 0, 97, 189, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 97, 199, 0, 20, 0, 97, 219, 1, 177, 0, 99, 140, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 99, 150, 2, 238, 0, 102, 132, 5, 61, 0, 107, 193, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 107, 203, 1, 255, 0, 109, 202, 0, 160, 0, 110, 106, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 110, 116, 0, 66, 0, 110, 182, 5, 72, 0, 115, 254, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 8, 2, 195, 0, 118, 203, 9, 76, 0, 128, 23, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 33, 1, 162, 0, 129, 195, 9, 165, 0, 139, 104, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 114, 1, 209, 0, 141, 67, 1, 209, 0, 143, 20, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 30, 1, 136, 0, 144, 166, 5, 192, 0, 150, 102, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 150, 112, 3, 93, 0, 153, 205, 5, 123, 0, 159, 72, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 82, 0, 9, 0, 159, 91, 4, 10, 0, 163, 101, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 163, 111, 2, 146, 0, 166, 1, 7, 58, 0, 173, 59, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 69, 2, 241, 0, 176, 54, 3, 229, 0, 180, 27, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 37, 4, 174, 0, 184, 211, 12, 176, 0, 197, 131, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 197, 141, 6, 54, 0, 203, 195, 7, 100, 0, 211, 39, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 211, 49, 14, 34, 0, 225, 83, 19, 156, 0, 244, 239, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 244, 249, 3, 81, 0, 2, 197, 10, 118, 0, 248, 74, 1, 107, 0, 14, 62, 23, 109, 0, 249, 181, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 249, 191, 6, 235, 0, 2, 197, 10, 118, 0, 248, 74, 1, 107, 0, 43, 115, 19, 113, 1, 0, 170, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 1, 0, 180, 0, 171, 0, 63, 127, 7, 220, 1, 1, 95, 3, 14, 1, 4, 109, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 4, 119, 5, 47, 0, 78, 43, 7, 106, 1, 9, 166, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 9, 176, 1, 94, 0, 86, 186, 11, 3, 1, 11, 14, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 11, 24, 0, 27, 0, 97, 219, 1, 177, 1, 11, 51, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 11, 61, 3, 181, 0, 102, 132, 5, 61, 1, 14, 242, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 14, 252, 2, 146, 0, 109, 202, 0, 160, 1, 17, 142, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 17, 152, 0, 97, 0, 110, 182, 5, 72, 1, 17, 249, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 18, 3, 3, 124, 0, 118, 203, 9, 76, 1, 21, 127, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 21, 137, 2, 59, 0, 129, 195, 9, 165, 1, 23, 196, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 23, 206, 2, 91, 0, 141, 67, 1, 209, 1, 26, 41, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 51, 1, 228, 0, 144, 166, 5, 192, 1, 28, 23, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 28, 33, 4, 57, 0, 153, 205, 5, 123, 1, 32, 90, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 82, 0, 9, 0, 159, 91, 4, 10, 0, 163, 101, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 1, 32, 100, 3, 64, 0, 166, 1, 7, 58, 1, 35, 164, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 35, 174, 3, 190, 0, 176, 54, 3, 229, 1, 39, 108, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 39, 118, 5, 216, 0, 184, 211, 12, 176, 1, 45, 78, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 45, 88, 7, 88, 0, 203, 195, 7, 100, 1, 52, 176, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 52, 186, 16, 83, 0, 225, 83, 19, 156, 1, 69, 13, 0, 10 };
        }
    }
}
