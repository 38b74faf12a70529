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
        "'sha256-C/nLiDLpzd06CATiPcLHkvC132PIyzjoJSuz7e4VlCE='"
        + " 'sha256-kdiWuO2kSCUEZL+RhlRvQzpEaIuR3tBwFTZHVPzkUBE='"
        + " 'sha256-Gi1l1+5mnNf9/o1rYqpzUkyWIPYLxVVyGVvHj7/1Ujc='"
        + " 'sha256-8Hl+tBTEGRf8xkoR56Ow1gLZ0mOok7njVVRifbrzMCc='"
        + " 'sha256-oE4iyHnmqzLN/GQAy06ViZm+XyFCKRWXfuKeLCqHcfY='"
        + " 'sha256-vfaq/LYNBiDNvQMy6H2KqXsZfVgrdd2W/dsGwBdOny4='"
        + " 'sha256-g+RPJGcnCOU1vHOSIU5oTt3ptQz+2drFTGRn4EF61/g='"
        + " 'sha256-TCDc5TiLEw/YWAHNxMNZDaJtFYK/qeTAaA34Q5bmT2o='"
        + " 'sha256-fCc6NZ7Y1lDJM/83NFH0G/Cim70UHhCjgXdBn7VoEJ4='"
        + " 'sha256-cSsl8tX5vrWVzLxrVUbg9fIdk6GG9pwZmKeBSGwbpeY='"
        + " 'sha256-hzBnorEXPhrFB9YLFN0YpSZl6ew+y83M8PxECoLdRUs='"
        + " 'sha256-SHL0W8NmVvUuqOVs8Uby5S1KWOwx0EGkIEfaft0y7YU='"
        + " 'sha256-f7O/VLrReabn11z4tHcz+NJcggqhNUH9Ll9dp4Lbo10='"
        + " 'sha256-oPhipEaGI+Lz8CgTwoqE8VEgicPM8v4s1i/GDztZFtg='"
        + " 'sha256-e4RcOaJDkJPoBmJkntPt5Ku4rTCqmS1PKnrqd9pZqkk='"
        + " 'sha256-CC/Pl93TSOpFyNO2vdM17cjB5ngkHYcS2ejJLWMt41k='"
        + " 'sha256-idVrSaCLKHCiWTCXvPvaroZ/5An0RoWzVRPS4jcNKSM='"
        + " 'sha256-PdmhJq/MRdjZhLgPILf29kcyPiAsdvxvlIkYK0aG9EY='"
        + " 'sha256-F0P8fHXaRM9kucfo8RxfdNFErbiozT4HucYAiy16JcE='"
        + " 'sha256-HOyhmUjlRC9iQKNYtCafoVVAnnZCqD2TEoBa8tum9Xs='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 14, 87, 23, 141, 0, 37, 228, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 238, 5, 190, 0, 2, 197, 10, 143, 0, 13, 84, 1, 3, 0, 43, 172, 19, 158, 0, 63, 74, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 63, 84, 0, 145, 0, 63, 229, 7, 245, 0, 71, 218, 2, 138, 0, 74, 100, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 74, 110, 4, 60, 0, 78, 170, 7, 111, 0, 86, 25, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 86, 35, 1, 27, 0, 87, 62, 11, 5, 0, 98, 67, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 98, 77, 0, 20, 0, 98, 97, 1, 183, 0, 100, 24, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 100, 34, 2, 238, 0, 103, 16, 5, 68, 0, 108, 84, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 108, 94, 1, 255, 0, 110, 93, 0, 161, 0, 110, 254, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 111, 8, 0, 66, 0, 111, 74, 5, 73, 0, 116, 147, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 116, 157, 2, 195, 0, 119, 96, 9, 73, 0, 128, 169, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 128, 179, 1, 162, 0, 130, 85, 9, 177, 0, 140, 6, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 140, 16, 1, 209, 0, 141, 225, 1, 210, 0, 143, 179, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 143, 189, 1, 136, 0, 145, 69, 5, 195, 0, 151, 8, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 151, 18, 3, 93, 0, 154, 111, 5, 128, 0, 159, 239, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 249, 0, 9, 0, 160, 2, 4, 15, 0, 164, 17, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 164, 27, 2, 146, 0, 166, 173, 7, 57, 0, 173, 230, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 173, 240, 2, 241, 0, 176, 225, 3, 222, 0, 180, 191, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 180, 201, 1, 119, 0, 182, 64, 8, 234, 0, 191, 42, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 191, 52, 3, 232, 0, 195, 28, 7, 177, 0, 202, 205, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 202, 215, 6, 140, 0, 209, 99, 7, 121, 0, 216, 220, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 216, 230, 15, 30, 0, 232, 4, 21, 52, 0, 253, 56, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 253, 66, 3, 81, 0, 2, 197, 10, 143, 1, 0, 147, 1, 107, 0, 14, 87, 23, 141, 1, 1, 254, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 1, 2, 8, 6, 235, 0, 2, 197, 10, 143, 1, 0, 147, 1, 107, 0, 43, 172, 19, 158, 1, 8, 243, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 1, 8, 253, 0, 171, 0, 63, 229, 7, 245, 1, 9, 168, 3, 14, 1, 12, 182, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 1, 12, 192, 5, 47, 0, 78, 170, 7, 111, 1, 17, 239, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 1, 17, 249, 1, 94, 0, 87, 62, 11, 5, 1, 19, 87, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 1, 19, 97, 0, 27, 0, 98, 97, 1, 183, 1, 19, 124, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 19, 134, 3, 181, 0, 103, 16, 5, 68, 1, 23, 59, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 23, 69, 2, 146, 0, 110, 93, 0, 161, 1, 25, 215, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 25, 225, 0, 97, 0, 111, 74, 5, 73, 1, 26, 66, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 26, 76, 3, 124, 0, 119, 96, 9, 73, 1, 29, 200, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 29, 210, 2, 59, 0, 130, 85, 9, 177, 1, 32, 13, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 32, 23, 2, 91, 0, 141, 225, 1, 210, 1, 34, 114, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 34, 124, 1, 228, 0, 145, 69, 5, 195, 1, 36, 96, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 1, 36, 106, 4, 57, 0, 154, 111, 5, 128, 1, 40, 163, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 0, 159, 249, 0, 9, 0, 160, 2, 4, 15, 0, 164, 17, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 40, 173, 3, 64, 0, 166, 173, 7, 57, 1, 43, 237, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 43, 247, 3, 190, 0, 176, 225, 3, 222, 1, 47, 181, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 47, 191, 1, 241, 0, 182, 64, 8, 234, 1, 49, 176, 0, 10 };
            case 39:
                return new byte[] { 0, 0, 0, 0, 10, 1, 49, 186, 4, 243, 0, 195, 28, 7, 177, 1, 54, 173, 0, 10 };
            case 40:
                return new byte[] { 0, 0, 0, 0, 10, 1, 54, 183, 7, 184, 0, 209, 99, 7, 121, 1, 62, 111, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 62, 121, 17, 157, 0, 232, 4, 21, 52, 1, 80, 22, 0, 10 };
        }
    }
}
