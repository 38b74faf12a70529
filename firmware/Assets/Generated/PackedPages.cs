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
        "'sha256-Q/WZF60zRcxz041XI/FY6s1SKl+ZI7PyCSVNwzRTDXg='"
        + " 'sha256-4qcuSfyFfTLfGL/sd3FWSz3vlQzaOoLg476UsbZOZvE='"
        + " 'sha256-C9YZsYSsyTqpzyyiZ6v7xdHaN6WANVFQffdswsKBpP4='"
        + " 'sha256-+4uH9KURrTGID7LCG4FHWtjCKihyf+bViOb9tkhEg0k='"
        + " 'sha256-KZJ2q//PD7MRfyDtxG6l9h3RH2Gr2kAKpc35LBwWZaw='"
        + " 'sha256-UKywYZJnoDaeHwJv4TWERiICsZsVaxfXOCHP94MpOy4='"
        + " 'sha256-g+RPJGcnCOU1vHOSIU5oTt3ptQz+2drFTGRn4EF61/g='"
        + " 'sha256-wTCEPwuRtfQVron8wJYmhtnZz17H77sx5QGwdc22NXg='"
        + " 'sha256-lqQixQcw8+tWCPtXisp+FuCcYFc0osH6sjqSULKngH8='"
        + " 'sha256-GOGKSv8hQasyFJMcE9RPX6ZxY3Hm//hO8ZQ1bP30Qvs='"
        + " 'sha256-goQbLveraICEKCP4QMTMvpfi9MjUu0TaM1ScNs9x8ls='"
        + " 'sha256-pi+amIabDV8x2jifw1jSVzNaBHu90f//Ny5gDJBFPfA='"
        + " 'sha256-f/SYlpaTP/Fw5jHoL7OV+VuMKcaIOQAMDTeEA/0g/DU='"
        + " 'sha256-tby9ePsjufwJ9d2EAv4OmfkEwAf8LKb3ezGXBOfoPOA='"
        + " 'sha256-8gp8OzY8KvNxeOId6ncz2DVEnUWtxtFiJZ2BfQrtDWo='"
        + " 'sha256-u82R+KTUaPvRq75bP+v5Y2cY3zKtdBdaeND83u4Hd84='"
        + " 'sha256-Fl6DCfqcOuyHfgJyHbfOlPdu8mZ2SElMriKfeeX84U4='"
        + " 'sha256-pVjjuyBmwhCeG2A+U1Y78Eg40CkBw/yXIWEomtO1zQk='"
        + " 'sha256-cietkqbz+ulxh+QBtZi+u0vOqzJCaPvSsU4gI7q7U80='"
        + " 'sha256-/SeTykP5K2KFzoO/FkYmYgLpc9KeuiuZGl+zkKKbufY='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 245, 5, 190, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 43, 179, 19, 157, 0, 63, 80, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 63, 90, 0, 145, 0, 63, 235, 7, 245, 0, 71, 224, 2, 138, 0, 74, 106, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 74, 116, 4, 60, 0, 78, 176, 7, 111, 0, 86, 31, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 86, 41, 1, 27, 0, 87, 68, 11, 5, 0, 98, 73, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 83, 0, 20, 0, 98, 103, 1, 183, 0, 100, 30, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 100, 40, 2, 238, 0, 103, 22, 5, 68, 0, 108, 90, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 108, 100, 1, 255, 0, 110, 99, 0, 161, 0, 111, 4, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 111, 14, 0, 66, 0, 111, 80, 5, 74, 0, 116, 154, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 164, 2, 195, 0, 119, 103, 9, 77, 0, 128, 180, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 190, 1, 162, 0, 130, 96, 9, 175, 0, 140, 15, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 140, 25, 1, 209, 0, 141, 234, 1, 209, 0, 143, 187, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 197, 1, 136, 0, 145, 77, 5, 194, 0, 151, 15, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 151, 25, 3, 93, 0, 154, 118, 5, 130, 0, 159, 248, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 160, 2, 0, 9, 0, 160, 11, 4, 15, 0, 164, 26, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 164, 36, 2, 146, 0, 166, 182, 7, 60, 0, 173, 242, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 252, 2, 241, 0, 176, 237, 3, 221, 0, 180, 202, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 212, 1, 119, 0, 182, 75, 8, 238, 0, 191, 57, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 191, 67, 3, 232, 0, 195, 43, 7, 177, 0, 202, 220, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 202, 230, 6, 140, 0, 209, 114, 7, 119, 0, 216, 233, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 216, 243, 15, 30, 0, 232, 17, 21, 77, 0, 253, 94, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 253, 104, 3, 81, 0, 2, 197, 10, 143, 1, 0, 185, 1, 107, 0, 14, 87, 23, 148, 1, 2, 36, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 1, 2, 46, 6, 235, 0, 2, 197, 10, 143, 1, 0, 185, 1, 107, 0, 43, 179, 19, 157, 1, 9, 25, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 9, 35, 0, 171, 0, 63, 235, 7, 245, 1, 9, 206, 3, 14, 1, 12, 220, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 12, 230, 5, 47, 0, 78, 176, 7, 111, 1, 18, 21, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 18, 31, 1, 94, 0, 87, 68, 11, 5, 1, 19, 125, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 19, 135, 0, 27, 0, 98, 103, 1, 183, 1, 19, 162, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 19, 172, 3, 181, 0, 103, 22, 5, 68, 1, 23, 97, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 23, 107, 2, 146, 0, 110, 99, 0, 161, 1, 25, 253, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 7, 0, 97, 0, 111, 80, 5, 74, 1, 26, 104, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 114, 3, 124, 0, 119, 103, 9, 77, 1, 29, 238, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 29, 248, 2, 59, 0, 130, 96, 9, 175, 1, 32, 51, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 32, 61, 2, 91, 0, 141, 234, 1, 209, 1, 34, 152, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 34, 162, 1, 228, 0, 145, 77, 5, 194, 1, 36, 134, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 1, 36, 144, 4, 57, 0, 154, 118, 5, 130, 1, 40, 201, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 0, 160, 2, 0, 9, 0, 160, 11, 4, 15, 0, 164, 26, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 40, 211, 3, 64, 0, 166, 182, 7, 60, 1, 44, 19, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 44, 29, 3, 190, 0, 176, 237, 3, 221, 1, 47, 219, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 47, 229, 1, 241, 0, 182, 75, 8, 238, 1, 49, 214, 0, 10 };
            case 39:
                return new byte[] { 0, 0, 0, 0, 10, 1, 49, 224, 4, 243, 0, 195, 43, 7, 177, 1, 54, 211, 0, 10 };
            case 40:
                return new byte[] { 0, 0, 0, 0, 10, 1, 54, 221, 7, 184, 0, 209, 114, 7, 119, 1, 62, 149, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 62, 159, 17, 157, 0, 232, 17, 21, 77, 1, 80, 60, 0, 10 };
        }
    }
}
