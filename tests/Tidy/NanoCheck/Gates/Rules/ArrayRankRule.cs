using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No array of more than one dimension: the interpreter crashes at boot while it resolves the assembly.</summary>
public sealed class ArrayRankRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0002";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        switch (node)
        {
            case ArrayTypeSyntax type:
                foreach (ArrayRankSpecifierSyntax rank in type.RankSpecifiers)
                {
                    if (rank.Rank > 1)
                    {
                        context.Report(type, "`" + type + "` crashes the device at boot; use arrays of arrays, `" + type.ElementType + "[][]`.");
                        return;
                    }
                }

                break;

            case ImplicitArrayCreationExpressionSyntax { Commas.Count: > 0 } creation:
                context.Report(creation, "an array of more than one dimension crashes the device at boot; use arrays of arrays, `[][]`.");
                break;
        }
    }
}
