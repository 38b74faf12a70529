// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: of which pieces each answer consists, end to end. A piece that several have in common is there once.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int FrontChunks = 46;

    internal const int Count = 2;

    internal const int PartCount = 13;

    internal const string ScriptHashes =
        "'sha256-AYwEYHvs6lcnjgIlwmEHOYiQYjMwtLEIouI0lMLdJWE='"
        + " 'sha256-l8nUeMNSB1Oj0pIz1rPebeiunVVMWI3K5/Iz9Qly30w='"
        + " 'sha256-WCd09Oaxobv/YdC1QRYOmpnYq3Yjhb65D1C1EDya3lk='"
        + " 'sha256-SkVVdUMk4bmFeWhgFYlkm7SJxlQsnZwRhXvm6QuIMfU='"
        + " 'sha256-FriY+uYVNsc0TrRx0Y9cpnA0WLE1KNk/Y/e/dk3crOA='"
        + " 'sha256-wlxbYtJC/6iAk/1/mDNT/5pjhdSgRpLc9yOvwLgE8cA='"
        + " 'sha256-QD7V6AYg8flEhymKYnk+dWkjqNSkw+3INB4rVr1b8Rw='"
        + " 'sha256-LWw+HGpfkQIr+u3PGhOa26xa/ECXEUQO8jVEY47W6L4='"
        + " 'sha256-XzNaw3REFIHVdgM/ohRdgaUO070MlGj411nVy7YAbvM='"
        + " 'sha256-LcURHABqa5akYloGoGqx0BtdKobFpk22mCokmji/8UI='"
        + " 'sha256-O7LKTvHysdeRafEr4e2rd60EnwB6nC/wQPKgdaYjOms='"
        + " 'sha256-WHCkFSD7qHkFVZUse3IfLtQ5pRPKN39kEn4LA3/2zqU='"
        + " 'sha256-hj+GV4p44hJ5BmeQt6sWL8UtSNB8eH54i7H4CrOKyXY='"
        + " 'sha256-421Czs+wVBGZNE0N0238z3jx46nhbeV5O5472NMXwUo='"
        + " 'sha256-/U+tN6Vgk4RsYZF/ycqNMbyT8GmHdazkXtmgGxIwIIA='";

    internal const string StyleHash = "sIF0BpMQlP0FMnuEneU5xVPGuVk0zkgRduwfIJAsG8o=";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 19, 0, 12, 216, 1, 3, 0, 13, 219, 23, 89, 0, 37, 52, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 62, 5, 190, 0, 2, 197, 10, 19, 0, 12, 216, 1, 3, 0, 42, 252, 19, 98, 0, 62, 94, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 62, 104, 0, 145, 0, 62, 249, 7, 162, 0, 70, 155, 2, 138, 0, 73, 37, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 73, 47, 4, 60, 0, 77, 107, 7, 105, 0, 84, 212, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 84, 222, 1, 27, 0, 85, 249, 10, 244, 0, 96, 237, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 96, 247, 0, 20, 0, 97, 11, 1, 176, 0, 98, 187, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 197, 2, 238, 0, 101, 179, 5, 68, 0, 106, 247, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 107, 1, 1, 255, 0, 109, 0, 0, 161, 0, 109, 161, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 109, 171, 0, 66, 0, 109, 237, 5, 66, 0, 115, 47, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 115, 57, 2, 195, 0, 117, 252, 9, 59, 0, 127, 55, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 127, 65, 3, 2, 0, 130, 67, 9, 17, 0, 139, 84, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 94, 1, 209, 0, 141, 47, 1, 210, 0, 143, 1, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 11, 1, 136, 0, 144, 147, 5, 191, 0, 150, 82, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 150, 92, 3, 93, 0, 153, 185, 5, 133, 0, 159, 62, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 72, 5, 205, 0, 165, 21, 7, 96, 0, 172, 117, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 172, 127, 14, 23, 0, 186, 150, 19, 146, 0, 206, 40, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 206, 50, 3, 81, 0, 2, 197, 10, 19, 0, 209, 131, 1, 107, 0, 13, 219, 23, 89, 0, 210, 238, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 210, 248, 6, 235, 0, 2, 197, 10, 19, 0, 209, 131, 1, 107, 0, 42, 252, 19, 98, 0, 217, 227, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 217, 237, 0, 171, 0, 62, 249, 7, 162, 0, 218, 152, 3, 14, 0, 221, 166, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 221, 176, 5, 47, 0, 77, 107, 7, 105, 0, 226, 223, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 226, 233, 1, 94, 0, 85, 249, 10, 244, 0, 228, 71, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 228, 81, 0, 27, 0, 97, 11, 1, 176, 0, 228, 108, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 228, 118, 3, 181, 0, 101, 179, 5, 68, 0, 232, 43, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 0, 232, 53, 2, 146, 0, 109, 0, 0, 161, 0, 234, 199, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 0, 234, 209, 0, 97, 0, 109, 237, 5, 66, 0, 235, 50, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 0, 235, 60, 3, 124, 0, 117, 252, 9, 59, 0, 238, 184, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 0, 238, 194, 3, 211, 0, 130, 67, 9, 17, 0, 242, 149, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 0, 242, 159, 2, 91, 0, 141, 47, 1, 210, 0, 244, 250, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 0, 245, 4, 1, 228, 0, 144, 147, 5, 191, 0, 246, 232, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 0, 246, 242, 4, 57, 0, 153, 185, 5, 133, 0, 251, 43, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 0, 251, 53, 6, 231, 0, 165, 21, 7, 96, 1, 2, 28, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 2, 38, 16, 58, 0, 186, 150, 19, 146, 1, 18, 96, 0, 10 };
        }
    }
}
