using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ToyGuard.Maker.Boards;

/// <summary>hardware/ as it was when this program was built.</summary>
internal static class Catalogue
{
    private const string Prefix = "hardware/";
    private static readonly Lazy<Board[]> s_boards = new(ReadBoards);
    private static readonly Lazy<FirmwareTable> s_firmware = new(ReadFirmware);

    /// <summary>All boards, by folder.</summary>
    public static Board[] Boards
    {
        get { return s_boards.Value; }
    }

    /// <summary>The versions that belong together.</summary>
    public static FirmwareTable Firmware
    {
        get { return s_firmware.Value; }
    }

    /// <summary>The board of that folder, or null.</summary>
    public static Board? Find(string folder)
    {
        return Boards.FirstOrDefault(b => b.Folder == folder);
    }

    private static Board[] ReadBoards()
    {
        List<string> faults = [];
        Board[] boards = [.. Names().Where(n => n.EndsWith("/pins.json", StringComparison.Ordinal)).Select(n => BoardFile.Read(Text(n), faults)).OfType<Board>()];
        return faults.Count == 0 ? boards : throw new InvalidDataException(string.Join("; ", faults));
    }

    private static FirmwareTable ReadFirmware()
    {
        List<string> faults = [];
        return FirmwareTable.Read(Text(Prefix + "firmware.json"), faults) ?? throw new InvalidDataException(string.Join("; ", faults));
    }

    private static IEnumerable<string> Names()
    {
        return Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static string Text(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
