using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

using Spectre.Console;
using Spectre.Console.Rendering;

namespace ToyGuard.Emulator.View;

/// <summary>The view for people: the briefing once, and below it a picture that follows what happens.</summary>
internal sealed class LiveView : IView
{
    // Fast enough to feel immediate, slow enough to cost nothing in a storm.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole _console;

    public LiveView(IAnsiConsole console)
    {
        _console = console;
    }

    /// <inheritdoc/>
    public async Task ShowAsync(IBriefing briefing, Feed feed)
    {
        foreach (IRenderable part in briefing.Parts())
        {
            _console.Write(part);
        }

        WriteTries(briefing);
        _console.WriteLine();
        Tally tally = new();
        await _console.Live(Picture(briefing, tally, 0))
            .AutoClear(false)
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Bottom)
            .StartAsync(context => FollowAsync(context, briefing, feed, tally))
            .ConfigureAwait(false);
    }

    // On a very wide page, because a command or its comment that the console cuts in two is spoilt for pasting.
    private void WriteTries(IBriefing briefing)
    {
        const int VeryWide = 10_000;
        IAnsiConsole wide = AnsiConsole.Create(new AnsiConsoleSettings { Out = _console.Profile.Out });
        wide.Profile.Width = VeryWide;

        foreach ((IRenderable title, IReadOnlyList<string> commands) in briefing.Tries())
        {
            wide.Write(title);

            foreach (string command in commands)
            {
                wide.Write(new Text(command + "\n"));
            }
        }
    }

    private async Task FollowAsync(LiveDisplayContext context, IBriefing briefing, Feed feed, Tally tally)
    {
        context.Refresh();

        while (await feed.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (feed.Reader.TryRead(out Happening? happening))
            {
                tally.Add(happening);
                _ = briefing.Take(happening);
            }

            context.UpdateTarget(Picture(briefing, tally, feed.Lost));
            await Task.Delay(Breath, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private IRenderable Picture(IBriefing briefing, Tally tally, long lost)
    {
        return briefing.Picture(tally, lost, _console.Profile.Width, _console.Profile.Height);
    }
}
