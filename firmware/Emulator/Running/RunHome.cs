using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Core.Family;
using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Core.Storage;
using ToyGuard.Edge;
using ToyGuard.Edge.Hub;
using ToyGuard.Edge.Storage;
using ToyGuard.Emulator.Commands;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Running;

/// <summary>The home of one run: what an earlier run kept in its data folder, or, in an empty one, what its options say.</summary>
internal sealed class RunHome
{
    private RunHome(KeptHome home, ThingBook things, IFlash flash, bool isFirst)
    {
        Kept = home;
        Things = things;
        Flash = flash;
        IsFirst = isFirst;
    }

    /// <summary>The home, open.</summary>
    public KeptHome Kept { get; }

    /// <summary>Which thing on the hub's own Wi-Fi is which toy.</summary>
    public ThingBook Things { get; }

    /// <summary>The flash that it is kept in, for those who keep more there.</summary>
    public IFlash Flash { get; }

    /// <summary>True when nothing was kept before, so that the options count.</summary>
    public bool IsFirst { get; }

    /// <summary>Opens it: the rules are in force when this returns, and nothing listens yet.</summary>
    public static RunHome Open(RunSettings settings, DataFolder data, IReadOnlyList<DeclaredToy> toys, WallClock clock, Plug plug, Feed feed)
    {
        // A folder of which only a part is left is no empty one: what it lost must not come back as what an option says.
        bool isFirst = !Directory.Exists(data.Flash) || !Directory.EnumerateFileSystemEntries(data.Flash).Any();
        FileFlash files = new(data.Flash, DataFolder.DriveBytes);
        PluggedFlash flash = new(files, plug);
        KeptHome home = new(flash, new PluggedDrive(new FileDrive(files), plug), new SecureRandom(), new Hmac(), clock) { Watcher = feed };
        ThingBook things = new(new CarefulFlash(flash));
        home.Open([.. toys], new VerdictCounters(), things);

        if (isFirst && settings.Accepted != Acceptance.NotPaired)
        {
            _ = home.Change(FirstSettings.Of(toys, settings.Accepted));
        }

        return new RunHome(home, things, flash, isFirst);
    }

    /// <summary>Whose settings are in force, in words.</summary>
    public string PairedWords(Acceptance accepted)
    {
        return (Kept.Settings.IsPaired, IsFirst, accepted) switch
        {
            (false, _, _) => "no, so everything is held",
            (true, false, _) => "yes, with the settings that were kept",
            (true, true, Acceptance.PlainToo) => "yes, as if a guardian had accepted all of the maker's own places, plain http too",
            _ => "yes, as if a guardian had accepted the maker's own TLS places",
        };
    }
}
