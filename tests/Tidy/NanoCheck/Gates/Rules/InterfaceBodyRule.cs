using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No member of an interface with a body, and no static one: calling a default implementation throws on the device.</summary>
public sealed class InterfaceBodyRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0006";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        if (node is not InterfaceDeclarationSyntax type)
        {
            return;
        }

        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if (HasBody(member) || member.Modifiers.Any(SyntaxKind.StaticKeyword) || member is BaseFieldDeclarationSyntax and not EventFieldDeclarationSyntax)
            {
                context.Report(member, "a member of an interface with a body throws on the device when it is called; put it into the classes, or into a static class.");
            }
        }
    }

    private static bool HasBody(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseMethodDeclarationSyntax method:
                return method.Body is not null || method.ExpressionBody is not null;

            case PropertyDeclarationSyntax { ExpressionBody: not null }:
            case IndexerDeclarationSyntax { ExpressionBody: not null }:
                return true;

            case BasePropertyDeclarationSyntax { AccessorList: AccessorListSyntax accessors }:
                foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
                {
                    if (accessor.Body is not null || accessor.ExpressionBody is not null)
                    {
                        return true;
                    }
                }

                return false;

            default:
                return false;
        }
    }
}
