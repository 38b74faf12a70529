using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

using Spectre.Console;

using ToyGuard.Core.Policy;
using ToyGuard.Core.Settings;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Commands;

/// <summary>One run of the hub, from its settings to its good end.</summary>
internal static class RunCommand
{
    private const string Name = "ToyGuard Emulator";

    /// <summary>Runs until it is told to end. Exit code 0, whatever ended it.</summary>
    public static async Task<int> RunAsync(RunSettings settings)
    {
        using Ending ending = new();
        IReadOnlyList<DeclaredToy> folder = ToyFolder.Read(settings.Manifests);
        IReadOnlyList<EmulatedToy> toys = ToyHome.Gather(folder, settings);
        using DataFolder data = new(settings.Data);
        Feed feed = new([.. toys.Select(toy => toy.Name)], TimeProvider.System);
        using LabNetwork lab = new(settings, data.Path, feed);
        using Bench bench = new(settings, Name, data, folder, lab, feed, parts => EmulatedHub.Start(parts, toys));
        Machine machine = bench.Begin();
        using BoardServer? board = OpenBoard(settings, bench);

        // The hub's own state belongs to its gate, so the briefing has one of its own.
        GateState state = FirstSettings.StateOf(machine.Home.Kept.Settings, folder, settings.Clock.AsMoment());
        Task showing = ViewFor(settings).ShowAsync(
            new Briefing
            {
                IsPaired = machine.Identity.IsPaired,
                PairedWords = machine.Home.PairedWords(settings.Accepted),
                Start = machine.Home.Kept.Outcome,
                Clock = settings.Clock.Words,
                Listens = machine.Device.Listens,
                Board = board?.Url,
                Resolver = lab.ResolverWords,
                AuthorityFile = lab.AuthorityFile,
                Notes = [.. RunNotes.Of(settings, machine.Home, toys)],
                Toys = toys,
                State = state,
                TryLines = TryLines.Make(toys, state, lab.Table, machine.Device.Listens, lab.AuthorityFile),
            },
            feed);

        machine.Device.Wake();

        if (settings.IsCommanded)
        {
            FamilyInput.Start(Console.OpenStandardInput(), bench.Take);
        }

        await Task.WhenAny(ending.WaitAsync(settings.ExitAfter), showing).ConfigureAwait(false);
        bench.Dispose();
        feed.Complete();
        await showing.ConfigureAwait(false);
        return 0;
    }

    /// <summary>Opens the virtual board where one is wanted. A port that cannot be had ends the run in one line.</summary>
    public static BoardServer? OpenBoard(RunSettings settings, Bench bench)
    {
        BoardServer? board = null;

        if (settings.BoardPort is int port)
        {
            Ports.Open(() => board = BoardServer.Start(port, new BoardApi(bench)), "--board-port", "--board-port", IPAddress.Loopback, port);
        }

        return board;
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
