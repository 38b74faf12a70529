using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.Fakes;
using ToyGuard.Maker.Scan;

namespace ToyGuard.Maker.Tests.Scan;

/// <summary>
/// Goal: an app that would do anything without asking ToyGuard is refused, for the right reason, at the right line.
/// Method: a table of planted apps, compiled for the desktop and against the device's own API.
/// </summary>
[TestClass]
public class BadAppsTests
{
    public static IEnumerable<object[]> Cases
    {
        get
        {
            foreach (BadApp app in BadApps.All)
            {
                if (app.On != Runtimes.Device)
                {
                    yield return [app.Title, false];
                }

                if (app.On != Runtimes.Desktop)
                {
                    yield return [app.Title, true];
                }
            }
        }
    }

    [TestMethod]
    [Req("EGR-12")]
    [DynamicData(nameof(Cases))]
    public void Run_BadApp_IsRefusedWithItsKindAndLine(string title, bool isDevice)
    {
        BadApp app = BadApps.All.Single(one => one.Title == title);

        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes(app.Source, isDevice));

        string all = Planted.Text(findings);
        Finding? found = findings.FirstOrDefault(one => one.Why.Kind == app.Kind && one.Why.Name.Contains(app.Name, StringComparison.Ordinal));
        Assert.IsNotNull(found, $"{app.Kind} {app.Name} is not among:\n{all}");
        int line = Array.FindIndex(app.Source.Split('\n'), text => text.Contains("//!", StringComparison.Ordinal)) + 2;

        if (line > 1)
        {
            Assert.IsTrue(
                findings.Any(one => one.Why.Kind == app.Kind && one.Place.Line == line && one.Place.File == Planted.Source),
                $"line {line} is not among:\n{all}");
        }
    }

    [TestMethod]
    [DataRow("ToyGuard.Kit.Tests")]
    [DataRow("toyguard")]
    [DataRow("Toy-Guard.Kit")]
    [DataRow("ToyGuard.SamplesToo")]
    [DataRow("System.Songs")]
    [DataRow("mscorlib")]
    [DataRow("nanoFramework.Songs")]
    [DataRow("Microsoft.Songs")]
    public void Run_NameOfAnother_IsPretending(string name)
    {
        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Bytes("namespace Songs { public class One { } }", isDevice: false, name));

        Assert.IsTrue(findings.Any(one => one.Why.Kind == ScanKind.Pretending), Planted.Text(findings));
    }

    // nanoCLR asks nobody whether a member is private: what was compiled against an opened copy of the Kit would run there.
    [TestMethod]
    [Req("EGR-12")]
    [DataRow("kit.LetGo(1)", "ToyGuard.Kit.ToyKit.LetGo")]
    [DataRow("kit.Open()", "ToyGuard.Kit.ToyKit.Open")]
    [DataRow("new AppBoard()", "ToyGuard.Kit.AppBoard")]
    public void Run_WhatTheKitKeepsToItself_IsInside(string does, string name)
    {
        const string Opened = "namespace ToyGuard.Kit { public class ToyKit { public void LetGo(long nowMs) { } public void Open() { } } public class AppBoard { } }";
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation doctored = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "ToyGuard.Kit",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Opened)],
            [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation app = Planted.Compile("namespace Toys { public class Bear { public void On(ToyKit kit) { " + does + "; } } }", isDevice: false);
        Microsoft.CodeAnalysis.MetadataReference own = app.References.Single(one => one.Display!.EndsWith("ToyGuard.Kit.dll", StringComparison.Ordinal));

        IReadOnlyList<Finding> findings = Planted.Scan(Planted.Emit(app.ReplaceReference(own, doctored.ToMetadataReference())));

        Assert.IsTrue(findings.Any(one => one.Why.Kind == ScanKind.Inside && one.Why.Name.Contains(name, StringComparison.Ordinal)), Planted.Text(findings));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Run_Library_IsUnknownUntilItIsScannedToo(bool isScanned)
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation library = Planted.Compile("namespace Acme { public static class Songs { public static void Sing() { } } }", isDevice: false, "Acme.Songs");
        byte[] app = Planted.Emit(Planted.Compile("namespace Toys { public class Bear { public void On() { Acme.Songs.Sing(); } } }", isDevice: false, "Bear", library.ToMetadataReference()));

        IReadOnlyList<Finding> findings = Planted.Scan(app, isScanned ? ["acme.songs"] : []);

        Assert.AreEqual(isScanned ? 0 : 1, findings.Count, Planted.Text(findings));
        Assert.IsTrue(isScanned || findings[0].Why == new Refusal(ScanKind.UnknownLibrary, "Acme.Songs"));
    }

    [TestMethod]
    public void Table_HasEveryKindOfWay()
    {
        Assert.IsTrue(BadApps.All.Count >= 60);
        Assert.AreEqual(BadApps.All.Count, BadApps.All.Select(app => app.Title).Distinct().Count());
    }
}
