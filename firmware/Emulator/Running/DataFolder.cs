using System;
using System.IO;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Running;

/// <summary>Where a run keeps its files: the folder of --data, which stays, or one in the system's place for such, which goes with the run.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>What a drive of the device holds (nano.md): the data partition of a 4 MB board.</summary>
    public const int DriveBytes = 256 * 1024;

    private readonly bool _isTemporary;

    /// <summary>Makes the folder where it is not there yet. Null is a temporary one.</summary>
    public DataFolder(string? path)
    {
        try
        {
            _isTemporary = path is null;
            Path = path is null
                ? Directory.CreateTempSubdirectory("toyguard-").FullName
                : Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new WrongUseException($"--data: {Texts.Shown(path ?? "a temporary folder")} cannot be made: {Texts.Shown(e.Message)}");
        }
    }

    /// <summary>The whole path.</summary>
    public string Path { get; }

    /// <summary>Where in it flash is: settings, journals and records.</summary>
    public string Flash
    {
        get { return FlashOf(Path); }
    }

    /// <summary>The same for the data folder <paramref name="path"/>.</summary>
    public static string FlashOf(string path)
    {
        return System.IO.Path.Combine(path, "flash");
    }

    /// <summary>Empties flash. Whoever wrote there must have stopped. What the device is from its making on lies beside it, and stays.</summary>
    public void ForgetFlash()
    {
        if (Directory.Exists(Flash))
        {
            Directory.Delete(Flash, recursive: true);
        }
    }

    public void Dispose()
    {
        if (!_isTemporary)
        {
            return;
        }

        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody has the CA file open. The system clears its temporary folders by itself.
        }
    }
}
