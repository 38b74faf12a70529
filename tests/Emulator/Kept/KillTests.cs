using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

using ToyGuard.Emulator.Tests.Running;

namespace ToyGuard.Emulator.Tests.Kept;

/// <summary>
/// Goal: whatever was answered as saved survives a kill at any moment, whatever was not is there whole or not at all, and no record is lost or altered.
/// Method: the real program over real files, killed while it saves; see <see cref="KillRun"/>.
/// </summary>
/// <remarks>More of them, and written down: TOYGUARD_KILLS=1000 dotnet test tests/Emulator --filter KillTests</remarks>
[TestClass]
public class KillTests
{
    private const int Standard = 30;
    private const int Seed = 20261122;

    [TestMethod]
    [Req("RES-02")]
    [Req("LOG-01")]
    [Req("LOG-02")]
    [Req("DEF-03")]
    public void Kill_WhileItSaves_KeepsWhatWasAnswered()
    {
        string? asked = Environment.GetEnvironmentVariable("TOYGUARD_KILLS");
        int kills = asked is null ? Standard : int.Parse(asked, CultureInfo.InvariantCulture);
        using KillRun run = new(Seed);
        long begun = Stopwatch.GetTimestamp();

        run.Run(kills);

        Assert.AreEqual(kills, run.Kills);
        Assert.IsGreaterThan(kills, run.Answered);
        Assert.IsGreaterThan(0L, run.RecordsCompared);

        if (asked is not null)
        {
            File.WriteAllText(Path.Combine(Repository.Root, "tests", "Emulator", "results.md"), Report(run, Stopwatch.GetElapsedTime(begun)));
        }
    }

    private static string Report(KillRun run, TimeSpan time)
    {
        return string.Create(CultureInfo.InvariantCulture, $"""
            # What kills cost

            Written by `TOYGUARD_KILLS={run.Kills} dotnet test tests/Emulator --filter KillTests`, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, seed {Seed}.
            The Emulator over one data folder, killed (SIGKILL) while it saves, started again, compared; `Kept/KillRun.cs` says how.

            | what | how many |
            |---|---|
            | kills | {run.Kills} |
            | changes answered as saved before a kill | {run.Answered} |
            | of these lost | 0 |
            | kills after which a change was there whole that nobody had been told of | {run.KeptUnanswered} |
            | kills between the two copies of a save: one copy was repaired at the start | {run.Repaired} |
            | half changes, states that nobody asked for | 0 |
            | verdicts asked after a kill, and wider than the state in force | {run.Verdicts}, 0 |
            | records compared after a kill, and altered or lost | {run.RecordsCompared}, 0 |
            | seconds a kill, with the start after it | {time.TotalSeconds / run.Kills:0.00} |

            A run that finds one of the zeros to be more ends there, and writes nothing.

            """);
    }
}
