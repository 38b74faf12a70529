using System.IO;
using System.Threading.Tasks;

namespace ToyGuard.Emulator.View;

/// <summary>One plain line for each thing, for scripts, files and small terminals. The line "ready" stands behind the briefing, once everything listens.</summary>
internal sealed class LogView : IView
{
    private readonly TextWriter _output;

    /// <summary>A view that writes to <paramref name="output"/> and flushes it whenever there is nothing more to say: in a flood many lines are one write.</summary>
    public LogView(TextWriter output)
    {
        _output = output;
    }

    /// <inheritdoc/>
    public async Task ShowAsync(IBriefing briefing, Feed feed)
    {
        foreach (string line in briefing.Lines())
        {
            await _output.WriteLineAsync(line).ConfigureAwait(false);
        }

        await _output.WriteLineAsync("ready").ConfigureAwait(false);
        await _output.FlushAsync().ConfigureAwait(false);
        Tally tally = new();

        while (await feed.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (feed.Reader.TryRead(out Happening? happening))
            {
                tally.Add(happening);
                string? remark = briefing.Take(happening);

                if (!happening.IsForPeopleOnly)
                {
                    await _output.WriteLineAsync(Words.LineOf(happening)).ConfigureAwait(false);
                }

                if (remark is not null)
                {
                    await _output.WriteLineAsync(remark).ConfigureAwait(false);
                }
            }

            await _output.FlushAsync().ConfigureAwait(false);
        }

        await _output.WriteLineAsync(tally.Line(feed.Lost)).ConfigureAwait(false);
        await _output.FlushAsync().ConfigureAwait(false);
    }
}
