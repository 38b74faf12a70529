using System;
using System.Collections.Generic;

namespace ToyGuard.Emulator.Tests.Running;

/// <summary>How wrong use is answered: one clear line on standard error, exit code 2, never a stack trace.</summary>
internal static class OneLine
{
    /// <summary>Runs the program with <paramref name="args"/> and expects a line with all of <paramref name="parts"/>.</summary>
    public static void Assert(string[] args, params string[] parts)
    {
        IReadOnlyList<string> errors = First(args, parts);
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(1, errors.Count, string.Join('\n', errors));
    }

    /// <summary>The same where more lines may follow the first; gives all of them.</summary>
    public static IReadOnlyList<string> First(string[] args, params string[] parts)
    {
        (int exitCode, IReadOnlyList<string> lines, IReadOnlyList<string> errors) = EmulatorRun.ToEnd(args);
        string all = string.Join('\n', errors);

        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(2, exitCode, all);
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(0, lines.Count, string.Join('\n', lines));
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsTrue(errors.Count > 0);

        foreach (string part in parts)
        {
            StringAssert.Contains(errors[0], part);
        }

        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.IsFalse(all.Contains("   at ", StringComparison.Ordinal) || all.Contains("Unhandled", StringComparison.Ordinal), all);
        return errors;
    }
}
