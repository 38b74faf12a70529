using System.Collections.Generic;

using Microsoft.CodeAnalysis;

using ToyGuard.NanoCheck.Gates.Rules;
using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates;

/// <summary>Both gates: a .nfproj compiles for the device without a word from the compiler, and holds nothing that dies there.</summary>
public sealed class NanoGate
{
    private readonly NanoCompiler _compiler;

    /// <summary>Gates over one compiler, which keeps what it has compiled.</summary>
    public NanoGate(NanoCompiler compiler)
    {
        _compiler = compiler;
    }

    /// <summary>The rules of the language gate that look at sources.</summary>
    public static IReadOnlyList<LanguageRule> Rules { get; } = new LanguageRule[]
    {
        new GenericRule(), new ArrayRankRule(), new CheckedRule(), new VolatileRule(), new LambdaRule(), new InterfaceBodyRule(),
        new SwitchExpressionRule(), new StaticOrderRule(), new EnumTextRule(), new NulTextRule(), new MathWidthRule(), new UnsafeRule(),
        new LongTextRule(), new NativeIntRule(), new CultureRule(), new NullTextRule(),
    };

    /// <summary>Everything that is wrong with one .nfproj in either configuration, in the order of its files. Nothing of the projects it builds on.</summary>
    public IReadOnlyList<Finding> Check(string path)
    {
        NanoCompilation debug = _compiler.Compile(path, isDebug: true);
        NanoCompilation release = _compiler.Compile(path, isDebug: false);

        ProjectCheck check = new();
        check.CheckSources(debug, debug.Compilation.SyntaxTrees);

        // Without conditional parts a tree is the same in both.
        List<SyntaxTree> conditional = new();

        foreach (SyntaxTree tree in release.Compilation.SyntaxTrees)
        {
            if (tree.GetRoot().ContainsDirectives)
            {
                conditional.Add(tree);
            }
        }

        check.CheckSources(release, conditional);
        check.CheckCompiler(debug);
        check.CheckCompiler(release);
        check.CheckImage(debug);
        check.CheckImage(release);
        return check.Finish();
    }
}
