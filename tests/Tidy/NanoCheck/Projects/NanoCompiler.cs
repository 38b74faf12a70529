using System;
using System.Collections.Generic;
using System.IO;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

using ToyGuard.NanoCheck.Api;

namespace ToyGuard.NanoCheck.Projects;

/// <summary>Compiles .nfproj files as the device's build does, each once a configuration, against the reference assemblies.</summary>
public sealed class NanoCompiler
{
    private readonly ReferenceAssemblies _references;
    private readonly Dictionary<(string Path, bool IsDebug), NanoCompilation?> _done = new();
    private readonly Dictionary<string, SourceText> _texts = new();

    /// <summary>A compiler over the given reference assemblies.</summary>
    public NanoCompiler(ReferenceAssemblies references)
    {
        _references = references;
    }

    /// <summary>The compilation of a .nfproj with those of the projects it builds on.</summary>
    public NanoCompilation Compile(string path, bool isDebug)
    {
        string full = Path.GetFullPath(path);

        if (_done.TryGetValue((full, isDebug), out NanoCompilation? done))
        {
            return done ?? throw new FormatException(full + ": the project builds on itself.");
        }

        _done.Add((full, isDebug), null);
        NanoCompilation made = Make(NanoProject.Read(full), isDebug);
        _done[(full, isDebug)] = made;
        return made;
    }

    private NanoCompilation Make(NanoProject project, bool isDebug)
    {
        List<Finding> findings = new();
        List<MetadataReference> references = new();
        List<NanoCompilation> dependencies = new();

        foreach (NanoReference reference in project.References)
        {
            MetadataReference? found = _references.Find(reference.Name);

            if (found is null)
            {
                findings.Add(new Finding(project.Path, 0, 0, "TG0000", "nothing is known of the API of " + reference.Name
                    + ": add tests/Tidy/NanoApi/" + reference.Name + ".txt (tests/Tidy/NanoApi/README.md says how)."));
            }
            else
            {
                references.Add(found);
            }
        }

        foreach (string path in project.ProjectReferences)
        {
            NanoCompilation dependency = Compile(path, isDebug);
            dependencies.Add(dependency);
            references.Add(dependency.Compilation.ToMetadataReference());
        }

        if (!LanguageVersionFacts.TryParse(project.LanguageVersion, out LanguageVersion version))
        {
            findings.Add(new Finding(project.Path, 0, 0, "TG0000", "LangVersion must be written, as 10.0."));
            version = LanguageVersion.CSharp10;
        }

        string[] defines = isDebug ? new[] { "DEBUG", "TRACE", "NANOFRAMEWORK_1_0" } : new[] { "TRACE", "NANOFRAMEWORK_1_0" };
        CSharpParseOptions parse = new(version, DocumentationMode.None, SourceCodeKind.Regular, defines);
        List<SyntaxTree> trees = new();

        foreach (string source in project.Sources)
        {
            if (File.Exists(source))
            {
                trees.Add(CSharpSyntaxTree.ParseText(Text(source), parse, source));
            }
            else
            {
                findings.Add(new Finding(project.Path, 0, 0, "TG0000", source + " is listed and not there."));
            }
        }

        CSharpCompilationOptions options = new(
            project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: isDebug ? OptimizationLevel.Debug : OptimizationLevel.Release,
            checkOverflow: project.IsChecked,
            nullableContextOptions: project.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            warningLevel: 9999,
            deterministic: true);

        CSharpCompilation compilation = CSharpCompilation.Create(project.AssemblyName, trees, references, options);
        return new NanoCompilation(project, compilation, dependencies, findings);
    }

    private SourceText Text(string path)
    {
        if (!_texts.TryGetValue(path, out SourceText? text))
        {
            using FileStream stream = File.OpenRead(path);
            text = SourceText.From(stream);
            _texts.Add(path, text);
        }

        return text;
    }
}
