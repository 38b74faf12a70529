using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Edge.Family.SetUp;
using ToyGuard.Emulator.Air;
using ToyGuard.Kit.Body;
using ToyGuard.Wire.Qr;

namespace ToyGuard.Emulator.Board;

/// <summary>The board as JSON: what the device shows, and what a tester has to know beside it.</summary>
internal static class BoardState
{
    /// <summary>Everything that can be seen.</summary>
    /// <param name="body">What the device shows with.</param>
    /// <param name="facts">The rest.</param>
    /// <param name="isWhole">False leaves out light and tone.</param>
    public static string Json(BoardBody body, BoardFacts facts, bool isWhole)
    {
        return Write(writer =>
        {
            HostSign sign = body.Sign;
            writer.WriteNumber("v", 1);
            writer.WriteBoolean("power", facts.HasPower);
            writer.WriteString("name", facts.Name);
            writer.WriteString("label", facts.Factory.HostLabel);
            writer.WriteString("mode", facts.IsToy ? "toy" : "hub");
            writer.WriteBoolean("paired", facts.IsPaired);
            writer.WriteString("sign", HostSignWords.NameOf(sign));
            writer.WriteString("signLook", HostSignWords.LookOf(sign));
            WriteDisplay(writer, body, facts);
            WriteHeard(writer, "says", body.Says);
            WriteHeard(writer, "sounds", body.Sounds);
            writer.WriteBoolean("ap", facts.IsOwnOpen);
            writer.WriteString("apName", facts.Factory.ApName);
            writer.WriteString("apKey", facts.Factory.ApKey);
            writer.WriteString("joined", facts.Joined);
            WriteAir(writer, facts.Networks);
            writer.WriteString("clock", facts.Clock);
            writer.WriteNumber("speed", facts.Speed);
            writer.WriteBoolean("brownOut", facts.IsBrownOutDue);
            WriteSensors(writer, body.Sensors);
            writer.WriteStartObject("links");
            writer.WriteString("setup", facts.SetupLink);
            writer.WriteString("home", facts.HomeLink);
            writer.WriteEndObject();

            if (isWhole)
            {
                WriteLight(writer, body);
            }
        });
    }

    /// <summary>Light and tone as they are now.</summary>
    public static string LightJson(BoardBody body)
    {
        return Write(writer => WriteLight(writer, body));
    }

    /// <summary>What the display shows: a link, else the way into the device's own Wi-Fi while nobody is its guardian, else words.</summary>
    public static (DotPicture Picture, string Qr, string Text) Display(BoardBody body, BoardFacts facts)
    {
        if (body.IsDisplayDead)
        {
            return (Face.OfText([]), "", "");
        }

        (string url, string code) = body.Link;
        bool isWifi = url.Length == 0 && facts.IsOwnOpen && !facts.IsPaired;
        string qr = isWifi ? Face.WifiLink(facts.Factory) : DeviceLink(url, facts);

        if (facts.HasPower && Face.CodeOf(qr) is QrCode modules)
        {
            string[] beside = isWifi ? Face.BesideWifi(facts.Factory) : Face.BesideLink(code);
            return (Face.OfCode(modules, beside), qr, string.Join(' ', beside));
        }

        string[] lines = facts.HasPower ? Face.NameAndWords(facts.Name, HostSigns.Of(body.Sign).Words) : [];
        return (Face.OfText(lines), "", string.Join(' ', lines));
    }

    // A device has its name below .local and no port, and with those the code fits the display at two pixels a module.
    private static string DeviceLink(string url, BoardFacts facts)
    {
        int mark = url.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? url : $"http://{facts.Factory.HostLabel}.local/{url[mark..]}";
    }

    private static void WriteDisplay(Utf8JsonWriter writer, BoardBody body, BoardFacts facts)
    {
        (DotPicture picture, string qr, string text) = Display(body, facts);
        writer.WriteStartObject("display");
        writer.WriteString("qr", qr);
        writer.WriteString("code", body.Link.Code);
        writer.WriteString("text", text);
        writer.WriteStartArray("rows");

        foreach (string row in RowsOf(picture))
        {
            writer.WriteStringValue(row);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The rows from the top, each as 32 hexadecimal digits, the leftmost pixel first.</summary>
    internal static string[] RowsOf(DotPicture picture)
    {
        string[] rows = new string[DotPicture.Height];

        for (int y = 0; y < DotPicture.Height; y++)
        {
            byte[] row = new byte[DotPicture.Width / 8];

            for (int x = 0; x < DotPicture.Width; x++)
            {
                if (picture[x, y])
                {
                    row[x / 8] |= (byte)(0x80 >> (x % 8));
                }
            }

            rows[y] = Convert.ToHexStringLower(row);
        }

        return rows;
    }

    private static void WriteHeard(Utf8JsonWriter writer, string name, BoardBody.Heard[] list)
    {
        writer.WriteStartArray(name);

        foreach (BoardBody.Heard heard in list)
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", heard.Number);
            writer.WriteNumber("hertz", heard.Hertz);
            writer.WriteString("words", heard.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSensors(Utf8JsonWriter writer, (string Kind, bool IsOn)[] sensors)
    {
        writer.WriteStartArray("sensors");

        foreach ((string kind, bool isOn) in sensors)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteBoolean("on", isOn);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAir(Utf8JsonWriter writer, IReadOnlyList<AirNetwork> networks)
    {
        writer.WriteStartArray("networks");

        foreach (AirNetwork network in networks)
        {
            writer.WriteStartObject();
            writer.WriteString("ssid", network.Ssid);
            writer.WriteString("key", network.Key);
            writer.WriteString("fault", AirFaultNames.Of(network.Fault));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("faults");

        foreach ((AirFault _, string name, string words) in AirFaultNames.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("words", words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLight(Utf8JsonWriter writer, BoardBody body)
    {
        (int colour, int brightness) = body.Lamp;
        (int hertz, int volume) = body.Buzzer;
        writer.WriteStartObject("light");
        writer.WriteString("colour", $"#{colour:x6}");
        writer.WriteNumber("brightness", brightness);
        writer.WriteEndObject();
        writer.WriteStartObject("tone");
        writer.WriteNumber("hertz", hertz);
        writer.WriteNumber("volume", volume);
        writer.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();

        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
