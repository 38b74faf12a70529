using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Sources;

/// <summary>Goal: two runtimes, one source: what differs stands in one place, in two halves that look alike from outside.</summary>
[TestClass]
public class SourceRulesTests
{
    private const string Half = "namespace ToyGuard.Edge;\n\npublic static class Pair\n{\n    public const int BothReadable = 3;\n\n    public static int Wait(int a, ref byte[] b)\n    {\n        return a;\n    }\n\n    public static bool IsOn { get; private set; }\n\n    private static void Own()\n    {\n    }\n}\n";

    [TestMethod]
    public void Conditions_Repository_HasNone()
    {
        Expect.None(SourceRules.Conditions(Repository.Here));
    }

    [TestMethod]
    public void Conditions_InASource_AreRefused()
    {
        using SampleTree sample = new(("firmware/Core/A.cs", "namespace A;\n\n  #if NANOFRAMEWORK_1_0\n#endif\n"));
        Expect.Refused(SourceRules.Conditions(sample.Tree), "A.cs(3)");
    }

    [TestMethod]
    public void SeamFolders_Repository_AreEdges()
    {
        Expect.None(SourceRules.SeamFolders(Repository.Here));
    }

    [TestMethod]
    [DataRow("firmware/Core/Nano/A.cs")]
    [DataRow("firmware/Guard/Relay/Desktop/A.cs")]
    [DataRow("firmware/Edge/Relay/Nano/A.cs")]
    [DataRow("firmware/Edge/Toy/Tls/Nano/A.cs")]
    public void SeamFolders_Elsewhere_AreRefused(string file)
    {
        using SampleTree sample = new((file, "\n"));
        Expect.Refused(SourceRules.SeamFolders(sample.Tree), file);
    }

    [TestMethod]
    public void Seams_Repository_LookAlike()
    {
        Expect.None(SourceRules.Seams(Repository.Here));
    }

    [TestMethod]
    [DataRow("class Pair", "class Pairs", "only firmware/Edge/Nano has")]
    [DataRow("int Wait(int a", "int Wait(long a", "Wait(long, ref byte[])")]
    [DataRow("ref byte[]", "byte[]", "Wait(int, byte[])")]
    [DataRow("public static int Wait", "private static int Wait", "only firmware/Edge/Nano has ToyGuard.Edge.Pair: public static int Wait")]
    [DataRow("private static void Own", "public static void Own", "only firmware/Edge/Desktop has ToyGuard.Edge.Pair: public static void Own()")]
    [DataRow("static class Pair", "sealed class Pair", "public sealed")]
    [DataRow("private set", "set", "IsOn get set")]
    public void Seams_HalfThatDiffers_IsRefused(string from, string to, string words)
    {
        using SampleTree sample = new(
            ("firmware/Edge/Nano/Pair.cs", Half),
            ("firmware/Edge/Desktop/Pair.cs", Half.Replace(from, to, StringComparison.Ordinal)));
        Expect.Refused(SourceRules.Seams(sample.Tree), words);
    }

    [TestMethod]
    public void Seams_OtherBodiesAndNames_AreTaken()
    {
        using SampleTree sample = new(
            ("firmware/Edge/Nano/Pair.cs", Half),
            ("firmware/Edge/Desktop/Pair.cs", Half.Replace("int a", "int first", StringComparison.Ordinal).Replace("return a", "return first + 1", StringComparison.Ordinal)
                .Replace("void Own", "int Other", StringComparison.Ordinal)));
        Expect.None(SourceRules.Seams(sample.Tree));
    }

    [TestMethod]
    public void ThinPrograms_Repository_AreShort()
    {
        Expect.None(SourceRules.ThinPrograms(Repository.Here));
    }

    [TestMethod]
    [DataRow(1, 150, "firmware/Hub/P0.cs has 150 lines")]
    [DataRow(3, 100, "firmware/Hub/ has 300 lines")]
    public void ThinPrograms_LongOrMany_AreRefused(int files, int lines, string words)
    {
        using SampleTree sample = new([.. ProgramsOf(files, lines)]);
        Expect.Refused(SourceRules.ThinPrograms(sample.Tree), words);
    }

    [TestMethod]
    public void ThinPrograms_JustBelow_AreTaken()
    {
        using SampleTree sample = new([.. ProgramsOf(2, 149)]);
        Expect.None(SourceRules.ThinPrograms(sample.Tree));
    }

    private static IEnumerable<(string Path, string Text)> ProgramsOf(int files, int lines)
    {
        return Enumerable.Range(0, files).Select(i => ($"firmware/Hub/P{i}.cs", new StringBuilder().Insert(0, "// line\n", lines).ToString()));
    }

    [TestMethod]
    public void PublicTypes_Repository_HaveTheirFiles()
    {
        Expect.None(SourceRules.PublicTypes(Repository.Here));
    }

    [TestMethod]
    [DataRow("public class B { }", "no public type of its name")]
    [DataRow("public class A { } public interface IA { }", "several public types")]
    public void PublicTypes_OtherFiles_AreRefused(string source, string words)
    {
        using SampleTree sample = new(("firmware/Core/A.cs", "namespace N;\n" + source + "\n"));
        Expect.Refused(SourceRules.PublicTypes(sample.Tree), words);
    }

    [TestMethod]
    [DataRow("public class A { public class Inner { } } public enum AReason { None } internal class Own { }")]
    [DataRow("internal class Own { }")]
    [DataRow("public enum A { } public readonly struct AResult { } public delegate void ADone();")]
    public void PublicTypes_OneWithItsEnums_AreTaken(string source)
    {
        using SampleTree sample = new(("firmware/Core/A.cs", "namespace N;\n" + source + "\n"));
        Expect.None(SourceRules.PublicTypes(sample.Tree));
    }
}
