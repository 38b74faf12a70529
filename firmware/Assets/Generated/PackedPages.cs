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
        "'sha256-4h/1aDS39IFnqHfIIasrttTgB1XJ61Yu95Efc6oPHT0='"
        + " 'sha256-4H4DUl2C9PoV00CZokSF2SYiIaGsiGMRhPDdBAzATTs='"
        + " 'sha256-wIbs4S8D8VvIa2v6MqgQt4CtQqdBPoMyABh1LUdgszc='"
        + " 'sha256-DpwbTYPASbhok4aNeUnmbOuhHAnd3Llr9FIrSvjmWB0='"
        + " 'sha256-HDgp5l1ZNGKQCoWAx3IIQzzCEmvAIGHbaQQcjqpcDXA='"
        + " 'sha256-ceDNWO7lWsFElPwEKu6N4SMHl96q/FdYexc7MIwnU/E='"
        + " 'sha256-vJG2umJ0Ev4oUmuQ2KpPatctDot1eITgyoU1AyuUXe8='"
        + " 'sha256-/OcVw3q+AbZsxIlI2d/rMOOfCK38hx9vNkpo5ZDZKfI='"
        + " 'sha256-5IJeeCszqZBAm0pNdgH1UuQnfMTHyaW6r0/G+hjgmMo='"
        + " 'sha256-pnanlRkKwEfCFj1hvPd+aJ1baJ2yQTCV4ov0xL1MjF0='"
        + " 'sha256-R1hON6F3qvmLnXNonIrPn1TEt3mdsk0KX6Qbmo1toO8='"
        + " 'sha256-sRKFMZI94wBIt55YCbW96VTM30OCXPduYynNej7YsYQ='"
        + " 'sha256-7a+2ukyZH24jfDquGn/B+ppB84dEbzWKa2KfW63l3uo='"
        + " 'sha256-T+WZ6/SAXqpljLQqYQ2VGDgXZ8Kp0SlChsKChh9SVKY='"
        + " 'sha256-CLRMhqYh6/LFiMe800RdxpXAfVau3DY1VyChHqXeQXY='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 62, 5, 190, 0, 2, 197, 10, 19, 0, 12, 216, 1, 3, 0, 42, 252, 19, 91, 0, 62, 87, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 62, 97, 0, 145, 0, 62, 242, 7, 162, 0, 70, 148, 2, 138, 0, 73, 30, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 73, 40, 4, 60, 0, 77, 100, 7, 103, 0, 84, 203, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 84, 213, 1, 27, 0, 85, 240, 10, 249, 0, 96, 233, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 96, 243, 0, 20, 0, 97, 7, 1, 171, 0, 98, 178, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 188, 2, 173, 0, 101, 105, 5, 48, 0, 106, 153, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 106, 163, 1, 255, 0, 108, 162, 0, 159, 0, 109, 65, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 109, 75, 0, 66, 0, 109, 141, 5, 70, 0, 114, 211, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 114, 221, 2, 195, 0, 117, 160, 9, 60, 0, 126, 220, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 126, 230, 2, 212, 0, 129, 186, 9, 18, 0, 138, 204, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 138, 214, 1, 209, 0, 140, 167, 1, 210, 0, 142, 121, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 142, 131, 1, 136, 0, 144, 11, 5, 188, 0, 149, 199, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 149, 209, 3, 93, 0, 153, 46, 5, 129, 0, 158, 175, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 158, 185, 5, 109, 0, 164, 38, 7, 85, 0, 171, 123, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 171, 133, 11, 185, 0, 183, 62, 9, 111, 0, 192, 173, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 192, 183, 3, 81, 0, 2, 197, 10, 19, 0, 196, 8, 1, 107, 0, 13, 219, 23, 89, 0, 197, 115, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 197, 125, 6, 235, 0, 2, 197, 10, 19, 0, 196, 8, 1, 107, 0, 42, 252, 19, 91, 0, 204, 104, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 204, 114, 0, 171, 0, 62, 242, 7, 162, 0, 205, 29, 3, 14, 0, 208, 43, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 208, 53, 5, 47, 0, 77, 100, 7, 103, 0, 213, 100, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 213, 110, 1, 94, 0, 85, 240, 10, 249, 0, 214, 204, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 214, 214, 0, 27, 0, 97, 7, 1, 171, 0, 214, 241, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 214, 251, 3, 108, 0, 101, 105, 5, 48, 0, 218, 103, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 0, 218, 113, 2, 146, 0, 108, 162, 0, 159, 0, 221, 3, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 0, 221, 13, 0, 97, 0, 109, 141, 5, 70, 0, 221, 110, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 0, 221, 120, 3, 124, 0, 117, 160, 9, 60, 0, 224, 244, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 0, 224, 254, 3, 155, 0, 129, 186, 9, 18, 0, 228, 153, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 0, 228, 163, 2, 91, 0, 140, 167, 1, 210, 0, 230, 254, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 0, 231, 8, 1, 228, 0, 144, 11, 5, 188, 0, 232, 236, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 0, 232, 246, 4, 57, 0, 153, 46, 5, 129, 0, 237, 47, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 0, 237, 57, 6, 133, 0, 164, 38, 7, 85, 0, 243, 190, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 0, 243, 200, 13, 185, 0, 183, 62, 9, 111, 1, 1, 129, 0, 10 };
        }
    }
}
