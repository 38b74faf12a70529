using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>
/// No static initialiser or static constructor that reads a static of another class, in itself or in anything it calls: the device
/// runs them all at boot in an order nobody chooses, so the other one may still be null.
/// </summary>
/// <remarks>
/// Constants and earlier statics of the same class are fine. A virtual or interface call stands for every implementation in the sources.
/// What the device's own libraries do inside a call is not looked at.
/// </remarks>
public sealed class StaticOrderRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0008";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        SyntaxNode? start = node switch
        {
            VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: FieldDeclarationSyntax field } declarator
                when IsStatic(field.Modifiers) => declarator.Initializer.Value,
            PropertyDeclarationSyntax { Initializer: not null } property when IsStatic(property.Modifiers) => property.Initializer.Value,
            ConstructorDeclarationSyntax constructor when IsStatic(constructor.Modifiers) => (SyntaxNode?)constructor.Body ?? constructor.ExpressionBody,
            _ => null,
        };

        if (start is null || context.Model.GetEnclosingSymbol(start.SpanStart)?.ContainingType is not INamedTypeSymbol owner)
        {
            return;
        }

        Walk walk = new(context.Project, owner);

        if (walk.Find(start) is string found)
        {
            context.Report(start, found + ", and the device runs static initialisers in no known order, so it may be null then; "
                + "make it a const, or hand it over in a constructor.");
        }
    }

    private static bool IsStatic(SyntaxTokenList modifiers)
    {
        return modifiers.Any(SyntaxKind.StaticKeyword);
    }

    // Follows calls through the sources of the project and of those it builds on.
    private sealed class Walk
    {
        private readonly NanoCompilation _project;
        private readonly INamedTypeSymbol _owner;
        private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

        public Walk(NanoCompilation project, INamedTypeSymbol owner)
        {
            _project = project;
            _owner = owner;
        }

        public string? Find(SyntaxNode body)
        {
            NanoCompilation? home = Home(_project, body.SyntaxTree);

            if (home is null)
            {
                return null;
            }

            SemanticModel model = home.Compilation.GetSemanticModel(body.SyntaxTree);

            foreach (SyntaxNode node in body.DescendantNodesAndSelf(static n => !IsName(n)))
            {
                if (node is not ExpressionSyntax and not ConstructorInitializerSyntax || IsName(node))
                {
                    continue;
                }

                if (FindSymbol(model.GetSymbolInfo(node).Symbol) is string found)
                {
                    return found;
                }
            }

            return null;
        }

        private string? FindSymbol(ISymbol? symbol)
        {
            switch (symbol)
            {
                case IFieldSymbol { IsStatic: true, IsConst: false } field when !IsOwn(field):
                    return "this reads " + field.ContainingType.Name + "." + field.Name;

                case IPropertySymbol property when property.DeclaringSyntaxReferences.Length > 0 && _seen.Add(property):
                    return FindProperty(property);

                case IMethodSymbol method when _seen.Add(method.OriginalDefinition):
                    return FindMethod(method.OriginalDefinition);

                default:
                    return null;
            }
        }

        private string? FindProperty(IPropertySymbol property)
        {
            foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
            {
                SyntaxNode declaration = reference.GetSyntax();
                bool isStored = declaration is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: SyntaxList<AccessorDeclarationSyntax> accessors }
                    && accessors[0].Body is null && accessors[0].ExpressionBody is null;

                if (isStored && property.IsStatic && !IsOwn(property))
                {
                    return "this reads " + property.ContainingType.Name + "." + property.Name;
                }

                // An initialiser of an instance property belongs to the constructor, and an unread body holds nothing else.
                if (!isStored && FindIn(property, declaration) is string found)
                {
                    return found;
                }
            }

            return FindImplementations(property);
        }

        private string? FindMethod(IMethodSymbol method)
        {
            foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
            {
                SyntaxNode declaration = reference.GetSyntax();

                // A type's own syntax stands for the constructor that the compiler writes.
                if (declaration is not TypeDeclarationSyntax && FindIn(method, declaration) is string found)
                {
                    return found;
                }
            }

            if (method.MethodKind == MethodKind.Constructor)
            {
                return FindConstruction(method);
            }

            return FindImplementations(method);
        }

        // What a constructor runs before its body: the initialisers of its type, and the base's constructor.
        private string? FindConstruction(IMethodSymbol constructor)
        {
            INamedTypeSymbol type = constructor.ContainingType;

            foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is not TypeDeclarationSyntax declaration)
                {
                    continue;
                }

                foreach (MemberDeclarationSyntax member in declaration.Members)
                {
                    if (IsStatic(member.Modifiers))
                    {
                        continue;
                    }

                    SyntaxNode? initialised = member is PropertyDeclarationSyntax property ? property.Initializer : member as FieldDeclarationSyntax;

                    if (initialised is not null && FindIn(constructor, initialised) is string found)
                    {
                        return found;
                    }
                }
            }

            if (type.BaseType is INamedTypeSymbol parent)
            {
                foreach (IMethodSymbol inherited in parent.InstanceConstructors)
                {
                    if (inherited.Parameters.IsEmpty && FindSymbol(inherited) is string found)
                    {
                        return found;
                    }
                }
            }

            return null;
        }

        private string? FindImplementations(ISymbol member)
        {
            if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
            {
                return null;
            }

            foreach (INamedTypeSymbol type in Types(_project.Compilation.GlobalNamespace))
            {
                ISymbol? implementation = member.ContainingType.TypeKind == TypeKind.Interface ? type.FindImplementationForInterfaceMember(member) : null;

                foreach (ISymbol candidate in type.GetMembers(member.Name))
                {
                    ISymbol? overridden = candidate is IMethodSymbol method ? method.OverriddenMethod : (candidate as IPropertySymbol)?.OverriddenProperty;
                    implementation ??= SymbolEqualityComparer.Default.Equals(overridden, member) ? candidate : null;
                }

                if (implementation is not null && implementation.DeclaringSyntaxReferences.Length > 0 && FindSymbol(implementation) is string found)
                {
                    return found;
                }
            }

            return null;
        }

        private string? FindIn(ISymbol member, SyntaxNode body)
        {
            string? found = Find(body);

            if (found is null || found.Contains(" through ", System.StringComparison.Ordinal))
            {
                return found;
            }

            string name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "its constructor" : member.Name;
            return found + " through " + member.ContainingType.Name + "." + name;
        }

        private bool IsOwn(ISymbol member)
        {
            return SymbolEqualityComparer.Default.Equals(member.ContainingType, _owner);
        }

        private static bool IsName(SyntaxNode node)
        {
            return node is TypeOfExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };
        }

        private static NanoCompilation? Home(NanoCompilation project, SyntaxTree tree)
        {
            if (project.Compilation.ContainsSyntaxTree(tree))
            {
                return project;
            }

            foreach (NanoCompilation dependency in project.Dependencies)
            {
                if (Home(dependency, tree) is NanoCompilation found)
                {
                    return found;
                }
            }

            return null;
        }

        private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent)
        {
            foreach (ISymbol member in parent.GetMembers())
            {
                if (member is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type)
                {
                    yield return type;
                }

                if (member is INamespaceOrTypeSymbol nested)
                {
                    foreach (INamedTypeSymbol below in Types(nested))
                    {
                        yield return below;
                    }
                }
            }
        }
    }
}
