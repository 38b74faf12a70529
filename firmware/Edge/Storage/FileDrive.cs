using System;
using System.IO;

using ToyGuard.Core.Storage;

namespace ToyGuard.Edge.Storage;

/// <summary>The drive under a <see cref="FileFlash"/>, so that a wipe can fill what deleting left readable (DEL-01).</summary>
/// <remarks>
/// Fillers are files beside the areas. A desktop's folder is filled to the flash's own limit and no further; on the device that limit is
/// more than any drive has, and the drive itself says when it is full. Only the flash's folder is touched: the platform keeps its networks
/// on the same drive, and what outlives a wipe is not in there.
/// </remarks>
public sealed class FileDrive : IEraseDrive
{
    private const string FillerPrefix = "filler-";

    private readonly FileFlash _flash;
    private int _next;

    /// <summary>The drive that <paramref name="flash"/> stands on.</summary>
    public FileDrive(FileFlash flash)
    {
        _flash = flash ?? throw new ArgumentNullException(nameof(flash));
    }

    /// <inheritdoc/>
    public bool DeleteAll()
    {
        return Delete("");
    }

    /// <inheritdoc/>
    public bool Fill(byte[] bytes, int count)
    {
        string path = Path.Combine(_flash.Folder, FillerPrefix + _next.ToString("D4"));
        _next++;

        return _flash.WriteFile(path, FileMode.Create, 0, bytes, 0, count);
    }

    /// <inheritdoc/>
    public bool DeleteFillers()
    {
        _next = 0;

        return Delete(FillerPrefix);
    }

    // One file that cannot be deleted keeps none of the others.
    private bool Delete(string prefix)
    {
        bool isAllGone = true;

        try
        {
            string[] paths = Directory.Exists(_flash.Folder) ? Directory.GetFiles(_flash.Folder) : new string[0];

            for (int i = 0; i < paths.Length; i++)
            {
                string name = Path.GetFileName(paths[i]);
                bool isMeant = name.Length >= prefix.Length && name.Substring(0, prefix.Length) == prefix;

                if (isMeant && name != FlashLayout.NameOf(FlashLayout.Wipe))
                {
                    isAllGone = TryDelete(paths[i]) && isAllGone;
                }
            }
        }
        catch (Exception)
        {
            isAllGone = false;
        }

        return isAllGone;
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
