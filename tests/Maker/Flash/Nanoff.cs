using System;
using System.Linq;

using ToyGuard.Maker.Boards;
using ToyGuard.Maker.Flash;

namespace ToyGuard.Maker.Tests.Flash;

/// <summary>What nanoff prints, in the form that its sources write it (Program.cs, Esp32DeviceInfo.cs, NanoFrameworkDeviceInfo.cs).</summary>
internal static class Nanoff
{
    public static string Header
    {
        get { return $".NET nanoFramework Firmware Flasher v{Catalogue.Firmware.NanoffVersion}+0a1b2c3d4e\nCopyright (C) 2019 .NET Foundation and nanoFramework project contributors\n\n"; }
    }

    public static string Ports(params string[] ports)
    {
        return Header + (ports.Length == 0 ? "No available COM port.\n\n" : "Available COM ports:\n" + string.Concat(ports.Select(p => $"  {p}\n")) + "\n");
    }

    public static string Chip(string type = "ESP32", string flash = "4MB", string psram = "8MB")
    {
        return Header + $"Reading details from chip...OK\n\nConnected to:\n{type} ({type}-D0WDQ6-V3 (revision v3.0))\nFeatures Wi-Fi, BT, Dual Core + LP Core, 240MHz, Coding Scheme None\nFlash size {flash} WINBOND_NEX_W25Q32_V from WINBOND_NEX (manufacturer 0xEF device 0x4016)\nPSRAM: {psram}\nCrystal 40MHz\nMAC 24:6F:28:AA:BB:CC\n\n";
    }

    public static string Device(string target = "ESP32_PSRAM_REV3", string natives = "")
    {
        string list = natives.Length > 0 ? natives : string.Concat(Catalogue.Firmware.Natives.Where(n => n.Checksum is not null).Select(n => $"  {n.Assembly} v{n.Version}, checksum 0x{n.Checksum:X8}\n"));
        return Header + $"Getting details from nano device...OK\n\nHAL build info: nanoCLR running @ {target}\n  Target:   {target}\n  Platform: ESP32\n\nFirmware build Info:\n  Date:        Jul 24 2026\n  Type:        MinSizeRel build\n  CLR Version: {Catalogue.Firmware.Line}.7\n  Compiler:    GNU ARM GCC v13.2.0\n\nOEM Product codes (vendor, model, SKU): 0, 0, 0\n\nSerial Numbers (module, system):\n  00000000\n  00000000\n\nTarget capabilities:\n  Has nanoBooter: NO\n\nAppDomains:\n\nAssemblies:\n\nNative Assemblies:\n{list}\n";
    }

    public static NanoffText Text(string printed)
    {
        return new NanoffText(printed.Split('\n'));
    }

    public static MadeCall Call(string name, string printed, int exit = 0)
    {
        return new MadeCall(name, exit, printed.Split('\n'));
    }
}
