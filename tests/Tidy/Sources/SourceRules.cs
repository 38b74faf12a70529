using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Sources;

/// <summary>How sources are cut: seams, conditional parts, thin programs, one public type a file.</summary>
public static class SourceRules
{
    /// <summary>A file of a device program has fewer lines, and all of them together fewer than twice as many.</summary>
    public const int ProgramLinesMax = 150;

    /// <summary>No conditional compilation: what differs between the runtimes stands in Nano and Desktop folders.</summary>
    public static IEnumerable<string> Conditions(Repository tree)
    {
        foreach (string file in tree.EndingIn(".cs"))
        {
            string[] lines = tree.Read(file).Split('\n');

            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].TrimStart();

                if (line.StartsWith("#if", StringComparison.Ordinal) || line.StartsWith("#define", StringComparison.Ordinal))
                {
                    yield return file + "(" + (i + 1) + "): no conditional parts; what differs between the runtimes stands in Nano and Desktop folders.";
                }
            }
        }
    }

    // The assemblies that touch sockets and files.
    private static readonly string[] s_seamed = { "firmware/Edge/", "firmware/Edge/Toy/" };

    /// <summary>In firmware/, only Edge and Edge/Toy have Nano and Desktop folders, right below them.</summary>
    public static IEnumerable<string> SeamFolders(Repository tree)
    {
        foreach (string file in tree.Files)
        {
            string[] parts = file.Split('/');
            int at = Array.FindIndex(parts, p => p is "Nano" or "Desktop");

            if (parts[0] == "firmware" && at >= 0 && Array.IndexOf(s_seamed, string.Join('/', parts, 0, at) + "/") < 0)
            {
                yield return file + ": in firmware/ only Edge and Edge/Toy have a part for each runtime.";
            }
        }
    }

    /// <summary>The two halves of each have the same public types with the same public members.</summary>
    public static IEnumerable<string> Seams(Repository tree)
    {
        foreach (string folder in s_seamed)
        {
            SortedSet<string> nano = Surface(tree, folder + "Nano/");
            SortedSet<string> desktop = Surface(tree, folder + "Desktop/");

            // The device's Stream wants it; nobody who compiles for both can call it.
            foreach (string member in nano.Except(desktop).Where(m => !m.EndsWith(": public override int Read(SpanByte)", StringComparison.Ordinal)))
            {
                yield return "only " + folder + "Nano has " + member;
            }

            foreach (string member in desktop.Except(nano))
            {
                yield return "only " + folder + "Desktop has " + member;
            }
        }
    }

    /// <summary>Toy and Hub compose and decide nothing: each file stays short, and there are few.</summary>
    public static IEnumerable<string> ThinPrograms(Repository tree)
    {
        foreach (string folder in new[] { "firmware/Toy/", "firmware/Hub/" })
        {
            int all = 0;

            foreach (string file in tree.EndingIn(".cs").Where(f => f.StartsWith(folder, StringComparison.Ordinal)))
            {
                int lines = tree.Read(file).Split('\n').Length - 1;
                all += lines;

                if (lines >= ProgramLinesMax)
                {
                    yield return file + " has " + lines + " lines; logic belongs where it can be tested.";
                }
            }

            if (all >= ProgramLinesMax * 2)
            {
                yield return folder + " has " + all + " lines; logic belongs where it can be tested.";
            }
        }
    }

    /// <summary>A file of firmware/ is named for its one public type; an enum, a struct or a delegate may live with it.</summary>
    public static IEnumerable<string> PublicTypes(Repository tree)
    {
        foreach (string file in tree.EndingIn(".cs"))
        {
            if (!file.StartsWith("firmware/", StringComparison.Ordinal))
            {
                continue;
            }

            List<MemberDeclarationSyntax> types = Types(tree.Read(file)).ToList();

            if (types.Count == 0)
            {
                continue;
            }

            string name = Path.GetFileNameWithoutExtension(file);

            if (types.TrueForAll(t => NameOf(t) != name))
            {
                yield return file + " has no public type of its name, but " + string.Join(", ", types.Select(NameOf)) + ".";
            }

            if (types.Count(t => t is ClassDeclarationSyntax or InterfaceDeclarationSyntax) > 1)
            {
                yield return file + " has several public types: " + string.Join(", ", types.Select(NameOf)) + ".";
            }
        }
    }

    private static IEnumerable<MemberDeclarationSyntax> Types(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Where(static m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && m.Modifiers.Any(SyntaxKind.PublicKeyword));
    }

    private static string NameOf(MemberDeclarationSyntax type)
    {
        return type is DelegateDeclarationSyntax named ? named.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;
    }

    private static SortedSet<string> Surface(Repository tree, string folder)
    {
        SortedSet<string> surface = new(StringComparer.Ordinal);

        foreach (string file in tree.EndingIn(".cs").Where(f => f.StartsWith(folder, StringComparison.Ordinal)))
        {
            foreach (MemberDeclarationSyntax type in Types(tree.Read(file)))
            {
                string name = type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name + "." + NameOf(type);
                string bases = type is TypeDeclarationSyntax { BaseList: BaseListSyntax list } ? list.ToString() : "";
                surface.Add(type.Modifiers + " " + type.Kind() + " " + name + bases);

                foreach (MemberDeclarationSyntax member in (type as TypeDeclarationSyntax)?.Members ?? default)
                {
                    if (member.Modifiers.Any(SyntaxKind.PublicKeyword) || type is InterfaceDeclarationSyntax)
                    {
                        surface.Add(name + ": " + Shape(member));
                    }
                }
            }
        }

        return surface;
    }

    // Attributes, names of parameters and bodies are each half's own business.
    private static string Shape(MemberDeclarationSyntax member)
    {
        string modifiers = member.Modifiers.ToString();
        string parameters = member is BaseMethodDeclarationSyntax method
            ? "(" + string.Join(", ", method.ParameterList.Parameters.Select(p => (p.Modifiers + " " + p.Type).Trim())) + ")"
            : "";

        return member switch
        {
            MethodDeclarationSyntax one => modifiers + " " + one.ReturnType + " " + one.Identifier + parameters,
            ConstructorDeclarationSyntax => modifiers + " constructor" + parameters,
            PropertyDeclarationSyntax one => modifiers + " " + one.Type + " " + one.Identifier + " " + Accessors(one),
            FieldDeclarationSyntax one => modifiers + " " + one.Declaration.Type + " " + string.Join(", ", one.Declaration.Variables.Select(v => v.Identifier.Text)),
            _ => member.NormalizeWhitespace().ToString(),
        };
    }

    private static string Accessors(PropertyDeclarationSyntax property)
    {
        return property.AccessorList is null ? "get" : string.Join(" ", property.AccessorList.Accessors
            .Where(a => a.Modifiers.Count == 0).Select(a => a.Keyword.Text));
    }
}
