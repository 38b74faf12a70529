using System.Collections.Generic;
using System.Linq;

using ToyGuard.Maker.Boards;

namespace ToyGuard.Maker.Flash;

/// <summary>Whether an image is one for this board and role. A build that made nothing never looks like success.</summary>
internal static class ImageJudge
{
    /// <summary>What is wrong with it, a line each.</summary>
    public static IEnumerable<string> Faults(FlashWish wish, Board board, FirmwareTable table)
    {
        if (wish.ImageBytes is null)
        {
            yield return $"No app image{(wish.Image.Length == 0 ? "" : " at " + Emulator.Commands.Texts.Shown(wish.Image))}: use -Prebuilt, or build firmware/{(wish.Role == "hub" ? "Hub" : "Toy")} in Release with nanoFramework's extension of Visual Studio or VS Code. A plain 'dotnet build' makes none.";
            yield break;
        }

        Partitions partitions = table.Tables.First(t => t.Name == board.Partitions);

        if (wish.ImageBytes.Length > partitions.Deploy)
        {
            yield return $"The app image has {wish.ImageBytes.Length} bytes, and there is room for {partitions.Deploy} on {board.Name}.";
            yield break;
        }

        AppImage? image = AppImage.Read(wish.ImageBytes, out string fault);

        if (image is null)
        {
            yield return $"This is no app image ({fault}). Build again; do not copy it by hand.";
            yield break;
        }

        bool isHub = image.Assemblies.Any(a => a.Name == "ToyGuard.Hub");
        bool isToy = image.Assemblies.Any(a => a.Name == "ToyGuard.Kit");

        if (wish.Role == "hub" ? !isHub : !isToy || isHub)
        {
            yield return $"This image is no {wish.Role}: it holds {(isHub ? "the hub's program" : isToy ? "a toy's program" : "no program of ToyGuard")}.";
        }

        if (image.Assemblies.Any(Factory.ImageBoxes.IsOne))
        {
            yield return "There is a device's data in this image already: take the program's own image.";
        }

        foreach (IGrouping<string, ImageAssembly> same in image.Assemblies.Where(a => a.Name.Length > 0).GroupBy(a => a.Name).Where(g => g.Count() > 1))
        {
            yield return $"{same.Key} is in the image {same.Count()} times.";
        }

        foreach (ImageAssembly one in image.Assemblies.Where(a => a.NativeChecksum != 0))
        {
            NativeAssembly? known = table.Natives.FirstOrDefault(n => one.Name.Length == 0 ? n.Checksum == one.NativeChecksum : n.Assembly == one.Name);

            if (known?.Checksum != one.NativeChecksum)
            {
                yield return $"{(one.Name.Length == 0 ? "A library" : one.Name)} needs 0x{one.NativeChecksum:X8} in the firmware, and firmware.json says {(known?.Checksum is uint sum ? $"0x{sum:X8}" : "nothing of it")}: its package is not the pinned one.";
            }
        }
    }
}
