using System;
using System.Globalization;

namespace ToyGuard.Device.Bench.Report;

/// <summary>A row of a board's checklist that this program can fill in.</summary>
/// <param name="What">The row's first column, word for word.</param>
/// <param name="Unit">s or ms, as the row's blank has it.</param>
internal sealed record Measured(string What, string Unit)
{
    /// <summary>A time as the blank wants it.</summary>
    public string Of(TimeSpan time)
    {
        return Unit == "s" ? time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) : time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
    }
}
