using System.Text.Json;

using ToyGuard.Core.Boot;

namespace ToyGuard.Emulator.Look;

/// <summary>What a start came to, in words for lines that scripts read.</summary>
internal static class BootWords
{
    /// <summary>One word for a stage.</summary>
    public static string Of(BootStage stage)
    {
        return stage switch
        {
            BootStage.Normal => "normal",
            BootStage.LastGood => "last-good",
            _ => "safe",
        };
    }

    /// <summary>A finding's words, fit to stand in quotation marks: plain ASCII, escaped as in JSON.</summary>
    public static string Quoted(BootFinding finding)
    {
        return JsonEncodedText.Encode(BootFindingWords.Of(finding)).ToString();
    }
}
