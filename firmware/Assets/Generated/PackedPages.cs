// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: for each language its page, its second part and its help page, end to end in <see cref="PackedBytes"/>.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int Count = 2;

    internal const string ScriptHash = "64o7LXr4PgCtUPYfrOpYnmnVWqEK8AbJdHvmtbsMnPo=";

    internal const string MoreHash = "cj8efkJdnWIF0q8uwgPI8WxLJ0//hCbAXHk1ZnDP2Ys=";

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
                return 9532;
            case 2:
                return 22760;
            case 3:
                return 25463;
            case 4:
                return 35412;
            case 5:
                return 49355;
            default:
                return 52228;
        }
    }
}
