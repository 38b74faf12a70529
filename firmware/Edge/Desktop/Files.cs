using System.IO;

namespace ToyGuard.Edge;

/// <summary>What differs between the files of a desktop and those of the device.</summary>
public static class Files
{
    // As the device's file system counts: whole blocks.
    private const int BlockBytes = 4096;

    /// <summary>Makes what was written to <paramref name="file"/> durable, as far as it can be before it is closed.</summary>
    public static void Seal(FileStream file)
    {
        file.Flush(true);
    }

    /// <summary>False for what only looks like a file of ours: a link that leads elsewhere, a folder, a device. True for one that does not exist.</summary>
    public static bool IsOwn(string path)
    {
        FileInfo file = new(path);
        const FileAttributes Foreign = FileAttributes.ReparsePoint | FileAttributes.Device;

        return !Directory.Exists(path) && (!file.Exists || (file.Attributes & Foreign) == 0);
    }

    /// <summary>Bytes that the files of <paramref name="folder"/> take, in whole blocks, but for the file at <paramref name="except"/>. On the device 0: there the drive itself says when it is full.</summary>
    public static long UsedBytes(string folder, string except)
    {
        long used = 0;

        foreach (FileInfo file in new DirectoryInfo(folder).GetFiles())
        {
            used += file.FullName == Path.GetFullPath(except) ? 0 : BlocksOf(file.Length);
        }

        return used;
    }

    /// <summary>What <paramref name="bytes"/> take, in bytes of whole blocks.</summary>
    public static long BlocksOf(long bytes)
    {
        return (bytes + BlockBytes - 1) / BlockBytes * BlockBytes;
    }
}
