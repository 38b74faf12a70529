using System;
using System.Collections.Generic;
using System.Linq;

using ToyGuard.NanoCheck.Gates;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Layers;

/// <summary>Goal: no assembly outgrows the interpreter's tables unseen. Method: the release build for the device against firmware/budgets.json.</summary>
[TestClass]
public class SizeTests
{
    private static readonly Lazy<SortedDictionary<string, AssemblySizes>> s_now = new(() => Budgets.Measure(Repository.Here.Root, Nano.Compiler));

    [TestMethod]
    public void Check_EveryDeviceAssembly_IsWithinItsBudgetAndAsWritten()
    {
        Expect.None(Budgets.Check(Repository.Here.Full("firmware/budgets.json"), s_now.Value));
        Assert.AreEqual(new AssemblySizes(30720, 40960, 57344), Budgets.Max);
    }

    [TestMethod]
    [DataRow(30721, 30721, "is the budget")]
    [DataRow(20000, 22300, "budgets.json says 20000")]
    [DataRow(20000, 17000, "budgets.json says 20000")]
    [DataRow(100, 700, "budgets.json says 100")]
    public void Check_OverBudgetOrMoved_IsRefused(int written, int measured, string words)
    {
        using SampleTree sample = new(("other.json", "{ \"verdict\": 1 }"));
        string path = sample.Tree.Full("other.json");
        Budgets.Write(path, Of(written));
        Assert.Contains("\"verdict\": 1", sample.Tree.Read("other.json"), "what others keep there stays");
        Expect.Refused(Budgets.Check(path, Of(measured)), words);
    }

    [TestMethod]
    [DataRow(20000, 22000)]
    [DataRow(30000, 30720)]
    [DataRow(100, 600)]
    public void Check_NearWhatIsWritten_IsTaken(int written, int measured)
    {
        using SampleTree sample = new(("other.json", "{}"));
        Budgets.Write(sample.Tree.Full("other.json"), Of(written));
        Expect.None(Budgets.Check(sample.Tree.Full("other.json"), Of(measured)));
    }

    [TestMethod]
    public void Check_NewAssembly_IsRefusedUntilWritten()
    {
        using SampleTree sample = new(("other.json", "{ \"assemblies\": {} }"));
        Expect.Refused(Budgets.Check(sample.Tree.Full("other.json"), Of(1)), "Sample is not in");
    }

    [TestMethod]
    public void Of_LiteralsNamesAndCode_AreCounted()
    {
        AssemblySizes sizes = Measured("Pure.cs");
        Assert.AreEqual(7, sizes.Literals);
        Assert.IsGreaterThan(60, sizes.Il);
        Assert.IsGreaterThan(300, sizes.Strings);
    }

    [TestMethod]
    public void Check_TrueBuildAndHeap_AreWithinTheirBudgetsAndOfThisCode()
    {
        Expect.None(BuiltFigures.Check(Repository.Here.Root, s_now.Value));
    }

    [TestMethod]
    [DataRow(1000, 1000, 106000, 4004, "", DisplayName = "as measured")]
    [DataRow(1000, 1400, 106000, 4004, "", DisplayName = "moved a little")]
    [DataRow(1000, 1600, 106000, 4004, "when its true size was measured", DisplayName = "another code")]
    [DataRow(1000, 1000, 120000, 4004, "is the budget", DisplayName = "a heap over its budget")]
    [DataRow(1000, 1000, 106000, 900000, "is the budget", DisplayName = "an image over its budget")]
    public void Check_FiguresOfATrueBuild_AreRefusedWhenOldOrTooLarge(int before, int now, int heap, int pe, string words)
    {
        const string Project = "<Project><PropertyGroup><OutputType>Exe</OutputType><AssemblyName>Sample</AssemblyName></PropertyGroup></Project>";
        using SampleTree sample = new(
            ("firmware/budgets.json", "{}"), ("firmware/Sample/Sample.nfproj", Project), ("built/deep/Sample.pe", new string('x', pe - 3)));
        string[] lines = ["Ready.", "heap toy idle " + heap, "heap toy peak 110000", "heap hub idle 680000", "heap hub peak 750000"];
        BuiltFigures.Write(sample.Tree.Root, sample.Tree.Full("built"), lines, Of(before));
        List<string> faults = BuiltFigures.Check(sample.Tree.Root, Of(now));

        if (words.Length == 0)
        {
            Expect.None(faults);
            Assert.Contains("\"measured\": " + pe, sample.Tree.Read("firmware/budgets.json"), "rounded up to four bytes");
        }
        else
        {
            Expect.Refused(faults, words);
        }
    }

    [TestMethod]
    public void Check_NothingWrittenYet_IsRefused()
    {
        using SampleTree sample = new(("firmware/budgets.json", "{}"));
        Expect.Refused(BuiltFigures.Check(sample.Tree.Root, Of(1)), "no figures of a true build");
    }

    private static AssemblySizes Measured(string name)
    {
        using SampleTree sample = new(("Sample.nfproj", Nano.SampleProject(Repository.Here.Full("tests/Tidy/Samples/Assemblies/" + name))));
        using System.Reflection.PortableExecutable.PEReader image = Nano.Compiler.Compile(sample.Tree.Full("Sample.nfproj"), isDebug: false).OpenImage();
        return AssemblySizes.Of(image);
    }

    private static SortedDictionary<string, AssemblySizes> Of(int il)
    {
        return new SortedDictionary<string, AssemblySizes> { ["Sample"] = new AssemblySizes(il, 10, 0) };
    }
}
