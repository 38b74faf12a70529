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
        "'sha256-bU20wBBH3QV7MsaZlRC4CCmzccGhRp6Ntp6NbKP6vyg='"
        + " 'sha256-eZqEr9cdnnd9oSBg2agWaodW9sXeNpIMa53vFwo79II='"
        + " 'sha256-n1gJJy79edWIKjP+lFxfttE7u3E9RJS/aq7jjR9Py5g='"
        + " 'sha256-APq4wmF3+qpQluJziSpIBgaQoXAt02/jcMwdt7ymrNI='"
        + " 'sha256-LeVrnpfVrK+MIvllfTinSzW0wty3BKrCB/ysiTtqZQ0='"
        + " 'sha256-2t5rHTAghCGGdNvapDb4Y6sXcS1/Im12fqcd5pCoXQI='"
        + " 'sha256-p31qq1hWx1PaQHQ9q76np7dEwluGDuMW31k1byTHgg0='"
        + " 'sha256-sbXeyWme6Nb90ICpRkwM9+FixGYGKkAOLHwsuboVpA4='"
        + " 'sha256-6u+MTS6ylQK/zxIdiYGq3uaunOJTnaOReLt8Jg3Wudg='"
        + " 'sha256-WmuCAgbnzm0scFcsChUY7szmJvVoF2oCxDQzSSFEPYI='"
        + " 'sha256-/DNpKX0yy5M93GHPvt2oYcs66fSTIorP2TIUkmDOACM='"
        + " 'sha256-pPMICHCS6xpXGLwhsOb3FiG80Ram/u1sfs9ovmpvlNk='"
        + " 'sha256-kKkbAD7ihRSfv94tRDs7bvMMpvOtaJ3bF990Hp81soM='"
        + " 'sha256-6V45kmKY9bZQKGQTE8Phpb3ZhV6WkJiS3nfWn8rVhgo='"
        + " 'sha256-k7rulElpsT95+serarkwkOjLw9h3ZJXrAhXPeT5/IwI='"
        + " 'sha256-5hb+gv1oLrUIo2EKkPm3xTRK4AkJ8vx1Nw4AAQdpOcM='"
        + " 'sha256-JC1IT1r8enlkFOtWZuLsc4ux/iB7n2BLayP0Vl3NVpQ='"
        + " 'sha256-fqZ/gfy251YaQX8FwhEh6xBltWswZT3ZtJGy9Xp4B1Q='"
        + " 'sha256-rU/KrCjHupsSVWkXtKFd7hDHnIUamakfeRCDzlOjzg0='"
        + " 'sha256-vWuaZ0zUDNrKbylPuAJ+xrQwjmw1NfBv1r5CIKZSNy0='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 14, 87, 23, 146, 0, 37, 233, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 243, 5, 190, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 43, 177, 19, 162, 0, 63, 83, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 63, 93, 0, 145, 0, 63, 238, 7, 245, 0, 71, 227, 2, 138, 0, 74, 109, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 74, 119, 4, 60, 0, 78, 179, 7, 109, 0, 86, 32, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 86, 42, 1, 27, 0, 87, 69, 11, 2, 0, 98, 71, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 81, 0, 20, 0, 98, 101, 1, 184, 0, 100, 29, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 100, 39, 2, 238, 0, 103, 21, 5, 63, 0, 108, 84, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 108, 94, 1, 255, 0, 110, 93, 0, 161, 0, 110, 254, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 111, 8, 0, 66, 0, 111, 74, 5, 68, 0, 116, 142, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 152, 2, 195, 0, 119, 91, 9, 78, 0, 128, 169, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 179, 1, 162, 0, 130, 85, 9, 177, 0, 140, 6, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 140, 16, 1, 209, 0, 141, 225, 1, 208, 0, 143, 177, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 187, 1, 136, 0, 145, 67, 5, 197, 0, 151, 8, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 151, 18, 3, 93, 0, 154, 111, 5, 125, 0, 159, 236, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 246, 0, 9, 0, 159, 255, 4, 15, 0, 164, 14, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 164, 24, 2, 146, 0, 166, 170, 7, 59, 0, 173, 229, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 239, 2, 241, 0, 176, 224, 3, 218, 0, 180, 186, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 196, 1, 119, 0, 182, 59, 8, 236, 0, 191, 39, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 191, 49, 3, 232, 0, 195, 25, 7, 171, 0, 202, 196, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 202, 206, 6, 54, 0, 209, 4, 7, 123, 0, 216, 127, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 216, 137, 14, 104, 0, 230, 241, 19, 25, 0, 250, 10, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 250, 20, 3, 81, 0, 2, 197, 10, 143, 0, 253, 101, 1, 107, 0, 14, 87, 23, 146, 0, 254, 208, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 254, 218, 6, 235, 0, 2, 197, 10, 143, 0, 253, 101, 1, 107, 0, 43, 177, 19, 162, 1, 5, 197, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 5, 207, 0, 171, 0, 63, 238, 7, 245, 1, 6, 122, 3, 14, 1, 9, 136, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 9, 146, 5, 47, 0, 78, 179, 7, 109, 1, 14, 193, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 14, 203, 1, 94, 0, 87, 69, 11, 2, 1, 16, 41, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 16, 51, 0, 27, 0, 98, 101, 1, 184, 1, 16, 78, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 16, 88, 3, 181, 0, 103, 21, 5, 63, 1, 20, 13, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 20, 23, 2, 146, 0, 110, 93, 0, 161, 1, 22, 169, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 22, 179, 0, 97, 0, 111, 74, 5, 68, 1, 23, 20, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 23, 30, 3, 124, 0, 119, 91, 9, 78, 1, 26, 154, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 164, 2, 59, 0, 130, 85, 9, 177, 1, 28, 223, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 28, 233, 2, 91, 0, 141, 225, 1, 208, 1, 31, 68, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 31, 78, 1, 228, 0, 145, 67, 5, 197, 1, 33, 50, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 1, 33, 60, 4, 57, 0, 154, 111, 5, 125, 1, 37, 117, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 246, 0, 9, 0, 159, 255, 4, 15, 0, 164, 14, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 37, 127, 3, 64, 0, 166, 170, 7, 59, 1, 40, 191, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 40, 201, 3, 190, 0, 176, 224, 3, 218, 1, 44, 135, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 44, 145, 1, 241, 0, 182, 59, 8, 236, 1, 46, 130, 0, 10 };
            case 39:
                return new byte[] { 0, 0, 0, 0, 10, 1, 46, 140, 4, 243, 0, 195, 25, 7, 171, 1, 51, 127, 0, 10 };
            case 40:
                return new byte[] { 0, 0, 0, 0, 10, 1, 51, 137, 7, 88, 0, 209, 4, 7, 123, 1, 58, 225, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 58, 235, 16, 203, 0, 230, 241, 19, 25, 1, 75, 182, 0, 10 };
        }
    }
}
