using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis.CSharp;

using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>Goal: the list of what may be named holds nothing that is nowhere, and no line that another one makes idle.</summary>
[TestClass]
public class ListTests
{
    [TestMethod]
    public void Allowed_EachType_IsThereOnOneOfTheRuntimes()
    {
        CSharpCompilation[] runtimes = [Planted.Compile("", isDevice: false), Planted.Compile("", isDevice: true)];
        List<string> missing = [];

        foreach (string name in PlatformList.Here.Allowed)
        {
            // Compilers make this one up wherever it is missing.
            bool isThere = name.EndsWith(".*", StringComparison.Ordinal) || name == "Microsoft.CodeAnalysis.EmbeddedAttribute"
                || runtimes.Any(runtime => runtime.GetTypesByMetadataName(name).Length > 0);

            if (!isThere)
            {
                missing.Add(name);
            }
        }

        Assert.AreEqual(0, missing.Count, string.Join('\n', missing));
    }

    [TestMethod]
    [DataRow("System.Net.Http.HttpRequestMessage", null)]
    [DataRow("System.Net.Http.HttpRequestMessages", ScanKind.Network)]
    [DataRow("System.Net.Http.Headers.Any", null)]
    [DataRow("System.Net.Http.Headers.Below.Any", ScanKind.Network)]
    [DataRow("System.Textual.Any", ScanKind.Unlisted)]
    [DataRow("System.Environments", ScanKind.Unlisted)]
    [DataRow("Any", ScanKind.Unlisted)]
    [DataRow("", ScanKind.Unlisted)]
    public void Judge_Type_NamesNeverCoverTheirNeighbours(string type, object? kind)
    {
        Assert.AreEqual((ScanKind?)kind, PlatformList.Here.Judge(type)?.Kind);
    }

    [TestMethod]
    [DataRow("System.Type", "GetTypeFromHandle", "(System.RuntimeTypeHandle)", true)]
    [DataRow("System.Type", "GetType", "(System.String)", false)]
    [DataRow("System.IO.StreamReader", ".ctor", "(System.IO.Stream)", true)]
    [DataRow("System.IO.StreamReader", ".ctor", "(System.String,System.Boolean)", false)]
    [DataRow("System.String", "Concat", "(System.String,System.String)", true)]
    [DataRow("System.String", "DynamicInvoke", "(System.Object[])", false)]
    [DataRow("System.Net.Sockets.Socket", "Close", "()", false)]
    public void Judge_Member_GoesByNameAndFirstParameter(string type, string name, string signature, bool isAllowed)
    {
        Assert.AreEqual(isAllowed, PlatformList.Here.Judge(type, name, signature) is null);
    }

    [TestMethod]
    public void EveryKind_HasANameAndAdvice()
    {
        foreach (ScanKind kind in Enum.GetValues<ScanKind>())
        {
            Assert.IsTrue(KindWords.NameOf(kind).Length > 0 && KindWords.AdviceFor(kind).EndsWith('.'));
        }
    }
}
