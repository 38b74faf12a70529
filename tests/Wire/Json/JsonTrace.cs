using System.Text;

using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Wire.Tests.Json;

/// <summary>What a reader says about some bytes, as one line of text: each token, then the end, "more" or the fault with its offset.</summary>
internal static class JsonTrace
{
    public static string Of(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return Of(bytes, 0, bytes.Length);
    }

    public static string Of(byte[] bytes, int offset, int count)
    {
        JsonReader reader = new(bytes, offset, count);
        StringBuilder trace = new();

        while (reader.Status == ReadStatus.None)
        {
            Append(trace, reader, reader.Read());
        }

        switch (reader.Status)
        {
            case ReadStatus.Complete:
                trace.Append("end");
                break;
            case ReadStatus.NeedMore:
                trace.Append("more");
                break;
            default:
                trace.Append("fault ");
                trace.Append((int)reader.Fault);
                trace.Append(" at ");
                trace.Append(reader.Offset - offset);
                break;
        }

        return trace.ToString();
    }

    public static ReadStatus StatusOf(byte[] bytes, int offset, int count)
    {
        JsonReader reader = new(bytes, offset, count);

        while (reader.Status == ReadStatus.None)
        {
            reader.Read();
        }

        return reader.Status;
    }

    private static void Append(StringBuilder trace, JsonReader reader, JsonToken token)
    {
        switch (token)
        {
            case JsonToken.ObjectStart:
                trace.Append("{ ");
                break;
            case JsonToken.ObjectEnd:
                trace.Append("} ");
                break;
            case JsonToken.ArrayStart:
                trace.Append("[ ");
                break;
            case JsonToken.ArrayEnd:
                trace.Append("] ");
                break;
            case JsonToken.Name:
                trace.Append("n:");
                trace.Append(reader.Text);
                trace.Append(' ');
                break;
            case JsonToken.Text:
                trace.Append("t:");
                trace.Append(reader.Text);
                trace.Append(' ');
                break;
            case JsonToken.Number:
                trace.Append(reader.IsWhole ? "w:" : "d:");
                trace.Append(reader.IsWhole ? reader.Whole.ToString() : reader.Text);
                trace.Append(' ');
                break;
            case JsonToken.True:
                trace.Append("true ");
                break;
            case JsonToken.False:
                trace.Append("false ");
                break;
            case JsonToken.Null:
                trace.Append("null ");
                break;
            default:
                break;
        }
    }
}
