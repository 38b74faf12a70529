using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ToyGuard.Maker.Flash;

/// <summary>Writes a plan for a script: one JSON object.</summary>
internal static class PlanJson
{
    /// <summary>The object: environment, calls and notes.</summary>
    public static string Of(FlashPlan plan)
    {
        using MemoryStream stream = new();

        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("nanoff", Boards.Catalogue.Firmware.NanoffVersion);

            // The tool reports its use otherwise.
            writer.WriteStartObject("environment");
            writer.WriteString("NANOFRAMEWORK_TELEMETRY_OPTOUT", "1");
            writer.WriteEndObject();
            writer.WriteStartArray("calls");

            foreach (FlashCall call in plan.Calls)
            {
                writer.WriteStartObject();
                writer.WriteString("name", call.Name);
                writer.WriteString("why", call.Why);
                writer.WriteBoolean("writes", call.IsWriting);
                Write(writer, "arguments", call.Arguments);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            Write(writer, "notes", plan.Notes);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, string name, string[] texts)
    {
        writer.WriteStartArray(name);

        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
