using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using ToyGuard.NanoCheck.Projects;

namespace ToyGuard.Tidy.SharedTests;

/// <summary>
/// What a test may use that runs on both runtimes. On the device `this` is null, nothing runs before a test, and one argument of a kind
/// that the launcher cannot read makes it run no test of the class, print nothing and say that all is well.
/// </summary>
public static class SharedTestRules
{
    private static readonly HashSet<string> s_asserts = new() { "AreEqual", "AreNotEqual", "IsTrue", "IsFalse", "IsNull", "IsNotNull" };

    /// <summary>What is wrong with the tests of one project for the device.</summary>
    public static IEnumerable<string> Check(NanoCompilation project)
    {
        foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
        {
            SemanticModel model = project.Compilation.GetSemanticModel(tree);

            foreach (InvocationExpressionSyntax call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                foreach (string fault in CheckCall(call, model))
                {
                    yield return At(call, fault);
                }
            }

            foreach (TypeDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                bool isTests = Attributes(type.AttributeLists).Contains("TestClass");

                foreach (string fault in isTests ? CheckClass((ClassDeclarationSyntax)type, model) : CheckOther(type))
                {
                    yield return At(type, fault);
                }
            }
        }
    }

    private static IEnumerable<string> CheckOther(TypeDeclarationSyntax type)
    {
        foreach (MethodDeclarationSyntax method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (Attributes(method.AttributeLists).Any(a => a is "TestMethod" or "DataRow"))
            {
                yield return type.Identifier + "." + method.Identifier + " is a test in a class that is not marked [TestClass].";
            }
        }
    }

    private static IEnumerable<string> CheckClass(ClassDeclarationSyntax type, SemanticModel model)
    {
        string name = type.Identifier.Text;

        foreach (string attribute in Attributes(type.AttributeLists).Where(a => a is not ("TestClass" or "Req")))
        {
            yield return name + " has [" + attribute + "]; a class of tests has [TestClass] and [Req].";
        }

        if (!type.Modifiers.Any(SyntaxKind.PublicKeyword) || type.Modifiers.Any(SyntaxKind.StaticKeyword) || type.Modifiers.Any(SyntaxKind.AbstractKeyword)
            || type.BaseList is not null || type.Parent is TypeDeclarationSyntax)
        {
            yield return name + " must be a plain public class of its own.";
        }

        HashSet<string> names = new();
        int tests = 0;

        foreach (MemberDeclarationSyntax member in type.Members)
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when !IsTable(field):
                    yield return name + " keeps " + field.Declaration.Variables[0].Identifier + "; a test has const and static readonly only, since nothing sets it up.";
                    break;

                case PropertyDeclarationSyntax or ConstructorDeclarationSyntax or EventFieldDeclarationSyntax or EventDeclarationSyntax or DestructorDeclarationSyntax:
                    yield return name + " has a property, an event or a constructor; nothing of it exists on the device.";
                    break;

                case MethodDeclarationSyntax method when Attributes(method.AttributeLists).Count > 0:
                    tests++;

                    if (!names.Add(method.Identifier.Text))
                    {
                        yield return name + "." + method.Identifier + " stands there twice; the launcher finds tests by name.";
                    }

                    foreach (string fault in CheckTest(method, model))
                    {
                        yield return name + "." + method.Identifier + " " + fault;
                    }

                    break;
            }

