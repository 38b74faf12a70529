using System;
using System.IO;
using System.Text;
using System.Text.Json;

using ToyGuard.Core.Pairing;
using ToyGuard.Edge;

namespace ToyGuard.Maker.Labels;

/// <summary>New identities from the system's generator, and the file for the device.</summary>
internal static class Identities
{
    /// <summary>A new one for a new device.</summary>
    /// <param name="hasDisplay">True for a device that shows its claim code: it gets none on paper.</param>
    public static FactoryIdentity New(bool hasDisplay)
    {
        return FactoryIdentity.Draw(new SecureRandom(), hasDisplay);
    }

    /// <summary>New secrets for a device whose card is lost: name and id stay, so that phones go on finding it; key and code are others.</summary>
    /// <param name="hostLabel">Its lasting name without .local.</param>
    /// <param name="deviceId">Its id.</param>
    /// <param name="hasDisplay">As for a new one.</param>
    public static FactoryIdentity Again(string hostLabel, byte[] deviceId, bool hasDisplay)
    {
        FactoryIdentity drawn = New(hasDisplay);
        return new FactoryIdentity(hostLabel, deviceId, drawn.ApName, drawn.ApKey, drawn.PrintedCode);
    }

    /// <summary>What the device is to hold, as JSON.</summary>
    public static string Json(FactoryIdentity identity)
    {
        using MemoryStream stream = new();

        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("label", identity.HostLabel);
            writer.WriteString("id", Convert.ToHexStringLower(identity.DeviceId));
            writer.WriteString("apName", identity.ApName);
            writer.WriteString("apKey", identity.ApKey);

            if (identity.PrintedCode is not null)
            {
                writer.WriteString("code", Convert.ToHexStringLower(identity.PrintedCode));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
