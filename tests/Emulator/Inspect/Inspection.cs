using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Inspect;

/// <summary>One run of "inspect": its exit code and the objects that it printed.</summary>
internal sealed record Inspection(int ExitCode, IReadOnlyList<JsonElement> Lines, IReadOnlyList<string> Errors)
{
    public static Inspection Of(string kind, params string[] files)
    {
        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> errors) = EmulatorRun.ToEnd(["inspect", kind, .. files]);

        foreach (string line in lines)
        {
            Assert.IsTrue(line.All(character => character is >= ' ' and <= '~'), line);
        }

        return new Inspection(exitCode, [.. lines.Select(line => JsonDocument.Parse(line).RootElement)], errors);
    }

    /// <summary>The one line of a file that was read.</summary>
    public static JsonElement Read(string kind, string file)
    {
        Inspection inspection = Of(kind, file);
        Assert.AreEqual(0, inspection.ExitCode, inspection.All);
        Assert.AreEqual(1, inspection.Lines.Count, inspection.All);
        Assert.IsTrue(inspection.Lines[0].GetProperty("read").GetBoolean(), inspection.All);
        return inspection.Lines[0];
    }

    /// <summary>Both outputs in one, for messages.</summary>
    public string All
    {
        get { return string.Join('\n', Lines.Select(line => line.GetRawText()).Concat(Errors)); }
    }
}
