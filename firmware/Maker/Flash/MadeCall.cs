using System.Collections.Generic;
using System.Linq;

namespace ToyGuard.Maker.Flash;

/// <summary>One call that was made.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="Exit">How it ended.</param>
/// <param name="Printed">What it printed, line by line.</param>
internal sealed record MadeCall(string Name, int Exit, IReadOnlyList<string> Printed)
{
    /// <summary>The same, to be read.</summary>
    public NanoffText Text
    {
        get { return new NanoffText([.. Printed]); }
    }
}
