using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using ToyGuard.Core.Settings;
using ToyGuard.Edge.Toy;
using ToyGuard.Emulator.Board;
using ToyGuard.Emulator.Family;
using ToyGuard.Emulator.InToy;
using ToyGuard.Emulator.Lab;
using ToyGuard.Emulator.Power;
using ToyGuard.Emulator.Running;
using ToyGuard.Emulator.Toys;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Commands;

/// <summary>One run of a toy that guards itself, from its settings to its good end.</summary>
internal static class ToyCommand
{
    /// <summary>Runs until it is told to end. Exit code 0, whatever ended it.</summary>
    public static async Task<int> RunAsync(RunSettings settings)
    {
        using Ending ending = new();
        DeclaredToy toy = Choose(ToyFolder.Read(settings.Manifests), settings.Toy);
        using DataFolder data = new(settings.Data);
        Feed feed = new([toy.Name], TimeProvider.System);
        using LabNetwork lab = new(settings, data.Path, feed);

        // The lab makes its CA anew at every start, so that one cannot lie beside the sample's manifest.
        TlsRoots roots = RootFiles.Read(lab.AuthorityFile is null ? settings.Manifests ?? ToyFolder.Samples : data.Path, toy.Manifest);
        using Bench bench = new(settings, toy.Manifest.Name, data, [toy], lab, feed, parts => RunningToy.Start(parts, toy, roots));
        Machine machine = bench.Begin();
        using BoardServer? board = RunCommand.OpenBoard(settings, bench);
        bool hasKeys = RunCommand.IsForPeople(settings) && !settings.IsCommanded && !Console.IsInputRedirected;

        Task showing = RunCommand.ViewFor(settings).ShowAsync(
            new ToyBriefing(toy.Manifest)
            {
                IsPaired = machine.Identity.IsPaired,
                PairedWords = machine.Home.PairedWords(settings.Accepted),
                Start = machine.Home.Kept.Outcome,
                Clock = settings.Clock.Words,
                Listens = machine.Device.Listens,
                Board = board?.Url,
                Resolver = lab.ResolverWords,
                AuthorityFile = lab.AuthorityFile,
                Notes = [.. RunNotes.Of(settings, machine.Home)],
                HasKeys = hasKeys,
            },
            feed);

        machine.Device.Wake();

        if (settings.IsCommanded)
        {
            FamilyInput.Start(Console.OpenStandardInput(), bench.Take);
        }

        if (hasKeys)
        {
            ToyKeys.Start(bench.Take, toy);
        }

        await Task.WhenAny(ending.WaitAsync(settings.ExitAfter), showing).ConfigureAwait(false);
        bench.Dispose();
        feed.Complete();
        await showing.ConfigureAwait(false);
        return 0;
    }

    private static DeclaredToy Choose(IReadOnlyList<DeclaredToy> folder, string? name)
    {
        const string Usual = "story-bear";

        if (name is not null)
        {
            return folder[ToyHome.NumberOf(folder, name, "--toy") - 1];
        }

        return folder.Count == 1 ? folder[0]
            : folder.FirstOrDefault(toy => toy.Name == Usual)
            ?? throw new WrongUseException($"--toy: say which of these it is: {Texts.Shown(string.Join(", ", folder.Select(toy => toy.Name)))}");
    }
}
