using System;
using System.Collections.Generic;
using System.Threading;

using ToyGuard.Core.Boot;
using ToyGuard.Edge.Storage;
using ToyGuard.Emulator.View;

namespace ToyGuard.Emulator.Running;

/// <summary>Tells what a home finds amiss after its start: records are checked while it already serves.</summary>
internal sealed class FindingWatch : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly KeptHome _home;
    private readonly Feed _feed;
    private readonly HashSet<BootFinding> _told;
    private readonly Timer _timer;

    /// <summary>Watches <paramref name="home"/>, whose findings of the start were told already.</summary>
    public FindingWatch(KeptHome home, Feed feed)
    {
        _home = home;
        _feed = feed;
        _told = [.. home.Outcome.Findings];
        _timer = new Timer(_ => Look(), null, LookEvery, LookEvery);
    }

    public void Dispose()
    {
        _timer.Dispose();
    }

    private void Look()
    {
        lock (_told)
        {
            foreach (BootFinding finding in _home.Outcome.Findings)
            {
                if (_told.Add(finding))
                {
                    _feed.OnFinding(finding);
                }
            }
        }
    }
}
