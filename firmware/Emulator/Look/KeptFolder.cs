using System.IO;

using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Running;
using ToyGuard.Edge.Storage;

namespace ToyGuard.Emulator.Look;

/// <summary>The data folder of an earlier run, only looked at.</summary>
internal static class KeptFolder
{
    /// <summary>A copy of what is kept in <paramref name="path"/>. A folder without any is wrong use.</summary>
    public static CopiedFlash Read(string path)
    {
        string flash = DataFolder.FlashOf(path);

        return Directory.Exists(flash)
            ? new CopiedFlash(new FileFlash(flash, DataFolder.DriveBytes))
            : throw new WrongUseException($"{Texts.Shown(path)}: no run has kept anything there");
    }
}
