using System;
using System.IO;

using ToyGuard.Core.Storage;

namespace ToyGuard.Edge.Storage;

/// <summary>The flash as files in one folder: an area is a file of its name (<see cref="FlashLayout.NameOf"/>).</summary>
/// <remarks>
/// What it can promise is what the device's file system does (nano.md, B12): a file is durable once it is closed, and cannot be replaced as
/// a whole. So every write opens, writes once and closes, and whoever reads finds out what became of it. Whatever the file system throws
/// becomes a "no" here: an area that cannot be read or written is one of the things that a flash may do.
/// What stands in the place of an area and is not a plain file, or is longer than the area can be, cannot be read, and is not written through.
/// Safe from any thread: each call is one step. Who needs several to be one has a lock of its own.
/// </remarks>
public sealed class FileFlash : IFlash
{
    private const int Unreadable = -1;

    private readonly object _lock = new object();

    /// <summary>A flash in <paramref name="folder"/>, which is made when the first byte is written.</summary>
    /// <param name="folder">Where the files are. It belongs to the flash: a wipe deletes whatever stands in it (<see cref="FileDrive"/>).</param>
    /// <param name="driveBytes">Most bytes that the folder may take, in whole blocks.</param>
    public FileFlash(string folder, int driveBytes)
    {
        Folder = folder ?? throw new ArgumentNullException(nameof(folder));
        DriveBytes = driveBytes;
    }

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>Most bytes that the folder may take, in whole blocks.</summary>
    public int DriveBytes { get; }

    /// <inheritdoc/>
    public int CapacityOf(int area)
    {
        return FlashLayout.CapacityOf(area);
    }

    /// <inheritdoc/>
    public int Read(int area, int offset, byte[] buffer, int at, int count)
    {
        if (CapacityOf(area) == 0 || offset < 0 || count < 0)
        {
            return Unreadable;
        }

        try
        {
            lock (_lock)
            {
                string path = PathOf(area);

                if (!Files.IsOwn(path))
                {
                    return Unreadable;
                }

                return File.Exists(path) ? ReadFile(path, CapacityOf(area), offset, buffer, at, count) : 0;
            }
        }
        catch (Exception)
        {
            return Unreadable;
        }
    }

    /// <inheritdoc/>
    public bool Append(int area, int held, byte[] bytes, int offset, int count)
    {
        if (held < 0 || count < 0 || count > CapacityOf(area) - held)
        {
            return false;
        }

        // One that must hold something is not made.
        return Write(area, held == 0 ? FileMode.OpenOrCreate : FileMode.Open, held, bytes, offset, count);
    }

    /// <inheritdoc/>
    public bool Replace(int area, byte[] bytes, int offset, int count)
    {
        return count >= 0 && count <= CapacityOf(area) && Write(area, FileMode.Create, 0, bytes, offset, count);
    }

    /// <inheritdoc/>
    public bool Erase(int area)
    {
        if (CapacityOf(area) == 0)
        {
            return false;
        }

        try
        {
            lock (_lock)
            {
                // Deleting in a folder that is not there is an error on a desktop.
                if (Directory.Exists(Folder))
                {
                    File.Delete(PathOf(area));
                }

                return true;
            }
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>The one place that writes: behind what a file of this folder holds, in one write, durable when it returns true.</summary>
    internal bool WriteFile(string path, FileMode mode, int held, byte[] bytes, int offset, int count)
    {
        try
        {
            lock (_lock)
            {
                if (!Directory.Exists(Folder))
                {
                    Directory.CreateDirectory(Folder);
                }

                if (!Files.IsOwn(path) || Files.UsedBytes(Folder, path) + Files.BlocksOf(held + count) > DriveBytes)
                {
                    return false;
                }

                using FileStream file = new FileStream(path, mode, FileAccess.ReadWrite);

                if (file.Length != held)
                {
                    return false;
                }

                file.Seek(held, SeekOrigin.Begin);
                file.Write(bytes, offset, count);
                Files.Seal(file);
                file.Close();

                return true;
            }
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>The file of <paramref name="area"/>.</summary>
    internal string PathOf(int area)
    {
        return Path.Combine(Folder, FlashLayout.NameOf(area));
    }

    private static int ReadFile(string path, int capacity, int offset, byte[] buffer, int at, int count)
    {
        using FileStream file = new FileStream(path, FileMode.Open, FileAccess.Read);

        if (file.Length > capacity)
        {
            return Unreadable;
        }

        if (offset >= file.Length)
        {
            return 0;
        }

        file.Seek(offset, SeekOrigin.Begin);
        int read = 0;

        while (read < count)
        {
            int more = file.Read(buffer, at + read, count - read);

            if (more <= 0)
            {
                break;
            }

            read += more;
        }

        return read;
    }

    private bool Write(int area, FileMode mode, int held, byte[] bytes, int offset, int count)
    {
        return CapacityOf(area) > 0 && WriteFile(PathOf(area), mode, held, bytes, offset, count);
    }
}
