using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ToyGuard.Maker.Flash;

/// <summary>What nanoff read off a chip (--devicedetails). The chip's address is read past: nobody needs to see it.</summary>
/// <param name="Type">"ESP32", "ESP32-S3".</param>
/// <param name="Name">The exact chip, as nanoff says it.</param>
/// <param name="FlashMegabytes">Size of its flash.</param>
/// <param name="Psram">Whether there is PSRAM.</param>
internal sealed record ChipFacts(string Type, string Name, int FlashMegabytes, Psram Psram)
{
    /// <summary>Reads the block below "Connected to:". Null unless every line of it stands there, whole and in its place.</summary>
    public static ChipFacts? Read(NanoffText text)
    {
        int at = Array.IndexOf(text.Lines, "Connected to:");

        if (at < 0 || Array.IndexOf(text.Lines, "Connected to:", at + 1) >= 0 || text.Lines.Length < at + 7)
        {
            return null;
        }

        Match chip = Match(1, @"\A(ESP32(?:-[A-Z][0-9A-Z]{1,3})?)(?: \(([A-Za-z0-9 ().+_-]{1,60})\))?\z");
        Match features = Match(2, @"\AFeatures .{1,300}\z");
        Match flash = Match(3, @"\AFlash size (\d{1,3})MB .{0,80}\(manufacturer 0x[0-9A-F]{2} device 0x[0-9A-F]{4}\)\z");
        Match psram = Match(4, @"\APSRAM: (?:(\d{1,3})MB|(not available)|undetermined)\z");
        Match crystal = Match(5, @"\ACrystal \d{2}MHz\z");
        Match address = Match(6, @"\AMAC [0-9A-F]{2}(?::[0-9A-F]{2}){5}\z");

        if (!(chip.Success && features.Success && flash.Success && psram.Success && crystal.Success && address.Success))
        {
            return null;
        }

        // "0MB" is how nanoff says that it saw PSRAM start and missed its size.
        Psram memory = psram.Groups[1].Success ? Psram.Present : psram.Groups[2].Success ? Psram.None : Psram.Unknown;
        string name = chip.Groups[2].Success ? chip.Groups[2].Value : chip.Groups[1].Value;
        return new ChipFacts(chip.Groups[1].Value, name, int.Parse(flash.Groups[1].Value, CultureInfo.InvariantCulture), memory);

        Match Match(int below, string pattern)
        {
            return Regex.Match(text.Lines[at + below], pattern, RegexOptions.CultureInvariant);
        }
    }
}
