using System;

using ToyGuard.Core.Pairing.SetUp;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Body;

namespace ToyGuard.Emulator.Board;

/// <summary>Something that the virtual board shows, or that was done to it.</summary>
/// <param name="Time">Local time.</param>
internal abstract record BoardHappening(DateTime Time) : Happening(Time)
{
    /// <summary>The log line, with the time as <paramref name="time"/>.</summary>
    public abstract string LineAt(string time);
}

/// <summary>The device shows another sign of its own than before, or none any more.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Sign">Which.</param>
internal sealed record HostSignChanged(DateTime Time, HostSign Sign) : BoardHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"sign {time} name={HostSignWords.NameOf(Sign)} words={Words.Readable(HostSigns.Of(Sign).Words)}";
    }
}

/// <summary>The display shows a link as a QR code, or none any more.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Url">What a browser on this computer opens; empty for none.</param>
internal sealed record LinkShown(DateTime Time, string Url) : BoardHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return "link " + (Url.Length == 0 ? "-" : Url);
    }
}

/// <summary>The display shows a code to type in, or none any more.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Code">The code; empty for none.</param>
internal sealed record CodeShown(DateTime Time, string Code) : BoardHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return "code " + (Code.Length == 0 ? "-" : Code);
    }
}

/// <summary>The plug was pulled, or put back.</summary>
/// <param name="Time">Local time.</param>
/// <param name="IsOn">Whether there is power.</param>
internal sealed record PowerChanged(DateTime Time, bool IsOn) : BoardHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"power {time} {(IsOn ? "on" : "off")}";
    }
}
