// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: for each language its page, its second part and its help page, end to end in <see cref="PackedBytes"/>.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int Count = 2;

    internal const string ScriptHash = "Oz0WCRAUVTaf2WDYgq4yvU9yeM233A9RKfcMjZSaFY4=";

    internal const string MoreHash = "SV+bT2Rlnr/pEYaUm8eDXKrVKwHlQIpBdpuxsKLbEJg=";

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
                return 9534;
            case 2:
                return 22794;
            case 3:
                return 25497;
            case 4:
                return 35447;
            case 5:
                return 49421;
            default:
                return 52294;
        }
    }
}
