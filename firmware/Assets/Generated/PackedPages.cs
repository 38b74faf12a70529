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
        "'sha256-Qvi5hNN0FvjiQThROrVF+wNJBEY5KrXh+Mvd3nQyeMA='"
        + " 'sha256-xjJIKWtPJ7ESMbvPHx1YQP5As6s9eG2YOhLYP3Wjv6s='"
        + " 'sha256-wqMIK3T18t8ojvouD1WRwyv9lW/h44wJvd+be0tLBFo='"
        + " 'sha256-4d9x6yweHhZVi4lCCsz6SgiyYfqt5V3xMaFvw1G8n18='"
        + " 'sha256-kcVJjmrDRk4fbtE/AdO0MMw573Mhw/9XGrDjTAGguOo='"
        + " 'sha256-mIK+7eBXuZHdRBe9vnkA1ED7twEhaqaCoU+b7hElLnA='"
        + " 'sha256-/warTM8kILrm6j9oe3rIJywGrRdEotYTFnprUSiJvAs='"
        + " 'sha256-Fhdc/T0R59GZVQTVfrWbuA3UPV6EXAOBKY8XVQPL4is='"
        + " 'sha256-eZ8wYEvOpw2Kp7bS8WfkYX7N5YSp4Zhw3KGTHcBX1BY='"
        + " 'sha256-kw72xTPhgRo23WXd7iOUH/EeYToXEDx8j0TCuTaIaP4='"
        + " 'sha256-d3MXxtADsP1nSaMZBfP3Mo/X4ghTtSZpqRq8PIBKO3U='"
        + " 'sha256-5Yaj1jpSTml3hy8c8IgcreB80uV32PXngGremhgWOxk='"
        + " 'sha256-kBIB9zR6liAzJEK7Vh+v9EXQJPVHSeU8Pyx4O429pAI='"
        + " 'sha256-pT1h1kS5145cSXlaW9B+Gvjp447aobT3TDnWnhwEqgg='"
        + " 'sha256-BGVA7NXV0lKHgl1gyEKINrX4rz+0205Ny994AO0840c='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 19, 0, 12, 216, 1, 3, 0, 13, 219, 23, 94, 0, 37, 57, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 67, 5, 190, 0, 2, 197, 10, 19, 0, 12, 216, 1, 3, 0, 43, 1, 19, 97, 0, 62, 98, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 62, 108, 0, 145, 0, 62, 253, 7, 162, 0, 70, 159, 2, 138, 0, 73, 41, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 73, 51, 4, 60, 0, 77, 111, 7, 103, 0, 84, 214, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 84, 224, 1, 27, 0, 85, 251, 10, 246, 0, 96, 241, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 96, 251, 0, 20, 0, 97, 15, 1, 174, 0, 98, 189, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 199, 2, 238, 0, 101, 181, 5, 68, 0, 106, 249, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 107, 3, 1, 255, 0, 109, 2, 0, 161, 0, 109, 163, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 109, 173, 0, 66, 0, 109, 239, 5, 65, 0, 115, 48, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 115, 58, 2, 195, 0, 117, 253, 9, 58, 0, 127, 55, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 127, 65, 2, 212, 0, 130, 21, 9, 17, 0, 139, 38, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 48, 1, 209, 0, 141, 1, 1, 208, 0, 142, 209, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 142, 219, 1, 136, 0, 144, 99, 5, 188, 0, 150, 31, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 150, 41, 3, 93, 0, 153, 134, 5, 133, 0, 159, 11, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 21, 5, 205, 0, 164, 226, 7, 97, 0, 172, 67, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 172, 77, 13, 100, 0, 185, 177, 19, 74, 0, 204, 251, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 205, 5, 3, 81, 0, 2, 197, 10, 19, 0, 208, 86, 1, 107, 0, 13, 219, 23, 94, 0, 209, 193, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 209, 203, 6, 235, 0, 2, 197, 10, 19, 0, 208, 86, 1, 107, 0, 43, 1, 19, 97, 0, 216, 182, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 216, 192, 0, 171, 0, 62, 253, 7, 162, 0, 217, 107, 3, 14, 0, 220, 121, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 220, 131, 5, 47, 0, 77, 111, 7, 103, 0, 225, 178, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 225, 188, 1, 94, 0, 85, 251, 10, 246, 0, 227, 26, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 227, 36, 0, 27, 0, 97, 15, 1, 174, 0, 227, 63, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 227, 73, 3, 181, 0, 101, 181, 5, 68, 0, 230, 254, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 0, 231, 8, 2, 146, 0, 109, 2, 0, 161, 0, 233, 154, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 0, 233, 164, 0, 97, 0, 109, 239, 5, 65, 0, 234, 5, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 0, 234, 15, 3, 124, 0, 117, 253, 9, 58, 0, 237, 139, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 0, 237, 149, 3, 155, 0, 130, 21, 9, 17, 0, 241, 48, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 0, 241, 58, 2, 91, 0, 141, 1, 1, 208, 0, 243, 149, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 0, 243, 159, 1, 228, 0, 144, 99, 5, 188, 0, 245, 131, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 0, 245, 141, 4, 57, 0, 153, 134, 5, 133, 0, 249, 198, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 0, 249, 208, 6, 231, 0, 164, 226, 7, 97, 1, 0, 183, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 0, 193, 15, 111, 0, 185, 177, 19, 74, 1, 16, 48, 0, 10 };
        }
    }
}
