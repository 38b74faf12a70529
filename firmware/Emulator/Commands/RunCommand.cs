using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

using Spectre.Console;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Edge.Hub;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Commands;

/// <summary>One run of the hub, from its settings to its good end.</summary>
internal static class RunCommand
{
    /// <summary>Runs until it is told to end. Exit code 0, whatever ended it.</summary>
    public static async Task<int> RunAsync(RunSettings settings)
    {
        using Ending ending = new();
        IReadOnlyList<DeclaredToy> folder = ToyFolder.Read(settings.Manifests);
        IReadOnlyList<EmulatedToy> toys = ToyHome.Gather(folder, settings.ToyAt);
        using DataFolder data = new(settings.Data);
        Feed feed = new([.. toys.Select(toy => toy.Name)], TimeProvider.System);
        using LabNetwork lab = new(settings, data.Path, feed);
        WallClock clock = settings.Clock.Running(settings.ReadAtMs);
        RunHome home = RunHome.Open(settings, data, folder, clock, feed);
        using FindingWatch findings = new(home.Kept, feed);
        EmulatedHub hub = EmulatedHub.Start(settings, home.Kept, clock, toys, lab, feed);

        // The hub's own state belongs to its gate, so the briefing has one of its own.
        GateState state = FirstSettings.StateOf(home.Kept.Settings, folder, settings.Clock.AsMoment());
        Task showing = ViewFor(settings).ShowAsync(
            new Briefing
            {
                IsPaired = home.Kept.Settings.IsPaired,
                PairedWords = home.PairedWords(settings.Accepted),
                Start = home.Kept.Outcome,
                Clock = settings.Clock.Words,
                Listens = hub.Listens,
                Resolver = lab.ResolverWords,
                AuthorityFile = lab.AuthorityFile,
                Notes = [.. RunNotes.Of(settings, home, toys)],
                Toys = toys,
                State = state,
                TryLines = TryLines.Make(toys, state, lab.Table, hub.Listens, lab.AuthorityFile),
            },
            feed);

        if (settings.IsCommanded)
        {
            FamilyInput.Start(Console.OpenStandardInput(), new FamilyDesk(home.Kept, folder, hub.Identity, feed.Answer, null));
        }

        await Task.WhenAny(ending.WaitAsync(settings.ExitAfter), showing).ConfigureAwait(false);
        hub.Stop();
        feed.Complete();
        await showing.ConfigureAwait(false);
        return 0;
    }

    /// <summary>True where somebody looks at a terminal.</summary>
    public static bool IsForPeople(RunSettings settings)
    {
        return !settings.IsHeadless && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
    }

    /// <summary>The view for people in a terminal, and plain lines elsewhere.</summary>
    public static IView ViewFor(RunSettings settings)
    {
        return IsForPeople(settings) ? new LiveView(AnsiConsole.Console) : new LogView(new StreamWriter(Console.OpenStandardOutput(), Console.OutputEncoding));
    }
}
