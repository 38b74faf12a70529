using System;
using System.IO;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Pairing;
using ToyGuard.Edge;
using ToyGuard.Emulator.Commands;

namespace ToyGuard.Emulator.Running;

/// <summary>What the device is from its making on, kept beside its flash: no wipe and no settings touch it (PAIR-01).</summary>
internal static class FactoryFile
{
    private const string Name = "factory.json";

    /// <summary>The identity that <paramref name="folder"/> keeps; in a new folder a new one, drawn and kept.</summary>
    public static FactoryIdentity Open(string folder)
    {
        string path = Path.Combine(folder, Name);

        if (File.Exists(path))
        {
            return Read(path);
        }

        FactoryIdentity identity = FactoryIdentity.Draw(new SecureRandom());

        // Whole or not at all: a name that changes loses every phone.
        string half = path + ".new";
        File.WriteAllText(half, Json(identity));
        File.Move(half, path);
        return identity;
    }

    private static FactoryIdentity Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            return new FactoryIdentity(Text("label"), Convert.FromHexString(Text("id")), Text("apName"), Text("apKey"), null);

            string Text(string member)
            {
                return root.GetProperty(member).GetString() ?? "";
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException)
        {
            throw new WrongUseException($"--data: {Texts.Shown(path)} is no device's identity: {Texts.Shown(e.Message)}");
        }
    }

    private static string Json(FactoryIdentity identity)
    {
        using MemoryStream stream = new();

        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("label", identity.HostLabel);
            writer.WriteString("id", Convert.ToHexStringLower(identity.DeviceId));
            writer.WriteString("apName", identity.ApName);
            writer.WriteString("apKey", identity.ApKey);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
