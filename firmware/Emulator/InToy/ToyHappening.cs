using System;

using ToyGuard.Core.Policy;
using ToyGuard.Emulator.View;
using ToyGuard.Kit.Play;

namespace ToyGuard.Emulator.InToy;

/// <summary>Something that a toy of this program shows, says or does.</summary>
/// <param name="Time">Local time.</param>
internal abstract record ToyHappening(DateTime Time) : Happening(Time)
{
    /// <summary>The log line, with the time as <paramref name="time"/>.</summary>
    public abstract string LineAt(string time);
}

/// <summary>The toy said something to the child.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Words">What.</param>
internal sealed record ToySaid(DateTime Time, string Words) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"says {time} words={View.Words.Readable(Words)}";
    }
}

/// <summary>The toy's sign light changed.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Colour">0xRRGGBB.</param>
/// <param name="Brightness">Percent; 0 is dark.</param>
/// <param name="IsStep">True where it was lit in the same colour before: a breath has hundreds of these.</param>
internal sealed record LightChanged(DateTime Time, int Colour, int Brightness, bool IsStep) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override bool IsForPeopleOnly
    {
        get { return IsStep; }
    }

    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return Brightness == 0 ? $"light {time} colour=- brightness=0" : $"light {time} colour={Colour:x6} brightness={Brightness}";
    }
}

/// <summary>The toy shows another sign than before, or none any more.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Sign">Which.</param>
internal sealed record SignChanged(DateTime Time, Sign Sign) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"sign {time} name={SignWords.NameOf(Sign)} words={View.Words.Readable(SignSheet.Of(Sign).Words)}";
    }
}

/// <summary>A sensor and its light were powered, or are not any more.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Kind">Which sensor.</param>
/// <param name="IsOn">Both, since one call powers both.</param>
internal sealed record SensorTurned(DateTime Time, string Kind, bool IsOn) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        string state = IsOn ? "on" : "off";
        return $"sensor {time} {Kind}={state} its-light={state}";
    }
}

/// <summary>The toy begins a story.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reason">Allowed when it was fetched; else why it is the one that the toy knows by heart.</param>
internal sealed record StoryBegun(DateTime Time, string Title, Reason Reason) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"story {time} title={View.Words.Readable(Title)} from={(Reason == Reason.Allowed ? "its-maker" : "the-toy-itself")} reason={(int)Reason}";
    }
}

/// <summary>The run is over, and a place moved so many bytes in it.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Place">The id of the endpoint.</param>
/// <param name="Bytes">Of the day, both directions together, as the gate counted them.</param>
internal sealed record PlaceUsed(DateTime Time, string Place, long Bytes) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"used {time} place={View.Words.Value(Place)} bytes={Bytes}";
    }
}

/// <summary>The story is over, told to its end or not.</summary>
/// <param name="Time">Local time.</param>
internal sealed record StoryEnded(DateTime Time) : ToyHappening(Time)
{
    /// <inheritdoc/>
    public override string LineAt(string time)
    {
        return $"story {time} over";
    }
}
