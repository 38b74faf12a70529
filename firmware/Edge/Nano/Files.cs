using System.IO;

namespace ToyGuard.Edge;

/// <summary>What differs between the files of a desktop and those of the device.</summary>
public static class Files
{
    /// <summary>Nothing to do: the file system makes it durable when <paramref name="file"/> is closed, and not before.</summary>
    public static void Seal(FileStream file)
    {
    }

    /// <summary>True: the device's file system knows no links.</summary>
    public static bool IsOwn(string path)
    {
        return true;
    }

    /// <summary>0: the drive itself says when it is full.</summary>
    public static long UsedBytes(string folder, string except)
    {
        return 0;
    }

    /// <summary>What <paramref name="bytes"/> take of a drive that is not counted.</summary>
    public static long BlocksOf(long bytes)
    {
        return bytes;
    }
}
