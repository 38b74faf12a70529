using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No lambda or method without a delegate type to become: the compiler then takes Func or Action, which are generic.</summary>
public sealed class LambdaRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0005";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
            && IsWithoutTarget((ExpressionSyntax)node, context.Model))
        {
            context.Report(node, "`" + Short(node) + "` has no delegate type here, and the one the compiler picks may be generic, which crashes the device; "
                + "declare a delegate and name it.");
        }
    }

    private static bool IsWithoutTarget(ExpressionSyntax expression, SemanticModel model)
    {
        if (expression is not AnonymousFunctionExpressionSyntax
            && (expression.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax or AttributeSyntax || IsInNameOf(expression)
                || model.GetMemberGroup(expression).IsEmpty))
        {
            return false;
        }

        if (expression.Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } })
        {
            return true;
        }

        return model.GetTypeInfo(expression).ConvertedType switch
        {
            // A generic delegate that the source names is the generic rule's; one that it does not name shows here.
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } type => type.IsGenericType || type.IsAnonymousType || type.IsImplicitlyDeclared,
            IErrorTypeSymbol or null => false,
            _ => true,
        };
    }

    private static bool IsInNameOf(ExpressionSyntax expression)
    {
        return expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } };
    }

    private static string Short(SyntaxNode node)
    {
        string text = node.ToString();
        int line = text.IndexOf('\n', System.StringComparison.Ordinal);
        return line < 0 ? text : text[..line].TrimEnd();
    }
}
