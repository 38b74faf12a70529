using System.Collections.Generic;

using ToyGuard.Core.Data;
using ToyGuard.Core.Pairing;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Records;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Storage;
using ToyGuard.Guard.Export;
using ToyGuard.Wire.Json;

namespace ToyGuard.Simulation.Month;

/// <summary>The rules of a home as a file: written and read by what writes and reads them on the device.</summary>
internal sealed class MonthFile : IExportHome
{
    // Home, children, toys; what follows is no rule.
    private const int PagesOfRules = 3 * 4096;

    private readonly KeptHome _home;

    private MonthFile(KeptHome home)
    {
        _home = home;
    }

    /// <inheritdoc/>
    public DeclaredToy[] Toys => MonthToys.Declared;

    /// <inheritdoc/>
    public FamilySettings Settings => _home.Settings;

    /// <inheritdoc/>
    public ActivityBook Activity => _home.Activity;

    /// <inheritdoc/>
    public VerdictCounters Counters => _home.Counters;

    /// <inheritdoc/>
    public long Starts => _home.Outcome.BootNumber;

    /// <summary>The pages of rules of a home.</summary>
    public static List<byte[]> Write(KeptHome home, PairingDesk desk)
    {
        ExportWriter writer = new(new MonthFile(home), desk, []);
        List<byte[]> pages = [];
        byte[] buffer = new byte[8192];

        for (int number = ExportWriter.First; number != 0 && number <= PagesOfRules;)
        {
            JsonWriter json = new(buffer);
            number = writer.Write(number, json);
            pages.Add(buffer[..json.Length]);
        }

        return pages;
    }

    /// <summary>What such pages say over the settings in force.</summary>
    public static ImportReader Read(List<byte[]> pages, FamilySettings now)
    {
        ImportReader reader = new(MonthToys.Declared, now);

        foreach (byte[] page in pages)
        {
            reader.Take(page, 0, page.Length);
        }

        return reader;
    }

    /// <inheritdoc/>
    public bool ShowUsage(int toy, IUsageReader reader)
    {
        return _home.Gate.ShowUsage(toy, reader);
    }

    /// <inheritdoc/>
    public void Walk(IRecordReader reader)
    {
        _home.Walk(reader);
    }
}
