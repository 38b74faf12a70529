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

    /// <summary>The log line of a start.</summary>
    public static string LineOf(BootOutcome start)
    {
        return $"boot {start.BootNumber} stage={Of(start.Stage)} bad-boots={start.BadBoots} findings={start.Findings.Length}";
    }

    /// <summary>The log line of a finding.</summary>
    public static string LineOf(BootFinding finding)
    {
        return $"finding {(int)finding} words=\"{BootFindingWords.Of(finding)}\"";
    }

    /// <summary>A start for people.</summary>
    public static string WordsOf(BootOutcome start)
    {
        return start.Stage switch
        {
            BootStage.Normal => $"number {start.BootNumber}, as usual",
            BootStage.LastGood => $"number {start.BootNumber}, with the last good settings, since {start.BadBoots} starts in a row ended early",
            _ => $"number {start.BootNumber}, safe mode: everything is held",
        };
    }
}
