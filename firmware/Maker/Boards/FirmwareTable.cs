using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ToyGuard.Maker.Boards;

/// <summary>hardware/firmware.json: the one table of versions that belong together. Immutable.</summary>
/// <param name="NanoffVersion">The flasher that the plans are written for.</param>
/// <param name="Line">The first three numbers of every firmware version.</param>
/// <param name="Targets">The images that boards name.</param>
/// <param name="Natives">What the platform's assemblies need in the firmware.</param>
/// <param name="Tables">The partition tables that boards name.</param>
/// <param name="PlatformBytes">Set aside in an image for nanoFramework's own assemblies.</param>
internal sealed record FirmwareTable(
    string NanoffVersion,
    string Line,
    FirmwareTarget[] Targets,
    NativeAssembly[] Natives,
    Partitions[] Tables,
    int PlatformBytes)
{
    /// <summary>The table, or null and what is wrong with it.</summary>
    public static FirmwareTable? Read(string json, List<string> faults)
    {
        JsonDocument document;

        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            faults.Add("firmware.json: no JSON: " + e.Message);
            return null;
        }

        using (document)
        {
            int before = faults.Count;
            StrictJson root = new(document.RootElement, "firmware.json", faults);
            root.Text("about");
            StrictJson nanoff = root.Object("nanoff");
            StrictJson firmware = root.Object("firmware");
            StrictJson native = root.Object("native");
            StrictJson partitions = root.Object("partitions");
            StrictJson platform = root.Object("platform");
            StrictJson targets = firmware.Object("targets");
            StrictJson tables = partitions.Object("tables");

            FirmwareTable table = new(
                nanoff.Text("version"),
                firmware.Text("line"),
                [.. targets.Names().Select(n => Target(targets.Object(n), n))],
                [.. native.List("assemblies").Select((a, i) => Native(new StrictJson(a, $"native[{i}]", faults)))],
                [.. tables.Names().Select(n => Table(tables.Object(n), n))],
                platform.Number("bytes", 1));

            // Where each comes from is for people, and must be there.
            nanoff.Text("source");
            firmware.Text("source");
            firmware.Text("why");
            native.Text("source");
            partitions.Text("source");
            platform.Text("why");

            foreach (StrictJson part in new[] { root, nanoff, firmware, native, partitions, platform })
            {
                part.End();
            }

            if (faults.Count == before)
            {
                faults.AddRange(Check(table));
            }

            return faults.Count == before ? table : null;
        }
    }

    /// <summary>Reads "0x1549C856"; null for anything else.</summary>
    public static uint? Checksum(string text)
    {
        return Regex.IsMatch(text, @"\A0x[0-9A-F]{8}\z") ? uint.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : null;
    }

    private static FirmwareTarget Target(StrictJson json, string name)
    {
        FirmwareTarget target = new(name, json.TextOrNull("version"), json.Text("chip"), json.Flag("psram"));
        json.End();
        return target;
    }

    private static NativeAssembly Native(StrictJson json)
    {
        string? checksum = json.TextOrNull("checksum");
        NativeAssembly native = new(
            json.Text("assembly"),
            json.Text("package"),
            json.Text("packageVersion"),
            json.TextOrNull("version"),
            checksum is null ? null : Checksum(checksum) ?? 0);
        json.End();
        return native;
    }

    private static Partitions Table(StrictJson json, string name)
    {
        Partitions table = new(name, json.Text("chip"), json.Number("megabytes", 1), json.Number("firmware", 1), json.Number("deploy", 1), json.Number("config", 1));
        json.Text("deployAt");
        json.End();
        return table;
    }

    private static IEnumerable<string> Check(FirmwareTable table)
    {
        if (!Regex.IsMatch(table.Line, @"^\d+\.\d+\.\d+$"))
        {
            yield return $"line '{table.Line}' is not three numbers";
        }

        foreach (FirmwareTarget target in table.Targets.Where(t => t.Version is not null && !Regex.IsMatch(t.Version, "^" + Regex.Escape(table.Line) + @"\.\d+$")))
        {
            yield return $"{target.Name}: version {target.Version} is not of line {table.Line}";
        }

        foreach (NativeAssembly native in table.Natives.Where(n => n.Checksum == 0 || n.Checksum is null != n.Version is null))
        {
            yield return $"{native.Assembly}: checksum (0x and eight digits, not all 0) and version of a native part come together, or both are null";
        }

        foreach (Partitions one in table.Tables.Where(t => (long)t.Firmware + t.Deploy + t.Config > t.Megabytes * 1024L * 1024))
        {
            yield return $"{one.Name}: its parts are larger than {one.Megabytes} MB";
        }
    }
}
