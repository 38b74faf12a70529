using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No nint and nuint: nobody has seen the interpreter calculate with them.</summary>
public sealed class NativeIntRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0016";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is IdentifierNameSyntax { Identifier.Text: "nint" or "nuint" } name
            && context.Model.GetSymbolInfo(name).Symbol is INamedTypeSymbol { IsNativeIntegerType: true })
        {
            context.Report(name, "`" + name + "` is untried on the device; use int or uint.");
        }
    }
}
