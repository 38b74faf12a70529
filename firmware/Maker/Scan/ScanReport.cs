using System.Collections.Generic;
using System.IO;
using System.Linq;

using ToyGuard.Emulator.Commands;

namespace ToyGuard.Maker.Scan;

/// <summary>Writes what a scan found: one line a thing, then what was scanned and what was left out. Foreign text is made fit for a terminal.</summary>
internal sealed class ScanReport
{
    private readonly TextWriter _output;

    public ScanReport(TextWriter output)
    {
        _output = output;
    }

    /// <summary>Writes all of it. True when nothing was refused.</summary>
    public bool Write(AppFiles files)
    {
        HashSet<string> names = new(files.Assemblies.Select(assembly => assembly.Name), System.StringComparer.OrdinalIgnoreCase);
        List<Finding> findings = [.. files.Findings];

        foreach (AppAssembly assembly in files.Assemblies)
        {
            findings.AddRange(AssemblyScan.Run(assembly, names));
        }

        foreach (Finding finding in findings)
        {
            _output.WriteLine(Line(finding));
        }

        foreach (AppAssembly assembly in files.Assemblies)
        {
            _output.WriteLine($"scanned {Texts.Shown(assembly.File)} ({assembly.Lines.Words})");
        }

        if (files.LeftOut.Count > 0)
        {
            _output.WriteLine("left out, since it is known what they are: " + Texts.Shown(string.Join(", ", files.LeftOut.Distinct())));
        }

        _output.WriteLine(findings.Count switch
        {
            0 => "passed: nothing in it goes around ToyGuard",
            1 => "refused: 1 thing",
            _ => $"refused: {findings.Count} things",
        });
        return findings.Count == 0;
    }

    private static string Line(Finding finding)
    {
        string where = finding.Place.Member.Length == 0 ? "" : ", in " + Texts.Shown(finding.Place.Member);
        string advice = finding.Why.Advice ?? KindWords.AdviceFor(finding.Why.Kind);
        return $"{Texts.Shown(finding.Place.ToString())}: {KindWords.NameOf(finding.Why.Kind)}: {Texts.Shown(finding.Why.Name)}{where}. {advice}";
    }
}
