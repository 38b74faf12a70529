using System;

using ToyGuard.Core.Policy;

namespace ToyGuard.Kit.Play.Tests;

/// <summary>Somebody who is told of verdicts and fails at it.</summary>
public sealed class ThrowingWatcher : IVerdictWatcher
{
    public void OnVerdict(GateQuery query, Verdict verdict)
    {
        throw new InvalidOperationException("Full.");
    }
}
