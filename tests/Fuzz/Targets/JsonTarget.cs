using System.Collections.Generic;

using ToyGuard.Fuzz.Loop;
using ToyGuard.Wire;
using ToyGuard.Wire.Json;

namespace ToyGuard.Fuzz.Targets;

/// <summary>The reader of JSON, token by token.</summary>
internal sealed class JsonTarget : Target
{
    public override string Name
    {
        get { return "json"; }
    }

    public override string Hurdle
    {
        get { return "three tokens"; }
    }

    public override int LengthMax
    {
        get { return 4096; }
    }

    public override IEnumerable<byte[]> Seeds()
    {
        return Ascii.All(
            "{\"a\":1,\"b\":[true,false,null,-0.5e+3],\"c\":{\"d\":\"x\"}}", "[]", "\"\\u00e9\\ud83d\\ude00\\n\\\"\"", "[1,2,3]", " { } ", "-9223372036854775808", "9223372036854775808",
            "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", "{\"a\":1,\"a\":2}", "\"\\ud800\"", "01", "1.", "\"\u00c3\u00a9\"", "tru", "{\"a\"}", "[1,]")
            .AppendManifest();
    }

    public override IEnumerable<byte[]> Words()
    {
        return Ascii.All(
            "{\"", "\":", "\",\"", "}", "[", "]", ",", "true", "false", "null", "\\u0000", "\\ud83d\\ude00", "\\n", "\\\"", "1e5", "-0", "9223372036854775807", "\u00ef\u00bb\u00bf", "\u00c3\u00a9",
            "\u00f0\u009f\u0098\u0080", "\u00ed\u00a0\u0080", "\n", "\"a\":1,");
    }

    public override Outcome Read(Pieces pieces)
    {
        pieces.All();
        JsonReader reader = new(pieces.Buffer, pieces.Offset, pieces.Count);
        long sum = 0;
        int tokens = 0;

        while (reader.Status == ReadStatus.None)
        {
            sum = Outcome.Add(sum, (int)reader.Read());
            sum = Outcome.Add(sum, reader.Whole + reader.Line);
            sum = Outcome.Add(sum, reader.Text.Length);
            tokens++;
        }

        int fault = (int)reader.Fault;

        return new Outcome(reader.Status, fault, fault == 0 ? 0 : reader.Offset - pieces.Offset, 0, sum, tokens > 3);
    }

    public override bool TellsTooLittle
    {
        get { return true; }
    }

    public override int StepsMax(int count)
    {
        return 1000 + (250 * count);
    }

    public override long AllocatedMax(int count)
    {
        return 8000 + (40 * count);
    }
}
