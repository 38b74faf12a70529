using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

using ToyGuard.NanoCheck;
using ToyGuard.NanoCheck.Gates;
using ToyGuard.NanoCheck.Projects;
using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Gates;

/// <summary>
/// Goal: each rule refuses its sample on exactly the lines that say so, and takes the lines beside them, which are as near to wrong as right gets.
/// Method: Samples/Language/TGnnnn.cs; a line that must be refused ends in "// refused", or in "// refused: " and words of the message.
/// </summary>
[TestClass]
public class LanguageGateTests
{
    private static readonly string s_samples = Repository.Here.Full("tests/Tidy/Samples/Language");

    /// <summary>One row a sample file.</summary>
    public static IEnumerable<object[]> Samples
    {
        get
        {
            foreach (string file in Directory.GetFiles(s_samples, "*.cs").Order())
            {
                yield return new object[] { Path.GetFileNameWithoutExtension(file) };
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void Check_Sample_IsRefusedOnItsMarkedLines(string name)
    {
        string path = Path.Combine(s_samples, name + ".cs");
        string[] lines = File.ReadAllLines(path);
        List<int> marked = new();
        List<(int Line, string Words)> wanted = new();

        for (int i = 0; i < lines.Length; i++)
        {
            int mark = lines[i].IndexOf("// refused", System.StringComparison.Ordinal);

            if (mark >= 0)
            {
                marked.Add(i + 1);
                wanted.Add((i + 1, lines[i][(mark + "// refused".Length)..].TrimStart(':', ' ')));
            }
        }

        Assert.IsNotEmpty(marked);
        IReadOnlyList<Finding> findings = Check(path);
        string said = string.Join('\n', findings);
        CollectionAssert.AreEqual(marked, findings.Select(f => f.Line).Distinct().ToList(), said);

        foreach ((int line, string words) in wanted)
        {
            Assert.IsTrue(findings.Any(f => f.Line == line && f.Message.Contains(words, System.StringComparison.Ordinal)), "line " + line + ": " + words + "\n" + said);
        }

        if (name.StartsWith("TG", System.StringComparison.Ordinal))
        {
            Assert.IsTrue(findings.All(f => f.Id == name), said);
        }

        Assert.IsTrue(findings.All(f => f.Message.Contains(';', System.StringComparison.Ordinal)), "says what to use instead\n" + said);
    }

    [TestMethod]
    public void Rules_Each_HaveASample()
    {
        IEnumerable<string> samples = Samples.Select(s => (string)s[0]);
        Expect.None(NanoGate.Rules.Select(r => r.Id).Except(samples).Select(id => id + " has no sample in Samples/Language."));
        Assert.HasCount(NanoGate.Rules.Count, NanoGate.Rules.Select(r => r.Id).Distinct().ToList());
    }

    [TestMethod]
    [DataRow(200, false)]
    [DataRow(201, true)]
    public void Check_Locals_AreRefusedAbove200(int count, bool isRefused)
    {
        StringBuilder source = new("public static class Long\n{\n    public static int Sum(int a)\n    {\n        int b0 = a;\n");

        for (int i = 1; i < count - 1; i++)
        {
            source.Append("        int b").Append(i).Append(" = b").Append(i - 1).Append(" + a;\n");
        }

        // The debug build keeps one more for what is returned.
        source.Append("        return b").Append(count - 2).Append(";\n    }\n}\n");
        AssertOnly("TG0009", isRefused, source.ToString());
    }

    [TestMethod]
    [DataRow(32000, false)]
    [DataRow(32001, true)]
    public void Check_StringConstant_IsRefusedAbove32000(int length, bool isRefused)
    {
        AssertOnly("TG0014", isRefused, "public static class Long\n{\n    public const string Text = \"" + new string('x', length) + "\";\n}\n");
    }

    [TestMethod]
    [DataRow(56, false)]
    [DataRow(57, true)]
    public void Check_ArrayLiterals_AreRefusedAbove56KiB(int kib, bool isRefused)
    {
        StringBuilder source = new("public static class Big\n{\n");

        for (int i = 0; i < kib; i++)
        {
            source.Append("    public static byte[] B").Append(i).Append("() { return new byte[] { ").Append(i + 1)
                .Insert(source.Length, ", 1", 1023).Append(" }; }\n");
        }

        AssertOnly("TG0015", isRefused, source.Append("}\n").ToString());
    }

    [TestMethod]
    public void Check_UnknownAssembly_IsRefused()
    {
        using SampleTree sample = new(
            ("A.cs", "public class A { }\n"),
            ("A.nfproj", Nano.SampleProject("A.cs").Replace("\"System.Net\"", "\"System.Unknown\"", System.StringComparison.Ordinal)));
        Assert.AreEqual("TG0000", Nano.Gate.Check(sample.Tree.Full("A.nfproj"))[0].Id);
    }

    [TestMethod]
    public void Check_OverflowOption_IsRefused()
    {
        using SampleTree sample = new(
            ("A.cs", "public class A { }\n"),
            ("A.nfproj", Nano.SampleProject("A.cs", "<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>")));
        Assert.AreEqual("TG0003", Nano.Gate.Check(sample.Tree.Full("A.nfproj"))[0].Id);
    }

    [TestMethod]
    [DataRow("<Compile Include=\"*.cs\" />")]
    [DataRow("<Compile Include=\"A.cs\" Condition=\"'$(X)' == ''\" />")]
    [DataRow("<Compile Include=\"$(Here)/A.cs\" />")]
    public void Read_SourceThatIsNotPlain_IsRefused(string line)
    {
        using SampleTree sample = new(("A.nfproj", "<Project><ItemGroup>" + line + "</ItemGroup></Project>"));
        Assert.ThrowsExactly<System.FormatException>(() => NanoProject.Read(sample.Tree.Full("A.nfproj")));
    }

    [TestMethod]
    public void Compile_ProjectThatBuildsOnItself_IsRefused()
    {
        using SampleTree sample = new(("A.nfproj", "<Project><ItemGroup><ProjectReference Include=\"A.nfproj\" /></ItemGroup></Project>"));
        Assert.ThrowsExactly<System.FormatException>(() => Nano.Compiler.Compile(sample.Tree.Full("A.nfproj"), isDebug: true));
    }

    private static void AssertOnly(string id, bool isRefused, string source)
    {
        using SampleTree sample = new(("Long.cs", source), ("Long.nfproj", Nano.SampleProject("Long.cs")));
        IReadOnlyList<Finding> findings = Nano.Gate.Check(sample.Tree.Full("Long.nfproj"));
        Assert.AreEqual(isRefused ? id : "", string.Join(' ', findings.Select(f => f.Id)), string.Join('\n', findings));
    }

    private static IReadOnlyList<Finding> Check(string source)
    {
        using SampleTree sample = new(("Sample.nfproj", Nano.SampleProject(source)));
        return Nano.Gate.Check(sample.Tree.Full("Sample.nfproj"));
    }
}