            // A fake that is declared inside has a this of its own.
            foreach (string fault in member is BaseTypeDeclarationSyntax ? Enumerable.Empty<string>() : CheckThis(member, model))
            {
                yield return name + " " + fault;
            }
        }

        if (tests == 0)
        {
            yield return name + " has no test.";
        }
    }

    private static bool IsTable(FieldDeclarationSyntax field)
    {
        return field.Modifiers.Any(SyntaxKind.ConstKeyword)
            || (field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword));
    }

    private static IEnumerable<string> CheckTest(MethodDeclarationSyntax method, SemanticModel model)
    {
        List<string> attributes = Attributes(method.AttributeLists);

        foreach (string attribute in attributes.Where(a => a is not ("TestMethod" or "DataRow" or "Req")))
        {
            yield return "has [" + attribute + "]; a test has [TestMethod], [DataRow] and [Req].";
        }

        if (!attributes.Contains("TestMethod"))
        {
            yield return "has no [TestMethod].";
        }

        if (!method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Modifiers.Count != 1 || method.ReturnType.ToString() != "void")
        {
            yield return "must be public void.";
        }

        SeparatedSyntaxList<ParameterSyntax> parameters = method.ParameterList.Parameters;
        bool hasRows = attributes.Contains("DataRow");

        if (parameters.Count > 0 != hasRows)
        {
            yield return "has parameters without rows, or rows without parameters.";
        }

        foreach (AttributeSyntax row in method.AttributeLists.SelectMany(l => l.Attributes).Where(a => Name(a) == "DataRow"))
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> arguments = row.ArgumentList?.Arguments ?? default;

            if (arguments.Count != parameters.Count)
            {
                yield return "has a row of " + arguments.Count + " for " + parameters.Count + " parameters.";
                continue;
            }

            for (int i = 0; i < arguments.Count; i++)
            {
                TypeInfo type = model.GetTypeInfo(arguments[i].Expression);
                object? value = model.GetConstantValue(arguments[i].Expression).Value;
                bool isTaken = arguments[i].NameEquals is null && arguments[i].NameColon is null && type.Type?.SpecialType switch
                {
                    SpecialType.System_Int32 or SpecialType.System_Boolean => true,
                    SpecialType.System_String => value is string text && !text.Contains('\0', System.StringComparison.Ordinal),
                    _ => false,
                };

                if (!isTaken)
                {
                    yield return "has the argument " + arguments[i] + " in a row; rows hold int, bool and strings without NUL, never null.";
                }
                else if (model.GetDeclaredSymbol(parameters[i])?.Type.SpecialType != type.Type!.SpecialType)
                {
                    yield return "takes " + parameters[i] + " and gets " + type.Type + " from a row; the device converts nothing.";
                }
            }
        }
    }

    // Instance methods are called with null for this.
    private static IEnumerable<string> CheckThis(MemberDeclarationSyntax member, SemanticModel model)
    {
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            bool isThis = node is ThisExpressionSyntax or BaseExpressionSyntax;

            if (node is IdentifierNameSyntax identifier && identifier.Parent is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } && !IsNamed(identifier))
            {
                ISymbol? symbol = model.GetSymbolInfo(identifier).Symbol;
                isThis = symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } or IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }
                    && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, model.GetEnclosingSymbol(node.SpanStart)?.ContainingType);
            }

            if (isThis)
            {
                yield return "uses `this` at \"" + node.Parent + "\", which is null on the device; make helpers static.";
                yield break;
            }
        }
    }

    private static bool IsNamed(IdentifierNameSyntax identifier)
    {
        return identifier.Parent is NameColonSyntax or NameEqualsSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax }
            || identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier;
    }

    private static IEnumerable<string> CheckCall(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || method.ContainingNamespace?.ToDisplayString() != "nanoFramework.TestFramework")
        {
            yield break;
        }

        if (method.ContainingType.Name != "Assert" || !s_asserts.Contains(method.Name))
        {
            yield return method.ContainingType.Name + "." + method.Name + " is not in both test libraries alike; use Assert." + string.Join(", ", s_asserts) + " and Check.Throws.";
            yield break;
        }

        // AreEqual(object, object) asks Equals on boxes here and something else there.
        if (method.Name is "AreEqual" or "AreNotEqual" && method.Parameters[0].Type.SpecialType is SpecialType.System_Object or SpecialType.System_Single or SpecialType.System_Double)
        {
            for (int i = 0; i < 2 && i < call.ArgumentList.Arguments.Count; i++)
            {
                ITypeSymbol? given = model.GetTypeInfo(call.ArgumentList.Arguments[i].Expression).Type;

                if (given is { IsValueType: true } && given.SpecialType != method.Parameters[0].Type.SpecialType)
                {
                    yield return "Assert." + method.Name + " compares " + given + " as " + method.Parameters[0].Type + " on the device; cast both sides to one type.";
                }
            }
        }
    }

    private static List<string> Attributes(SyntaxList<AttributeListSyntax> lists)
    {
        return lists.SelectMany(l => l.Attributes).Select(Name).ToList();
    }

    private static string Name(AttributeSyntax attribute)
    {
        return attribute.Name.ToString();
    }

    private static string At(SyntaxNode node, string fault)
    {
        return node.SyntaxTree.FilePath + "(" + (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1) + "): " + fault;
    }
}
