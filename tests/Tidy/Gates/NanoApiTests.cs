using System.Collections.Generic;
using System.IO;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using ToyGuard.NanoCheck.Api;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Gates;

/// <summary>
/// Goal: the reference assemblies say what the listings say, no more and no less. Method: read the made assemblies back with the compiler and
/// compare documentation IDs; and the types that the compiler itself asks for are absent exactly where the device has none.
/// </summary>
[TestClass]
public class NanoApiTests
{
    [TestMethod]
    public void Find_EveryListing_GivesExactlyItsMembers()
    {
        CSharpCompilation compilation = Compilation();

        foreach (ApiListing listing in ApiListing.ReadFolder(Nano.Listings))
        {
            IAssemblySymbol assembly = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
                .Single(a => a.Name == listing.Assembly);
            HashSet<string> listed = new();
            HashSet<string> made = new();

            foreach (ApiType type in listing.Types.Values)
            {
                listed.Add("T:" + type.Name);

                // What every delegate and every struct has, the compiler puts in by itself.
                bool isPlain = !type.Has("delegate");
                listed.UnionWith(type.Members.Where(m => isPlain && !m.Signature.Contains("[implicit]", System.StringComparison.Ordinal)).Select(m => m.Id));
            }

            Collect(assembly.GlobalNamespace, made, listed);
            Assert.AreEqual("", string.Join('\n', listed.Except(made)), listing.Assembly + ": listed and not made");
            Assert.AreEqual("", string.Join('\n', made.Except(listed)), listing.Assembly + ": made and not listed");
        }
    }

    [TestMethod]
    [DataRow("System.Nullable`1")]
    [DataRow("System.Decimal")]
    [DataRow("System.Index")]
    [DataRow("System.Range")]
    [DataRow("System.Span`1")]
    [DataRow("System.ValueTuple`2")]
    [DataRow("System.Collections.Generic.IEnumerable`1")]
    [DataRow("System.Runtime.CompilerServices.IsVolatile")]
    [DataRow("System.Runtime.CompilerServices.IsReadOnlyAttribute")]
    [DataRow("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler")]
    [DataRow("System.Runtime.CompilerServices.NullableAttribute")]
    [DataRow("System.Runtime.InteropServices.InAttribute")]
    [DataRow("System.OverflowException")]
    [DataRow("System.DivideByZeroException")]
    public void Find_WhatTheDeviceLacks_IsAbsent(string type)
    {
        Assert.IsNull(Compilation().GetTypeByMetadataName(type));
    }

    [TestMethod]
    [DataRow("System.Runtime.CompilerServices.IsExternalInit")]
    [DataRow("System.Runtime.CompilerServices.RuntimeHelpers")]
    [DataRow("System.Diagnostics.CodeAnalysis.NotNullWhenAttribute")]
    [DataRow("System.Action`1")]
    [DataRow("System.Func`3")]
    [DataRow("System.EventHandler`1")]
    public void Find_WhatTheDeviceHas_IsThere(string type)
    {
        Assert.IsNotNull(Compilation().GetTypeByMetadataName(type));
    }

    [TestMethod]
    public void ReadFolder_LineWithoutTab_IsRefused()
    {
        using SampleTree sample = new(("Broken.txt", "T:A.B class A.B {} : object\n"));
        Assert.ThrowsExactly<System.FormatException>(() => ApiListing.ReadFolder(sample.Tree.Root));
    }

    [TestMethod]
    public void Find_SignatureThatNamesAnUnknownType_IsRefused()
    {
        using SampleTree sample = new(
            ("mscorlib.txt", File.ReadAllText(Path.Combine(Nano.Listings, "mscorlib.txt"))),
            ("Odd.txt", "M:Odd.A.Get\tpublic static Odd.Missing Odd.A.Get()\nT:Odd.A\tclass Odd.A {static} : object\n"));
        Assert.ThrowsExactly<System.FormatException>(() => new ReferenceAssemblies(sample.Tree.Root).Find("Odd"));
    }

    [TestMethod]
    public void Cut_TypeLine_BringsTheWholeTypeAndNothingElse()
    {
        using SampleTree sample = new(
            ("kept/Odd.txt", "# by hand\nT:Odd.A\t\n"),
            ("full/Odd.sig.txt", "M:Odd.A.Get\tpublic extern int Odd.A.Get() [extern/native]\nM:Odd.A.get_Size\tpublic int Odd.A.Size.get\n"
                + "M:Odd.B.Get\tpublic int Odd.B.Get()\nP:Odd.A.Size\tpublic int Odd.A.Size { get; }\nT:Odd.A\tclass Odd.A {} : object\nT:Odd.B\tclass Odd.B {} : object\n"));

        ListingCutter.Cut(sample.Tree.Full("kept"), sample.Tree.Full("full"));

        Assert.AreEqual(
            "# by hand\nM:Odd.A.Get\tpublic extern int Odd.A.Get()\nP:Odd.A.Size\tpublic int Odd.A.Size { get; }\nT:Odd.A\tclass Odd.A {} : object\n",
            sample.Tree.Read("kept/Odd.txt"));
    }

    private static CSharpCompilation Compilation()
    {
        return CSharpCompilation.Create("Look", references: Nano.References.Names.Select(n => Nano.References.Find(n)!));
    }

    private static void Collect(INamespaceOrTypeSymbol parent, HashSet<string> made, HashSet<string> listed)
    {
        foreach (ISymbol member in parent.GetMembers())
        {
            if (member is INamespaceSymbol names)
            {
                Collect(names, made, listed);
            }
            else if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            {
                string id = member.GetDocumentationCommentId()!;
                bool isAccessor = member is IMethodSymbol { AssociatedSymbol: not null };
                bool isOfDelegate = parent is INamedTypeSymbol { TypeKind: TypeKind.Delegate };
                bool isImplicit = member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } && !listed.Contains(id);

                if (!isAccessor && !isOfDelegate && !isImplicit)
                {
                    made.Add(id);
                }

                if (member is INamedTypeSymbol nested)
                {
                    Collect(nested, made, listed);
                }
            }
        }
    }
}
