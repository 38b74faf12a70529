using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Core.Factory;
using ToyGuard.Core.Pairing;
using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Factory;

/// <summary>One device's image: the program that all devices share, and behind it who this one is and its maker's data.</summary>
internal static class DeviceImage
{
    private const string Library = "mscorlib";

    /// <summary>The image. Null, and why, when it would not be one that the device reads back the same.</summary>
    /// <param name="app">The program's image, without data.</param>
    /// <param name="identity">Who the device is.</param>
    /// <param name="parts">Manifest and files; none for a hub.</param>
    /// <param name="deploy">Bytes of the partition.</param>
    /// <param name="fault">Why there is none; empty otherwise.</param>
    public static byte[]? Of(byte[] app, FactoryIdentity identity, IReadOnlyList<DataPart> parts, int deploy, out string fault)
    {
        AppImage? program = AppImage.Read(app, out fault);

        if (program is null)
        {
            fault = $"This is no app image ({fault}).";
            return null;
        }

        if (program.Assemblies.Any(ImageBoxes.IsOne))
        {
            fault = "There is a device's data in this image already: take the program's own image.";
            return null;
        }

        if (LibraryOf(program) is not Version library)
        {
            fault = "This image has no mscorlib of the pinned package: the data could not be read beside it.";
            return null;
        }

        byte[][]? boxes = MakersBoxes.Of(parts, out fault);

        if (boxes is null)
        {
            return null;
        }

        byte[] own = DataAssembly.Of(FactoryData.IdentityBox, DataBox.Of(0, 1, new DataPart(PartKind.Identity, "", IdentityBytes.Of(identity))), library);
        byte[] image = [.. app, .. own, .. boxes.SelectMany((box, i) => DataAssembly.Of(FactoryData.MakerBox + i, box, library))];

        if (image.Length > deploy)
        {
            fault = $"Program and data have {image.Length} bytes, and there is room for {deploy}.";
            return null;
        }

        fault = ReadsBack(image, identity, parts) ? "" : "What was written does not read back the same. Nothing was made.";
        return fault.Length == 0 ? image : null;
    }

    private static Version? LibraryOf(AppImage program)
    {
        uint? sum = Catalogue.Firmware.Natives.First(n => n.Assembly == Library).Checksum;
        return program.Assemblies.FirstOrDefault(a => a.NativeChecksum == sum)?.Version;
    }

    private static bool ReadsBack(byte[] image, FactoryIdentity identity, IReadOnlyList<DataPart> parts)
    {
        AppImage? read = AppImage.Read(image, out _);

        if (read is null)
        {
            return false;
        }

        FactoryData data = FactoryData.Read(new ImageBoxes(image, read));
        return data.Identity is FactoryIdentity who
            && IdentityBytes.Of(who).AsSpan().SequenceEqual(IdentityBytes.Of(identity))
            && data.MakerFinding == (parts.Count == 0 ? FactoryFinding.Missing : FactoryFinding.Well)
            && parts.All(p => p.Bytes.AsSpan().SequenceEqual(data.Find(p.Kind, p.Name)));
    }
}
