// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: of which pieces each answer consists, end to end. A piece that several have in common is there once.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int FrontChunks = 46;

    internal const int Count = 2;

    internal const int PartCount = 11;

    internal const string ScriptHashes =
        "'sha256-H+Vmpmuv4E3NYE/tMS5cmdcGFu540X4ZBQ9AHeUb1ow='"
        + " 'sha256-3ea2NNch3EmRLVnfp3N/WveHwuQFnM+QQ+29QOktO4s='"
        + " 'sha256-MTHQ9DjETw8FgucKS2jXe8VnWSP9wVTMyZOGVO2IdSc='"
        + " 'sha256-VHpb7pwYctnKu26+J3lZS7Cv+uqp2vZ/PuDi10AYapI='"
        + " 'sha256-zAj9i/001L9rQhK6MMBrv8PF0C4PKzP0xqSiSIxCYts='"
        + " 'sha256-m1Y46nGFH3fGXIfUoEqqqfSWs8HsdR1nQC9OHNLKuyw='"
        + " 'sha256-X5h4jys5ZmDLpFBKtjN0BpIAVjpnNnGqUgte/cXNAyg='"
        + " 'sha256-u8qDv9PXHAljOu5gF+/XvFQe6jhegPe6+RX3GyxOiu0='"
        + " 'sha256-XZp2ti+FTcLi6PrPPIR+LrxoiBQFsGwFGSmPXsJNuhU='"
        + " 'sha256-Cm+vtU996YRG0aq6oXrxg1qYPulXRAn3dRPTuAxy6is='"
        + " 'sha256-PRD8tPSvvFaJMDf3TipGN7ns6+mMc8Qqz6uvDZJW1nA='"
        + " 'sha256-GRJexz95YrHWZeuo0AX2EoEGWoABCv6kO+vLBWh7y8A='"
        + " 'sha256-2OmOBPy+cQIzvJBk+AFN5vmssIlAZPbQEQAGyxuaDjI='";

    internal const string StyleHash = "e5uQJ3UDO1gO7Yezb507Hev044ksr/b5zf3jTw90lbI=";

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
                return "/part/why";
            case 4:
                return "/part/pin";
            case 5:
                return "/part/claim";
            case 6:
                return "/part/inside";
            case 7:
                return "/part/keep";
            case 8:
                return "/part/sure";
            case 9:
                return "/part/back";
            default:
                return "/part/family";
        }
    }

    // For each piece its place in three bytes and its length in two, the high ones first.
    internal static byte[] PiecesOf(int file)
    {
        switch (file)
        {
            case 0:
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 175, 0, 2, 185, 9, 245, 0, 12, 174, 1, 3, 0, 13, 177, 22, 198, 0, 36, 119, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 36, 129, 5, 178, 0, 2, 185, 9, 245, 0, 12, 174, 1, 3, 0, 42, 51, 18, 203, 0, 60, 254, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 61, 8, 0, 145, 0, 61, 153, 7, 132, 0, 69, 29, 2, 138, 0, 71, 167, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 71, 177, 4, 60, 0, 75, 237, 7, 102, 0, 83, 83, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 83, 93, 1, 27, 0, 84, 120, 10, 237, 0, 95, 101, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 95, 111, 0, 20, 0, 95, 131, 1, 143, 0, 97, 18, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 97, 28, 1, 255, 0, 99, 27, 0, 160, 0, 99, 187, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 99, 197, 0, 66, 0, 100, 7, 5, 55, 0, 105, 62, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 105, 72, 2, 195, 0, 108, 11, 9, 53, 0, 117, 64, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 117, 74, 2, 172, 0, 119, 246, 8, 241, 0, 128, 231, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 241, 1, 209, 0, 130, 194, 1, 210, 0, 132, 148, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 132, 158, 1, 136, 0, 134, 38, 5, 150, 0, 139, 188, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 198, 3, 93, 0, 143, 35, 5, 127, 0, 148, 162, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 148, 172, 4, 163, 0, 153, 79, 6, 38, 0, 159, 117, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 127, 3, 63, 0, 2, 185, 9, 245, 0, 162, 190, 1, 107, 0, 13, 177, 22, 198, 0, 164, 41, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 164, 51, 6, 219, 0, 2, 185, 9, 245, 0, 162, 190, 1, 107, 0, 42, 51, 18, 203, 0, 171, 14, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 171, 24, 0, 171, 0, 61, 153, 7, 132, 0, 171, 195, 3, 14, 0, 174, 209, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 174, 219, 5, 47, 0, 75, 237, 7, 102, 0, 180, 10, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 20, 1, 94, 0, 84, 120, 10, 237, 0, 181, 114, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 181, 124, 0, 27, 0, 95, 131, 1, 143, 0, 181, 151, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 181, 161, 2, 146, 0, 99, 27, 0, 160, 0, 184, 51, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 184, 61, 0, 97, 0, 100, 7, 5, 55, 0, 184, 158, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 184, 168, 3, 124, 0, 108, 11, 9, 53, 0, 188, 36, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 0, 188, 46, 3, 115, 0, 119, 246, 8, 241, 0, 191, 161, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 0, 191, 171, 2, 91, 0, 130, 194, 1, 210, 0, 194, 6, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 0, 194, 16, 1, 228, 0, 134, 38, 5, 150, 0, 195, 244, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 0, 195, 254, 4, 57, 0, 143, 35, 5, 127, 0, 200, 55, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 0, 200, 65, 5, 143, 0, 153, 79, 6, 38, 0, 205, 208, 0, 10 };
        }
    }
}
