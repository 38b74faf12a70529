using System;
using System.IO;

using ToyGuard.Bench.Report;

namespace ToyGuard.Bench.Running;

/// <summary>One run of the command: how long and how often, its temporary folder, and what was found.</summary>
internal sealed class BenchRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toyguard-bench-");

    /// <summary>A run of so many turns; a quick one only shows that everything runs.</summary>
    public BenchRun(int rounds, bool isQuick)
    {
        Rounds = isQuick ? 1 : rounds;
        IsQuick = isQuick;
        Home = new Home(_folder.FullName);
        Results = new Results(isQuick);
    }

    /// <summary>Turns of each side.</summary>
    public int Rounds { get; }

    /// <summary>True when only that it runs is to be shown.</summary>
    public bool IsQuick { get; }

    /// <summary>The home that all servers serve.</summary>
    public Home Home { get; }

    /// <summary>What was found.</summary>
    public Results Results { get; }

    /// <summary>The run's own folder, gone when it ends.</summary>
    public string Folder
    {
        get { return _folder.FullName; }
    }

    /// <summary>One of two durations, by how the run is meant.</summary>
    public int Seconds(int full, int quick)
    {
        return IsQuick ? quick : full;
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
