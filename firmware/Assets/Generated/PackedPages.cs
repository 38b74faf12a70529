// Made by firmware/Assets/Packer from firmware/Page/www; do not edit.
namespace ToyGuard.Assets.Generated;

/// <summary>What is packed: for each language its page, then its help page, end to end in <see cref="PackedBytes"/>.</summary>
internal static class PackedPages
{
    internal const int ChunkBytes = 1024;

    internal const int Count = 2;

    internal const string ScriptHash = "K5XHRGHwgqxTXTDErKbMMsYClVFl41zBz2PIhbtrMuM=";

    internal const string StyleHash = "IAdwN3biDCQ3brrgp1m8kBEsPQYyqfREKOEfeoREopc=";

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
                return 339;
            case 2:
                return 522;
            case 3:
                return 930;
            default:
                return 1143;
        }
    }
}
