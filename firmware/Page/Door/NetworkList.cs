using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Wire.Json;

namespace ToyGuard.Page.Door;

/// <summary>The networks that the radio hears, as the page reads them: "networks":[{ssid, bars, kind}], best first.</summary>
internal static class NetworkList
{
    /// <summary>More are not told: a page with more is no help, and the answer has an end.</summary>
    internal const int Most = 16;

    /// <summary>Writes the member into an object that is open.</summary>
    internal static void Write(JsonWriter writer, WifiNetwork[] networks)
    {
        writer.Name("networks");
        writer.BeginArray();

        for (int i = 0; i < networks.Length && i < Most; i++)
        {
            writer.BeginObject();
            writer.Name("ssid");
            writer.Text(networks[i].Ssid);
            writer.Name("bars");
            writer.Number(networks[i].Bars);
            writer.Name("kind");
            writer.Text(SetupWords.Of(networks[i].Kind));
            writer.EndObject();
        }

        writer.EndArray();
    }
}
