using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>What is posted to /setup: {"ssid", "key"}, both there, nothing else, and in plain, since the device's own Wi-Fi protects it.</summary>
internal sealed class SetUpForm
{
    private const int Members = 2;

    /// <summary>The network's name.</summary>
    internal string Ssid { get; private set; } = "";

    /// <summary>Its key; empty for an open one.</summary>
    internal string Key { get; private set; } = "";

    /// <summary>Reads it; false for what it is not. Whether there can be such a network is for others to say.</summary>
    internal bool Read(byte[] body, int offset, int count)
    {
        JsonReader reader = new JsonReader(body, offset, count);
        int members = 0;

        if (reader.Read() != JsonToken.ObjectStart)
        {
            return false;
        }

        while (reader.Read() == JsonToken.Name)
        {
            bool isSsid = reader.IsText("ssid");

            if ((!isSsid && !reader.IsText("key")) || reader.Read() != JsonToken.Text)
            {
                return false;
            }

            if (isSsid)
            {
                Ssid = reader.Text;
            }
            else
            {
                Key = reader.Text;
            }

            members++;
        }

        return reader.Token == JsonToken.ObjectEnd && reader.Read() == JsonToken.End && members == Members;
    }
}
