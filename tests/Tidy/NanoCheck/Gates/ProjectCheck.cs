using System.Collections.Generic;
using System.IO;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>Gathers what the language rules, the compiler and the compiled assembly have to say of one project, each place once.</summary>
internal sealed class ProjectCheck
{
    private readonly SortedSet<Finding> _findings = new();
    private readonly Dictionary<string, List<TextSpan>> _taken = new();
    private readonly List<Finding> _usings = new();

    public void CheckSources(NanoCompilation compilation, IEnumerable<SyntaxTree> trees)
    {
        _findings.UnionWith(compilation.ProjectFindings);

        if (compilation.Project.IsChecked)
        {
            _findings.Add(new Finding(compilation.Project.Path, 0, 0, "TG0003", "CheckForOverflowUnderflow does nothing on the device; take it out."));
        }

        foreach (SyntaxTree tree in trees)
        {
            RuleContext context = new(compilation, compilation.Compilation.GetSemanticModel(tree));

            foreach (SyntaxNode node in tree.GetRoot().DescendantNodesAndSelf())
            {
                foreach (LanguageRule rule in NanoGate.Rules)
                {
                    context.Clear();
                    rule.Check(node, context);

                    foreach ((SyntaxNodeOrToken place, string message) in context.Reports)
                    {
                        Add(tree, place.Span, rule.Id, message);
                    }
                }
            }
        }
    }

    public void CheckCompiler(NanoCompilation compilation)
    {
        foreach (Diagnostic diagnostic in compilation.Diagnostics)
        {
            if (diagnostic.Severity < DiagnosticSeverity.Warning || diagnostic.IsSuppressed)
            {
                continue;
            }

            string message = Hints.Explain(diagnostic);

            if (message.Contains("IsVolatile", System.StringComparison.Ordinal) && _findings.Any(static f => f.Id == "TG0004"))
            {
                // Said of the field; the compiler says it of every use.
                continue;
            }

            if (diagnostic.Location.SourceTree is not SyntaxTree tree)
            {
                _findings.Add(new Finding(compilation.Project.Path, 0, 0, diagnostic.Id, message));
                continue;
            }

            TextSpan span = diagnostic.Location.SourceSpan;

            if (tree.GetRoot().FindNode(span).FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
            {
                _usings.Add(At(tree, span, diagnostic.Id, message));
            }
            else
            {
                Add(tree, span, diagnostic.Id, message);
            }
        }
    }

    // What a source shows is said there; the assembly says what no source shows.
    public void CheckImage(NanoCompilation compilation)
    {
        if (compilation.IsEmitted && !_findings.Any(static f => f.Id is "TG0001" or "TG0002" or "TG0005"))
        {
            _findings.UnionWith(ImageGate.Check(compilation));
        }
    }

    public IReadOnlyList<Finding> Finish()
    {
        foreach (Finding finding in _usings)
        {
            // A using goes when what needed it goes. It is named only where nothing else is.
            if (!_taken.ContainsKey(finding.File))
            {
                _findings.Add(finding);
            }
        }

        return _findings.ToList();
    }

    // What one rule has said of a place, another need not say again, nor the compiler.
    private void Add(SyntaxTree tree, TextSpan span, string id, string message)
    {
        Finding finding = At(tree, span, id, message);

        if (!_taken.TryGetValue(finding.File, out List<TextSpan>? taken))
        {
            taken = new List<TextSpan>();
            _taken.Add(finding.File, taken);
        }

        bool isEcho = taken.Exists(t => t.OverlapsWith(span) || t == span)
            || _findings.Any(f => f.File == finding.File && f.Line == finding.Line && f.Id == id
                && (f.Message == message || id.StartsWith("TG", System.StringComparison.Ordinal)));

        taken.Add(span);

        if (!isEcho)
        {
            _findings.Add(finding);
        }
    }

    private static Finding At(SyntaxTree tree, TextSpan span, string id, string message)
    {
        LinePosition start = tree.GetLineSpan(span).StartLinePosition;
        return new Finding(Path.GetFullPath(tree.FilePath), start.Line + 1, start.Character + 1, id, message);
    }
}
