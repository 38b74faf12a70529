// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: for each language its page, its second part and its help page, end to end in <see cref="PackedBytes"/>.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int Count = 2;

    internal const string ScriptHash = "KTk8/TZXCPNnss2p/ANrrgm7TzJG6BO7lQC9WzFySQw=";

    internal const string MoreHash = "r3X0vJ9hAXXp8/bGWUhLBKsd43EyXT9YMBo9yLx9vLk=";

    internal const string StyleHash = "e5uQJ3UDO1gO7Yezb507Hev044ksr/b5zf3jTw90lbI=";

    internal static string TagAt(int language)
    {
        switch (language)
        {
            case 1:
                return "ar";
            default:
                return "en";
        }
    }

    internal static int StartOf(int file)
    {
        switch (file)
        {
            case 0:
                return 0;
            case 1:
                return 9304;
            case 2:
                return 22436;
            case 3:
                return 25139;
            case 4:
                return 34848;
            case 5:
                return 48695;
            default:
                return 51568;
        }
    }
}
