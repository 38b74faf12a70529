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
    public async Task ShowAsync(Briefing briefing, Feed feed)
    {
        foreach (IRenderable part in BriefingPicture.Of(briefing))
        {
            _console.Write(part);
        }

        foreach ((IRenderable title, IReadOnlyList<string> commands) in BriefingPicture.TriesOf(briefing))
        {
            _console.Write(title);

            foreach (string command in commands)
            {
                // Past the console's own wrapping, which would cut a long command in two and spoil it for pasting.
                _console.Profile.Out.Writer.WriteLine(command);
            }
        }

        _console.WriteLine();
        Tally tally = new();
        await _console.Live(LivePicture.Of(briefing, tally, 0, RowsMax(briefing)))
            .AutoClear(false)
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Bottom)
            .StartAsync(context => FollowAsync(context, briefing, feed, tally))
            .ConfigureAwait(false);
    }

    private async Task FollowAsync(LiveDisplayContext context, Briefing briefing, Feed feed, Tally tally)
    {
        context.Refresh();

        while (await feed.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (feed.Reader.TryRead(out Happening? happening))
            {
                tally.Add(happening);
            }

            context.UpdateTarget(LivePicture.Of(briefing, tally, feed.Lost, RowsMax(briefing)));
            await Task.Delay(Breath, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What the terminal leaves for verdicts when the toys and the counts have had their lines. In a narrow one each takes two.
    private int RowsMax(Briefing briefing)
    {
        const int Fewest = 3;
        const int Most = 20;
        const int WideEnough = 140;
        int lines = _console.Profile.Height - LivePicture.OtherLinesOf(briefing);
        return Math.Clamp(_console.Profile.Width < WideEnough ? lines / 2 : lines, Fewest, Most);
    }
}
