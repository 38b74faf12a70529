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
        "'sha256-lXNqLl4mN+negVd3uwy3s6ssb6Z7o1kgtZjTnxYpdiY='"
        + " 'sha256-dzpuqj7n4lwfGJHUtLzqR9JmRrWXvtagUp/wxRYp1wU='"
        + " 'sha256-02uG0aU/02UDv4eJ5/J5+TmeUlqP5aLjAXk76xOE1bc='"
        + " 'sha256-HTr42UKu2VoJf5038gEzuAAXRNoZPTG8eDvbuccx0Jc='"
        + " 'sha256-prEi2/bEJQD2KsojR2mpMCYV2ULFebCqGMhL1wju36A='"
        + " 'sha256-V4AHoBhPtMYqXVuwndBDJYx4QjZMMScJSqm5KyU8VRc='"
        + " 'sha256-OW3MlaQyHiaEgln2smZDggMHhYEsm6yeMH2BMmG3dfc='"
        + " 'sha256-3iZQCmLOJrrcYtd1Ryo4uCsOz3wF9Wbi3/k5VpCLWps='"
        + " 'sha256-oBx3swljkSWLIESl8UGFWL5vylWWBRfoZ4Cc2dWPrGE='"
        + " 'sha256-ZaulJ6eFqs8mwVXY05IELrc8LiMRE2SfuqkttPIMhpQ='"
        + " 'sha256-1C/rPrJmypMTGB0DRbVx0d+0jwgKLM7Ixj38y/sFlqk='"
        + " 'sha256-nnPruAZ4CHGIhxnY+Bn3rrxCLq+cy1z2OYjDMrMlnB0='"
        + " 'sha256-LSlaqvVv6u8x5FXcLnXXXHhQEiCbLj/oO8bckTKQNSg='"
        + " 'sha256-E0I7ans+ThCLR2CiQXoLOisT/Pcsd/9R1aLs0Av6u10='"
        + " 'sha256-eq6Fi2MOt+59k6ozwtK9+yliG6YXtA/ElDFseE6w/8I='"
        + " 'sha256-9qszVw5tIgVPPKJmjOv4OK/MNv29BOp8rYxWvlv/32Y='"
        + " 'sha256-Azuxk4guth6JYO5zbLVZQh5jrUDwZZL3NQRxx1l2xj8='"
        + " 'sha256-lX2HOCoVebWoZqCwmtYcNP0ItXLUTCWoW04fJKe5aiY='"
        + " 'sha256-Kzh5PhwJds1wzJeyqPjZNaO179/5aiQGjPwsnQmyvtk='";

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
                return new byte[] { 0, 0, 0, 0, 10, 0, 0, 10, 2, 187, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 14, 62, 23, 101, 0, 37, 163, 0, 10 };
            case 1:
                return new byte[] { 0, 0, 0, 0, 10, 0, 37, 173, 5, 190, 0, 2, 197, 10, 118, 0, 13, 59, 1, 3, 0, 43, 107, 19, 105, 0, 62, 212, 0, 10 };
            case 2:
                return new byte[] { 0, 0, 0, 0, 10, 0, 62, 222, 0, 145, 0, 63, 111, 7, 220, 0, 71, 75, 2, 138, 0, 73, 213, 0, 10 };
            case 3:
                return new byte[] { 0, 0, 0, 0, 10, 0, 73, 223, 4, 60, 0, 78, 27, 7, 110, 0, 85, 137, 0, 10 };
            case 4:
                return new byte[] { 0, 0, 0, 0, 10, 0, 85, 147, 1, 27, 0, 86, 174, 10, 250, 0, 97, 168, 0, 10 };
            case 5:
                return new byte[] { 0, 0, 0, 0, 10, 0, 97, 178, 0, 20, 0, 97, 198, 1, 176, 0, 99, 118, 0, 10 };
            case 6:
                return new byte[] { 0, 0, 0, 0, 10, 0, 99, 128, 2, 173, 0, 102, 45, 5, 48, 0, 107, 93, 0, 10 };
            case 7:
                return new byte[] { 0, 0, 0, 0, 10, 0, 107, 103, 1, 255, 0, 109, 102, 0, 160, 0, 110, 6, 0, 10 };
            case 8:
                return new byte[] { 0, 0, 0, 0, 10, 0, 110, 16, 0, 66, 0, 110, 82, 5, 73, 0, 115, 155, 0, 10 };
            case 9:
                return new byte[] { 0, 0, 0, 0, 10, 0, 115, 165, 2, 195, 0, 118, 104, 9, 77, 0, 127, 181, 0, 10 };
            case 10:
                return new byte[] { 0, 0, 0, 0, 10, 0, 127, 191, 1, 162, 0, 129, 97, 9, 165, 0, 139, 6, 0, 10 };
            case 11:
                return new byte[] { 0, 0, 0, 0, 10, 0, 139, 16, 1, 209, 0, 140, 225, 1, 209, 0, 142, 178, 0, 10 };
            case 12:
                return new byte[] { 0, 0, 0, 0, 10, 0, 142, 188, 1, 136, 0, 144, 68, 5, 187, 0, 149, 255, 0, 10 };
            case 13:
                return new byte[] { 0, 0, 0, 0, 10, 0, 150, 9, 3, 93, 0, 153, 102, 5, 130, 0, 158, 232, 0, 10 };
            case 14:
                return new byte[] { 0, 0, 0, 0, 10, 0, 158, 242, 0, 9, 0, 158, 251, 4, 12, 0, 163, 7, 0, 10 };
            case 15:
                return new byte[] { 0, 0, 0, 0, 10, 0, 163, 17, 2, 146, 0, 165, 163, 7, 58, 0, 172, 221, 0, 10 };
            case 16:
                return new byte[] { 0, 0, 0, 0, 10, 0, 172, 231, 2, 241, 0, 175, 216, 3, 228, 0, 179, 188, 0, 10 };
            case 17:
                return new byte[] { 0, 0, 0, 0, 10, 0, 179, 198, 4, 174, 0, 184, 116, 12, 170, 0, 197, 30, 0, 10 };
            case 18:
                return new byte[] { 0, 0, 0, 0, 10, 0, 197, 40, 5, 168, 0, 202, 208, 7, 92, 0, 210, 44, 0, 10 };
            case 19:
                return new byte[] { 0, 0, 0, 0, 10, 0, 210, 54, 11, 196, 0, 221, 250, 9, 116, 0, 231, 110, 0, 10 };
            case 20:
                return new byte[] { 0, 0, 0, 0, 10, 0, 231, 120, 3, 81, 0, 2, 197, 10, 118, 0, 234, 201, 1, 107, 0, 14, 62, 23, 101, 0, 236, 52, 0, 10 };
            case 21:
                return new byte[] { 0, 0, 0, 0, 10, 0, 236, 62, 6, 235, 0, 2, 197, 10, 118, 0, 234, 201, 1, 107, 0, 43, 107, 19, 105, 0, 243, 41, 0, 10 };
            case 22:
                return new byte[] { 0, 0, 0, 0, 10, 0, 243, 51, 0, 171, 0, 63, 111, 7, 220, 0, 243, 222, 3, 14, 0, 246, 236, 0, 10 };
            case 23:
                return new byte[] { 0, 0, 0, 0, 10, 0, 246, 246, 5, 47, 0, 78, 27, 7, 110, 0, 252, 37, 0, 10 };
            case 24:
                return new byte[] { 0, 0, 0, 0, 10, 0, 252, 47, 1, 94, 0, 86, 174, 10, 250, 0, 253, 141, 0, 10 };
            case 25:
                return new byte[] { 0, 0, 0, 0, 10, 0, 253, 151, 0, 27, 0, 97, 198, 1, 176, 0, 253, 178, 0, 10 };
            case 26:
                return new byte[] { 0, 0, 0, 0, 10, 0, 253, 188, 3, 108, 0, 102, 45, 5, 48, 1, 1, 40, 0, 10 };
            case 27:
                return new byte[] { 0, 0, 0, 0, 10, 1, 1, 50, 2, 146, 0, 109, 102, 0, 160, 1, 3, 196, 0, 10 };
            case 28:
                return new byte[] { 0, 0, 0, 0, 10, 1, 3, 206, 0, 97, 0, 110, 82, 5, 73, 1, 4, 47, 0, 10 };
            case 29:
                return new byte[] { 0, 0, 0, 0, 10, 1, 4, 57, 3, 124, 0, 118, 104, 9, 77, 1, 7, 181, 0, 10 };
            case 30:
                return new byte[] { 0, 0, 0, 0, 10, 1, 7, 191, 2, 59, 0, 129, 97, 9, 165, 1, 9, 250, 0, 10 };
            case 31:
                return new byte[] { 0, 0, 0, 0, 10, 1, 10, 4, 2, 91, 0, 140, 225, 1, 209, 1, 12, 95, 0, 10 };
            case 32:
                return new byte[] { 0, 0, 0, 0, 10, 1, 12, 105, 1, 228, 0, 144, 68, 5, 187, 1, 14, 77, 0, 10 };
            case 33:
                return new byte[] { 0, 0, 0, 0, 10, 1, 14, 87, 4, 57, 0, 153, 102, 5, 130, 1, 18, 144, 0, 10 };
            case 34:
                return new byte[] { 0, 0, 0, 0, 10, 0, 158, 242, 0, 9, 0, 158, 251, 4, 12, 0, 163, 7, 0, 10 };
            case 35:
                return new byte[] { 0, 0, 0, 0, 10, 1, 18, 154, 3, 64, 0, 165, 163, 7, 58, 1, 21, 218, 0, 10 };
            case 36:
                return new byte[] { 0, 0, 0, 0, 10, 1, 21, 228, 3, 190, 0, 175, 216, 3, 228, 1, 25, 162, 0, 10 };
            case 37:
                return new byte[] { 0, 0, 0, 0, 10, 1, 25, 172, 5, 216, 0, 184, 116, 12, 170, 1, 31, 132, 0, 10 };
            case 38:
                return new byte[] { 0, 0, 0, 0, 10, 1, 31, 142, 6, 200, 0, 202, 208, 7, 92, 1, 38, 86, 0, 10 };
            default:
                return new byte[] { 0, 0, 0, 0, 10, 1, 38, 96, 13, 198, 0, 221, 250, 9, 116, 1, 52, 38, 0, 10 };
        }
    }
}
