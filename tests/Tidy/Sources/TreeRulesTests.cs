using ToyGuard.Tidy.House;

namespace ToyGuard.Tidy.Sources;

/// <summary>Goal: a newcomer finds every folder explained, and every machine reads the same text.</summary>
[TestClass]
public class TreeRulesTests
{
    [TestMethod]
    public void TopLevel_Repository_IsAsDesigned()
    {
        Expect.None(TreeRules.TopLevel(Repository.Here));
    }

    [TestMethod]
    [DataRow("docs/README.md")]
    [DataRow("notes.txt")]
    [DataRow("Directory.Build.rsp")]
    public void TopLevel_AnythingElse_IsRefused(string file)
    {
        using SampleTree sample = new((file, "\n"));
        Expect.Refused(TreeRules.TopLevel(sample.Tree), "no place");
    }

    [TestMethod]
    public void Readmes_Repository_AreThere()
    {
        Expect.None(TreeRules.Readmes(Repository.Here));
    }

    [TestMethod]
    [DataRow("firmware/Core/Policy/Gate.cs", "firmware/Core/Policy has no README.md")]
    [DataRow("seeds/terms.tsv", "seeds has no README.md")]
    [DataRow("tests/Core/Odd/GateTests.cs", "tests/Core/Odd has no README.md")]
    [DataRow("hardware/README.md", "hardware/README.md says nothing")]
    public void Readmes_Missing_AreRefused(string file, string words)
    {
        using SampleTree sample = new((file, "short\n"));
        Expect.Refused(TreeRules.Readmes(sample.Tree), words);
    }

    [TestMethod]
    public void Readmes_OfDesktopFoldersAndMirrors_AreNotAskedFor()
    {
        string readme = new string('x', 80) + "\n";
        using SampleTree sample = new(
            ("firmware/README.md", readme), ("firmware/Core/README.md", readme), ("firmware/Core/Policy/README.md", readme), ("firmware/Core/Policy/Deep/A.cs", ""),
            ("firmware/Core/Desktop/A.cs", ""), ("tests/README.md", readme), ("tests/Core/README.md", readme), ("tests/Core/Policy/GateTests.cs", ""));
        Expect.None(TreeRules.Readmes(sample.Tree));
    }

    [TestMethod]
    public void Texts_Repository_AreClean()
    {
        Expect.None(TreeRules.Texts(Repository.Here));
    }

    [TestMethod]
    [DataRow("a.cs", "one\r\ntwo\n", "carriage returns")]
    [DataRow("a.md", "one", "does not end")]
    [DataRow("a.cs", "one \ntwo\n", "a.cs(1) ends in a blank")]
    [DataRow(".ci/run", "one \n", "(1) ends in a blank")]
    [DataRow("a.cs", "// TO" + "DO: later\n", "finish it")]
    [DataRow("a.cs", "throw new System.NotImplemented" + "Exception();\n", "refuse")]
    [DataRow("a.json", "\"https://api.nu" + "get.org/v3\"\n", "registry")]
    [DataRow("a.md", "see /wo" + "rk/notes\n", "one machine")]
    public void Texts_Sample_IsRefused(string file, string text, string words)
    {
        using SampleTree sample = new((file, text));
        Expect.Refused(TreeRules.Texts(sample.Tree), words);
    }

    [TestMethod]
    public void Texts_BytesThatAreNoText_AreLeftAlone()
    {
        using SampleTree sample = new(("a.png", "\r\n "), ("a.md", "two blanks  \nbreak a line\n"));
        Expect.None(TreeRules.Texts(sample.Tree));
    }
}
