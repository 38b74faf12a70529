using System;

using ToyGuard.Core.Boot;
using ToyGuard.Core.Policy;

namespace ToyGuard.Emulator.View;

/// <summary>Something that a view shows once, with the wall time at which it happened.</summary>
/// <param name="Time">Local time.</param>
internal abstract record Happening(DateTime Time)
{
    /// <summary>True for what moves in a picture and would only fill a log.</summary>
    public virtual bool IsForPeopleOnly
    {
        get { return false; }
    }
}

/// <summary>The gate gave a verdict.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Toy">The toy's name, empty for an address that no toy has.</param>
/// <param name="Host">The host in the form that is compared, empty when it was none.</param>
/// <param name="Kind">What was wanted there.</param>
/// <param name="Port">The TCP port, 0 where none was asked for.</param>
/// <param name="Reason">The verdict.</param>
internal sealed record VerdictGiven(DateTime Time, string Toy, string Host, AskKind Kind, int Port, Reason Reason)
    : Happening(Time)
{
    /// <summary>The use of a sensor in the toy's manifest, from 1; 0 where a place was asked for.</summary>
    public int Sensor { get; init; }
}

/// <summary>Verdicts of one toy that were too many to show one by one.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Toy">The toy's name, empty for addresses that no toy has.</param>
/// <param name="Open">How many were open.</param>
/// <param name="Waiting">How many wait for a guardian.</param>
/// <param name="Closed">How many were closed.</param>
internal sealed record VerdictsSummedUp(DateTime Time, string Toy, int Open, int Waiting, int Closed) : Happening(Time);

/// <summary>The lab resolver was asked for a name.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Name">The name as it arrived.</param>
internal sealed record ResolverAsked(DateTime Time, string Name) : Happening(Time);

/// <summary>A connection arrived at a lab server.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Host">The host that the server plays.</param>
/// <param name="Address">The address that it claims.</param>
internal sealed record ServerReached(DateTime Time, string Host, string Address) : Happening(Time);

/// <summary>A service of the hub failed and will be run again.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Service">Its name.</param>
/// <param name="DelayMs">Milliseconds until then.</param>
/// <param name="Fault">What it died of.</param>
internal sealed record ServiceFailed(DateTime Time, string Service, int DelayMs, string Fault) : Happening(Time);

/// <summary>The home found something amiss after its start.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Finding">What.</param>
internal sealed record SomethingFound(DateTime Time, BootFinding Finding) : Happening(Time);

/// <summary>A line of --commands was answered.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Answer">The answer, plain text without a line end.</param>
internal sealed record CommandAnswered(DateTime Time, string Answer) : Happening(Time);
