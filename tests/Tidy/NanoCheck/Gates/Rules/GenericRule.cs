using System;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToyGuard.NanoCheck.Gates.Rules;

/// <summary>No generic type, method or delegate: the interpreter reads none, and dies at boot while it resolves the assembly.</summary>
public sealed class GenericRule : LanguageRule
{
    /// <inheritdoc/>
    public override string Id => "TG0001";

    /// <inheritdoc/>
    public override void Check(SyntaxNode node, RuleContext context)
    {
        switch (node)
        {
            case GenericNameSyntax name:
                context.Report(name, "`" + name + "` is generic, and a generic type or method crashes the device; " + Instead(name.Identifier.Text) + ".");
                break;

            case TypeParameterListSyntax parameters:
                context.Report(parameters, "`" + parameters + "` makes a generic declaration, which crashes the device; write it for the one type it is used with.");
                break;

            // A generic method whose type arguments the compiler finds by itself.
            case IdentifierNameSyntax identifier when context.Model.GetSymbolInfo(identifier).Symbol is IMethodSymbol { IsGenericMethod: true }:
                context.Report(identifier, "`" + identifier + "` is a generic method, which crashes the device; write it for the one type it is used with.");
                break;
        }
    }

    private static string Instead(string name)
    {
        return name switch
        {
            "List" or "IList" or "IReadOnlyList" or "LinkedList" => "use ArrayList or an array",
            "IEnumerable" or "IEnumerator" or "ICollection" or "IReadOnlyCollection" => "use an array, ArrayList or System.Collections.IEnumerable",
            "Dictionary" or "IDictionary" or "HashSet" or "ISet" or "SortedDictionary" or "ConcurrentDictionary" => "use Hashtable, or two arrays",
            "Queue" or "Stack" or "ConcurrentQueue" => "use System.Collections." + name.Replace("Concurrent", "", StringComparison.Ordinal),
            "Action" or "Func" or "Predicate" or "Comparison" or "EventHandler" => "declare a delegate of your own",
            "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" => "use byte[] with an offset and a count",
            "Task" or "ValueTask" or "IAsyncEnumerable" => "use a thread",
            "Nullable" => "keep a bool beside the value",
            "Tuple" or "ValueTuple" or "KeyValuePair" => "declare a small class",
            "Lazy" => "make the object where it is needed",
            _ => "write it for the one type it is used with",
        };
    }
}
